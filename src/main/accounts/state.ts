/** The state of an account, derived from what is known and never stored. */
import type { AccountState } from '../../shared/account'
import type { FailureCode } from '../../shared/failure'
import type { KeychainState } from '../keychain/keychain'
import type { AccountEntry } from './book'
import type { Outcome } from './usage'

export interface StateFacts {
  readonly entry: Pick<
    AccountEntry,
    'hasSecret' | 'tokenExpiresAt' | 'refreshUntil' | 'refreshable'
  >
  /** The account waits in an attempt that left something behind at the service. */
  readonly waiting: boolean
  readonly outcome: Pick<Outcome, 'failure'> | undefined
  readonly keychain: KeychainState['kind']
  readonly now: number
}

/**
 * Derives the state. What only the person can mend comes before what may pass by itself. A keychain that
 * is not there at all is told above every page and by what needs it: it is the computer's state and no
 * account's, and the way out, keeping tokens in memory, is one for all accounts.
 */
export function accountState(facts: StateFacts): AccountState {
  const { entry, outcome, now } = facts
  if (!entry.hasSecret) return facts.waiting ? 'needs-verification' : 'needs-login'
  const told = outcome?.failure && stateAfter(outcome.failure.code)
  if (told === 'blocked' || told === 'needs-login') return told
  if (facts.keychain === 'locked' || facts.keychain === 'denied') return 'keychain-locked'
  if (told === 'secret-missing') return told
  if (entry.tokenExpiresAt !== undefined && entry.tokenExpiresAt <= now) {
    const dead = entry.refreshUntil !== undefined && entry.refreshUntil <= now
    return entry.refreshable && !dead ? 'expired' : 'needs-login'
  }
  return told ?? 'ready'
}

/**
 * Whether a failed check says something about the account. What the keychain refuses passes with the
 * keychain's own state, and what this computer refuses is mended here: neither must stick to the account.
 */
export function saysSomething(code: FailureCode): boolean {
  return !ownTrouble.has(code) && !code.startsWith('keychain-')
}

/** Whether a token was not to be had at the last look, which asks no service: it may be back, with its keychain. */
export function isLost(code: FailureCode): boolean {
  return code === 'secret-missing' || code === 'secret-sealed'
}

const ownTrouble: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'cancelled',
  'unsupported',
  'not-found',
  'disk-failed',
  'file-changed',
  'book-read-only',
  'latchkey-locked',
])

/** What a failed check says about the account; a network's trouble says nothing about its token. */
function stateAfter(code: FailureCode): AccountState | undefined {
  switch (code) {
    case 'token-rejected':
    case 'wrong-credentials':
    case 'email-mismatch':
      return 'needs-login'
    case 'account-blocked':
      return 'blocked'
    case 'email-unconfirmed':
      return 'needs-verification'
    case 'secret-missing':
    case 'secret-sealed':
      return 'secret-missing'
    case 'offline':
    case 'timeout':
    case 'outcome-unknown':
    case 'tls-untrusted':
    case 'unencrypted-private':
    case 'unencrypted-public':
    case 'proxy-needs-sign-in':
    case 'redirected':
    case 'not-the-service':
    case 'unexpected-answer':
    case 'service-error':
    case 'rate-limited':
      return 'unreachable'
    case 'keychain-locked':
    case 'keychain-copy-locked':
    case 'keychain-denied':
    case 'keychain-timeout':
    case 'keychain-unavailable':
    case 'keychain-out-of-reach':
    case 'invalid-input':
    case 'wrong-code':
    case 'code-expired':
    case 'captcha-wrong':
    case 'captcha-needs-browser':
    case 'second-factor-wrong':
    case 'attempt-expired':
    case 'email-taken':
    case 'email-unknown':
    case 'sign-up-closed':
    case 'already-verified':
    case 'mail-failed':
    case 'secret-too-large':
    case 'latchkey-locked':
    case 'wrong-passphrase':
    case 'too-many-tries':
    case 'not-a-backup':
    case 'backup-damaged':
    case 'backup-newer':
    case 'backup-too-large':
    case 'backup-not-read':
    case 'backup-not-written':
    case 'own-session':
    case 'unsafe-to-copy':
    case 'book-damaged':
    case 'book-read-only':
    case 'disk-failed':
    case 'file-changed':
    case 'not-found':
    case 'unsupported':
    case 'cancelled':
    case 'internal':
      return undefined
  }
}
