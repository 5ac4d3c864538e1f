/**
 * What an attempt leaves in the book: noted before a request that must not be repeated, kept while
 * something waits at the service, taken back when nothing does, and finished with a session.
 */
import { fail, ok, type Result } from '../../shared/failure'
import type { AccountId } from '../../shared/account'
import type { NoticeView } from '../../shared/flow'
import type { Book, Pending } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import type { Passwords } from '../accounts/passwords'
import type { Entered, Registry } from '../accounts/registry'
import { sameEmail } from '../adapters/same-email'
import type { Walk } from '../adapters/walk'
import { fitsNoKeychain, type CallOptions } from '../keychain/keychain'
import type { Language } from '../language'
import type { Attempt, Held } from './attempt'
import { clear } from './filling'

export interface KeeperOptions {
  readonly book: Book
  readonly registry: Registry
  readonly lanes: Lanes
  readonly passwords: Passwords
  readonly language: Language
  readonly now: () => number
  /** Called when an account has just been logged in to, so that its facts can be fetched. */
  readonly loggedIn: (account: AccountId) => void
  /** Called when an attempt has brought its account a session. */
  readonly brought: (attempt: Attempt) => void
  /**
   * Called for an account that the person goes on with: a removal that can be undone is, and any other
   * is waited for. Gives false where the signal was aborted sooner.
   */
  readonly wanted: (account: AccountId, signal: AbortSignal) => Promise<boolean>
}

/** What has become of a session, and of the password that came with it. */
interface Stored {
  readonly isNewest: boolean
  readonly notice: NoticeView | undefined
}

export class Keeper {
  /** Which request brought the session that an account has. */
  private readonly orders = new Map<AccountId, number>()

  constructor(private readonly options: KeeperOptions) {}

  /**
   * Notes where to go on from, before a request leaves whose outcome may stay unknown. Nothing is sent
   * if this fails.
   */
  async note(attempt: Attempt, unsure: Walk, email: string): Promise<Result<void>> {
    const entered = await this.enter(attempt, unsure, email)
    if (!entered.ok) return entered
    const { account, wrote } = entered.value
    attempt.note = attempt.note ? { ...attempt.note, account, wrote } : entered.value
    return ok(undefined)
  }

  /**
   * Keeps the step if something waits at the service, or if the service has just done (`settled`) what
   * was noted. Else the note is void and taken back; what was kept before stays, because leaving a
   * step undoes nothing at the service.
   */
  async keep(attempt: Attempt, walk: Walk, settled?: 'settled'): Promise<Result<void>> {
    if (attempt.dropped) return ok(undefined)
    const { language, now } = this.options
    const scene = { server: attempt.server, locale: language.value, now }
    const waits = walk.waiting(scene) !== undefined
    const noted = attempt.note && this.options.book.account(attempt.note.account)?.email
    const email = attempt.email ?? walk.email ?? (settled && noted)
    const lasts = waits || (settled !== undefined && attempt.note !== undefined)
    if (!lasts || email === undefined) return this.takeBack(attempt)
    const entered = await this.enter(attempt, walk, email)
    if (!entered.ok) return entered
    attempt.note = undefined
    return ok(undefined)
  }

  /**
   * Ends an attempt with a session: account, secret, then the account says so, and last what becomes
   * of the password. A session that the keychain does not take stays with the attempt, which then
   * waits for another try; one that no keychain takes is refused, and leaves nothing behind. A password
   * that it does not take is only told.
   */
  async finish(attempt: Attempt, walk: Walk, held: Held, options: CallOptions): Promise<void> {
    const { book, lanes, loggedIn, brought, registry } = this.options
    // Whoever removed the account meanwhile wants nothing of it back.
    if (attempt.dropped) return
    if (attempt.email !== undefined && !sameEmail(attempt.email, held.email)) {
      attempt.failure = { code: 'email-mismatch', detail: held.email }
      return
    }
    const email = attempt.email ?? walk.email ?? held.email
    const entered = await this.enter(attempt, walk, email, options.unattended !== true)
    if (!entered.ok) return this.hold(attempt, walk, held, entered)
    const { account: id } = entered.value
    attempt.email = book.account(id)?.email ?? email
    const stored = await lanes.run(id, () => this.store(attempt, held, entered.value, options))
    if (!stored.ok && fitsNoKeychain(stored.failure)) {
      attempt.failure = stored.failure
      return
    }
    if (!stored.ok) return this.hold(attempt, walk, held, stored)
    const notices = [held.notice, stored.value.notice].filter((notice) => notice !== undefined)
    attempt.note = undefined
    attempt.phase = { kind: 'done', account: id, notices }
    attempt.failure = undefined
    clear(attempt.passwords)
    if (stored.value.isNewest) brought(attempt)
    await registry.noteLogin(id)
    loggedIn(id)
  }

  /** Stores the session in the account's lane, unless a newer one is there or it has arrived already. */
  private async store(
    attempt: Attempt,
    held: Held,
    entered: Entered,
    options: CallOptions,
  ): Promise<Result<Stored>> {
    const { book, registry } = this.options
    const { account: id, before } = entered
    const { phase } = attempt
    // Who has logged out meanwhile is not logged in again unless they ask for it.
    const loggedOut = phase.kind === 'held' && phase.replaces && !book.account(id)?.hasSecret
    if (loggedOut && options.unattended === true) return fail('cancelled')
    if (this.isOlder(id, held)) {
      // Nothing waits for the older session any more; what waits for another attempt goes on waiting.
      const others = before === attempt.note?.wrote ? undefined : before
      const undone = await registry.takeBack({ ...entered, before: others })
      return undone.ok ? ok({ isNewest: false, notice: undefined }) : undone
    }
    // A write of which nobody knew may have come through; then nothing waits for this one any more.
    const arrived = phase.kind === 'held' && (await registry.hasArrived(id, held.mark))
    const done = arrived
      ? await registry.takeBack({ ...entered, before: undefined })
      : await registry.store(id, held.session, 'login', held.mark, options)
    if (!done.ok) {
      if (fitsNoKeychain(done.failure)) await this.undo(attempt, entered)
      return done
    }
    this.orders.set(id, held.order)
    // Within the lane, so that no check of the token before this one speaks last.
    registry.confirm(id, held.facts)
    const notice = await this.seeToPassword(id, attempt, held, options)
    return ok({ isNewest: true, notice })
  }

  /** Another login was asked for later and has been answered sooner. */
  private isOlder(id: AccountId, { order }: Held): boolean {
    const { hasSecret = false } = this.options.book.account(id) ?? {}
    return hasSecret && (this.orders.get(id) ?? 0) > order
  }

  /** Keeps or forgets the password that was typed for this login. Gives what is to be told of it. */
  private async seeToPassword(
    id: AccountId,
    { passwords: { keep } }: Attempt,
    { password }: Held,
    options: CallOptions,
  ): Promise<NoticeView | undefined> {
    const { book, passwords, language } = this.options
    const { passwords: words, failures } = language.text
    if (password?.from !== 'typed') return undefined
    if (keep) {
      const kept = await passwords.keep(id, password.password, options)
      if (kept.ok) return { tone: 'good', text: words.kept }
      const { code } = kept.failure
      const why = code === 'invalid-input' ? words.unfit : failures[code].title
      return { tone: 'warning', text: words.notKept(why) }
    }
    if (book.account(id)?.passwordRemembered !== true) return undefined
    const gone = await passwords.forgetNow(id, options)
    if (gone.ok) return { tone: 'info', text: words.forgotten }
    return { tone: 'warning', text: words.notForgotten(failures[gone.failure.code].title) }
  }

  private async enter(
    attempt: Attempt,
    walk: Walk,
    email: string,
    isAsked = true,
  ): Promise<Result<Entered>> {
    const { book, registry, now, wanted } = this.options
    const pending: Pending = { flow: attempt.flow, step: walk.kept, since: now() }
    const known = book.find(attempt.server.id, email)
    // What comes late of an attempt that was left brings nothing back; it is there if the person does.
    const { signal } = attempt.controller
    const inTheWay = known && isAsked && !attempt.left && !(await wanted(known.id, signal))
    if (inTheWay) return fail('cancelled')
    const isWanted = (): boolean => !attempt.dropped
    const entered = await registry.enter(attempt.server, email, pending, isWanted)
    if (entered.ok) attempt.account = entered.value.account
    return entered
  }

  /** Takes a note back, unless somebody else has written over it since. */
  async takeBack(attempt: Attempt): Promise<Result<void>> {
    const { note } = attempt
    if (note === undefined) return ok(undefined)
    attempt.note = undefined
    return this.options.lanes.run(note.account, () => this.undo(attempt, note))
  }

  /** The attempt stays, as one without an account, where the account was made for it and goes. */
  private async undo(attempt: Attempt, entered: Entered): Promise<Result<void>> {
    const { book, registry } = this.options
    const { account } = attempt
    // Before the account goes, because its attempts go with it.
    if (entered.madeAccount) attempt.account = undefined
    const undone = await registry.takeBack(entered)
    if (book.account(entered.account)) attempt.account = account
    else attempt.email = undefined
    return undone
  }

  private hold(
    attempt: Attempt,
    walk: Walk,
    held: Held,
    why: Extract<Result<unknown>, { ok: false }>,
  ): void {
    const { phase, account } = attempt
    const has = account !== undefined && this.options.book.account(account)?.hasSecret === true
    const replaces = phase.kind === 'held' ? phase.replaces : has
    attempt.phase = { kind: 'held', walk, held, replaces }
    attempt.failure = why.failure
  }
}
