/**
 * What lay in the keychain for an account at one moment, told without holding it: whoever shows it to the
 * person and writes later can see that it is still what was shown.
 */
import { createHash } from 'node:crypto'
import type { Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import type { AccountEntry } from './book'
import { isCut } from './on-the-way'
import type { Vault } from './vault'

/** A digest of what is there, `nothing`, or `unreadable` where the keychain does not say. */
export type Seen = string

/**
 * What the book claims and the keychain lacks, as a crash may leave it, is nothing; what the book is not
 * sure of is looked for.
 */
export async function seenSession(vault: Vault, entry: AccountEntry): Promise<Seen> {
  if (!entry.hasSecret && !isCut(entry.storing)) return 'nothing'
  return seen(await vault.session(entry.id, unattended), digestOfSession)
}

/** The same for a remembered password. */
export async function seenPassword(vault: Vault, entry: AccountEntry): Promise<Seen> {
  if (!entry.passwordRemembered) return 'nothing'
  return seen(await vault.password(entry.id, unattended), digestOfPassword)
}

/** What tells two sessions apart: a renewal changes it, another mark or end alone does not. */
export function digestOfSession({ access, refresh }: Session): Seen {
  return digest([access, refresh ?? null])
}

export function digestOfPassword(password: string): Seen {
  return digest([password])
}

/** Nobody has asked for a look, so it must not raise a prompt. */
const unattended = { unattended: true }

function seen<T>(read: Result<T>, digestOf: (value: T) => Seen): Seen {
  if (read.ok) return digestOf(read.value)
  return read.failure.code === 'secret-missing' ? 'nothing' : 'unreadable'
}

function digest(parts: readonly (string | null)[]): Seen {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}
