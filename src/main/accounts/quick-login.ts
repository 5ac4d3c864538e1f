/**
 * What one click on an account does: it becomes the active one of its server, then its session is
 * seen to. Only what needs the person opens an attempt.
 */
import type { AccountId, FlowId, ServerId } from '../../shared/account'
import type { QuickLoginOutcome } from '../../shared/contract'
import { fail, ok, type Result } from '../../shared/failure'
import type { AttemptView } from '../../shared/flow'
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
  }
  readonly now: () => number
  /** Called when accounts look different because another one is active. */
  readonly touched: (account: AccountId) => void
}

export class QuickLogin {
  constructor(private readonly options: QuickLoginOptions) {}

  /** Makes an account the active one of its server: local, one small write, no keychain, no network. */
  async activate(id: AccountId): Promise<Result<null>> {
    const { book, usage, now, touched } = this.options
    const entry = book.account(id)
    if (!entry) return fail('not-found')
    const before = usage.activeAt(entry.server)
    const saving = usage.activate(entry.server, id, now())
    if (before !== undefined && before !== id) touched(before)
    touched(id)
    const saved = await saving
    if (saved.ok) return ok(null)
    if (before !== undefined) touched(before)
    touched(id)
    return saved
  }

  async run(id: AccountId): Promise<Result<QuickLoginOutcome>> {
    const { book, views, sessions } = this.options
    const activated = await this.activate(id)
    if (!activated.ok) return activated
    const entry = book.account(id)
    const view = views.account(id)
    if (!entry || !view) return fail('not-found')
    switch (view.state) {
      case 'ready':
      case 'expired':
      case 'unreachable':
        // The switch is done; what the check finds, and a refresh on the way, is told later.
        void sessions.check(id)
        return ok({ kind: 'active' })
      case 'needs-verification':
        return asOutcome(await this.goOn(entry))
      case 'needs-login':
      case 'secret-missing':
        return asOutcome(await this.options.attempts.begin('login', entry.server, id))
      case 'blocked':
      case 'keychain-locked':
        return ok({ kind: 'told' })
    }
  }

  /** The waiting attempt, or a login where nothing waits that this version could go on with. */
  private async goOn(entry: AccountEntry): Promise<Result<AttemptView>> {
    const { attempts } = this.options
    const resumed = await attempts.resume(entry.id)
    return resumed.ok ? resumed : attempts.begin('login', entry.server, entry.id)
  }
}

function asOutcome(attempt: Result<AttemptView>): Result<QuickLoginOutcome> {
  return attempt.ok ? ok({ kind: 'attempt', attempt: attempt.value.id }) : attempt
}
