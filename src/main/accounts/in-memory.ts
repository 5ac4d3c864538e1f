/**
 * While secrets are kept in memory, what the book says of them is about the memory, and what lies in the
 * keychain lies beneath, out of reach. The book notes what it said before, so that nobody takes the one
 * for the other: what lies beneath is not called deleted, and the next start goes on with it.
 */
import type { Keychain, SecretRef } from '../keychain/keychain'
import type { AccountEntry, Book, BookContent, SecretClaims } from './book'
import { isCut } from './on-the-way'

/** Keeps secrets in memory until the program ends, if there is no keychain. */
export function keepInMemory(keychain: Pick<Keychain, 'useMemory'>, book: Book): void {
  const memory = keychain.useMemory((ref) => book.mayLieInKeychain(ref))
  if (memory) book.noteMemory(memory)
}

/** `after`, with what lies beneath as it was before the first change that may speak of the memory. */
export function withBeneath(before: BookContent, after: BookContent): BookContent {
  return { ...after, beneath: before.beneath ?? claimsOf(before.accounts) }
}

/** Whether the keychain may hold a secret, as far as the book knows. */
export function mayLieInKeychain(
  { accounts, beneath = claimsOf(accounts) }: BookContent,
  { account, kind }: SecretRef,
): boolean {
  const claims = beneath[account]
  if (claims === undefined) return false
  return kind === 'password' ? claims.passwordRemembered : claims.hasSecret || isCut(claims.storing)
}

/** The book as a start takes it up: what the program before this one had in memory is gone. */
export function afterRestart(content: BookContent): BookContent {
  const { accounts, beneath } = content
  const isHeld = accounts.some(({ storing }) => storing === 'held')
  if (beneath === undefined && !isHeld) return content
  return {
    ...content,
    accounts: accounts.map((entry) => restored(entry, beneath)),
    beneath: undefined,
  }
}

function restored(entry: AccountEntry, beneath: BookContent['beneath']): AccountEntry {
  const one = beneath === undefined ? entry : { ...entry, ...nothing, ...beneath[entry.id] }
  return one.storing === 'held' ? { ...one, storing: undefined } : one
}

const nothing: SecretClaims = {
  hasSecret: false,
  passwordRemembered: false,
  tokenExpiresAt: undefined,
  refreshUntil: undefined,
  refreshable: false,
  storing: undefined,
  storingMark: undefined,
  dropping: undefined,
}

/** What the book says of the secrets of all accounts that have, or may have, any. */
function claimsOf(accounts: readonly AccountEntry[]): Record<string, SecretClaims> {
  const any = accounts.filter(
    ({ hasSecret, passwordRemembered, storing, dropping }) =>
      hasSecret || passwordRemembered || storing !== undefined || dropping === true,
  )
  return Object.fromEntries(any.map((entry) => [entry.id, pick(entry)]))
}

function pick(entry: AccountEntry): SecretClaims {
  const { hasSecret, passwordRemembered, tokenExpiresAt, refreshUntil, refreshable } = entry
  const { storing, storingMark, dropping } = entry
  return {
    ...{ hasSecret, passwordRemembered, tokenExpiresAt, refreshUntil, refreshable },
    ...{ storing, storingMark, dropping },
  }
}
