/** Questions about a snapshot that more than one screen asks. */
import type { AccountState, AccountView, ServerView, ServiceView } from '../../shared/account'
import type { Snapshot } from '../../shared/contract'

/** Accounts of one server, in the person's order. */
export interface ServerGroup {
  readonly server: ServerView
  readonly service: ServiceView
  readonly accounts: readonly AccountView[]
}

/**
 * Groups accounts by server, in the order of services and servers, and leaves out what does not match.
 * A query matches label, e-mail, server and service; every word of it has to be found.
 */
export function groupAccounts(
  { accounts, servers, services }: Pick<Snapshot, 'accounts' | 'servers' | 'services'>,
  query: string,
): ServerGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const byServer = new Map<string, AccountView[]>()
  for (const account of accounts) {
    const siblings = byServer.get(account.server)
    if (siblings) siblings.push(account)
    else byServer.set(account.server, [account])
  }
  return services.flatMap((service) =>
    servers
      .filter((server) => server.adapter === service.adapter)
      .map((server) => ({
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
      .filter((group) => group.accounts.length > 0),
  )
}

/** Whether an account in this state waits for the person. */
export function needsPerson(state: AccountState): boolean {
  switch (state) {
    case 'needs-login':
    case 'needs-verification':
    case 'secret-missing':
    case 'blocked':
      return true
    case 'ready':
    case 'expired':
    case 'unreachable':
    case 'keychain-locked':
      return false
  }
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

/** Says that a service or server that a part of the snapshot names is not in it: a bug of main's. */
function missing(what: string): never {
  throw new Error(`The snapshot names a ${what} that it does not hold.`)
}

export function serverOf(snapshot: Snapshot, id: ServerView['id']): ServerView {
  return snapshot.servers.find((server) => server.id === id) ?? missing('server')
}

export function serviceOf(snapshot: Snapshot, id: ServiceView['adapter']): ServiceView {
  return snapshot.services.find((service) => service.adapter === id) ?? missing('service')
}
