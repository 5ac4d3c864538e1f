/** Calls about servers: sites added by their address, and their settings. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { ServerView } from '../../../shared/account'
import type { Locale } from '../../../shared/text/locale'
import type { Servers } from '../../accounts/servers'
import type { Views } from '../../accounts/views'
import type { HttpClient } from '../../adapters/http'
import type { Handlers } from '../dispatcher'

type ServerCalls = Extract<keyof Handlers, `servers.${string}`>

export interface ServerHandlersOptions {
  readonly servers: Servers
  readonly views: Views
  readonly http: HttpClient
  readonly locale: Locale
  readonly now: () => number
}

/** How long a person waits for the look at an address. */
const probeLimitMs = 30_000

export function serverHandlers(options: ServerHandlersOptions): Pick<Handlers, ServerCalls> {
  const { servers, http, locale, now } = options
  return {
    'servers.add': async ({ adapter: id, address }) => {
      const adapter = servers.adapter(id)
      if (!adapter?.ownSites) return fail('unsupported')
      const signal = AbortSignal.timeout(probeLimitMs)
      const site = await adapter.probe(address, { http, locale, now, signal })
      if (!site.ok) return site
      const added = await servers.add(adapter, site.value)
      return added.ok ? ok(options.views.drawServer(added.value)) : added
    },
    'servers.remove': async ({ server }) => {
      const removed = await servers.remove(server)
      return removed.ok ? ok(null) : removed
    },
    'servers.configure': ({ server, values }) => configure(options, server, values),
  }
}

async function configure(
  { servers, views, locale }: ServerHandlersOptions,
  id: ServerView['id'],
  values: Readonly<Record<string, string>>,
): Promise<Result<ServerView>> {
  const server = servers.find(id)
  const adapter = server && servers.adapter(server.adapter)
  if (!server || !adapter) return fail('not-found')
  const known = adapter.settings(locale).map((setting) => setting.name)
  for (const [name, value] of Object.entries(values)) {
    if (!known.includes(name)) return fail('invalid-input', { field: name })
    const problem = adapter.settingProblem(name, value.trim(), locale)
    if (problem !== undefined) return fail('invalid-input', { field: name, detail: problem })
  }
  const trimmed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.trim()]),
  )
  const saved = await servers.configure(id, { ...server.settings, ...trimmed })
  if (!saved.ok) return saved
  return ok(views.drawServer({ ...server, settings: { ...server.settings, ...trimmed } }))
}
