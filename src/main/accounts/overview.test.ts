import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountId,
  accountStates,
  adapterId,
  serverId,
  type AccountId,
  type AccountView,
} from '../../shared/account'
import { needOf } from '../../shared/account-need'
import { byUse, mostUsed } from '../../shared/account-order'
import { Overview } from './overview'

const servers = ['a', 'b', 'c'].map((name) => serverId.parse(`ruuvi+https://${name}.example`))

function idOf(index: number): AccountId {
  return accountId.parse(`account-${String(index).padStart(5, '0')}`)
}

function account(index: number, change: Partial<AccountView> = {}): AccountView {
  return {
    id: idOf(index),
    adapter: adapterId.parse('ruuvi'),
    server: servers[index % servers.length] ?? serverId.parse('none'),
    email: 'a@b.c',
    label: `Number ${index}`,
    tags: [],
    hidden: false,
    position: index,
    state: 'ready',
    active: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: false,
    ...change,
  }
}

function overviewOf(accounts: readonly AccountView[]): Overview {
  return new Overview({ accounts: () => accounts, servers: () => [] })
}

const look = fc
  .record({
    lastUsedAt: fc.option(fc.nat(300), { nil: undefined }),
    position: fc.nat(300),
    hidden: fc.boolean(),
    active: fc.boolean(),
    state: fc.constantFrom(...accountStates),
    since: fc.option(fc.nat(300), { nil: undefined }),
  })
  .map(({ since, lastUsedAt, ...rest }): Partial<AccountView> => ({
    ...rest,
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    ...(since === undefined
      ? {}
      : { waiting: { flow: 'login', step: 'code', text: 'Code sent', since } }),
  }))

/** Changes of one account among 150: enough that what stands first runs short of rows now and then. */
const changes = fc.array(
  fc.record({ index: fc.nat(149), look: fc.option(look, { nil: undefined, freq: 2 }) }),
  { maxLength: 400 },
)

describe('the overview of accounts', () => {
  it('says after any changes what a look at all accounts would say', () => {
    fc.assert(
      fc.property(changes, (plan) => {
        const truth = new Map(
          Array.from({ length: 150 }, (_, index) => [idOf(index), account(index)]),
        )
        const overview = overviewOf([...truth.values()])
        for (const { index, look: changed } of plan) {
          const row = changed && account(index, changed)
          if (row) truth.set(row.id, row)
          else truth.delete(idOf(index))
          overview.apply(row ? { accounts: [row] } : { goneAccounts: [idOf(index)] })
          const all = [...truth.values()]
          const counted = all.filter((one) => !one.hidden || one.active || one.waiting)
          const needing = (need: string): number =>
            counted.filter(({ state }) => needOf(state) === need).length
          expect(overview.total).toBe(all.length)
          expect(overview.recent).toEqual(mostUsed(all))
          expect(overview.active).toEqual(all.filter(({ active }) => active).sort(byUse))
          expect(new Set(overview.waiting)).toEqual(new Set(all.filter(({ waiting }) => waiting)))
          expect(overview.needs).toEqual({
            accounts: needing('account'),
            keychain: needing('keychain') > 0,
          })
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('fills the nine by position where accounts were never used', () => {
    const overview = overviewOf(Array.from({ length: 20 }, (_, index) => account(index)))
    overview.apply({ accounts: [account(17, { lastUsedAt: 5 })] })
    expect(overview.recent.map(({ position }) => position)).toEqual([17, 0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('goes on with those behind when the first ones are removed', () => {
    const overview = overviewOf(Array.from({ length: 150 }, (_, index) => account(index)))
    for (let gone = 0; gone < 120; gone += 1) {
      overview.apply({ goneAccounts: [idOf(gone)] })
      expect(overview.recent[0]?.position).toBe(gone + 1)
      expect(overview.recent).toHaveLength(9)
    }
  })

  it('offers a hidden account only while it is active or waits', () => {
    const overview = overviewOf([account(0, { hidden: true, state: 'needs-login' })])
    expect([overview.recent, overview.active, overview.needs.accounts]).toEqual([[], [], 0])
    overview.apply({ accounts: [account(0, { hidden: true, active: true, state: 'needs-login' })] })
    expect(overview.recent).toEqual([])
    expect(overview.active).toHaveLength(1)
    expect(overview.needs.accounts).toBe(1)
  })

  it('shows what began to wait last on top', () => {
    const waits = (since: number): Partial<AccountView> => ({
      waiting: { flow: 'login', step: 'code', text: 'Code sent', since },
    })
    const overview = overviewOf([account(0, waits(1)), account(1, waits(3)), account(2, waits(2))])
    expect(overview.waiting.map(({ position }) => position)).toEqual([1, 2, 0])
  })

  it('looks at no other account when one of 10,000 is switched to', () => {
    let looks = 0
    const counted = (index: number, change: Partial<AccountView> = {}): AccountView =>
      new Proxy(account(index, change), {
        get: (row, name) => {
          looks += 1
          return Reflect.get(row, name) as unknown
        },
      })
    const overview = overviewOf(Array.from({ length: 10_000 }, (_, index) => counted(index)))
    overview.apply({ accounts: [counted(17, { active: true, lastUsedAt: 1 })] })
    looks = 0
    overview.apply({
      accounts: [counted(17, { lastUsedAt: 1 }), counted(4_711, { active: true, lastUsedAt: 2 })],
    })
    expect(overview.recent.map(({ position }) => position)).toEqual([
      4_711, 17, 0, 1, 2, 3, 4, 5, 6,
    ])
    expect(looks).toBeLessThan(500)
  })
})
