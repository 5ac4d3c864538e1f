/**
 * Servers and services by their ids. The main process lists every one that an account names; should it
 * ever not, a stand-in takes the place, so that a window can still show the account.
 */
import type { AdapterId, FlowId, ServerId, ServerView, ServiceView } from '../../shared/account'

/** What stand-ins are called, in the person's language. */
export interface UnknownNames {
  readonly unknownServer: string
  readonly unknownService: string
}

/** Where something is: an account or an attempt. */
interface Placed {
  readonly adapter: AdapterId
  readonly server: ServerId
}

export function findServer(servers: readonly ServerView[], id: ServerId): ServerView | undefined {
  return servers.find((server) => server.id === id)
}

export function findService(
  services: readonly ServiceView[],
  id: AdapterId,
): ServiceView | undefined {
  return services.find((service) => service.adapter === id)
}

/** A stand-in for a server; its address is taken from its id, which holds it. */
export function unknownServer(
  { adapter, server }: Placed,
  { unknownServer: name }: UnknownNames,
): ServerView {
  const baseUrl = /https?:.*/.exec(server)?.[0] ?? server
  return {
    id: server,
    adapter,
    baseUrl,
    name,
    kind: 'site',
    facts: [],
    removable: false,
    settings: [],
  }
}

/** A stand-in for a service: one that nothing can be done at. */
export function unknownService(
  { adapter }: Pick<Placed, 'adapter'>,
  { unknownService: name }: UnknownNames,
): ServiceView {
  const flow = (instead: FlowId) => ({
    available: false as const,
    title: name,
    reason: '',
    instead,
  })
  return {
    adapter,
    name,
    tagline: '',
    picture: 'globe',
    asks: [],
    site: '',
    ownSites: false,
    flows: {
      register: flow('register'),
      login: flow('login'),
      verify: flow('verify'),
      reset: flow('reset'),
      token: flow('token'),
    },
    abilities: { check: false, refresh: false, logOut: false, sessions: false },
  }
}
