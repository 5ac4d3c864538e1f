/**
 * What the client and the keychain process say to each other. Both ends are built from this file
 * and started together, so the guards only tell a message of this protocol from a stray one.
 */
import type { KeychainTrouble } from './keychain'

/** An entry of the system's keychain. `name` is what keytar calls the account. */
export interface Entry {
  readonly service: string
  readonly name: string
}

/**
 * `look` reads the state of the keychain and, if attended, asks the system to unlock it. `prepare-delete`
 * does what comes before a delete.
 */
export type Operation =
  | { readonly op: 'get'; readonly entry: Entry; readonly attended: boolean }
  | {
      readonly op: 'set'
      readonly entry: Entry
      readonly secret: string
      readonly attended: boolean
    }
  | { readonly op: 'delete'; readonly entry: Entry; readonly attended: boolean }
  | { readonly op: 'prepare-delete'; readonly entry: Entry; readonly attended: boolean }
  | { readonly op: 'look'; readonly attended: boolean }

/** `leave` gives up on the prompt that the request of this id has raised. */
export type KeychainRequest =
  | { readonly kind: 'perform'; readonly id: number; readonly operation: Operation }
  | { readonly kind: 'leave'; readonly id: number }

/**
 * `done` also answers a delete of an entry that is not there, one that nothing stands in the way of, and a
 * look at an open keychain. `copy-locked` means that nothing was deleted, because another keyring, which is locked, holds a copy.
 * `stale` means that nothing was done because this process has lost its keychain for good: libsecret
 * never recovers from a restart of the daemon (measured), so a fresh process has to take over.
 */
export type Answer =
  | { readonly kind: 'value'; readonly secret: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'copy-locked' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unavailable'; readonly trouble: KeychainTrouble; readonly detail?: string }

/**
 * `asking`: the system may be showing a prompt for this request; its answer comes later. `changed`: a
 * look may find another state than the last one did.
 */
export type KeychainMessage =
  | { readonly kind: 'changed' }
  | { readonly kind: 'asking'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }

/** Whether an operation changes nothing in the keychain, so that it can be cut off at any time. */
export function isRead({ op }: Operation): boolean {
  return op === 'get' || op === 'look' || op === 'prepare-delete'
}

export function isKeychainRequest(value: unknown): value is KeychainRequest {
  return hasId(value) && 'kind' in value && (value.kind === 'perform' || value.kind === 'leave')
}

export function isKeychainMessage(value: unknown): value is KeychainMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'changed' || (isOfRequest(value.kind) && hasId(value))
}

function isOfRequest(kind: unknown): boolean {
  return kind === 'asking' || kind === 'answer'
}

function hasId(value: unknown): value is { readonly id: number } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
  )
}
