/**
 * Secrets in memory, for a person who has no keychain and chose this: gone when Latchkey quits. They lie
 * over what a keychain may hold that cannot be reached, and never answer for it: that is neither missing
 * nor deleted.
 */
import type { AccountId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { SecretKind, SecretMemory, SecretRef } from './keychain'

export class MemoryKeychain implements SecretMemory {
  readonly #secrets = new Map<AccountId, Map<SecretKind, string>>()
  readonly #mayHold: (ref: SecretRef) => boolean

  /** `mayHold` tells whether the keychain may hold a secret. */
  constructor(mayHold: (ref: SecretRef) => boolean) {
    this.#mayHold = mayHold
  }

  has({ account, kind }: SecretRef): boolean {
    return this.#secrets.get(account)?.has(kind) === true
  }

  get(ref: SecretRef): Result<string> {
    const secret = this.#secrets.get(ref.account)?.get(ref.kind)
    if (secret !== undefined) return ok(secret)
    return fail(this.#mayHold(ref) ? 'keychain-unavailable' : 'secret-missing')
  }

  set({ account, kind }: SecretRef, secret: string): Result<void> {
    const secrets = this.#secrets.get(account) ?? new Map<SecretKind, string>()
    this.#secrets.set(account, secrets.set(kind, secret))
    return ok(undefined)
  }

  delete(ref: SecretRef): Result<void> {
    const prepared = this.prepareDelete(ref)
    if (prepared.ok) this.#secrets.get(ref.account)?.delete(ref.kind)
    return prepared
  }

  prepareDelete(ref: SecretRef): Result<void> {
    return this.#mayHold(ref) ? fail('keychain-out-of-reach') : ok(undefined)
  }

  clear(): void {
    this.#secrets.clear()
  }
}
