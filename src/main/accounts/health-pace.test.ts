import { describe, expect, it } from 'vitest'
import { crowdId } from '../../../test/fakes/crowd'
import { checkDueAt, periodMs, refreshDueAt } from './health-pace'

const now = 1_800_000_000_000
const minute = 60_000
const hour = 60 * minute

function entry(index = 0) {
  return {
    id: crowdId(index),
    createdAt: now - 100 * hour,
    hasSecret: true,
    refreshable: false,
  }
}

describe('when an account is checked', () => {
  it('is about six hours after the last time, and not at the same moment for all', () => {
    const dues = Array.from({ length: 100 }, (_, index) => {
      const due = checkDueAt(entry(index), { checkedAt: now }, now) ?? 0
      expect(due - now).toBeGreaterThan(periodMs * 0.9)
      expect(due - now).toBeLessThan(periodMs * 1.1)
      return Math.floor((due - now) / (10 * minute))
    })
    // Spread over an hour and more: no ten minutes hold a third of them.
    const fullest = Math.max(...dues.map((ten) => dues.filter((one) => one === ten).length))
    expect(fullest).toBeLessThan(34)
  })

  it('is the same however often it is asked', () => {
    const due = checkDueAt(entry(), { checkedAt: now }, now)
    expect(checkDueAt(entry(), { checkedAt: now }, now + hour)).toBe(due)
  })

  it('is sooner where the server was out of reach, later where the token was rejected', () => {
    const after = (code: 'offline' | 'token-rejected') =>
      (checkDueAt(entry(), { checkedAt: now, failure: { code } }, now) ?? 0) - now
    expect(after('offline')).toBeLessThan(hour)
    expect(after('token-rejected')).toBeGreaterThan(20 * hour)
  })

  it('is sooner where the token was not to be had, since its keychain may be back', () => {
    for (const code of ['secret-missing', 'secret-sealed'] as const) {
      const due = checkDueAt(entry(), { checkedAt: now, failure: { code } }, now) ?? 0
      expect(due - now).toBeLessThan(hour)
    }
  })

  it('is never without a token, during a removal, or after an end that nothing renews', () => {
    expect(checkDueAt({ ...entry(), hasSecret: false }, undefined, now)).toBeUndefined()
    expect(checkDueAt({ ...entry(), removing: true }, undefined, now)).toBeUndefined()
    const over = { ...entry(), tokenExpiresAt: now - 1 }
    expect(checkDueAt(over, undefined, now)).toBeUndefined()
    expect(checkDueAt({ ...over, refreshable: true }, undefined, now)).toBeDefined()
    const dead = { ...over, refreshable: true, refreshUntil: now - 1 }
    expect(checkDueAt(dead, undefined, now)).toBeUndefined()
  })
})

describe('when a token is renewed', () => {
  const renewable = { ...entry(), refreshable: true, tokenExpiresAt: now + 10 * hour }

  it('is some minutes before it runs out', () => {
    const due = refreshDueAt(renewable, { checkedAt: now }, now) ?? 0
    expect(renewable.tokenExpiresAt - due).toBeGreaterThanOrEqual(5 * minute)
    expect(renewable.tokenExpiresAt - due).toBeLessThanOrEqual(15 * minute)
  })

  it('is not before half its life, however short that is', () => {
    const short = { ...renewable, tokenExpiresAt: now + 4 * minute }
    expect(refreshDueAt(short, { checkedAt: now }, now)).toBe(now + 2 * minute)
  })

  it('is no sooner than a check where clocks disagree, so that each new one seems over at once', () => {
    for (const left of [-hour, 0, minute - 1]) {
      const over = { ...renewable, tokenExpiresAt: now + left }
      expect(refreshDueAt(over, { checkedAt: now }, now)).toBe(now + periodMs)
    }
    const over = { ...renewable, tokenExpiresAt: now - hour }
    // Out of reach, it could not be renewed; that says nothing of clocks.
    expect(refreshDueAt(over, { checkedAt: now, failure: { code: 'offline' } }, now)).toBeLessThan(
      now,
    )
  })

  it('is never where nothing renews it', () => {
    expect(refreshDueAt({ ...renewable, refreshable: false }, undefined, now)).toBeUndefined()
    expect(refreshDueAt({ ...renewable, refreshUntil: now }, undefined, now)).toBeUndefined()
    expect(refreshDueAt({ ...renewable, tokenExpiresAt: undefined }, undefined, now)).toBe(
      undefined,
    )
  })
})
