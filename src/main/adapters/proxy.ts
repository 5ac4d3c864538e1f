/**
 * Which way a request goes: straight to its server, or through a proxy that the system names.
 * The system answers as a PAC script does: `PROXY a:8080; HTTPS b; DIRECT`, tried from the left.
 */
import { isLoopback } from './loopback'

/** Where a request may go through. `url` is the proxy's own origin, never with credentials. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly url: ProxyUrl }

export type ProxyUrl = `http://${string}` | `https://${string}`

export type ResolveProxy = (url: string) => Promise<string>

const direct: Route = { kind: 'direct' }

/**
 * Gives the ways to reach `url`, best first. Loopback is never proxied, and neither is plain http: it
 * goes to addresses around this computer only, and at a proxy nobody could tell where a name leads
 * (`http-plain`). Only the origin is shown to `resolveProxy`, because a path may hold a one-time code. If the system cannot tell, the request
 * goes straight; if it names nothing but proxies of a kind that is not spoken here (SOCKS), the list
 * is empty, because going around a proxy that somebody chose could give away where they are.
 */
export async function routesTo(url: URL, resolveProxy?: ResolveProxy): Promise<readonly Route[]> {
  const near = url.protocol === 'http:' || isLoopback(url.hostname)
  if (!resolveProxy || near) return [direct]
  return readProxyAnswer(await resolveProxy(`${url.origin}/`).catch(() => 'DIRECT'))
}

/** Reads a PAC answer; entries that cannot be used are left out, an empty answer means direct. */
export function readProxyAnswer(answer: string): readonly Route[] {
  const entries = answer
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.length === 0) return [direct]
  return entries.map(readEntry).filter((route) => route !== undefined)
}

function readEntry(entry: string): Route | undefined {
  const [kind = '', address] = entry.split(/\s+/)
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return direct
    // HTTP is Firefox's name for what the first PAC description called PROXY.
    case 'PROXY':
    case 'HTTP':
      return proxyAt('http', address)
    case 'HTTPS':
      return proxyAt('https', address)
    default:
      return undefined
  }
}

function proxyAt(scheme: 'http' | 'https', address: string | undefined): Route | undefined {
  const origin = `${scheme}://${address ?? ''}`
  if (!URL.canParse(origin)) return undefined
  const { host } = new URL(origin)
  return host === '' ? undefined : { kind: 'proxy', url: `${scheme}://${host}` }
}
