/** Sessions in the keychain: what a secret means, and nothing about where it is kept. */
import { z } from 'zod'
import type { AccountId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import { knownInstant } from '../../shared/instant'
import type { Session } from '../adapters/adapter'
import type { CallOptions, Keychain, SecretKind } from '../keychain/keychain'

const stored = z.lazy(() =>
  z.object({
    v: z.literal(1),
    access: z.string().min(1),
    refresh: z.string().optional(),
    accessExpiresAt: knownInstant,
    refreshExpiresAt: knownInstant,
    /** Tells this session from the one that lay there before it. */
    mark: z.string().optional(),
  }),
)

/** What a removal deletes. */
export const everySecret = ['session', 'password'] as const satisfies readonly SecretKind[]

export class Vault {
  constructor(private readonly keychain: Keychain) {}

  /**
   * Reads an account's session, with the mark that it was kept under. Failures: the keychain's, and
   * `secret-missing` if it is not one of ours.
   */
  async session(
    account: AccountId,
    options?: CallOptions,
  ): Promise<Result<Session & { readonly mark?: string | undefined }>> {
    const read = await this.keychain.get({ account, kind: 'session' }, options)
    if (!read.ok) return read
    const session = stored.safeParse(parse(read.value))
    return session.success ? ok(session.data) : fail('secret-missing')
  }

  /** Keeps a session in place of the one before. `mark` is what it can be told from that one by. */
  async keep(
    account: AccountId,
    session: Session,
    mark: string,
    options?: CallOptions,
  ): Promise<Result<void>> {
    const secret = JSON.stringify({ v: 1, ...session, mark })
    return this.keychain.set({ account, kind: 'session' }, secret, options)
  }

  /** Reads a remembered password. Failures: the keychain's. */
  password(account: AccountId, options?: CallOptions): Promise<Result<string>> {
    return this.keychain.get({ account, kind: 'password' }, options)
  }

  keepPassword(account: AccountId, password: string, options?: CallOptions): Promise<Result<void>> {
    return this.keychain.set({ account, kind: 'password' }, password, options)
  }

  forgetPassword(account: AccountId, options?: CallOptions): Promise<Result<void>> {
    return this.keychain.delete({ account, kind: 'password' }, options)
  }

  /**
   * Has what a deletion of these secrets needs unlocked, and deletes nothing. Fails as the deletion would.
   */
  async prepareForget(
    account: AccountId,
    kinds: readonly SecretKind[],
    options?: CallOptions,
  ): Promise<Result<void>> {
    for (const kind of kinds) {
      const prepared = await this.keychain.prepareDelete({ account, kind }, options)
      if (!prepared.ok) return prepared
    }
    return ok(undefined)
  }

  /**
   * Forgets the session, and the password too if `all`: either both or, where a copy of one lies locked
   * in another keyring, none.
   */
  async forget(
    account: AccountId,
    what: 'session' | 'all',
    options?: CallOptions,
  ): Promise<Result<void>> {
    if (what === 'all') {
      const prepared = await this.prepareForget(account, everySecret, options)
      if (!prepared.ok) return prepared
      // The token last: an account that stays because the keychain refuses is of use with it.
      const password = await this.forgetPassword(account, options)
      if (!password.ok) return password
    }
    return this.keychain.delete({ account, kind: 'session' }, options)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
