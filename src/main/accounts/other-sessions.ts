/** Where an account is logged in besides: asked of the service each time, kept nowhere. */
import type { AccountId, OtherSession } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import type { Adapter, Surroundings } from '../adapters/walk'
import type { Language } from '../language'
import type { Book } from './book'
import type { Gate } from './gate'
import type { Servers } from './servers'
import type { Sessions } from './sessions'
import type { ClientFor } from './site-trust'

export interface OtherSessionsOptions {
  readonly book: Book
  readonly servers: Servers
  readonly sessions: Pick<Sessions, 'token' | 'check'>
  readonly gate: Gate
  readonly clientFor: ClientFor
  readonly language: Language
  readonly now: () => number
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
}

type Ask<T> = (adapter: Adapter, session: Session, around: Surroundings) => Promise<Result<T>>

export class OtherSessions {
  constructor(private readonly options: OtherSessionsOptions) {}

  /** All sessions of an account, Latchkey's own among them. Fails with `unsupported` or as the service does. */
  list(id: AccountId): Promise<Result<OtherSession[]>> {
    return this.ask(id, async (adapter, session, around) => {
      const listed = await adapter.sessions(session, around)
      return listed.ok ? ok([...listed.value]) : listed
    })
  }

  /**
   * Ends one of the other sessions; one that is gone counts as ended. The service is asked which is
   * Latchkey's own before anything is ended: that one is refused with `own-session`, and where none is
   * told to be it, none is ended.
   */
  end(id: AccountId, wanted: OtherSession['id']): Promise<Result<void>> {
    return this.ask(id, async (adapter, session, around) => {
      const listed = await adapter.sessions(session, around)
      if (!listed.ok) return listed
      const own = listed.value.find(({ current }) => current)
      if (!own) return fail('unexpected-answer', { detail: 'current session' })
      if (own.id === wanted) return fail('own-session')
      const there = listed.value.some((one) => one.id === wanted)
      return there ? adapter.endSession(session, wanted, around) : ok(undefined)
    })
  }

  private async ask<T>(id: AccountId, run: Ask<T>): Promise<Result<T>> {
    const { book, servers, sessions, gate, language, now, closing } = this.options
    const entry = book.account(id)
    if (!entry) return fail('not-found')
    const adapter = servers.adapter(entry.adapter)
    const server = servers.find(entry.server)
    if (!adapter?.abilities.sessions || !server) return fail('unsupported')
    const token = await sessions.token(id, { signal: closing })
    if (!token.ok) return token
    const http = gate.watch(this.options.clientFor(server.id), server.id)
    const around = { http, server, locale: language.value, now, signal: closing }
    const answer = await gate.run(server.id, closing, () =>
      run(adapter, { access: token.value }, around),
    )
    // The account's state is for the check to tell, which every window then shows.
    if (!answer.ok && answer.failure.code === 'token-rejected') await sessions.check(id)
    return answer
  }
}
