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

/** What an attempt is made for. */
export interface Wish {
  readonly flow: FlowId
  readonly server: ServerId
  readonly account: AccountId | undefined
  /** Aborted when it comes to nothing. */
  readonly until: AbortSignal
}

export class Making {
  private lasting = new AbortController()

  constructor(private readonly options: MakingOptions) {}

  /** What is wanted by now comes to nothing: Latchkey locks. */
  giveUp(): void {
    this.lasting.abort()
    this.lasting = new AbortController()
  }

  /** Until when what is wanted now is not given up. */
  get until(): AbortSignal {
    return this.lasting.signal
  }

  /**
   * Makes the first step of a flow, which may take the service and the keychain their time. Failures:
   * `not-found`, `latchkey-locked` if that has happened meanwhile, and whatever the service says.
   */
  async make(
    { flow, server: serverId, account, until }: Wish,
    stopped: AbortSignal,
  ): Promise<Result<Attempt>> {
    const { servers, book, clientFor, turns, alone } = this.options
    // Meanwhile the account may be removed, even if that can be undone still.
    const over = (): Result<never> | undefined => {
      if (until.aborted) return fail('latchkey-locked')
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
    const signal = AbortSignal.any([stopped, until])
    const surroundings = { ...turns.scene({ server }), http, signal }
    const begun = await adapter.begin(flow, { email: entry?.email }, surroundings)
    const tooLate = over()
    if (tooLate) return tooLate
    if (!begun.ok) return begun
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
