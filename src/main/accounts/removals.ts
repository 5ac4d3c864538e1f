/**
 * Removals that can still be undone. The account leaves all lists at once, and for a while nothing
 * else happens: not at the service, not in the keychain, not in the book. What waits is known to the
 * memory alone, so a program that ends meanwhile leaves the account as it was. Only when the time is
 * over does the order of writes begin (registry.ts); from there on nothing can be undone.
 */
import type { AccountId } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { AttemptId, AttemptView } from '../../shared/flow'
import type { Removal } from '../../shared/removal'
import type { Observed } from '../observed'
import { sooner } from '../sooner'
import type { Book } from './book'
import type { Sessions } from './sessions'
import { startTimer, type StartTimer } from './timer'

/** How long a removal can be undone; longer while somebody is looking at it. */
export const undoMs = 10_000

type Stage =
  | { readonly kind: 'waiting'; readonly endsAt: number; readonly stop: () => void }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What is being typed for accounts, and the way to leave it as if the person had gone away. */
interface OpenAttempts {
  views(): readonly Pick<AttemptView, 'id' | 'account'>[]
  leave(id: AttemptId): unknown
}

export interface RemovalsOptions {
  readonly book: Book
  readonly view: Observed<Removal[]>
  /** Removes an account for good. */
  readonly sessions: Pick<Sessions, 'remove'>
  readonly attempts: OpenAttempts
  readonly now: () => number
  readonly timer?: StartTimer
}

export class Removals {
  private readonly stages = new Map<AccountId, Stage>()
  private readonly running = new Map<AccountId, Promise<Result<void>>>()
  private paused = false

  constructor(private readonly options: RemovalsOptions) {
    options.book.onChange(({ goneAccounts }) => {
      for (const id of goneAccounts) this.forget(id)
    })
  }

  /** Takes an account off the list. Fails with `not-found`, or `book-read-only` where it would at the end. */
  begin(id: AccountId): Result<null> {
    const { book, attempts } = this.options
    if (this.stages.get(id)?.kind === 'waiting') return ok(null)
    if (!book.account(id) || book.isLeaving(id)) return fail('not-found')
    if (book.loaded.kind === 'newer') return fail('book-read-only')
    for (const one of attempts.views()) if (one.account === id) attempts.leave(one.id)
    book.setAside(id)
    this.wait(id)
    this.draw()
    return ok(null)
  }

  /** Puts an account back that is not being removed yet. */
  undo(id: AccountId): Result<null> {
    if (this.stages.get(id)?.kind !== 'waiting') return fail('not-found')
    this.forget(id)
    this.options.book.putBack(id)
    return ok(null)
  }

  /**
   * Somebody goes on with an account, whatever was said before: it is put back, or, where nothing can be
   * undone any more, its removal is waited for, of which nothing is told then if it fails. Gives false
   * where `signal` was aborted sooner.
   */
  async giveWay(id: AccountId, signal: AbortSignal): Promise<boolean> {
    const running = this.undo(id).ok ? undefined : this.running.get(id)
    if (running && (await sooner(running, signal)) === 'stopped') return false
    this.putAway(id)
    return true
  }

  /** Begins the time of all that wait anew. */
  extend(): void {
    for (const [id, { kind }] of this.stages) if (kind === 'waiting') this.wait(id)
    this.draw()
  }

  /** Removes one that waits or has failed without waiting any longer. */
  async finish(id: AccountId, evenIfStillLoggedIn: boolean): Promise<Result<null>> {
    const kind = this.stages.get(id)?.kind
    if (kind === undefined || kind === 'running') return fail('not-found')
    const work = this.run(id, evenIfStillLoggedIn)
    this.running.set(id, work)
    const removed = await work
    this.running.delete(id)
    return removed.ok ? ok(null) : removed
  }

  /** Stops telling of one that failed. */
  putAway(id: AccountId): void {
    if (this.stages.get(id)?.kind === 'failed') this.forget(id)
  }

  /** While nobody can undo anything, such as while Latchkey is locked, no time passes. */
  pause(): void {
    this.paused = true
    this.extend()
  }

  goOn(): void {
    if (!this.paused) return
    this.paused = false
    this.extend()
  }

  /** What waits is not removed any more: the program ends. */
  stop(): void {
    this.pause()
  }

  /** Resolves when no removal is under way; what waits is not waited for. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running.values())
  }

  private wait(id: AccountId): void {
    this.stopTimer(id)
    const { now, timer = startTimer } = this.options
    const stop = this.paused ? () => undefined : timer(undoMs, () => void this.finish(id, false))
    this.stages.set(id, { kind: 'waiting', endsAt: now() + undoMs, stop })
  }

  private async run(id: AccountId, evenIfStillLoggedIn: boolean): Promise<Result<void>> {
    this.stopTimer(id)
    this.stages.set(id, { kind: 'running' })
    this.options.book.setAside(id)
    this.draw()
    const removed = await this.options.sessions.remove(id, evenIfStillLoggedIn)
    if (!removed.ok && this.stages.has(id)) {
      this.stages.set(id, { kind: 'failed', failure: removed.failure })
      this.draw()
      this.options.book.putBack(id)
    }
    return removed
  }

  private forget(id: AccountId): void {
    this.stopTimer(id)
    if (this.stages.delete(id)) this.draw()
  }

  private stopTimer(id: AccountId): void {
    const stage = this.stages.get(id)
    if (stage?.kind === 'waiting') stage.stop()
  }

  private draw(): void {
    const { book, view } = this.options
    const drawn = [...this.stages].flatMap(([account, stage]): Removal[] => {
      const entry = book.account(account)
      if (!entry || stage.kind === 'running') return []
      const { adapter, email, label } = entry
      const about = { account, adapter, email, label }
      return stage.kind === 'waiting'
        ? [{ ...about, kind: 'waiting', hasToken: entry.hasSecret, endsAt: stage.endsAt }]
        : [{ ...about, kind: 'failed', failure: stage.failure }]
    })
    if (drawn.length > 0 || view.value.length > 0) view.set(drawn)
  }
}
