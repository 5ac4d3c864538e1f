/** What leads on after each failure: one thing, so that a person never has to choose among ways out. */
import type { Failure, FailureCode } from './failure'

/**
 * A remedy is one button. A place that cannot do it (the service has no such flow, the step no such
 * action) falls back to asking once more, if that is what a button there can do.
 */
export type Remedy =
  | 'log-in'
  | 'register'
  | 'verify'
  | 'reset'
  | 'use-token'
  | 'start-over'
  | 'resend'
  | 'open-site'
  | 'keychain'
  | 'another-file'
  | 'retry'

/**
 * `correct` stands for what is mended where it was typed or chosen: the button that sends it stands there
 * already. `none` is for what no button mends; the words say what to do instead.
 */
export const failureRemedies: Readonly<Record<FailureCode, Remedy | 'correct' | 'none'>> = {
  'invalid-input': 'correct',
  'wrong-credentials': 'reset',
  'wrong-code': 'resend',
  'code-expired': 'resend',
  'captcha-wrong': 'correct',
  'captcha-needs-browser': 'use-token',
  'second-factor-wrong': 'correct',
  'attempt-expired': 'start-over',
  'email-taken': 'log-in',
  'email-unknown': 'register',
  'email-unconfirmed': 'verify',
  'email-mismatch': 'resend',
  'sign-up-closed': 'log-in',
  'already-verified': 'log-in',
  'account-blocked': 'open-site',
  'rate-limited': 'retry',
  'token-rejected': 'log-in',
  'mail-failed': 'retry',
  offline: 'retry',
  timeout: 'retry',
  // The step that is stood on then leads to the login, or to a new code, with what was typed.
  'outcome-unknown': 'none',
  'tls-untrusted': 'retry',
  'unencrypted-private': 'none',
  'unencrypted-public': 'none',
  'proxy-needs-sign-in': 'retry',
  redirected: 'none',
  'not-the-service': 'retry',
  'unexpected-answer': 'retry',
  'service-error': 'retry',
  'keychain-unavailable': 'keychain',
  'keychain-locked': 'keychain',
  'keychain-copy-locked': 'retry',
  'keychain-denied': 'keychain',
  'keychain-timeout': 'keychain',
  'keychain-out-of-reach': 'none',
  'secret-missing': 'log-in',
  'secret-too-large': 'correct',
  'secret-sealed': 'log-in',
  'latchkey-locked': 'retry',
  'wrong-passphrase': 'correct',
  'too-many-tries': 'correct',
  'not-a-backup': 'another-file',
  'backup-damaged': 'another-file',
  'backup-newer': 'none',
  'backup-too-large': 'none',
  'backup-not-read': 'retry',
  'backup-not-written': 'retry',
  'book-damaged': 'none',
  'book-read-only': 'none',
  'disk-failed': 'retry',
  'file-changed': 'none',
  'not-found': 'none',
  'own-session': 'none',
  'unsafe-to-copy': 'none',
  unsupported: 'open-site',
  cancelled: 'retry',
  internal: 'retry',
}

/** What a place that shows a failure can do about it. */
export type FailureOffers = Partial<Readonly<Record<Remedy, () => void>>>

/** The one button that leads on from here: the failure's own, else asking once more. */
export function remedyOf({ code }: Failure, offers: FailureOffers): Remedy | undefined {
  const own = failureRemedies[code]
  if (own === 'correct' || own === 'none') return undefined
  if (offers[own]) return own
  return offers.retry && 'retry'
}

/** What was typed may be all that is wrong: to send it again, mended, comes before any other way. */
const typedWrong: ReadonlySet<FailureCode> = new Set<FailureCode>([
  ...(['wrong-credentials', 'wrong-code', 'email-unknown', 'email-mismatch'] as const),
])

/**
 * Whether the remedy is what to do next, so that a form's own button steps back behind it; it would only
 * send once more what has just failed.
 */
export function remedyLeads(failure: Failure | undefined, offers: FailureOffers): boolean {
  if (!failure || typedWrong.has(failure.code)) return false
  return remedyOf(failure, offers) !== undefined
}
