/**
 * What one click on an account does: it becomes the active one of its server, then its session is
 * seen to. Only what needs the person opens an attempt.
 */
import type { AccountId, AccountView, FlowId, ServerId } from '../../shared/account'
import type { QuickLoginOutcome } from '../../shared/contract'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { AttemptId, AttemptView } from '../../shared/flow'
import type { AccountEntry, Book } from './book'
import type { Sessions } from './sessions'
import type { Usage } from './usage'
import type { Views } from './views'

export interface QuickLoginOptions {
  readonly book: Book
  readonly usage: Usage
  readonly views: Views
  readonly sessions: Pick<Sessions, 'check'>
  readonly attempts: {
    begin(flow: FlowId, server: ServerId, account: AccountId): Promise<Result<AttemptView>>
    resume(account: AccountId): Promise<Result<AttemptView>>
    leave(attempt: AttemptId): Result<null>
  }
  readonly now: () => number
  /** Called when accounts look different because another one is active. */
  readonly used: (account: AccountId) => void
}

/** Where a quick login was asked for, so that its end is told there. */
export type Asker = 'window' | 'tray'

/** How a refresh ended that went on after the quick login was answered. */
export interface RefreshEnd {
  readonly account: AccountId
  readonly asker: Asker
  readonly failure: Failure | undefined
}

export class QuickLogin {
  private readonly running = new Map<AccountId, Promise<Result<QuickLoginOutcome>>>()
  private readonly listeners = new Set<(end: RefreshEnd) => void>()

  constructor(private readonly options: QuickLoginOptions) {}

  /** Calls back when a refresh has ended; returns its own unsubscribe. */
  onRefreshed(listener: (end: RefreshEnd) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Makes an account the active one of its server: local, one small write, no keychain, no network. */
  async activate(id: AccountId): Promise<Result<null>> {
    const { book, usage, now, used } = this.options
    const entry = book.account(id)
    if (!entry || book.isLeaving(id)) return fail('not-found')
    const before = usage.activeAt(entry.server)
    const saving = usage.activate(entry.server, id, now())
    if (before !== undefined && before !== id) used(before)
    used(id)
    const saved = await saving
    if (saved.ok) return ok(null)
    // What was active when it was last written is so again, and that may be a third one.
    for (const one of [before, id, usage.activeAt(entry.server)]) if (one !== undefined) used(one)
    return saved
  }

  /**
   * Makes an account active, then sees to its session. A second wish for the same account joins what is
   * done for the first; another account may have become active since, so it is made active each time.
   * Failures: the book's, and what an attempt cannot even begin with.
   */
  async run(id: AccountId, asker: Asker = 'window'): Promise<Result<QuickLoginOutcome>> {
    const activated = await this.activate(id)
    if (!activated.ok) return activated
    const running = this.running.get(id) ?? this.seeTo(id, asker)
    this.running.set(id, running)
    const over = (): void => void this.running.delete(id)
    void running.then(over, over)
    return running
  }

  private async seeTo(id: AccountId, asker: Asker): Promise<Result<QuickLoginOutcome>> {
    const { book, views, sessions } = this.options
    const entry = book.account(id)
    const view = views.account(id)
    if (!entry || !view) return fail('not-found')
    switch (view.state) {
      case 'ready':
      case 'unreachable':
        // The switch is done; what the check finds is told by the account's state.
        void sessions.check(id)
        return ok({ kind: 'active' })
      case 'expired':
        void this.refresh(id, asker)
        return ok({ kind: 'active', also: 'refreshing' })
      case 'needs-verification':
        return this.asOutcome(await this.goOn(entry))
      case 'needs-login':
      case 'secret-missing':
        return this.asOutcome(await this.logIn(entry, view))
      case 'blocked':
      case 'keychain-locked':
        return ok({ kind: 'told' })
    }
  }

  /** A check gets a new token first where the old one has run out. */
  private async refresh(account: AccountId, asker: Asker): Promise<void> {
    const checked = await this.options.sessions.check(account)
    const failure = checked.ok ? undefined : checked.failure
    for (const listener of this.listeners) listener({ account, asker, failure })
  }

  /** What waits already, such as a code that was sent, comes before a new login. */
  private logIn(entry: AccountEntry, { waiting }: AccountView): Promise<Result<AttemptView>> {
    if (waiting) return this.goOn(entry)
    return this.options.attempts.begin('login', entry.server, entry.id)
  }

  /** The waiting attempt, or a login where nothing waits that this version could go on with. */
  private async goOn(entry: AccountEntry): Promise<Result<AttemptView>> {
    const { attempts } = this.options
    const resumed = await attempts.resume(entry.id)
    return resumed.ok ? resumed : attempts.begin('login', entry.server, entry.id)
  }

  private asOutcome(begun: Result<AttemptView>): Result<QuickLoginOutcome> {
    if (!begun.ok) return begun
    const { id, phase, failure } = begun.value
    const { attempts } = this.options
    if (phase.kind === 'done') {
      // Only a window that shows the attempt would need it still.
      attempts.leave(id)
      return ok({ kind: 'active', also: 'logged-in' })
    }
    if (failure?.code === 'keychain-locked' || failure?.code === 'keychain-denied') {
      attempts.leave(id)
      return ok({ kind: 'told', failure })
    }
    return ok({ kind: 'attempt', attempt: id })
  }
}
