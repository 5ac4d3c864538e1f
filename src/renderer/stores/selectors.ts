/** Questions about a snapshot that more than one screen asks. */
import type {
  AccountState,
  AccountView,
  ServerId,
  ServerView,
  ServiceView,
} from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import type { Failure, FailureCode } from '../../shared/failure'
import { findServer, findService, unknownServer, unknownService, type UnknownNames } from './places'

/** Accounts of one server, in the person's order. */
export interface ServerGroup {
  readonly server: ServerView
  readonly service: ServiceView
  readonly accounts: readonly AccountView[]
}

/**
 * Groups accounts by server, in the order of services and servers, and leaves out what does not match.
 * A query matches label, e-mail, server and service; every word of it has to be found. An account whose
 * server or service is not listed stands in a group of its own at the end: no account ever vanishes.
 */
export function groupAccounts(
  snapshot: Pick<Snapshot, 'accounts' | 'servers' | 'services'>,
  query: string,
  names: UnknownNames,
): ServerGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const byServer = new Map<ServerId, AccountView[]>()
  for (const account of snapshot.accounts) {
    const siblings = byServer.get(account.server)
    if (siblings) siblings.push(account)
    else byServer.set(account.server, [account])
  }
  return serverOrder(snapshot, byServer, names)
    .map(({ server, service }) => ({
      server,
      service,
      accounts: (byServer.get(server.id) ?? [])
        .filter((account) => {
          const place = `${server.name} ${server.baseUrl} ${service.name}`
          const all = `${account.label} ${account.email} ${place}`.toLowerCase()
          return words.every((word) => all.includes(word))
        })
        .sort((one, other) => one.position - other.position),
    }))
    .filter((group) => group.accounts.length > 0)
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

export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

/** How a state looks, next to its words. */
export function stateTone(state: AccountState): Tone {
  switch (state) {
    case 'ready':
      return 'good'
    case 'expired':
    case 'needs-login':
    case 'needs-verification':
    case 'keychain-locked':
      return 'warning'
    case 'blocked':
    case 'secret-missing':
      return 'bad'
    case 'unreachable':
      return 'neutral'
  }
}

/** The failure that a state's own words already tell. */
export function stateReason(state: AccountState): FailureCode | undefined {
  switch (state) {
    case 'needs-login':
      return 'token-rejected'
    case 'blocked':
      return 'account-blocked'
    case 'keychain-locked':
      return 'keychain-locked'
    case 'secret-missing':
      return 'secret-missing'
    case 'ready':
    case 'expired':
    case 'needs-verification':
    case 'unreachable':
      return undefined
  }
}

/** Whether the account's own page says already that this went wrong. */
export function pageTells(account: AccountView, { code }: Failure): boolean {
  return account.failure?.code === code || stateReason(account.state) === code
}
