/** What the book says of a session from before it is written to the keychain until it lies there. */
import { randomUUID } from 'node:crypto'
import type { Session } from '../adapters/adapter'
import type { AccountEntry } from './book'
import type { Happening } from './history'

/** How a session comes to an account. */
export type Arrival = Exclude<NonNullable<AccountEntry['storing']>, 'held'>

/** What the history says of it. */
export const happenings = {
  login: 'logged-in',
  refresh: 'refreshed',
  import: 'imported',
} as const satisfies Record<Arrival, Happening>

/**
 * What a write that certainly wrote nothing leaves as it was: a log-out that was cut short is still to be
 * ended, and an earlier session of which nobody knows whether it has arrived is still to be looked for.
 */
export function waysOf({
  storing,
  storingMark,
  dropping,
}: AccountEntry): Pick<AccountEntry, 'storing' | 'storingMark' | 'dropping'> {
  return { storing, storingMark, dropping }
}

/** Whether a session may have arrived of which the book does not know. */
export function isCut(storing: AccountEntry['storing']): storing is Arrival {
  return storing !== undefined && storing !== 'held'
}

/** The account once its session lies in the keychain. */
export function withSession(entry: AccountEntry, session: Session): AccountEntry {
  return {
    ...entry,
    pending: entry.storing === 'refresh' ? entry.pending : undefined,
    storing: undefined,
    storingMark: undefined,
    hasSecret: true,
    refreshable: session.refresh !== undefined,
    tokenExpiresAt: session.accessExpiresAt,
    refreshUntil: session.refreshExpiresAt,
  }
}

/** What one session can be told from another by. */
export function newMark(): string {
  return randomUUID().slice(0, 8)
}
