/** Makes attempts before anything shows them: afresh at a service, or from what an account waits in. */
import { randomUUID } from 'node:crypto'
import type { AccountId, FlowId, ServerId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { Book } from '../accounts/book'
import type { Servers } from '../accounts/servers'
import type { ClientFor } from '../accounts/site-trust'
import type { Alone } from './alone'
import { newAttempt, type Attempt } from './attempt'
import type { Turns } from './turns'

export interface MakingOptions {
  readonly book: Book
  readonly servers: Servers
  readonly clientFor: ClientFor
  readonly turns: Turns
  readonly alone: Alone
}

/** What an attempt is made for, and until when it is wanted. */
export interface Wish {
  readonly flow: FlowId
  readonly server: ServerId
  readonly account: AccountId | undefined
  readonly isGivenUp: () => boolean
}

export class Making {
  private departures = 0

  constructor(private readonly options: MakingOptions) {}

  /** What is wanted by now comes to nothing: Latchkey locks. */
  giveUp(): void {
    this.departures += 1
  }

  /** Gives whether what is wanted now has been given up by then. */
  wish(): () => boolean {
    const { departures } = this
    return () => departures !== this.departures
  }

  /**
   * Makes the first step of a flow, which may take the service and the keychain their time. Failures:
   * `not-found`, `latchkey-locked` if that has happened meanwhile, and whatever the service says.
   */
  async make(
    { flow, server: serverId, account, isGivenUp }: Wish,
    signal: AbortSignal,
  ): Promise<Result<Attempt>> {
    const { servers, book, clientFor, turns, alone } = this.options
    // Meanwhile the account may be removed, even if that can be undone still.
    const over = (): Result<never> | undefined => {
      if (isGivenUp()) return fail('latchkey-locked')
      const gone = account !== undefined && (!book.account(account) || book.isLeaving(account))
      return gone ? fail('not-found') : undefined
    }
    const early = over()
    if (early) return early
    const server = servers.find(serverId)
    const adapter = server && servers.adapter(server.adapter)
    if (!server || !adapter) return fail('not-found')
    const entry = account === undefined ? undefined : book.account(account)
    if (account !== undefined && entry?.server !== serverId) return fail('not-found')
    const http = clientFor(server.id)
    const surroundings = { ...turns.scene({ server }), http, signal }
    const begun = await adapter.begin(flow, { email: entry?.email }, surroundings)
    if (!begun.ok) return begun
    const tooLate = over()
    if (tooLate) return tooLate
    const remembers = entry?.passwordRemembered ?? false
    const known = { account, email: entry?.email, remembers }
    const attempt = newAttempt(randomUUID(), { adapter, server, flow, walk: begun.value, ...known })
    await alone.recall(attempt, signal)
    return over() ?? (signal.aborted ? fail('cancelled') : ok(attempt))
  }

  /** Makes what an account waits in anew. Fails with `not-found` or `attempt-expired`. */
  remake(account: AccountId): Result<Attempt> {
    const { book, servers } = this.options
    const entry = book.account(account)
    const server = entry && servers.find(entry.server)
    const adapter = server && servers.adapter(server.adapter)
    if (!entry?.pending || !server || !adapter) return fail('not-found')
    const { flow, step, since } = entry.pending
    const resumed = adapter.resume(step, since)
    if (!resumed.ok) return resumed
    const known = { account, email: entry.email, remembers: entry.passwordRemembered }
    const start = { adapter, server, flow, walk: resumed.value, ...known }
    return ok(newAttempt(randomUUID(), start))
  }
}
