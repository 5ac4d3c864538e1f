/** How a call ended, and what that means to the caller and for the state that a person sees. */
import { fail, unreachable, type Failure } from '../../shared/failure'
import type { KeychainState } from './keychain'
import type { Answer } from './protocol'

export type Outcome =
  | Answer
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out' }
  /** The process keeps ending and is not started again before `until`. */
  | { readonly kind: 'resting'; readonly until: number }

/** What it means that the process has ended under a call: to leave a prompt is as good as dismissing it. */
export function lossOf({ left }: { readonly left: boolean }, timedOut: boolean): Outcome {
  if (left) return { kind: 'denied' }
  return timedOut ? { kind: 'timed-out' } : { kind: 'unavailable', trouble: 'process-failed' }
}

/** The failure for an outcome that is not the one the caller hoped for. */
export function failureOf(outcome: Outcome): { readonly ok: false; readonly failure: Failure } {
  switch (outcome.kind) {
    case 'value':
    case 'done':
      throw new Error(`The keychain process gave "${outcome.kind}" to the wrong call.`)
    case 'missing':
      return fail('secret-missing')
    case 'locked':
      return fail('keychain-locked')
    case 'copy-locked':
      return fail('keychain-copy-locked')
    case 'denied':
      return fail('keychain-denied')
    case 'too-large':
      return fail('secret-too-large')
    case 'cancelled':
      return fail('cancelled')
    case 'timed-out':
      return fail('keychain-timeout')
    case 'resting':
      return fail('keychain-unavailable', { retryAt: outcome.until })
    case 'stale':
      return fail('keychain-unavailable')
    case 'unavailable':
      return outcome.trouble === 'not-answering'
        ? fail('keychain-timeout')
        : fail('keychain-unavailable', { detail: outcome.detail })
  }
  return unreachable(outcome)
}

/** The state after an outcome; a secret that is refused says nothing about the keychain. */
export function stateAfter(outcome: Outcome): KeychainState | undefined {
  switch (outcome.kind) {
    case 'value':
    case 'done':
    case 'missing':
    // The keyring in use is open.
    case 'copy-locked':
      return { kind: 'ready' }
    case 'locked':
      return { kind: 'locked' }
    case 'denied':
    // A prompt that the person cancelled in Latchkey is as good as one dismissed in the system.
    case 'cancelled':
      return { kind: 'denied' }
    case 'too-large':
      return undefined
    case 'timed-out':
    case 'stale':
      return { kind: 'unavailable', reason: 'not-answering' }
    case 'resting':
      return { kind: 'unavailable', reason: 'process-failed' }
    case 'unavailable':
      return { kind: 'unavailable', reason: outcome.trouble }
  }
  return unreachable(outcome)
}

export function sameState(one: KeychainState, other: KeychainState): boolean {
  if (one.kind === 'unavailable' && other.kind === 'unavailable') {
    return one.reason === other.reason
  }
  return one.kind === other.kind
}
