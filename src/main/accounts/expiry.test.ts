import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId, adapterId, serverId, type AccountId } from '../../shared/account'
import type { AccountEntry } from './book'
import { Expiry } from './expiry'

const day = 24 * 3_600_000

function entry(index: number, change: Partial<AccountEntry> = {}): AccountEntry {
  return {
    id: accountId.parse(`account-${index}`),
    adapter: adapterId.parse('ruuvi'),
    server: serverId.parse('ruuvi+https://a.b'),
    email: `${index}@b.c`,
    label: '',
    position: index,
    createdAt: 0,
    tags: [],
    hidden: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: true,
    ...change,
  }
}

/** Accounts whose list can be changed, and which were told to have run out. */
function watched(list: AccountEntry[]) {
  const told: AccountId[] = []
  let looks = 0
  const accounts = (): readonly AccountEntry[] => {
    looks += 1
    return list
  }
  const expiry = new Expiry(accounts, Date.now, (id) => told.push(id))
  expiry.watch()
  const change = (one: AccountEntry): void => {
    list = list.map((other) => (other.id === one.id ? one : other))
    expiry.note(one)
  }
  return { told, expiry, change, looks: () => looks }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(0)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the end of tokens', () => {
  it('is told of each account when its time comes, and once', () => {
    const list = [entry(0, { tokenExpiresAt: 5_000 }), entry(1, { tokenExpiresAt: 2_000 })]
    const { told } = watched(list)
    vi.advanceTimersByTime(1_999)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['account-1'])
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual(['account-1', 'account-0'])
  })

  it('is told a day before where only the person can help', () => {
    const { told } = watched([entry(0, { tokenExpiresAt: 3 * day, refreshable: false })])
    vi.advanceTimersByTime(2 * day)
    expect(told).toHaveLength(1)
    vi.advanceTimersByTime(day)
    expect(told).toHaveLength(2)
  })

  it('is waited for anew when an account changes, with no look at the others', () => {
    const list = [entry(0, { tokenExpiresAt: 50_000 }), entry(1)]
    const { told, change, looks } = watched(list)
    const before = looks()
    change(entry(1, { tokenExpiresAt: 10_000 }))
    expect(looks()).toBe(before)
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual(['account-1'])
  })

  it('is not told of a token that was renewed meanwhile, and of others all the same', () => {
    const list = [entry(0, { tokenExpiresAt: 1_000 }), entry(1, { tokenExpiresAt: 5_000 })]
    const { told, change } = watched(list)
    change(entry(0, { tokenExpiresAt: 9_000 }))
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual(['account-1'])
    vi.advanceTimersByTime(4_000)
    expect(told).toEqual(['account-1', 'account-0'])
  })

  it('is told of a token that had run out before it was taken note of', () => {
    const { told, change } = watched([entry(0)])
    vi.setSystemTime(2_000)
    change(entry(0, { tokenExpiresAt: 1_000 }))
    vi.advanceTimersByTime(0)
    expect(told).toEqual(['account-0'])
  })

  it('is told after a sleep that held its timer up, and once', () => {
    const { told, expiry } = watched([
      entry(0, { tokenExpiresAt: 3_600_000 }),
      entry(1, { tokenExpiresAt: 9 * 3_600_000 }),
    ])
    // The clock goes on while the timers sleep.
    vi.setSystemTime(8 * 3_600_000)
    expect(told).toEqual([])
    expiry.woke()
    expect(told).toEqual(['account-0'])
    vi.advanceTimersByTime(3_600_000)
    expect(told).toEqual(['account-0', 'account-1'])
    expiry.stop()
    vi.setSystemTime(20 * 3_600_000)
    expiry.woke()
    expect(told).toHaveLength(2)
  })

  it('is waited for beyond what a timer takes, and not after the stop', () => {
    const far = 40 * day
    const { told, expiry, change } = watched([entry(0, { tokenExpiresAt: far })])
    vi.advanceTimersByTime(far - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toHaveLength(1)
    expiry.stop()
    change(entry(0, { tokenExpiresAt: far + 5 }))
    vi.advanceTimersByTime(day)
    expect(told).toHaveLength(1)
  })
})
