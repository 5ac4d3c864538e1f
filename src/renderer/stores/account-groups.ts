/**
 * The list of accounts: grouped by server, in the person's order, and searched. Grouping and sorting is
 * done once for each state of the accounts; a key stroke in the search only filters.
 */
import type {
  AccountState,
  AccountView,
  ServerId,
  ServerView,
  ServiceView,
} from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import type { Text } from '../../shared/text'
import { accountText, foldText, queryWords } from './account-text'
import { findServer, findService, unknownServer, unknownService, type UnknownNames } from './places'
import { waitsForPerson } from './selectors'

/** Accounts of one server, in the person's order. */
export interface ServerGroup {
  readonly server: ServerView
  readonly service: ServiceView
  readonly accounts: readonly AccountView[]
}

/** What the list is narrowed to, beside the search: a tag, what waits for the person, or a state. */
export type ListFilter =
  { kind: 'tag'; tag: string } | { kind: 'attention' } | { kind: 'state'; state: AccountState }

/** What the list shows of all groups. */
export interface ShownAccounts {
  /** Without the groups in which nothing is shown. */
  readonly groups: readonly ServerGroup[]
  /** How many accounts stand in these groups. */
  readonly count: number
  /** Hidden accounts, which stand apart from the groups; while something is searched for, none. */
  readonly hidden: readonly AccountView[]
}

type Parts = Pick<Snapshot, 'accounts' | 'servers' | 'services'>

/** A list of accounts that has changed is a new array, so what is known of the old one goes with it. */
const known = new WeakMap<Parts['accounts'], Omit<Parts, 'accounts'> & { groups: ServerGroup[] }>()

/**
 * Groups accounts by server, in the order of services and servers. An account whose server or service is
 * not listed stands in a group of its own at the end: no account ever vanishes.
 */
export function groupAccounts(parts: Parts, names: UnknownNames): readonly ServerGroup[] {
  const { accounts, servers, services } = parts
  const found = known.get(accounts)
  if (found?.servers === servers && found.services === services) return found.groups
  const byServer = new Map<ServerId, AccountView[]>()
  for (const account of accounts) {
    const siblings = byServer.get(account.server)
    if (siblings) siblings.push(account)
    else byServer.set(account.server, [account])
  }
  const groups = serverOrder(parts, byServer, names)
    .map(({ server, service }) => ({
      server,
      service,
      accounts: (byServer.get(server.id) ?? []).sort((one, other) => one.position - other.position),
    }))
    .filter((group) => group.accounts.length > 0)
  known.set(accounts, { servers, services, groups })
  return groups
}

interface Asked {
  readonly query: string
  readonly filter: ListFilter | undefined
  readonly text: Text
}

/** The latest answer for each state of the groups: the list and the number of matches ask the same. */
const latest = new WeakMap<readonly ServerGroup[], Asked & { shown: ShownAccounts }>()

/**
 * What is shown of the groups. A query matches label, e-mail, tags, server, service and the words of the
 * state; every word of it has to be found. Whoever searches finds hidden accounts in their groups, too.
 */
export function shownAccounts(
  groups: readonly ServerGroup[],
  query: string,
  filter: ListFilter | undefined,
  text: Text,
): ShownAccounts {
  const last = latest.get(groups)
  if (last?.query === query && last.filter === filter && last.text === text) return last.shown
  const shown = narrowed(groups, { query, filter, text })
  latest.set(groups, { query, filter, text, shown })
  return shown
}

function narrowed(groups: readonly ServerGroup[], { query, filter, text }: Asked): ShownAccounts {
  const words = queryWords(query)
  if (words.length === 0 && !filter) return withoutHidden(groups)
  const states = stateTexts(text)
  const passes = filter ? filterTest(filter) : () => true
  return counted(
    narrow(groups, (group) => {
      const texts = textsOf(group)
      const matches = ({ state }: AccountView, text = ''): boolean =>
        words.every((word) => text.includes(word) || states(state).includes(word))
      return group.accounts.filter((one, at) => passes(one) && matches(one, texts[at]))
    }),
    [],
  )
}

const knownTexts = new WeakMap<ServerGroup, readonly string[]>()

/** What a group's accounts are found by, in their order; looked up once, not with each key stroke. */
function textsOf(group: ServerGroup): readonly string[] {
  const found = knownTexts.get(group)
  if (found) return found
  const { accounts, server, service } = group
  const texts = accounts.map((account) => accountText(account, server, service))
  knownTexts.set(group, texts)
  return texts
}

function withoutHidden(groups: readonly ServerGroup[]): ShownAccounts {
  const hidden = groups.flatMap(({ accounts }) => accounts.filter((account) => account.hidden))
  if (hidden.length === 0) return counted(groups, hidden)
  const left = narrow(groups, ({ accounts }) => accounts.filter((account) => !account.hidden))
  return counted(left, hidden)
}

function counted(groups: readonly ServerGroup[], hidden: readonly AccountView[]): ShownAccounts {
  return { groups, count: groups.reduce((sum, { accounts }) => sum + accounts.length, 0), hidden }
}

function narrow(
  groups: readonly ServerGroup[],
  keep: (group: ServerGroup) => readonly AccountView[],
): ServerGroup[] {
  return groups.flatMap((group) => {
    const accounts = keep(group)
    return accounts.length > 0 ? [{ ...group, accounts }] : []
  })
}

function filterTest(filter: ListFilter): (account: AccountView) => boolean {
  switch (filter.kind) {
    case 'tag': {
      const wanted = filter.tag.toLowerCase()
      return ({ tags }) => tags.some((tag) => tag.toLowerCase() === wanted)
    }
    case 'attention':
      return waitsForPerson
    case 'state':
      return ({ state }) => state === filter.state
  }
}

/** The words of a state as it is shown and as it is called: “log in again”, “needs login”. */
function stateTexts(text: Text): (state: AccountView['state']) => string {
  const folded = new Map<AccountView['state'], string>()
  return (state) => {
    const done = folded.get(state)
    if (done !== undefined) return done
    const words = foldText(`${text.accountStates[state].short} ${state.replaceAll('-', ' ')}`)
    folded.set(state, words)
    return words
  }
}

/** The places of all accounts: those that are listed in the order of services, then the others. */
function serverOrder(
  { servers, services }: Pick<Snapshot, 'servers' | 'services'>,
  byServer: ReadonlyMap<ServerId, readonly AccountView[]>,
  names: UnknownNames,
): Omit<ServerGroup, 'accounts'>[] {
  const listed = services.flatMap((service) =>
    servers
      .filter((server) => server.adapter === service.adapter)
      .map((server) => ({ server, service })),
  )
  const ids = new Set(listed.map(({ server }) => server.id))
  const others = [...byServer].flatMap(([id, [account]]) =>
    ids.has(id) || !account
      ? []
      : [
          {
            server: findServer(servers, id) ?? unknownServer(account, names),
            service: findService(services, account.adapter) ?? unknownService(account, names),
          },
        ],
  )
  return [...listed, ...others]
}

/** All accounts of the group that an account is in, hidden ones too. */
export function groupOf(
  groups: readonly ServerGroup[],
  account: AccountView,
): readonly AccountView[] {
  return groups.find(({ server }) => server.id === account.server)?.accounts ?? []
}

/**
 * Before which account one has to be moved so that it stands at `to` among the others that are shown;
 * `null` is the end. Behind the last one shown means right behind it, whatever follows unseen.
 */
export function movesBefore(
  group: readonly AccountView[],
  shown: readonly AccountView[],
  moved: AccountView,
  to: number,
): AccountView['id'] | null {
  const others = shown.filter((one) => one !== moved)
  const next = others[to]
  if (next) return next.id
  const last = others.at(-1)
  const unseen = group.filter((one) => one !== moved)
  return (last && unseen[unseen.indexOf(last) + 1]?.id) ?? null
}
