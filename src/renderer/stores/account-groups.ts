/**
 * Accounts grouped by server, in the person's order. That is done once for each state of the accounts;
 * searching (shown-accounts.ts) only takes away from it.
 */
import type { AccountView, ServerId, ServerView, ServiceView } from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import { fewChanges, replaced } from './account-changes'
import { findServer, findService, unknownServer, unknownService, type UnknownNames } from './places'

/** Accounts of one server, in the person's order. */
export interface ServerGroup {
  readonly server: ServerView
  readonly service: ServiceView
  readonly accounts: readonly AccountView[]
}

type Parts = Pick<Snapshot, 'accounts' | 'servers' | 'services'>

/** A list of accounts that has changed is a new array, so what is known of the old one goes with it. */
const known = new WeakMap<
  readonly AccountView[],
  Omit<Parts, 'accounts'> & { groups: readonly ServerGroup[] }
>()

/** The hidden accounts of a group, once somebody has asked for them. */
const hiddenOnes = new WeakMap<ServerGroup, readonly AccountView[]>()

/**
 * Groups accounts by server, in the order of services and servers. An account whose server or service is
 * not listed stands in a group of its own at the end: no account ever vanishes.
 */
export function groupAccounts(parts: Parts, names: UnknownNames): readonly ServerGroup[] {
  const { accounts, servers, services } = parts
  const found = known.get(accounts)
  if (found?.servers === servers && found.services === services) return found.groups
  const groups = regrouped(parts) ?? grouped(parts, names)
  known.set(accounts, { servers, services, groups })
  return groups
}

function grouped(parts: Parts, names: UnknownNames): readonly ServerGroup[] {
  const byServer = new Map<ServerId, AccountView[]>()
  for (const account of parts.accounts) {
    const siblings = byServer.get(account.server)
    if (siblings) siblings.push(account)
    else byServer.set(account.server, [account])
  }
  return serverOrder(parts, byServer, names)
    .map(({ server, service }) => ({
      server,
      service,
      accounts: (byServer.get(server.id) ?? []).sort((one, other) => one.position - other.position),
    }))
    .filter((group) => group.accounts.length > 0)
}

/**
 * The groups of a list in which a few accounts are new objects and each stands where it stood, as after a
 * switch. Undefined where more has changed.
 */
function regrouped({ accounts, servers, services }: Parts): readonly ServerGroup[] | undefined {
  const since = fewChanges(accounts)
  const old = since && known.get(since.before)
  if (old?.servers !== servers || old.services !== services) return undefined
  if (!since?.changed.every(({ was, is }) => standsAlike(was, is))) return undefined
  const touched = new Set(since.changed.map(({ was }) => was.server))
  return old.groups.map((group) => {
    if (!touched.has(group.server.id)) return group
    const next = { ...group, accounts: replaced(group.accounts, since.changed) }
    const hidden = hiddenOnes.get(group)
    if (hidden && !since.changed.some(({ was, is }) => was.hidden || is.hidden)) {
      hiddenOnes.set(next, hidden)
    }
    return next
  })
}

/** The hidden accounts of a group, in the group's order. */
export function hiddenIn(group: ServerGroup): readonly AccountView[] {
  const there = hiddenOnes.get(group)
  if (there) return there
  const found = group.accounts.filter(({ hidden }) => hidden)
  hiddenOnes.set(group, found)
  return found
}

function standsAlike(one: AccountView, other: AccountView): boolean {
  return one.server === other.server && one.position === other.position
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
