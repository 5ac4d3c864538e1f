/** Calls about servers: sites added by their address, what is allowed for them, and their settings. */
import { fail, ok, type Result } from '../../../shared/failure'
import type { ServerId, ServerView } from '../../../shared/account'
import type { CallInput } from '../../../shared/contract'
import type { CertificateLook, SiteTrust } from '../../../shared/site-trust'
import { serverIdOf, type Servers } from '../../accounts/servers'
import { allowanceOf, vouch, type VouchOptions } from '../../accounts/site-trust'
import type { Views } from '../../accounts/views'
import type { RootHttpClient } from '../../adapters/http'
import type { Language } from '../../language'
import type { Handlers } from '../dispatcher'

type ServerCalls = Extract<keyof Handlers, `servers.${string}`>

export interface ServerHandlersOptions {
  readonly servers: Servers
  readonly views: Views
  readonly http: RootHttpClient
  readonly language: Language
  readonly now: () => number
}

/** How long a person waits for the look at an address. */
const probeLimitMs = 30_000

export function serverHandlers(options: ServerHandlersOptions): Pick<Handlers, ServerCalls> {
  const { servers } = options
  return {
    'servers.add': (input) => add(options, input),
    'servers.look': (input) => look(options, input),
    'servers.trust': async ({ server: id, trust: wish }) => {
      const server = servers.find(id)
      if (!server) return fail('not-found')
      if (servers.adapter(server.adapter)?.ownSites !== true) return fail('unsupported')
      const trust = await vouch(server.baseUrl, wish, withLimit(options))
      return trust.ok ? setTrust(options, id, trust.value) : trust
    },
    'servers.distrust': ({ server }) => setTrust(options, server, undefined),
    'servers.remove': async ({ server }) => {
      const removed = await servers.remove(server)
      return removed.ok ? ok(null) : removed
    },
    'servers.configure': ({ server, values }) => configure(options, server, values),
  }
}

function withLimit({ http, now }: ServerHandlersOptions): VouchOptions {
  return { http, now, signal: AbortSignal.timeout(probeLimitMs) }
}

/** Asks a site under what is wanted for it now, else under what was allowed before, and keeps both. */
async function add(
  options: ServerHandlersOptions,
  { adapter: id, address, trust: wish }: CallInput<'servers.add'>,
): Promise<Result<ServerView>> {
  const { servers, http, language, now } = options
  const locale = language.value
  const adapter = servers.adapter(id)
  if (!adapter?.ownSites) return fail('unsupported')
  const baseUrl = adapter.baseUrlOf(address, locale)
  if (!baseUrl.ok) return baseUrl
  const limited = withLimit(options)
  const trust = wish
    ? await vouch(baseUrl.value, wish, limited)
    : ok(servers.trustOf(serverIdOf(id, baseUrl.value)))
  if (!trust.ok) return trust
  const allowance = trust.value && allowanceOf(baseUrl.value, trust.value)
  const client = http.allowing(() => allowance)
  const { signal } = limited
  const site = await adapter.probe(baseUrl.value, { http: client, locale, now, signal })
  if (!site.ok) return site
  const added = await servers.add(adapter, site.value, trust.value)
  return added.ok ? ok(options.views.drawServer(added.value)) : added
}

async function look(
  options: ServerHandlersOptions,
  input: CallInput<'servers.look'>,
): Promise<Result<CertificateLook>> {
  const baseUrl = baseUrlOf(options, input)
  if (!baseUrl.ok) return baseUrl
  return options.http.look(new URL(baseUrl.value).origin, withLimit(options).signal)
}

/** Of people's own sites only: nobody is asked about the certificate of any other server. */
function baseUrlOf(
  { servers, language }: ServerHandlersOptions,
  input: CallInput<'servers.look'>,
): Result<string> {
  if ('address' in input) {
    const adapter = servers.adapter(input.adapter)
    return adapter?.baseUrlOf(input.address, language.value) ?? fail('unsupported')
  }
  const server = servers.find(input.server)
  if (!server) return fail('not-found')
  return servers.adapter(server.adapter)?.ownSites ? ok(server.baseUrl) : fail('unsupported')
}

async function setTrust(
  options: ServerHandlersOptions,
  id: ServerId,
  trust: SiteTrust | undefined,
): Promise<Result<ServerView>> {
  const saved = await options.servers.setTrust(id, trust)
  return saved.ok ? drawn(options, id) : saved
}

/** The server as it is once it was changed. */
function drawn({ servers, views }: ServerHandlersOptions, id: ServerId): Result<ServerView> {
  const server = servers.find(id)
  return server ? ok(views.drawServer(server)) : fail('not-found')
}

async function configure(
  options: ServerHandlersOptions,
  id: ServerId,
  values: Readonly<Record<string, string>>,
): Promise<Result<ServerView>> {
  const { servers, language } = options
  const server = servers.find(id)
  const adapter = server && servers.adapter(server.adapter)
  if (!adapter) return fail('not-found')
  const locale = language.value
  const known = adapter.settings(locale).map((setting) => setting.name)
  for (const [name, value] of Object.entries(values)) {
    if (!known.includes(name)) return fail('invalid-input', { field: name })
    const problem = adapter.settingProblem(name, value.trim(), locale)
    if (problem !== undefined) return fail('invalid-input', { field: name, detail: problem })
  }
  const trimmed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.trim()]),
  )
  const saved = await servers.configure(id, trimmed)
  return saved.ok ? drawn(options, id) : saved
}
