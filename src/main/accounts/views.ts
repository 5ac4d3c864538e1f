/** How accounts, servers and services look to a window. Pure: what is known goes in, shapes come out. */
import { flowIds, type AccountId, type FlowId } from '../../shared/ids'
import type { AccountDetails, AccountView } from '../../shared/account'
import type { ServerView, ServiceView } from '../../shared/account'
import type { AccountUse } from '../../shared/packed-accounts'
import type { Locale } from '../../shared/text/locale'
import type { Server } from '../adapters/adapter'
import type { Adapter } from '../adapters/walk'
import type { Keychain } from '../keychain/keychain'
import type { Language } from '../language'
import type { AccountEntry, Book } from './book'
import type { Servers } from './servers'
import type { Sessions } from './sessions'
import { accountState } from './state'
import type { Usage } from './usage'

export interface ViewsOptions {
  readonly book: Book
  readonly usage: Usage
  readonly servers: Servers
  readonly sessions: Sessions
  /** Whether an account is being logged in without the person. */
  readonly isLoggingIn: (account: AccountId) => boolean
  readonly keychain: Pick<Keychain, 'state'>
  readonly adapters: readonly Adapter[]
  readonly language: Language
  readonly now: () => number
}

export class Views {
  constructor(private readonly options: ViewsOptions) {}

  accounts(): AccountView[] {
    return this.options.book.accounts
      .filter(({ id }) => !this.options.book.isLeaving(id))
      .map((one) => this.draw(one))
  }

  /** Whether there is an account at all. */
  get anyAccount(): boolean {
    const { book } = this.options
    return book.accounts.some(({ id }) => !book.isLeaving(id))
  }

  account(id: AccountId): AccountView | undefined {
    const entry = this.options.book.account(id)
    return entry && !this.options.book.isLeaving(id) ? this.draw(entry) : undefined
  }

  /** What a use of the account changes in what `account` gives. */
  use(id: AccountId): AccountUse | undefined {
    const { book, usage } = this.options
    const entry = book.account(id)
    if (!entry || book.isLeaving(id)) return undefined
    return { id, active: usage.activeAt(entry.server) === id, lastUsedAt: usage.lastUsed(id) }
  }

  /** What only the account's own page shows. */
  details(id: AccountId): AccountDetails | undefined {
    const { book, usage, servers, language } = this.options
    const entry = book.account(id)
    if (!entry || book.isLeaving(id)) return undefined
    const outcome = usage.outcome(id)
    return {
      account: id,
      createdAt: entry.createdAt,
      checkedAt: outcome?.checkedAt === 0 ? undefined : outcome?.checkedAt,
      verifiedAt: outcome?.verifiedAt,
      passwordInMemory: book.isInMemory(id, 'password') || undefined,
      facts: servers.adapter(entry.adapter)?.label(outcome?.facts ?? [], language.value) ?? [],
      history: usage.history.of(id, entry.createdAt),
    }
  }

  servers(): ServerView[] {
    return this.options.servers.list().map((server) => this.drawServer(server))
  }

  drawServer(server: Server): ServerView {
    const { servers, language } = this.options
    const locale = language.value
    const adapter = servers.adapter(server.adapter)
    return {
      id: server.id,
      adapter: server.adapter,
      baseUrl: server.baseUrl,
      name: server.name,
      kind: server.kind,
      facts: adapter?.label(server.facts, locale) ?? [],
      removable: servers.isRemovable(server.id),
      trust: servers.trustOf(server.id),
      settings: (adapter?.settings(locale) ?? []).map(({ options, ...look }) => ({
        ...look,
        value: server.settings[look.name] ?? '',
        ...(options ? { options: [...options] } : {}),
      })),
    }
  }

  services(): ServiceView[] {
    const { adapters, language } = this.options
    return adapters.map((adapter) => viewService(adapter, language.value))
  }

  private draw(entry: AccountEntry): AccountView {
    const { book, usage, sessions, keychain, now, servers, isLoggingIn } = this.options
    const outcome = usage.outcome(entry.id)
    const adapter = servers.adapter(entry.adapter)
    const waiting = this.waiting(entry, adapter)
    return {
      id: entry.id,
      adapter: entry.adapter,
      server: entry.server,
      email: entry.email,
      label: entry.label,
      colour: entry.colour,
      tags: [...entry.tags],
      hidden: entry.hidden,
      position: entry.position,
      state: accountState({
        entry,
        waiting: waiting !== undefined,
        outcome,
        keychain: keychain.state.kind,
        now: now(),
      }),
      // It is about a token, and without one nothing would ever be asked again.
      failure: entry.hasSecret ? outcome?.failure : undefined,
      active: usage.activeAt(entry.server) === entry.id,
      hasSecret: entry.hasSecret,
      inMemory: book.isInMemory(entry.id) || undefined,
      passwordRemembered: entry.passwordRemembered,
      tokenExpiresAt: entry.tokenExpiresAt,
      refreshable: entry.refreshable && adapter?.abilities.refresh === true,
      lastUsedAt: usage.lastUsed(entry.id),
      busy: sessions.work(entry.id) ?? (isLoggingIn(entry.id) ? 'logging-in' : undefined),
      waiting,
    }
  }

  private waiting(entry: AccountEntry, adapter: Adapter | undefined): AccountView['waiting'] {
    const { servers, language, now } = this.options
    const { flow: words } = language.text
    const { pending } = entry
    if (entry.storing === 'login' || entry.storing === 'held') {
      // The service has let the person in; the token waits for the keychain.
      const { flow, since } = pending ?? { flow: 'login', since: entry.createdAt }
      return { flow, step: entry.storing, text: words.held.title, since }
    }
    const server = pending && servers.find(entry.server)
    if (!pending || !server || !adapter) return undefined
    const resumed = adapter.resume(pending.step, pending.since)
    if (!resumed.ok) return undefined
    const scene = { server, locale: language.value, now }
    const text = resumed.value.waiting(scene) ?? words.unfinished
    return { flow: pending.flow, step: resumed.value.step, text, since: pending.since }
  }
}

/** A service as windows show it, in the person's language. */
export function viewService(adapter: Adapter, locale: Locale): ServiceView {
  return {
    adapter: adapter.id,
    name: adapter.name,
    tagline: adapter.words(locale).tagline,
    picture: adapter.picture,
    asks: [...adapter.words(locale).asks],
    site: adapter.site,
    ownSites: adapter.ownSites,
    flows: offers(adapter, locale),
    abilities: { check: true, ...adapter.abilities },
  }
}

function offers(adapter: Adapter, locale: Locale): ServiceView['flows'] {
  const words = adapter.words(locale).flows
  const offer = (flow: FlowId): ServiceView['flows'][FlowId] => {
    const { title, text } = words[flow]
    const instead = adapter.instead(flow)
    return instead === undefined
      ? { available: true, title, text }
      : { available: false, title, reason: text, instead }
  }
  const [register, login, verify, reset, token] = flowIds
  return {
    [register]: offer(register),
    [login]: offer(login),
    [verify]: offer(verify),
    [reset]: offer(reset),
    [token]: offer(token),
  }
}
