/** What can be done with an account's session: check, refresh, log out, hand out the token. */
import type { AccountId, AccountView } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { Checked, Session } from '../adapters/adapter'
import { sameEmail } from '../adapters/same-email'
import type { Adapter, Surroundings } from '../adapters/walk'
import type { CallOptions } from '../keychain/keychain'
import type { Language } from '../language'
import type { AccountEntry, Book } from './book'
import type { Gate } from './gate'
import type { Lanes } from './lanes'
import { newMark } from './on-the-way'
import type { Registry } from './registry'
import { Renewals, type Ticket } from './renewals'
import type { Servers } from './servers'
import type { ClientFor } from './site-trust'
import { SharedWork } from './shared-work'
import { saysSomething } from './state'
import type { Usage } from './usage'
import { everySecret, type Vault } from './vault'

export type Work = NonNullable<AccountView['busy']>

export interface SessionsOptions {
  readonly book: Book
  readonly usage: Usage
  readonly vault: Vault
  readonly registry: Registry
  readonly servers: Servers
  readonly lanes: Lanes
  readonly gate: Gate
  readonly clientFor: ClientFor
  readonly language: Language
  readonly now: () => number
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
  /** Called when work for an account begins and ends, or something about it has changed. */
  readonly touched: (account: AccountId) => void
  /** The same for work that nobody has asked for, of which there may be much: soon is early enough. */
  readonly touchedSoon: (account: AccountId) => void
}

/** One piece of work on an account, and what it needs. */
interface Errand {
  readonly entry: AccountEntry
  readonly adapter: Adapter
  readonly surroundings: Surroundings
  /** What the keychain may do for it. */
  readonly calls: CallOptions
  /** When it was asked for. */
  readonly asked: Ticket
  /** Shows what is done for the account, if nothing is shown yet. */
  readonly shows: (work: Work) => void
}

/** How work that several wait for has ended, and whether the keychain was free to ask the person. */
interface Ended {
  readonly result: Result<void>
  readonly unattended: boolean
}

/** How work is done: until when it is wanted, and whether somebody sits there to be asked. */
export interface WorkOptions {
  readonly signal?: AbortSignal | undefined
  /** Nobody has asked for it, so it must not raise a prompt of the keychain's. */
  readonly unattended?: boolean
}

const left: Ended = { result: fail('cancelled'), unattended: false }

/** A token with less than this left is refreshed before it is handed out. */
const refreshAheadMs = 60_000

export class Sessions {
  private readonly busy = new Map<AccountId, Work>()
  private readonly shared = new SharedWork<Ended>()
  private readonly handedOut = new SharedWork<Result<string>>()
  private readonly renewals = new Renewals()

  constructor(private readonly options: SessionsOptions) {}

  work(id: AccountId): Work | undefined {
    return this.busy.get(id)
  }

  /**
   * Asks the service whether the token is still good, after refreshing it if it has run out. What
   * was found is recorded; a failure is also the result. A check that waits or runs already is joined.
   * Fails with `rate-limited` and records nothing while the server wants to be left alone.
   */
  check(id: AccountId, options: WorkOptions = {}): Promise<Result<void>> {
    return this.once(id, 'checking', options, async (errand) => {
      const checked = await this.ask(errand)
      if (!checked.ok) return this.found(id, checked.failure)
      const { email, facts } = checked.value
      if (email !== undefined && !sameEmail(email, errand.entry.email)) {
        return this.found(id, { code: 'email-mismatch', detail: email })
      }
      this.options.registry.confirm(id, facts)
      return ok(undefined)
    })
  }

  /**
   * Gets a new token from the service now, once for all who ask for one meanwhile. Fails with
   * `unsupported` where the service has no such thing.
   */
  refresh(id: AccountId, options: WorkOptions = {}): Promise<Result<void>> {
    return this.once(id, 'refreshing', options, async (errand) => {
      const session = await this.session(errand)
      const fresh = session.ok ? await this.renew(errand, session.value) : session
      if (!fresh.ok) return this.found(id, fresh.failure)
      this.options.registry.confirm(id, undefined)
      return ok(undefined)
    })
  }

  /**
   * The token to hand out, refreshed first if it runs out and the service can. Who may not be asked
   * by the keychain does not join those who may: the prompt would be raised for them as well.
   */
  token(id: AccountId, { signal, unattended = false }: WorkOptions = {}): Promise<Result<string>> {
    const begin = (stop: AbortSignal): Promise<Result<string>> =>
      this.during(id, undefined, { signal: stop, unattended }, async (errand) => {
        const session = await this.current(errand)
        return session.ok ? ok(session.value.access) : this.found(id, session.failure)
      })
    const key = `${unattended ? 'unattended' : 'attended'} ${id}`
    return this.handedOut.join(key, begin, fail('cancelled'), signal)
  }

  /** Ends the session at the service and forgets the token. The account stays. */
  logOut(id: AccountId, signal?: AbortSignal): Promise<Result<void>> {
    return this.during(id, 'logging-out', { signal }, async (errand) => {
      const prepared = await this.options.registry.prepareForget(id, ['session'], errand.calls)
      if (!prepared.ok) return prepared
      const ended = await this.end(errand)
      return ended.ok ? this.options.registry.dropSession(id) : ended
    })
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
    return this.during(id, 'removing', { signal }, async (errand) => {
      const prepared = await registry.prepareForget(id, everySecret, errand.calls)
      if (!prepared.ok) return prepared
      const ended = await this.end(errand)
      if (!ended.ok && !evenIfStillLoggedIn) return ended
      return registry.remove(id)
    })
  }

  /**
   * Work that is done once for all who want it meanwhile. Who sits at the computer does not take a
   * keychain's refusal from work that was not allowed to ask him: it is done again for him.
   */
  private async once(
    id: AccountId,
    work: Work,
    { signal, unattended = false }: WorkOptions,
    run: (errand: Errand) => Promise<Result<void>>,
  ): Promise<Result<void>> {
    const begin = async (stop: AbortSignal): Promise<Ended> => ({
      result: await this.during(id, work, { signal: stop, unattended }, run),
      unattended,
    })
    for (;;) {
      const { result, ...how } = await this.shared.join(`${work} ${id}`, begin, left, signal)
      const refused = !result.ok && isKeychains(result.failure)
      if (unattended || !how.unattended || !refused) return result
    }
  }

  /** A token that is rejected before its time, as after a clock ran ahead, is refreshed once. */
  private async ask(errand: Errand): Promise<Result<Checked>> {
    const { adapter, surroundings } = errand
    const session = await this.current(errand)
    if (!session.ok) return session
    const look = (found: Session): Promise<Result<Checked>> =>
      this.atGate(surroundings, () => adapter.check(found, surroundings))
    const checked = await look(session.value)
    const rejected = !checked.ok && checked.failure.code === 'token-rejected'
    const renewable = session.value.refresh !== undefined && adapter.abilities.refresh
    if (!rejected || !renewable) return checked
    const fresh = await this.renew(errand, session.value)
    return fresh.ok ? look(fresh.value) : fresh
  }

  /** Ends the session at the service. */
  private async end(errand: Errand): Promise<Result<void>> {
    const { adapter, surroundings } = errand
    if (!errand.entry.hasSecret || !adapter.abilities.logOut) return ok(undefined)
    const session = await this.session(errand)
    if (!session.ok) return session.failure.code === 'secret-missing' ? ok(undefined) : session
    const ended = await adapter.logOut(session.value, surroundings)
    // A token that the service no longer knows is logged out already.
    return ended.ok || ended.failure.code === 'token-rejected' ? ok(undefined) : ended
  }

  /** The session as it lies in the keychain. One that can be read is not called lost any more. */
  private async session({ entry: { id }, calls }: Errand): Promise<Result<Session>> {
    const { vault, usage, touched } = this.options
    const session = await vault.session(id, calls)
    if (session.ok && usage.noteFound(id) && !this.busy.has(id)) touched(id)
    return session
  }

  private async current(errand: Errand): Promise<Result<Session>> {
    if (!errand.entry.hasSecret) return fail('secret-missing')
    const session = await this.session(errand)
    if (!session.ok) return session
    const end = session.value.accessExpiresAt
    const alive = end === undefined || end > this.options.now() + refreshAheadMs
    if (alive || session.value.refresh === undefined) return session
    return this.renew(errand, session.value)
  }

  /** Renews a session, unless that was done while this errand waited: then it shares how that ended. */
  private async renew(errand: Errand, session: Session): Promise<Result<Session>> {
    const { entry, adapter, surroundings, calls, asked } = errand
    const shared = this.renewals.since(entry.id, asked)
    if (shared) return shared.ok ? ok(session) : shared
    errand.shows('refreshing')
    const savable = await this.options.book.checkSavable()
    if (!savable.ok) return savable
    const fresh = await this.atGate(surroundings, () => adapter.refresh(session, surroundings))
    const stored = fresh.ok
      ? await this.options.registry.store(entry.id, fresh.value, 'refresh', newMark(), calls)
      : fresh
    // What the keychain refuses to work that may not ask the person, it may give to whoever waits.
    if (stored.ok || !calls.unattended || !isKeychains(stored.failure)) {
      this.renewals.note(entry.id, stored)
    }
    return stored.ok ? fresh : stored
  }

  private atGate<T>(
    { server, signal }: Surroundings,
    work: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.options.gate.run(server.id, signal, work)
  }

  private found(id: AccountId, failure: Failure): Result<never> {
    const { book, usage, gate, now, touched } = this.options
    const { verifiedAt, facts = [] } = usage.outcome(id) ?? {}
    if (saysSomething(failure.code) && !gate.isRefusal(failure)) {
      const inMemory = book.isInMemory(id) || undefined
      usage.record(id, { checkedAt: now(), verifiedAt, failure, facts, inMemory })
      if (!this.busy.has(id)) touched(id)
    }
    return { ok: false, failure }
  }

  /** Does work in the account's lane; it is shown as `work`, or once there is something to show. */
  private during<T>(
    id: AccountId,
    work: Work | undefined,
    { signal, unattended = false }: WorkOptions,
    run: (errand: Errand) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { book, servers, lanes, gate, language, now, closing } = this.options
    const touched = unattended ? this.options.touchedSoon : this.options.touched
    const asked = this.renewals.ticket()
    return lanes.run(id, async () => {
      const entry = book.account(id)
      if (!entry) return fail('not-found')
      const either = signal === undefined ? closing : AbortSignal.any([closing, signal])
      if (either.aborted) return fail('cancelled')
      const server = servers.find(entry.server)
      const adapter = servers.adapter(entry.adapter)
      if (!server || !adapter) return fail('unsupported')
      const http = gate.watch(this.options.clientFor(server.id), server.id)
      const locale = language.value
      const surroundings: Surroundings = { http, server, locale, now, signal: either }
      const shows = (what: Work): void => {
        if (this.busy.has(id)) return
        this.busy.set(id, what)
        touched(id)
      }
      if (work) shows(work)
      try {
        return await run({ entry, adapter, surroundings, calls: { unattended }, asked, shows })
      } finally {
        if (this.busy.delete(id)) touched(id)
      }
    })
  }
}

function isKeychains({ code }: Failure): boolean {
  return code.startsWith('keychain-')
}
