/**
 * Many sessions and passwords that come at once, from a backup. Each batch is marked in the book, then
 * its secrets go to the keychain, then the book says that they are there: the order of writes of
 * registry.ts, with two writes of the book for a hundred accounts. What a crash leaves marked, the next
 * start finishes as it does for a login.
 */
import type { AccountId } from '../../shared/account'
import type { Failure, Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import { wroteNothing } from '../keychain/keychain'
import type { AccountEntry, Book } from './book'
import type { Lanes } from './lanes'
import type { Passwords } from './passwords'
import { happenings, newMark, waysOf, withSession } from './on-the-way'
import { seenPassword, seenSession, type Seen } from './secret-seen'
import type { Usage } from './usage'
import type { Vault } from './vault'

/** A secret that comes for an account, in the place of what was seen there and of nothing else. */
interface Coming<T> {
  readonly value: T
  readonly over: Seen
}

export interface Arrival {
  readonly account: AccountId
  readonly session?: Coming<Session> | undefined
  readonly password?: Coming<string> | undefined
}

/** How it went for one account; what is undefined did not come, or could not come any more. */
export interface Arrived {
  readonly account: AccountId
  readonly session?: Result<void>
  readonly password?: Result<void>
}

export interface ArrivalsOptions {
  readonly book: Book
  readonly vault: Vault
  readonly passwords: Passwords
  readonly usage: Usage
  readonly lanes: Lanes
  readonly now: () => number
}

/** How many accounts are marked at once, and so how many a crash leaves to be looked at. */
export const arrivalBatch = 100

export class Arrivals {
  constructor(private readonly options: ArrivalsOptions) {}

  /**
   * Keeps what comes for at most `arrivalBatch` accounts. `stopped` is why it ended early: the keychain
   * or the disk refuses, or `signal` was aborted; what had arrived by then is kept all the same.
   */
  keep(
    batch: readonly Arrival[],
    signal: AbortSignal,
    onArrived: () => void,
  ): Promise<{ readonly arrived: readonly Arrived[]; readonly stopped: Failure | undefined }> {
    return this.options.lanes.runAll(
      batch.map(({ account }) => account),
      async () => {
        const mark = newMark()
        const coming: Guest[] = []
        for (const one of batch) {
          if (signal.aborted) return { arrived: [], stopped: { code: 'cancelled' } }
          coming.push(...(await this.welcome(one)))
        }
        const marked = await this.changeAll(coming, (entry, one) => withMarks(entry, one, mark))
        if (!marked.ok) return { arrived: [], stopped: marked.failure }
        const arrived: Arrived[] = []
        let stopped: Failure | undefined
        for (const one of coming) {
          if (signal.aborted) stopped ??= { code: 'cancelled' }
          if (stopped) break
          const how = await this.store(one, mark)
          arrived.push(how)
          stopped = stopping(how)
          onArrived()
        }
        const settled = await this.settle(coming, arrived)
        return { arrived, stopped: settled.ok ? stopped : settled.failure }
      },
    )
  }

  /** What of it is still wanted, now that nobody else works on the account. */
  private async welcome({ account, session, password }: Arrival): Promise<Guest[]> {
    const { book, vault } = this.options
    const entry = book.account(account)
    if (!entry || entry.removing) return []
    const heldSession = session && (await seenSession(vault, entry))
    const heldPassword = password && (await seenPassword(vault, entry))
    const vain = entry.passwordRemembered && heldPassword === 'nothing'
    return [
      {
        account,
        // A book that says in vain that a password is remembered is put right, whatever comes of this.
        before: vain ? { ...entry, passwordRemembered: false } : entry,
        session: session?.over === heldSession ? session?.value : undefined,
        password: password?.over === heldPassword ? password?.value : undefined,
      },
    ]
  }

  /** A write that has begun is waited for: one that is cut off may or may not have come through. */
  private async store({ account, session, password }: Guest, mark: string): Promise<Arrived> {
    const { vault, passwords, usage } = this.options
    const kept = session && (await vault.keep(account, session, mark))
    // Before the book tells of it, so that nobody is shown it with what was found of the one before.
    if (kept?.ok) usage.outdate(account)
    const stop = kept !== undefined && stopping({ account, session: kept }) !== undefined
    const remembered =
      password === undefined || stop ? undefined : await passwords.keepImported(account, password)
    return {
      account,
      ...(kept && { session: kept }),
      ...(remembered && { password: remembered }),
    }
  }

  /** The book says what is there. Where only the keychain can tell, the mark stays. */
  private async settle(
    coming: readonly Guest[],
    arrived: readonly Arrived[],
  ): Promise<Result<void>> {
    const how = new Map(arrived.map((one) => [one.account, one]))
    const settled = await this.changeAll(coming, (entry, guest) => {
      const { session, password } = how.get(guest.account) ?? {}
      const unsure = session?.ok === false && !wroteNothing(session.failure)
      const withoutMark =
        guest.session === undefined || unsure
          ? entry
          : session?.ok
            ? withSession(entry, guest.session)
            : { ...entry, ...waysOf(guest.before) }
      const nothing = password === undefined || (!password.ok && wroteNothing(password.failure))
      const passwordRemembered = nothing ? guest.before.passwordRemembered : true
      return { ...withoutMark, passwordRemembered }
    })
    if (!settled.ok) return settled
    const { usage, now } = this.options
    for (const { account, session } of arrived) {
      if (session?.ok) usage.history.add(account, happenings.import, now())
    }
    return settled
  }

  private changeAll(
    coming: readonly Guest[],
    change: (entry: AccountEntry, guest: Guest) => AccountEntry,
  ): Promise<Result<void>> {
    const guests = new Map(coming.map((one) => [one.account, one]))
    return this.options.book.update((content) => ({
      ...content,
      accounts: content.accounts.map((entry) => {
        const guest = guests.get(entry.id)
        return guest ? change(entry, guest) : entry
      }),
    }))
  }
}

interface Guest {
  readonly account: AccountId
  readonly before: AccountEntry
  readonly session: Session | undefined
  readonly password: string | undefined
}

function withMarks(entry: AccountEntry, { session, password }: Guest, mark: string): AccountEntry {
  return {
    ...entry,
    ...(session && { storing: 'import' as const, storingMark: mark, dropping: undefined }),
    passwordRemembered: entry.passwordRemembered || password !== undefined,
  }
}

/** Whether a failure says that the keychain would refuse the next one as well. */
function stopping({ session, password }: Arrived): Failure | undefined {
  for (const one of [session, password]) {
    if (one?.ok !== false) continue
    const { code } = one.failure
    const own = code === 'secret-too-large' || code === 'invalid-input' || code === 'not-found'
    if (!own) return one.failure
  }
  return undefined
}
