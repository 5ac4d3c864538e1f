/**
 * Opens pages in the person's browser: only at hosts that an adapter or a server names, and over https,
 * but for a site that the person has allowed plain http for.
 */
import { fail, ok, type Result } from '../../shared/failure'
import type { Servers } from '../accounts/servers'
import type { Adapter } from '../adapters/walk'

export interface LinksOptions {
  readonly adapters: readonly Adapter[]
  readonly servers: Servers
  /** Addresses of the sandbox, which may be plain http. */
  readonly sandbox: readonly string[]
  readonly open: (url: string) => Promise<void>
}

/** Gives the function that opens a page, or fails with `unsupported` where Latchkey may not. */
export function createLinkOpener(options: LinksOptions): (url: string) => Promise<Result<void>> {
  return async (text) => {
    if (!URL.canParse(text)) return fail('unsupported')
    const url = new URL(text)
    if (!mayOpen(url, options)) return fail('unsupported', { detail: url.host })
    await options.open(url.href)
    return ok(undefined)
  }
}

function mayOpen(url: URL, { adapters, servers, sandbox }: LinksOptions): boolean {
  if (sandbox.some((address) => new URL(address).origin === url.origin)) return true
  if (url.protocol === 'http:') {
    const site = servers.list().find(({ baseUrl }) => new URL(baseUrl).origin === url.origin)
    return site !== undefined && servers.trustOf(site.id)?.kind === 'plain-http'
  }
  if (url.protocol !== 'https:') return false
  const named = adapters.flatMap((adapter) => [new URL(adapter.site).host, ...adapter.linkHosts])
  const own = servers.list().map((server) => new URL(server.baseUrl).host)
  return named.includes(url.host) || own.includes(url.host)
}
