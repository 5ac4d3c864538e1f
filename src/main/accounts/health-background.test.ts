import { beforeEach, describe, expect, it } from 'vitest'
import { FakeClock, settle } from '../../../test/fakes/clock'
import { crowdId } from '../../../test/fakes/crowd'
import { adapterId, serverId, type AccountId, type AccountState } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { KeychainState } from '../keychain/keychain'
import type { AccountEntry } from './book'
import { Gate } from './gate'
import { HealthBackground } from './health-background'
import { HealthCheck } from './health-check'
import type { Outcome } from './usage'

const hour = 3_600_000
const day = 24 * hour

/** The background over made-up accounts; what it asks is noted, and answered as the test wants. */
class World {
  readonly clock = new FakeClock()
  readonly entries: AccountEntry[] = []
  readonly outcomes = new Map<AccountId, Outcome>()
  readonly asked: { at: number; account: AccountId; deed: string }[] = []
  readonly told: AccountId[] = []
  readonly closing = new AbortController()
  keychain: KeychainState = { kind: 'ready' }
  wanted = true
  answer: (id: AccountId) => Result<void> = () => ok(undefined)
  /** Whether what a check comes to says something about the account, and is recorded. */
  records = true
  unattended = true
  /** How long a renewed token lives. */
  life = hour
  readonly background: HealthBackground

  constructor() {
    const { clock } = this
    const gate = new Gate(clock.now, clock.timer)
    const book = { account: (id: AccountId) => this.entries.find((one) => one.id === id) }
    const ask =
      (deed: string) =>
      (account: AccountId, options: { unattended?: boolean } = {}): Promise<Result<void>> => {
        this.unattended &&= options.unattended === true
        this.asked.push({ at: clock.now(), account, deed })
        const result = this.answer(account)
        const failure = result.ok ? undefined : result.failure
        if (this.records || result.ok)
          this.outcomes.set(account, { checkedAt: clock.now(), failure, facts: [] })
        if (result.ok && deed === 'refresh') this.renew(account)
        return Promise.resolve(result)
      }
    this.background = new HealthBackground({
      accounts: () => this.entries,
      usage: { outcome: (id) => this.outcomes.get(id) },
      gate,
      check: new HealthCheck({
        book,
        gate,
        sessions: { check: ask('check'), refresh: ask('refresh') },
        state: (id) => this.state(id),
      }),
      keychain: {
        get state() {
          return world().keychain
        },
      },
      allowed: () => this.wanted,
      now: clock.now,
      timer: clock.timer,
      random: () => 0.5,
      closing: this.closing.signal,
      newlyNeeds: (account) => this.told.push(account),
    })
    const world = (): World => this
  }

  add(index: number, more: Partial<AccountEntry> = {}): AccountId {
    const id = crowdId(index)
    this.entries.push({
      id,
      adapter: adapterId.parse('made-up'),
      server: serverId.parse('made-up+https://one.example'),
      email: `a${index}@b.c`,
      label: '',
      position: index,
      createdAt: this.clock.now(),
      tags: [],
      hidden: false,
      hasSecret: true,
      passwordRemembered: false,
      refreshable: false,
      ...more,
    })
    return id
  }

  private renew(account: AccountId): void {
    const index = this.entries.findIndex(({ id }) => id === account)
    const entry = this.entries[index]
    if (entry) this.entries[index] = { ...entry, tokenExpiresAt: this.clock.now() + this.life }
  }

  private state(id: AccountId): AccountState {
    return this.outcomes.get(id)?.failure?.code === 'token-rejected' ? 'needs-login' : 'ready'
  }
}

describe('in the background', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })

  it('each account is checked about every six hours', async () => {
    const ids = [world.add(0), world.add(1), world.add(2)]
    world.background.watch()
    await world.clock.advance(5 * day)
    for (const id of ids) {
      const count = world.asked.filter(({ account }) => account === id).length
      expect(count).toBeGreaterThanOrEqual(18)
      expect(count).toBeLessThanOrEqual(23)
    }
    expect(world.unattended).toBe(true)
  })

  it('many overdue accounts trickle, one server’s never in a bunch', async () => {
    for (let index = 0; index < 300; index += 1) world.add(index, { createdAt: 0 })
    world.background.watch()
    await world.clock.advance(day)
    const times = world.asked.map(({ at }) => at)
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual((6 * hour) / 300 / 4)
    expect(new Set(world.asked.map(({ account }) => account)).size).toBe(300)
    expect(times.length).toBeLessThanOrEqual(5 * 300)
  })

  it('nothing is asked in the first half minute, and idle means one timer', async () => {
    world.add(0, { createdAt: 0 })
    world.background.watch()
    expect(world.clock.timers).toBe(1)
    await world.clock.advance(29_000)
    expect(world.asked).toEqual([])
    await world.clock.advance(hour)
    expect(world.asked).toHaveLength(1)
    world.background.watch()
    expect(world.clock.timers).toBe(1)
  })

  it.each(['locked', 'denied', 'asking', 'starting'] as const)(
    'nothing is asked while the keychain is %s',
    async (kind) => {
      world.add(0, { createdAt: 0 })
      world.keychain = { kind }
      world.background.watch()
      expect(world.clock.timers).toBe(0)
      await world.clock.advance(day)
      expect(world.asked).toEqual([])
      world.keychain = { kind: 'ready' }
      world.background.watch()
      await world.clock.advance(1)
      expect(world.asked).toHaveLength(1)
    },
  )

  it('nothing is asked when the keychain locks while the timer runs', async () => {
    world.add(0, { createdAt: 0 })
    world.background.watch()
    world.keychain = { kind: 'locked' }
    await world.clock.advance(day)
    expect(world.asked).toEqual([])
  })

  it('nothing is asked when the person does not want it', async () => {
    world.add(0, { createdAt: 0 })
    world.wanted = false
    world.background.watch()
    await world.clock.advance(day)
    expect(world.asked).toEqual([])
    expect(world.clock.timers).toBe(0)
  })

  it('a token is renewed before it runs out, time after time', async () => {
    world.add(0, { refreshable: true, tokenExpiresAt: world.clock.now() + hour })
    world.background.watch()
    for (let minutes = 0; minutes < 300; minutes += 1) {
      await world.clock.advance(60_000)
      expect(world.entries[0]?.tokenExpiresAt).toBeGreaterThan(world.clock.now())
    }
    const refreshes = world.asked.filter(({ deed }) => deed === 'refresh').length
    expect(refreshes).toBeGreaterThanOrEqual(5)
    expect(refreshes).toBeLessThanOrEqual(7)
  })

  it('a token that is over when it comes is not renewed again and again', async () => {
    // The computer's clock is ahead, so that an hour's token ended an hour ago.
    world.life = -hour
    world.answer = () => {
      // Each answer takes a while, here and there.
      world.life += 1
      return ok(undefined)
    }
    world.add(0, { refreshable: true, tokenExpiresAt: world.clock.now() - hour })
    world.background.watch()
    await world.clock.advance(day)
    expect(world.asked.length).toBeGreaterThan(2)
    expect(world.asked.length).toBeLessThan(12)
    // The clock may be right after a sleep, so it is tried once more.
    world.asked.length = 0
    world.background.woke()
    await world.clock.advance(hour)
    expect(world.asked.filter(({ deed }) => deed === 'refresh')).toHaveLength(1)
  })

  it('a renewal that fails is tried once for each end of a token', async () => {
    world.add(0, { refreshable: true, tokenExpiresAt: world.clock.now() + hour })
    world.answer = () => fail('offline')
    world.background.watch()
    await world.clock.advance(2 * hour)
    expect(world.asked.filter(({ deed }) => deed === 'refresh')).toHaveLength(1)
  })

  it('after sleep what is due is looked at once the network had time to come back', async () => {
    world.add(0)
    world.add(1, { refreshable: true, tokenExpiresAt: world.clock.now() + 2 * hour })
    world.answer = () => fail('offline')
    world.background.watch()
    await world.clock.advance(8 * hour)
    world.asked.length = 0
    world.answer = () => ok(undefined)
    world.background.woke()
    await world.clock.advance(9_999)
    expect(world.asked).toEqual([])
    await world.clock.advance(10 * 60_000)
    expect(world.asked.map(({ account }) => account).sort()).toContain(crowdId(1))
    expect(world.asked[0]?.deed).toBe('refresh')
  })

  it('an account of which nothing can be learned keeps no other one waiting', async () => {
    const odd = world.add(0, { createdAt: 0 })
    world.add(1, { createdAt: 1_000 })
    world.records = false
    world.answer = (id) => (id === odd ? fail('keychain-timeout') : ok(undefined))
    world.background.watch()
    await world.clock.advance(2 * hour)
    const asked = world.asked.map(({ account }) => account)
    expect(asked).toContain(crowdId(1))
    expect(asked.filter((account) => account === odd).length).toBeLessThanOrEqual(4)
  })

  it('a server out of reach is left alone for a while, another one is not', async () => {
    const away = world.add(0, { createdAt: 0 })
    world.add(1, { createdAt: 0 })
    const server = serverId.parse('made-up+https://other.example')
    const other = world.add(2, { createdAt: 0, server })
    world.answer = (id) => (id === other ? ok(undefined) : fail('offline'))
    world.background.watch()
    await world.clock.advance(9 * 60_000)
    expect(world.asked.map(({ account }) => account)).toEqual([away, other])
  })

  it('a clock that is set back keeps no account and no token waiting until it shows that time again', async () => {
    world.add(0, { refreshable: true, tokenExpiresAt: world.clock.now() + hour })
    world.add(1)
    world.background.woke()
    await world.clock.advance(8 * hour)
    world.clock.setBack(30 * day)
    world.background.watch()
    world.asked.length = 0
    await world.clock.advance(day)
    expect(new Set(world.asked.map(({ account }) => account)).size).toBe(2)
    expect(world.asked.length).toBeLessThan(14)
  })

  it('a token that is over when it comes is not renewed all the more once the clock is set back', async () => {
    world.answer = () => ok(void (world.life -= 2 * hour))
    world.add(0, { refreshable: true, tokenExpiresAt: 0 })
    world.background.woke()
    world.clock.setBack(30 * day)
    world.background.watch()
    await world.clock.advance(day)
    expect(world.asked.length).toBeGreaterThan(2)
    expect(world.asked.length).toBeLessThan(12)
  })

  it('tells of an account that needs the person, once', async () => {
    const id = world.add(0, { createdAt: 0 })
    world.answer = () => fail('token-rejected')
    world.background.watch()
    await world.clock.advance(7 * day)
    expect(world.asked.length).toBeGreaterThan(3)
    expect(world.told).toEqual([id])
  })

  it('nothing is asked after the end', async () => {
    world.add(0, { createdAt: 0 })
    world.background.watch()
    world.closing.abort()
    await world.clock.advance(day)
    await settle()
    expect(world.asked).toEqual([])
  })
})
