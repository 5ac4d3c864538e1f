/** Brings every secret into the form that the lock asks for, one after another, with progress. */
import type { AccountId } from '../../shared/account'
import { ok, type Failure, type Result } from '../../shared/failure'
import type { Book } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import type { SecretRef } from '../keychain/keychain'
import type { SealedKeychain } from './sealed-keychain'

export interface ResealingOptions {
  readonly book: Pick<Book, 'accounts' | 'account'>
  readonly lanes: Lanes
  readonly keychain: Pick<SealedKeychain, 'reseal'>
}

export type ResealEnd =
  | { readonly kind: 'done' }
  /** The person has stopped it, or Latchkey was locked. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly account: AccountId; readonly failure: Failure }

/**
 * Writes anew each secret that is not as it should be. What is written meanwhile is in the new form by
 * itself, so that what the book lists now is all there is to do. Can be repeated at any time.
 */
export async function resealAll(
  { book, lanes, keychain }: ResealingOptions,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<ResealEnd> {
  const accounts = book.accounts.map(({ id }) => id)
  for (const [done, id] of accounts.entries()) {
    onProgress(done, accounts.length)
    const resealed = await lanes.run(id, () => resealAccount(id))
    if (signal.aborted) return { kind: 'stopped' }
    if (!resealed.ok) return { kind: 'failed', account: id, failure: resealed.failure }
  }
  onProgress(accounts.length, accounts.length)
  return { kind: 'done' }

  async function resealAccount(id: AccountId): Promise<Result<void>> {
    if (signal.aborted) return ok(undefined)
    for (const kind of kinds) {
      const entry = book.account(id)
      if (!entry) return ok(undefined)
      // What the book does not know of may have been on its way when a crash came.
      const expected = kind === 'password' ? entry.passwordRemembered : mayHaveSession(entry)
      const resealed = expected ? await keychain.reseal({ account: id, kind }, {}) : ok(undefined)
      if (!resealed.ok) return resealed
    }
    return ok(undefined)
  }
}

const kinds: readonly SecretRef['kind'][] = ['session', 'password']

function mayHaveSession(entry: Book['accounts'][number]): boolean {
  const { hasSecret, storing, dropping, removing } = entry
  return hasSecret || storing !== undefined || dropping === true || removing === true
}
