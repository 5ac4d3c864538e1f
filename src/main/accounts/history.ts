/**
 * What happened to each account, in a few lines: verified, logged in, refreshed, rejected, logged out.
 * No line holds a secret, and losing them costs no account. When an account was made is not kept here:
 * the book knows it.
 */
import { z } from 'zod'
import { historyEntry, type HistoryEntry } from '../../shared/account-parts'
import { accountId, type AccountId } from '../../shared/ids'
import { BatchedFile } from './batched-file'
import type { DurableFile } from './durable-file'

/** What this file keeps; the making of an account is told from the book. */
export type Happening = Exclude<HistoryEntry['kind'], 'created'>

/** The oldest first. */
type Entries = readonly HistoryEntry[]

const histories = z.object({ history: z.record(accountId, z.array(historyEntry)) })
export type Histories = z.infer<typeof histories>

export const historyFormat = {
  version: 1,
  lastSaveWins: true,
  empty: { history: {} },
  read: (content: unknown): Histories | undefined => histories.safeParse(content).data,
}

/** How many lines an account has at most, its making included. */
export const historyLimit = 20

export class History {
  private readonly byAccount: Map<AccountId, Entries>
  private readonly file: BatchedFile<Histories>

  constructor(file: DurableFile<Histories>, known: Histories, batchMs?: number) {
    this.byAccount = new Map(
      Object.entries(known.history).map(([id, entries]) => [accountId.parse(id), entries]),
    )
    this.file = new BatchedFile(file, () => this.content(), batchMs)
  }

  add(account: AccountId, kind: Happening, at: number): void {
    const before = this.byAccount.get(account) ?? []
    const after = withHappening(before, { kind, at })
    if (after === before) return
    this.byAccount.set(account, after)
    this.file.touch()
  }

  /** The lines of an account that was made at `createdAt`, the latest first. */
  of(account: AccountId, createdAt: number): HistoryEntry[] {
    const made: HistoryEntry = { kind: 'created', at: createdAt }
    return [made, ...(this.byAccount.get(account) ?? [])].reverse()
  }

  forget(account: AccountId): void {
    if (this.byAccount.delete(account)) this.file.touch()
  }

  /** Writes what waits to be written. */
  flush(): Promise<void> {
    return this.file.flush()
  }

  private content(): Histories {
    return { history: Object.fromEntries([...this.byAccount].map(([id, all]) => [id, [...all]])) }
  }
}

/**
 * Adds a line, unless it tells nothing new: an account is verified once, and once more after a
 * token has come from a backup; it stays rejected or logged out until something else happens. Refreshing
 * again and again is one line, with the last time.
 */
export function withHappening(
  entries: Entries,
  entry: { readonly kind: Happening; readonly at: number },
): Entries {
  const again = entries.at(-1)?.kind === entry.kind
  switch (entry.kind) {
    case 'verified': {
      const known = entries.some(({ kind }) => kind === 'verified')
      // A token from a backup may be another one than was verified before.
      const another = entries.at(-1)?.kind === 'imported'
      return known && !another ? entries : short([...entries, entry])
    }
    case 'rejected':
    case 'logged-out':
      return again ? entries : short([...entries, entry])
    case 'refreshed':
      return again ? entries.with(-1, entry) : short([...entries, entry])
    case 'logged-in':
    case 'imported':
      return short([...entries, entry])
  }
}

/** Lets the oldest go, but not when the account was first verified: that is worth knowing. */
function short(entries: Entries): Entries {
  if (entries.length < historyLimit) return entries
  return entries.toSpliced(entries[0]?.kind === 'verified' ? 1 : 0, 1)
}
