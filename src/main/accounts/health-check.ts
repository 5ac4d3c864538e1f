/** Looks at one account because the program wants to know: quietly, and at the server's own pace. */
import type { AccountId, AccountState } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import type { Failure } from '../../shared/failure'
import type { Book } from './book'
import type { Gate } from './gate'
import type { Sessions } from './sessions'

export interface HealthCheckOptions {
  readonly book: Pick<Book, 'account'>
  readonly gate: Gate
  readonly sessions: Pick<Sessions, 'check' | 'refresh'>
  /** The state that an account shows now; undefined for one that is gone. */
  readonly state: (account: AccountId) => AccountState | undefined
}

/** What a look came to; `newlyNeeds` tells that the account needs the person and did not before. */
export type Looked =
  | { readonly kind: 'gone' }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'looked'
      readonly state: AccountState
      readonly newlyNeeds: boolean
      readonly failure: Failure | undefined
    }

/** How often a server may ask for a pause over one account before that is what was found. */
const patience = 3

export class HealthCheck {
  constructor(private readonly options: HealthCheckOptions) {}

  /**
   * Checks (or refreshes) an account that has a secret. It raises no prompt. While the server wants to
   * be left alone it waits if `patient`, and else comes back with that failure.
   */
  async look(
    id: AccountId,
    signal: AbortSignal,
    { deed = 'check', patient }: { deed?: 'check' | 'refresh'; patient: boolean },
  ): Promise<Looked> {
    const { book, gate, sessions, state } = this.options
    let asked = 0
    for (;;) {
      const server = book.account(id)?.server
      if (patient && server !== undefined) await gate.whenOpen(server, signal)
      if (signal.aborted) return { kind: 'cancelled' }
      const entry = book.account(id)
      const before = state(id)
      // Somebody may have removed it or logged out since.
      if (!entry?.hasSecret || entry.removing || before === undefined) return { kind: 'gone' }
      const result = await sessions[deed](id, { signal, unattended: true })
      const failure = result.ok ? undefined : result.failure
      if (failure?.code === 'cancelled') return { kind: 'cancelled' }
      if (!failure || !gate.isRefusal(failure)) asked += 1
      if (patient && failure?.code === 'rate-limited' && asked < patience) continue
      const after = state(id)
      if (after === undefined) return { kind: 'gone' }
      const newlyNeeds = needOf(before) !== 'account' && needOf(after) === 'account'
      return { kind: 'looked', state: after, newlyNeeds, failure }
    }
  }
}
