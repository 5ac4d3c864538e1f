/** What can be done with an account's session: check, refresh, log out, hand out the token. */
import type { AccountId, AccountView } from '../../shared/account'
import { fail, ok, type Failure, type FailureCode, type Result } from '../../shared/failure'
import type { Locale } from '../../shared/text/locale'
import type { Checked, Session } from '../adapters/adapter'
import type { HttpClient } from '../adapters/http'
import type { Adapter, Surroundings } from '../adapters/walk'
import type { AccountEntry, Book } from './book'
import type { Lanes } from './lanes'
import type { Registry } from './registry'
import type { Servers } from './servers'
import type { Usage } from './usage'
import type { Vault } from './vault'

export type Work = NonNullable<AccountView['busy']>

export interface SessionsOptions {
  readonly book: Book
  readonly usage: Usage
  readonly vault: Vault
  readonly registry: Registry
  readonly servers: Servers
  readonly lanes: Lanes
  readonly http: HttpClient
  readonly locale: Locale
  readonly now: () => number
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
  /** Called when work for an account begins and ends, or something about it has changed. */
  readonly touched: (account: AccountId) => void
}

/** A token with less than this left is refreshed before it is handed out. */
const refreshAheadMs = 60_000

export class Sessions {
  private readonly busy = new Map<AccountId, Work>()

  constructor(private readonly options: SessionsOptions) {}

  work(id: AccountId): Work | undefined {
    return this.busy.get(id)
  }

  /**
   * Asks the service whether the token is still good, after refreshing it if it has run out. What
   * was found is recorded; a failure is also the result.
   */
  check(id: AccountId, signal?: AbortSignal): Promise<Result<void>> {
    return this.during(
      id,
      'checking',
      async (entry, adapter, surroundings) => {
        const checked = await this.ask(entry, adapter, surroundings)
        if (!checked.ok) return this.found(id, checked.failure)
        const { email, facts } = checked.value
        if (email !== undefined && email.toLowerCase() !== entry.email.toLowerCase()) {
          return this.found(id, { code: 'email-mismatch', detail: email })
        }
        this.options.registry.confirm(id, facts)
        return ok(undefined)
      },
      signal,
    )
  }

  /** Gets a new token from the service now. Fails with `unsupported` where it has no such thing. */
  refresh(id: AccountId, signal?: AbortSignal): Promise<Result<void>> {
    return this.during(
      id,
      'refreshing',
      async (entry, adapter, surroundings) => {
        const session = await this.options.vault.session(id)
        if (!session.ok) return this.found(id, session.failure)
        const fresh = await this.renew(entry, adapter, session.value, surroundings)
        if (!fresh.ok) return this.found(id, fresh.failure)
        this.options.registry.confirm(id, undefined)
        return ok(undefined)
      },
      signal,
    )
  }

  /** The token to hand out, refreshed first if it runs out and the service can. */
  token(id: AccountId, signal?: AbortSignal): Promise<Result<string>> {
    return this.during(
      id,
      'refreshing',
      async (entry, adapter, surroundings) => {
        const session = await this.current(entry, adapter, surroundings)
        if (session.ok) return ok(session.value.access)
        return this.found(id, session.failure)
      },
      signal,
    )
  }

  /** Ends the session at the service and forgets the token. The account stays. */
  logOut(id: AccountId, signal?: AbortSignal): Promise<Result<void>> {
    return this.during(
      id,
      'logging-out',
      async (entry, adapter, surroundings) => {
        const ended = await this.end(entry, adapter, surroundings)
        if (!ended.ok) return ended
        return this.options.registry.dropSession(id)
      },
      signal,
    )
  }

  /**
   * Removes an account, logging out first where the service can. If the service could not be told,
   * the account stays unless `evenIfStillLoggedIn`.
   */
  remove(id: AccountId, evenIfStillLoggedIn: boolean, signal?: AbortSignal): Promise<Result<void>> {
    const { book, servers, lanes, registry } = this.options
    const entry = book.account(id)
    // An account of a service that this version does not know can still be taken off the list.
    if (entry && !servers.adapter(entry.adapter)) return lanes.run(id, () => registry.remove(id))
    return this.during(
      id,
      'removing',
      async (entry, adapter, surroundings) => {
        const ended = await this.end(entry, adapter, surroundings)
        if (!ended.ok && !evenIfStillLoggedIn) return ended
        return registry.remove(id)
      },
      signal,
    )
  }

  /** A token that is rejected before its time, as after a clock ran ahead, is refreshed once. */
  private async ask(
    entry: AccountEntry,
    adapter: Adapter,
    surroundings: Surroundings,
  ): Promise<Result<Checked>> {
    const session = await this.current(entry, adapter, surroundings)
    if (!session.ok) return session
    const checked = await adapter.check(session.value, surroundings)
    const rejected = !checked.ok && checked.failure.code === 'token-rejected'
    if (!rejected || session.value.refresh === undefined || !adapter.abilities.refresh) {
      return checked
    }
    const fresh = await this.renew(entry, adapter, session.value, surroundings)
    return fresh.ok ? adapter.check(fresh.value, surroundings) : fresh
  }

  private async end(
    entry: AccountEntry,
    adapter: Adapter,
    surroundings: Surroundings,
  ): Promise<Result<void>> {
    if (!entry.hasSecret || !adapter.abilities.logOut) return ok(undefined)
    const session = await this.options.vault.session(entry.id)
    if (!session.ok) {
      return session.failure.code === 'secret-missing' ? ok(undefined) : session
    }
    const ended = await adapter.logOut(session.value, surroundings)
    // A token that the service no longer knows is logged out already.
    return ended.ok || ended.failure.code === 'token-rejected' ? ok(undefined) : ended
  }

  private async current(
    entry: AccountEntry,
    adapter: Adapter,
    surroundings: Surroundings,
  ): Promise<Result<Session>> {
    if (!entry.hasSecret) return fail('secret-missing')
    const session = await this.options.vault.session(entry.id)
    if (!session.ok) return session
    const end = session.value.accessExpiresAt
    const alive = end === undefined || end > this.options.now() + refreshAheadMs
    if (alive || session.value.refresh === undefined) return session
    return this.renew(entry, adapter, session.value, surroundings)
  }

  private async renew(
    entry: AccountEntry,
    adapter: Adapter,
    session: Session,
    surroundings: Surroundings,
  ): Promise<Result<Session>> {
    const fresh = await adapter.refresh(session, surroundings)
    if (!fresh.ok) return fresh
    const stored = await this.options.registry.store(entry.id, fresh.value, 'refresh')
    return stored.ok ? fresh : stored
  }

  private found(
    id: AccountId,
    failure: Failure,
  ): { readonly ok: false; readonly failure: Failure } {
    const { usage, now } = this.options
    const before = usage.outcome(id)
    if (saysSomething(failure.code)) {
      usage.record(id, {
        checkedAt: now(),
        verifiedAt: before?.verifiedAt,
        failure,
        facts: before?.facts ?? [],
      })
    }
    return { ok: false, failure }
  }

  private during<T>(
    id: AccountId,
    work: Work,
    run: (entry: AccountEntry, adapter: Adapter, surroundings: Surroundings) => Promise<Result<T>>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const { book, servers, lanes, http, locale, now, touched, closing } = this.options
    return lanes.run(id, async () => {
      const entry = book.account(id)
      if (!entry) return fail('not-found')
      const either = signal === undefined ? closing : AbortSignal.any([closing, signal])
      if (either.aborted) return fail('cancelled')
      const server = servers.find(entry.server)
      const adapter = servers.adapter(entry.adapter)
      if (!server || !adapter) return fail('unsupported')
      this.busy.set(id, work)
      touched(id)
      try {
        return await run(entry, adapter, { http, server, locale, now, signal: either })
      } finally {
        this.busy.delete(id)
        touched(id)
      }
    })
  }
}

/**
 * Whether a failed check says something about the account. What the keychain refuses passes with the
 * keychain's own state, and must not stick to the account.
 */
function saysSomething(code: FailureCode): boolean {
  return code !== 'cancelled' && !code.startsWith('keychain-')
}
