/**
 * What an attempt leaves in the book: noted before a request that must not be repeated, kept while
 * something waits at the service, taken back when nothing does, and finished with a session.
 */
import { fail, ok, type Result } from '../../shared/failure'
import type { AccountId } from '../../shared/account'
import type { Locale } from '../../shared/text/locale'
import type { Book, Pending } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import type { Registry } from '../accounts/registry'
import type { Walk } from '../adapters/walk'
import type { Attempt, Held } from './attempt'

export interface KeeperOptions {
  readonly book: Book
  readonly registry: Registry
  readonly lanes: Lanes
  readonly locale: Locale
  readonly now: () => number
  /** Called when an account has just been logged in to, so that its facts can be fetched. */
  readonly loggedIn: (account: AccountId) => void
}

export class Keeper {
  constructor(private readonly options: KeeperOptions) {}

  /**
   * Notes where to go on from, before a request leaves whose outcome may stay unknown. Without an
   * address there is no account to note it at, and nothing happens.
   */
  async note(attempt: Attempt, unsure: Walk, email: string | undefined): Promise<Result<void>> {
    if (email === undefined || email === '') return ok(undefined)
    return this.enter(attempt, unsure, email)
  }

  /** Keeps the step if something waits at the service, else takes back what the attempt had kept. */
  async keep(attempt: Attempt, walk: Walk): Promise<Result<void>> {
    const { locale, now } = this.options
    const waits = walk.waiting({ server: attempt.server, locale, now }) !== undefined
    const email = attempt.email ?? walk.email
    if (waits && email !== undefined) return this.enter(attempt, walk, email)
    return this.takeBack(attempt)
  }

  /** Leaves the book as it should be when nobody goes on with the attempt. */
  async abandon(attempt: Attempt): Promise<Result<void>> {
    if (attempt.phase.kind !== 'step') return ok(undefined)
    return this.keep(attempt, attempt.phase.walk)
  }

  /**
   * Ends an attempt with a session: account, secret, then the account says so. A session that the
   * keychain does not take stays with the attempt, which then waits for another try.
   */
  async finish(attempt: Attempt, walk: Walk, held: Held): Promise<void> {
    const { book, registry, lanes, loggedIn } = this.options
    if (attempt.email !== undefined && !sameAddress(attempt.email, held.email)) {
      attempt.failure = { code: 'email-mismatch', detail: held.email }
      return
    }
    const pending = this.pendingOf(attempt, walk)
    const entered = await registry.enter(attempt.server, attempt.email ?? held.email, pending)
    if (!entered.ok) return hold(attempt, walk, held, entered)
    const { entry } = entered.value
    attempt.account = entry.id
    attempt.email = entry.email
    const stored = await lanes.run(entry.id, () => registry.store(entry.id, held.session))
    if (!stored.ok) return hold(attempt, walk, held, stored)
    attempt.madeAccount = false
    attempt.ownsPending = false
    attempt.phase = { kind: 'done', account: entry.id, notice: held.notice }
    attempt.failure = undefined
    registry.confirm(entry.id, held.facts)
    await registry.noteLogin(book.account(entry.id) ?? entry)
    loggedIn(entry.id)
  }

  private async enter(attempt: Attempt, walk: Walk, email: string): Promise<Result<void>> {
    const known = this.options.book.find(attempt.server.id, email)
    if (!attempt.ownsPending) attempt.before = known?.pending
    const entered = await this.options.registry.enter(
      attempt.server,
      email,
      this.pendingOf(attempt, walk),
    )
    if (!entered.ok) return entered
    attempt.ownsPending = true
    attempt.account = entered.value.entry.id
    if (entered.value.isNew) attempt.madeAccount = true
    return ok(undefined)
  }

  private async takeBack(attempt: Attempt): Promise<Result<void>> {
    const { book, registry } = this.options
    const { account } = attempt
    if (account === undefined || !attempt.ownsPending) return ok(undefined)
    attempt.ownsPending = false
    const entry = book.account(account)
    if (!entry) return ok(undefined)
    if (attempt.madeAccount && !entry.hasSecret) {
      attempt.madeAccount = false
      attempt.account = undefined
      return registry.remove(account)
    }
    const changed = await book.change(account, (one) => ({ ...one, pending: attempt.before }))
    return changed.ok ? ok(undefined) : fail(changed.failure.code, changed.failure)
  }

  private pendingOf(attempt: Attempt, walk: Walk): Pending {
    const before = attempt.account && this.options.book.account(attempt.account)?.pending
    const since = attempt.ownsPending ? before?.since : undefined
    return { flow: attempt.flow, step: walk.kept, since: since ?? this.options.now() }
  }
}

function hold(
  attempt: Attempt,
  walk: Walk,
  held: Held,
  why: Extract<Result<unknown>, { ok: false }>,
): void {
  attempt.phase = { kind: 'held', walk, held }
  attempt.failure = why.failure
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
