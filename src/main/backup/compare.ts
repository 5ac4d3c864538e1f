/** Compares a backup with what is here, and says one by one what could be taken from it. */
import { isDeepStrictEqual } from 'node:util'
import type { AccountId, ServerId } from '../../shared/account'
import { namedLimit } from '../../shared/named-limit'
import type {
  BackupItem,
  BackupPreview,
  DescriptionChange,
  LeftOutReason,
} from '../../shared/backup'
import type { Locale } from '../../shared/text/locale'
import type { AccountEntry, Book } from '../accounts/book'
import { digestOfPassword, digestOfSession, type Seen } from '../accounts/secret-seen'
import { serverIdOf, type Servers } from '../accounts/servers'
import type { Session } from '../adapters/adapter'
import type { Adapter } from '../adapters/walk'
import { isLoopback } from '../adapters/loopback'
import { emailKey } from '../adapters/same-email'
import type { BackedUpAccount, BackedUpServer, ReadContent } from './content'

/** What an item of the preview takes when it is taken. */
export type Taking =
  | { readonly item: Of<'site'>; readonly server: BackedUpServer }
  | {
      readonly item: Of<'settings'>
      readonly id: ServerId
      readonly before: Readonly<Record<string, string>>
      readonly settings: Readonly<Record<string, string>>
    }
  | { readonly item: Of<'account'>; readonly id: ServerId; readonly account: BackedUpAccount }
  | {
      readonly item: Of<'description'>
      readonly before: Description
      readonly description: Description
    }
  | { readonly item: Of<'token'>; readonly session: Session; readonly over: Seen }
  | { readonly item: Of<'password'>; readonly password: string; readonly over: Seen }

type Of<K extends BackupItem['kind']> = Extract<BackupItem, { readonly kind: K }>

export interface Comparison {
  readonly preview: BackupPreview
  readonly takings: readonly Taking[]
}

export interface CompareOptions {
  readonly book: Pick<Book, 'accounts' | 'settings' | 'isLeaving'>
  readonly servers: Servers
  readonly locale: Locale
  /** What lies here for the account. */
  readonly seen: (account: AccountId, kind: 'session' | 'password') => Seen
}

/** What an account is called and marked with. */
export type Description = Pick<AccountEntry, 'label' | 'colour' | 'tags' | 'hidden'>

export function descriptionOf({ label, colour, tags, hidden }: Description): Description {
  return { label, colour, tags, hidden }
}

/** The account at an address, however it is spelled. */
export function accountKey(server: ServerId, email: string): string {
  return `${server} ${emailKey(email)}`
}

/** Changes nothing. What overwrites nothing is ticked, all else is for the person to tick. */
export function compare(content: ReadContent, options: CompareOptions): Comparison {
  const takings: Taking[] = []
  const leftOut: { why: LeftOutReason; name: string }[] = content.unreadable.map((name) => ({
    why: 'unreadable',
    name,
  }))
  const nextId = (): number => takings.length
  const sites = new Map<ServerId, number>()
  const known = new Map(
    options.book.accounts.map((entry) => [accountKey(entry.server, entry.email), entry]),
  )
  const listed = new Map(
    content.servers.map((server) => [serverIdOf(server.adapter, server.baseUrl), server]),
  )

  for (const server of listed.values()) {
    const adapter = options.servers.adapter(server.adapter)
    if (!adapter) {
      leftOut.push({ why: 'unknown-service', name: server.baseUrl })
      continue
    }
    if (server.site) addSite(adapter, server)
    addSettings(adapter, server)
  }
  const seen = new Set<string>()
  let same = 0
  for (const account of content.accounts) {
    const id = serverIdOf(account.adapter, account.server)
    const key = accountKey(id, account.email)
    const why = seen.has(key) ? 'twice' : whyNot(account, id)
    seen.add(key)
    const entry = known.get(key)
    if (why !== undefined) leftOut.push({ why, name: account.email })
    else if (entry) same += addDifferences(entry, account) ? 0 : 1
    else addAccount(id, account)
  }
  return {
    takings,
    preview: {
      items: takings.map(({ item }) => item),
      same,
      leftOut: { count: leftOut.length, named: leftOut.slice(0, namedLimit) },
    },
  }

  function addSite(adapter: Adapter, server: BackedUpServer): boolean {
    const id = serverIdOf(adapter.id, server.baseUrl)
    if (options.servers.find(id) || sites.has(id)) return true
    if (!adapter.ownSites || !isSiteAddress(server.baseUrl)) return false
    const { protocol, hostname, host } = new URL(server.baseUrl)
    const plainHttp = protocol === 'http:' && !isLoopback(hostname)
    sites.set(id, nextId())
    takings.push({
      item: {
        ...{ kind: 'site', id: nextId(), ticked: !plainHttp, plainHttp },
        ...{ adapter: adapter.id, baseUrl: server.baseUrl, name: server.name ?? host },
      },
      server,
    })
    return true
  }

  function addSettings(adapter: Adapter, { baseUrl, settings }: BackedUpServer): void {
    const id = serverIdOf(adapter.id, baseUrl)
    if (!options.servers.find(id) && !sites.has(id)) return
    const before = options.book.settings(id)
    const offered = adapter.settings(options.locale).flatMap(({ name, label }) => {
      const there = settings[name] ?? ''
      const here = before[name] ?? ''
      const fits = adapter.settingProblem(name, there, options.locale) === undefined
      return there !== '' && there !== here && fits ? [{ name, label, here, there }] : []
    })
    if (offered.length === 0) return
    const changes = offered.map(({ label, here, there }) => ({ label, here, there }))
    const ticked = changes.every(({ here }) => here === '')
    takings.push({
      item: { kind: 'settings', id: nextId(), ticked, adapter: adapter.id, baseUrl, changes },
      ...{ id, before },
      settings: Object.fromEntries(offered.map(({ name, there }) => [name, there])),
    })
  }

  function whyNot(account: BackedUpAccount, id: ServerId): LeftOutReason | undefined {
    const adapter = options.servers.adapter(account.adapter)
    if (!adapter) return 'unknown-service'
    const entry = known.get(accountKey(id, account.email))
    if (entry && options.book.isLeaving(entry.id)) return 'being-removed'
    const site = listed.get(id) ?? siteOf(account)
    return options.servers.find(id) || addSite(adapter, site) ? undefined : 'unknown-server'
  }

  function addAccount(id: ServerId, account: BackedUpAccount): void {
    const { adapter, server: baseUrl, email, session, password, active } = account
    const { label, tags, hidden } = describedIn(account)
    const site = sites.get(id)
    const ticked = site === undefined || takings[site]?.item.ticked !== false
    takings.push({
      item: {
        ...{ kind: 'account', id: nextId(), ticked, adapter, baseUrl, email },
        ...{ label, tags, hidden, active, token: session !== undefined },
        ...{ password: password !== undefined, site },
      },
      ...{ id, account },
    })
  }

  /** Gives whether anything differs. */
  function addDifferences(entry: AccountEntry, account: BackedUpAccount): boolean {
    const before = takings.length
    const { session, password } = account
    const where = {
      ...{ account: entry.id, label: entry.label, email: entry.email },
      ...{ adapter: account.adapter, baseUrl: account.server },
    }
    const wanted = describedIn(account)
    const changes = changesOf(descriptionOf(entry), wanted)
    if (changes.length > 0) {
      takings.push({
        item: { kind: 'description', id: nextId(), ticked: false, ...where, changes },
        ...{ before: descriptionOf(entry), description: wanted },
      })
    }
    const tokenHere = options.seen(entry.id, 'session')
    if (session && tokenHere !== digestOfSession(session)) {
      const replaces = tokenHere !== 'nothing'
      const ends = {
        here: endOf(entry),
        there: session.refreshExpiresAt ?? session.accessExpiresAt,
      }
      takings.push({
        item: { kind: 'token', id: nextId(), ticked: !replaces, ...where, replaces, ends },
        ...{ session, over: tokenHere },
      })
    }
    const passwordHere = options.seen(entry.id, 'password')
    if (password !== undefined && passwordHere !== digestOfPassword(password)) {
      const replaces = passwordHere !== 'nothing'
      takings.push({
        item: { kind: 'password', id: nextId(), ticked: !replaces, ...where, replaces },
        ...{ password, over: passwordHere },
      })
    }
    return takings.length > before
  }
}

export function describedIn({ label, email, colour, tags, hidden }: BackedUpAccount): Description {
  return { label: label ?? email, colour, tags, hidden }
}

function endOf({ hasSecret, refreshUntil, tokenExpiresAt }: AccountEntry): number | undefined {
  return hasSecret ? (refreshUntil ?? tokenExpiresAt) : undefined
}

function changesOf(here: Description, there: Description): DescriptionChange[] {
  return [
    ...(here.label === there.label
      ? []
      : [{ field: 'label' as const, here: here.label, there: there.label }]),
    ...(here.colour === there.colour
      ? []
      : [{ field: 'colour' as const, here: here.colour, there: there.colour }]),
    ...(isDeepStrictEqual(here.tags, there.tags)
      ? []
      : [{ field: 'tags' as const, here: here.tags, there: there.tags }]),
    ...(here.hidden === there.hidden
      ? []
      : [{ field: 'hidden' as const, here: here.hidden, there: there.hidden }]),
  ]
}

/** A site that only its accounts tell of. */
function siteOf({ adapter, server: baseUrl }: BackedUpAccount): BackedUpServer {
  return { adapter, baseUrl, site: true, name: undefined, facts: [], settings: {} }
}

/** An address as Latchkey writes it itself: an origin, and so with no login, path or query in it. */
function isSiteAddress(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false
  const { protocol, origin } = new URL(baseUrl)
  return (protocol === 'https:' || protocol === 'http:') && origin === baseUrl
}
