/** What leads on after each failure: one thing, so that a person never has to choose among ways out. */
import type { FailureCode } from './failure'

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
  'outcome-unknown': 'log-in',
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
  'keychain-denied': 'keychain',
  'keychain-timeout': 'keychain',
  'secret-missing': 'log-in',
  'secret-too-large': 'correct',
  'secret-sealed': 'log-in',
  'latchkey-locked': 'retry',
  'wrong-passphrase': 'correct',
  'too-many-tries': 'correct',
  'not-a-backup': 'correct',
  'backup-damaged': 'correct',
  'backup-newer': 'none',
  'backup-too-large': 'none',
  'backup-not-read': 'retry',
  'backup-not-written': 'retry',
  'book-read-only': 'none',
  'disk-failed': 'retry',
  'not-found': 'none',
  'own-session': 'none',
  'unsafe-to-copy': 'none',
  unsupported: 'open-site',
  cancelled: 'retry',
  internal: 'retry',
}
