/**
 * Secrets in memory, for a person who has no keychain and chose this: gone when Latchkey quits. It
 * only knows what it was given, and says whether it was, because what it was not given may lie in a
 * keychain that cannot be reached.
 */
import type { AccountId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { SecretKind, SecretRef } from './keychain'

export class MemoryKeychain {
  readonly #secrets = new Map<AccountId, Map<SecretKind, string>>()

  get({ account, kind }: SecretRef): Result<string> {
    const secrets = this.#secrets.get(account)
    if (secrets === undefined) return fail('keychain-unavailable')
    const secret = secrets.get(kind)
    return secret === undefined ? fail('secret-missing') : ok(secret)
  }

  set({ account, kind }: SecretRef, secret: string): Result<void> {
    const secrets = this.#secrets.get(account) ?? new Map<SecretKind, string>()
    this.#secrets.set(account, secrets.set(kind, secret))
    return ok(undefined)
  }

  delete({ account, kind }: SecretRef): Result<void> {
    const secrets = this.#secrets.get(account)
    if (secrets === undefined) return fail('keychain-unavailable')
    secrets.delete(kind)
    return ok(undefined)
  }

  clear(): void {
    this.#secrets.clear()
  }
}
