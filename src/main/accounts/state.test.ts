import { describe, expect, it } from 'vitest'
import { accountState, type StateFacts } from './state'

const ready: StateFacts = {
  entry: {
    hasSecret: true,
    refreshable: false,
    tokenExpiresAt: undefined,
    refreshUntil: undefined,
  },
  waiting: false,
  outcome: undefined,
  keychain: 'ready',
  now: 1_000,
}

function entry(change: Partial<StateFacts['entry']>): StateFacts {
  return { ...ready, entry: { ...ready.entry, ...change } }
}

describe('the state of an account', () => {
  it.each([
    ['ready', ready],
    ['needs-login', entry({ hasSecret: false })],
    ['needs-verification', { ...entry({ hasSecret: false }), waiting: true }],
    ['expired', entry({ tokenExpiresAt: 1_000, refreshable: true })],
    ['needs-login', entry({ tokenExpiresAt: 1_000, refreshable: false })],
    ['needs-login', entry({ tokenExpiresAt: 1_000, refreshable: true, refreshUntil: 999 })],
    ['ready', entry({ tokenExpiresAt: 1_001 })],
    ['keychain-locked', { ...ready, keychain: 'locked' as const }],
    ['blocked', { ...ready, outcome: { failure: { code: 'account-blocked' as const } } }],
    ['unreachable', { ...ready, outcome: { failure: { code: 'timeout' as const } } }],
    ['needs-login', { ...ready, outcome: { failure: { code: 'token-rejected' as const } } }],
    ['secret-missing', { ...ready, outcome: { failure: { code: 'secret-missing' as const } } }],
    ['ready', { ...ready, outcome: { failure: { code: 'internal' as const } } }],
  ] as const)('is %s', (state, facts) => {
    expect(accountState(facts)).toBe(state)
  })
})
