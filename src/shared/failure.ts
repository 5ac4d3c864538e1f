/**
 * Expected bad outcomes as values. A failure is shown to the person; a thrown error is a bug.
 * Nothing here may hold a secret, and `detail` is shown, never branched on.
 */

export const failureCodes = [
  'invalid-input',
  'wrong-credentials',
  'wrong-code',
  'code-expired',
  'captcha-wrong',
  'captcha-needs-browser',
  'second-factor-wrong',
  'attempt-expired',
  'email-taken',
  'email-unknown',
  'email-unconfirmed',
  'email-mismatch',
  'sign-up-closed',
  'already-verified',
  'account-blocked',
  'rate-limited',
  'token-rejected',
  'mail-failed',
  'offline',
  'timeout',
  'outcome-unknown',
  'tls-untrusted',
  'unencrypted-private',
  'unencrypted-public',
  'proxy-needs-sign-in',
  'redirected',
  'not-the-service',
  'unexpected-answer',
  'service-error',
  'keychain-unavailable',
  'keychain-locked',
  'keychain-copy-locked',
  'keychain-denied',
  'keychain-timeout',
  'keychain-out-of-reach',
  'secret-missing',
  'secret-too-large',
  'secret-sealed',
  'latchkey-locked',
  'wrong-passphrase',
  'too-many-tries',
  'not-a-backup',
  'backup-damaged',
  'backup-newer',
  'backup-too-large',
  'backup-not-read',
  'backup-not-written',
  'book-damaged',
  'book-read-only',
  'disk-failed',
  'file-changed',
  'not-found',
  'own-session',
  'unsafe-to-copy',
  'unsupported',
  'cancelled',
  'internal',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** What went wrong, in a form that can cross the bridge. Times are milliseconds since the epoch. */
export interface Failure {
  readonly code: FailureCode
  /** The field of the step or call that caused it, so that the window can point at it. */
  readonly field?: string | undefined
  /**
   * The service's own words if there is a `serviceCode` with them, else what Latchkey found, such as the
   * path of a broken field; never a value that was sent.
   */
  readonly detail?: string | undefined
  /** When it makes sense to try again. */
  readonly retryAt?: number | undefined
  /** The service's own code, such as `40080` or `ER_FORBIDDEN/ER_TOKEN_EXPIRED`. */
  readonly serviceCode?: string | undefined
  /** What to quote when asking the service, or the id that the log bears for `internal`. */
  readonly correlationId?: string | undefined
  /** The step that it is told at goes on from it, with what another flow would throw away. */
  readonly goesOn?: true | undefined
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Makes a failed result; `more` adds what is known beyond the code. */
export function fail(
  code: FailureCode,
  more: Omit<Failure, 'code'> = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, ...more } }
}

/** For the end of an exhaustive switch: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
