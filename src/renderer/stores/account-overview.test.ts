import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accounts as samples, snapshot } from '../gallery/samples'
import type { AccountView } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import { accountStates } from '../../shared/account-states'
import { byUse, mostUsed, mostUsedLimit } from '../../shared/account-order'
import { accountId } from '../../shared/ids'
import { fewChanges } from './account-changes'
import {
  activeAccounts,
  hiddenAccounts,
  latestUsed,
  keychainLockedAccounts,
  stateCounts,
  waitingAccounts,
} from './account-overview'
import { applyChange } from './apply-change'
import { waitsForPerson } from './selectors'

const limit = 3

/** Asks for everything, so that the next list is followed from this one. */
function overview(accounts: readonly AccountView[]) {
  return {
    counts: Object.fromEntries(stateCounts(accounts)),
    waiting: waitingAccounts(accounts),
    locked: keychainLockedAccounts(accounts),
    active: activeAccounts(accounts),
    hidden: hiddenAccounts(accounts),
    first: latestUsed(accounts, limit),
    digits: latestUsed(accounts, mostUsedLimit),
  }
}

/** The same, each found among all accounts. */
function lookedUp(accounts: readonly AccountView[]): ReturnType<typeof overview> {
  const states = accountStates.filter((state) => accounts.some((one) => one.state === state))
  return {
    counts: Object.fromEntries(
      states.map((state) => [state, accounts.filter((one) => one.state === state).length]),
    ),
    waiting: accounts.filter(waitsForPerson),
    locked: accounts.filter(({ state }) => needOf(state) === 'keychain'),
    active: accounts.filter(({ active }) => active).sort(byUse),
    hidden: accounts.filter(({ hidden }) => hidden),
    first: accounts
      .filter(({ hidden }) => !hidden)
      .sort(byUse)
      .slice(0, limit),
    // What is shown beside an account and what its key does must be the same.
    digits: mostUsed(accounts),
  }
}

const change = fc.oneof(
  fc.record({ active: fc.boolean(), lastUsedAt: fc.nat(20) }),
  fc.record({ state: fc.constantFrom(...accountStates) }),
  fc.record({ hidden: fc.boolean() }),
  fc.record({ position: fc.nat(9) }),
  fc.constantFrom('gone' as const, 'new' as const),
)

function another(one: AccountView): AccountView {
  return { ...one, id: accountId.parse(crypto.randomUUID()) }
}

function after(
  accounts: readonly AccountView[],
  at: number,
  what: Partial<AccountView> | 'gone' | 'new',
): readonly AccountView[] {
  const one = accounts[at % accounts.length]
  if (!one) return accounts
  if (what === 'gone') return accounts.filter((other) => other !== one)
  if (what === 'new') return [...accounts, another(one)]
  return accounts.map((other) => (other === one ? { ...one, ...what } : other))
}

describe('what is told of all accounts', () => {
  it('is the same followed from change to change as looked up anew', () => {
    // More changes at once than are followed, too, and lists that not everybody has asked about.
    const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 12 })
    const step = fc.record({ changes, asked: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const first: readonly AccountView[] = [...samples, ...samples.map(another)]
        let accounts = first
        overview(accounts)
        for (const { changes, asked } of steps) {
          accounts = changes.reduce((all, [at, what]) => after(all, at, what), accounts)
          if (asked) expect(overview(accounts)).toEqual(lookedUp(accounts))
          else expect(waitingAccounts(accounts)).toEqual(accounts.filter(waitsForPerson))
        }
        expect(overview(accounts)).toEqual(lookedUp(accounts))
        expect(overview(first)).toEqual(lookedUp(first))
      }),
    )
  })

  it('is the same where a change tells by itself which accounts it was', () => {
    const use = fc.record({ at: fc.nat(), active: fc.boolean(), lastUsedAt: fc.nat(20) })
    const uses = fc.array(use, { minLength: 1, maxLength: 12 })
    const step = fc.record({ uses, asked: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let state = snapshot()
        overview(state.accounts)
        for (const { uses, asked } of steps) {
          const told = uses.flatMap(({ at, ...use }) => {
            const one = state.accounts[at % state.accounts.length]
            return one ? [{ id: one.id, ...use }] : []
          })
          state = applyChange(state, { rev: state.rev + 1, uses: told })
          if (asked) expect(overview(state.accounts)).toEqual(lookedUp(state.accounts))
        }
        expect(overview(state.accounts)).toEqual(lookedUp(state.accounts))
      }),
    )
  })

  it('stays what it is where nothing of it has changed', () => {
    const accounts = [...samples]
    const before = overview(accounts)
    const used = accounts.find(({ state }) => needOf(state) === 'nothing')
    const next = accounts.map((one) => (one === used ? { ...one, lastUsedAt: 5 } : one))
    const now = overview(next)
    expect(fewChanges(next)?.changed).toHaveLength(1)
    expect(now.waiting).toBe(before.waiting)
    expect(stateCounts(next)).toBe(stateCounts(accounts))
  })
})
