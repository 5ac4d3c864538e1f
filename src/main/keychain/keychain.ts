/**
 * The keychain: where secrets live. This folder holds the interface, the client that speaks to the
 * keychain process, and that process, which alone loads keytar. It knows ids and strings; what a
 * secret means belongs to src/main/accounts.
 */
import type { AccountId } from '../../shared/account'
import type { Failure, FailureCode, Result } from '../../shared/failure'

/** `session` is a token or token pair; `password` is there only if the person asked for it. */
export type SecretKind = 'session' | 'password'

export interface SecretRef {
  readonly account: AccountId
  readonly kind: SecretKind
}

/**
 * `asking` means that the system may be showing a prompt. `memory` means that the person chose to
 * keep secrets in memory until Latchkey quits, because there is no keychain.
 */
export type KeychainState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unavailable'; readonly reason: KeychainTrouble }
  | { readonly kind: 'memory' }

/** Why there is no keychain, as far as it can be told; the words for it name the remedy. */
export type KeychainTrouble =
  | 'no-session-bus'
  | 'no-secret-service'
  /** keytar's native part did not load; on Linux because libsecret is not installed. */
  | 'no-keychain-library'
  /** The service is there and does not answer in time. */
  | 'not-answering'
  /** The keychain process keeps stopping. */
  | 'process-failed'
  | 'unknown'

/** Windows keeps at most this many bytes of UTF-8 per entry, so no system gets more. */
export const secretLimitBytes = 2500

const nothingWritten: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'keychain-unavailable',
  'keychain-locked',
  'keychain-copy-locked',
  'keychain-denied',
  'keychain-out-of-reach',
  'secret-too-large',
  'invalid-input',
])

/**
 * Whether a `set` that failed like this has certainly left the keychain as it was. After any other
 * failure (`keychain-timeout`, `cancelled`) the secret may be there all the same, and only the
 * keychain itself can tell.
 */
export function wroteNothing({ code }: Failure): boolean {
  return nothingWritten.has(code)
}

/** Whether no keychain takes such a secret, so that another try would end like this one. */
export function fitsNoKeychain({ code }: Failure): boolean {
  return code === 'secret-too-large' || code === 'invalid-input'
}

/** The memory that secrets are kept in, as far as others may know of it. */
export interface SecretMemory {
  has(ref: SecretRef): boolean
}

export interface CallOptions {
  /** Nobody is waiting: the call may be cut off after a while and must not raise a prompt. */
  readonly unattended?: boolean
  readonly signal?: AbortSignal
}

export interface Keychain {
  readonly state: KeychainState
  /** Calls back on each change; returns its own unsubscribe. */
  onState(listener: (state: KeychainState) => void): () => void
  /**
   * Reads a secret. Failures: `secret-missing` when an unlocked keychain has none,
   * `keychain-locked`, `keychain-unavailable`, `keychain-denied`, `keychain-timeout`, `cancelled`.
   */
  get(ref: SecretRef, options?: CallOptions): Promise<Result<string>>
  /**
   * Writes a secret. Failures as for `get`, and `secret-too-large` or `invalid-input` (NUL, empty).
   * `wroteNothing` tells which of them leave the keychain as it was.
   */
  set(ref: SecretRef, secret: string, options?: CallOptions): Promise<Result<void>>
  /**
   * Deletes a secret; one that is not there counts as deleted, but only in an unlocked keychain. Fails
   * with `keychain-copy-locked`, and deletes nothing, if another keyring holds a copy and stays locked.
   */
  delete(ref: SecretRef, options?: CallOptions): Promise<Result<void>>
  /**
   * Unlocks what a `delete` would and deletes nothing, for whoever does first what cannot be undone.
   * Failures as for `delete`.
   */
  prepareDelete(ref: SecretRef, options?: CallOptions): Promise<Result<void>>
  /**
   * Looks again, on the person's demand: clears a denial, restarts the process if it is stale, and
   * asks the system to unlock a locked keychain. Unattended it only looks, and a denial stands: this
   * is how the state is first learned after the start.
   */
  retry(options?: CallOptions): Promise<KeychainState>
  /**
   * The person does not want to answer the system's question: what raised it fails as if refused there,
   * but a write with `keychain-timeout` where only the end of its process ended it.
   */
  stopAsking(): void
  /**
   * Keeps secrets in memory from here on; only on the person's word, and only while the state is
   * `unavailable` (else nothing happens). `mayHold` tells whether the keychain that cannot be reached may
   * hold a secret: such a one is not read (`keychain-unavailable`) until memory is given another, and
   * never deleted (`keychain-out-of-reach`). Gives the memory, if secrets are kept there.
   */
  useMemory(mayHold: (ref: SecretRef) => boolean): SecretMemory | undefined
  /** Cancels reads, gives writes a moment to end, and ends the process. Later calls are `cancelled`. */
  close(): Promise<void>
}
