/**
 * What a person allows for a site of their own, from the look at its certificate to the connections
 * that may be made because of it. Requests get to a server through `client`, and in no other way.
 */
import type { ServerId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { SiteTrust, TrustWish } from '../../shared/site-trust'
import type { HttpClient, RootHttpClient } from '../adapters/http'
import type { Allowance } from '../adapters/http-leeway'
import type { Servers } from './servers'

/** Gives the client for one server. */
export type ClientFor = (server: ServerId) => HttpClient

/** Makes `ClientFor`: what is allowed for the server is read anew for each request. */
export function clientsFor(http: RootHttpClient, servers: Servers): ClientFor {
  return (id) =>
    http.allowing(() => {
      const trust = servers.trustOf(id)
      const server = trust && servers.find(id)
      return server && allowanceOf(server.baseUrl, trust)
    })
}

/** What a site's trust means for its connections. */
export function allowanceOf(baseUrl: string, trust: SiteTrust): Allowance {
  const { origin } = new URL(baseUrl)
  switch (trust.kind) {
    case 'certificate':
      return { origin, trust: { kind: 'certificate', fingerprint: trust.certificate.fingerprint } }
    case 'plain-http':
      return { origin, trust: { kind: 'plain-http' } }
  }
}

export interface VouchOptions {
  readonly http: RootHttpClient
  readonly now: () => number
  readonly signal: AbortSignal
}

/**
 * Makes what is kept out of what a person wants. A certificate is looked at once more: kept is what the
 * site shows now, and only if it is the one that the person has seen. Failures: `tls-untrusted` if it
 * is another one, `unsupported` for a wish that does not go with the address, and those of a look.
 */
export async function vouch(
  baseUrl: string,
  wish: TrustWish,
  { http, now, signal }: VouchOptions,
): Promise<Result<SiteTrust>> {
  const since = now()
  const { protocol, origin } = new URL(baseUrl)
  if (wish.kind === 'plain-http') {
    return protocol === 'http:' ? ok({ kind: 'plain-http', since }) : fail('unsupported')
  }
  const look = await http.look(origin, signal)
  if (!look.ok) return look
  const { certificate, host } = look.value
  if (certificate.fingerprint !== wish.fingerprint) {
    return fail('tls-untrusted', { detail: `another certificate than a moment ago: ${host}` })
  }
  return ok({ kind: 'certificate', certificate, since })
}
