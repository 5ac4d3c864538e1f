/** Turns secrets into what the keychain gets and back, as the lock stands. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { SecretRef } from '../keychain/keychain'
import { fail, ok, type Result } from '../../shared/failure'
import { open, seal } from '../sealing/box'
import { collect, leave } from '../sealing/inbox'
import { wipe, type LockKeys, type LockRecord } from './lock-record'

/** Each entry tells by its beginning whether it is sealed, and how. */
const withKey = 'latchkey-sealed:1:key:'
const withInbox = 'latchkey-sealed:1:inbox:'

/** How the lock stands for secrets. While it is turned off, what is written is in clear again. */
export type SealState =
  | { readonly kind: 'off' }
  | { readonly kind: 'open'; readonly keys: LockKeys; readonly writes: 'sealed' | 'clear' }
  | { readonly kind: 'locked'; readonly inbox: Buffer }

/** The longest that a secret may be when it is not sealed; more than any keychain takes. */
const inflateLimitBytes = 65_536

export class Seal {
  #state: SealState

  constructor(state: SealState) {
    this.#state = state
  }

  get state(): SealState {
    return this.#state
  }

  /** Takes another state; keys that it does not hold any more are overwritten. */
  become(state: SealState): void {
    const before = this.#state
    this.#state = state
    const kept = state.kind === 'open' ? state.keys : undefined
    if (before.kind === 'open' && before.keys !== kept) wipe(before.keys)
  }

  /** What the keychain is to hold. While locked, what only the passphrase opens again. */
  write(ref: SecretRef, secret: string): string {
    const state = this.#state
    if (state.kind === 'off' || (state.kind === 'open' && state.writes === 'clear')) return secret
    // Base64 makes a secret longer by a third, and tokens are shorter by as much when deflated.
    const content = deflateRawSync(Buffer.from(secret, 'utf8'))
    const purpose = purposeOf(ref)
    return state.kind === 'open'
      ? withKey + seal(state.keys.dataKey, content, purpose).toString('base64')
      : withInbox + leave(state.inbox, content, purpose).toString('base64')
  }

  /**
   * The secret that the keychain's text stands for. Failures: `latchkey-locked`, and `secret-sealed`
   * where it was sealed with keys that are gone, or for another account.
   */
  read(ref: SecretRef, text: string): Result<string> {
    const state = this.#state
    const how = [withKey, withInbox].find((mark) => text.startsWith(mark))
    if (state.kind === 'locked') return fail('latchkey-locked')
    if (how === undefined) return ok(text)
    if (state.kind === 'off') return fail('secret-sealed')
    const sealed = Buffer.from(text.slice(how.length), 'base64')
    const { keys } = state
    const content =
      how === withKey
        ? open(keys.dataKey, sealed, purposeOf(ref))
        : collect(keys.inbox, sealed, purposeOf(ref))
    if (content === undefined) return fail('secret-sealed')
    return ok(inflateRawSync(content, { maxOutputLength: inflateLimitBytes }).toString('utf8'))
  }

  /** Whether the text is in the form in which it would be written now. */
  isCurrent(text: string): boolean {
    const state = this.#state
    const sealed = state.kind === 'open' && state.writes === 'sealed'
    return sealed ? text.startsWith(withKey) : !isSealed(text)
  }
}

function isSealed(text: string): boolean {
  return text.startsWith(withKey) || text.startsWith(withInbox)
}

/** Binds a sealed secret to its account, so that it cannot be put in another one's place. */
function purposeOf({ account, kind }: SecretRef): string {
  return `latchkey secret 1 ${account}/${kind}`
}

/** How the keychain stands at the start. */
export function sealStateOf(record: LockRecord | undefined): SealState {
  return record ? lockedState(record) : { kind: 'off' }
}

/** How it stands while nobody has given the passphrase. */
export function lockedState(record: LockRecord): SealState {
  return { kind: 'locked', inbox: Buffer.from(record.inbox, 'base64') }
}
