/** Which servers there are: those that adapters name, sites that the person added, and the sandbox. */
import { serverId, type AdapterId, type ServerId } from '../../shared/ids'
import { fail, ok, type Result } from '../../shared/failure'
import type { SiteTrust } from '../../shared/site-trust'
import type { Server, Site } from '../adapters/adapter'
import type { Adapter } from '../adapters/walk'
import type { AccountEntry, Book, SiteEntry } from './book'

/**
 * Other servers for a development build, adapter id -> base URL. `replace` takes the place of an
 * adapter's own servers; `beside` stands with them.
 */
export interface ServerOverrides {
  readonly replace: Readonly<Record<string, string>>
  readonly beside: Readonly<Record<string, string>>
}

export const noOverrides: ServerOverrides = { replace: {}, beside: {} }

export function serverIdOf(adapter: AdapterId, baseUrl: string): ServerId {
  return serverId.parse(`${adapter}+${baseUrl}`)
}

export class Servers {
  constructor(
    private readonly book: Book,
    private readonly adapters: readonly Adapter[],
    private readonly overrides: ServerOverrides,
    private readonly now: () => number,
  ) {}

  adapter(id: AdapterId): Adapter | undefined {
    return this.adapters.find((adapter) => adapter.id === id)
  }

  /**
   * All servers, in the order of the adapters: fixed ones, then sites, then the sandbox; last those
   * that are no longer offered but still have accounts, because an account never loses its place.
   */
  list(): readonly Server[] {
    const offered = this.offered()
    const known = new Set(offered.map((server) => server.id))
    const former = new Map<ServerId, Server>()
    for (const entry of this.book.accounts) {
      if (!known.has(entry.server)) former.set(entry.server, this.formerServer(entry))
    }
    return [...offered, ...former.values()]
  }

  find(id: ServerId): Server | undefined {
    const offered = this.offered().find((server) => server.id === id)
    if (offered) return offered
    const entry = this.book.accounts.find(({ server }) => server === id)
    return entry && this.formerServer(entry)
  }

  /**
   * Keeps a site that was probed, with what was allowed for the probe; one that is already there is
   * brought up to date.
   */
  async add(adapter: Adapter, site: Site, trust?: SiteTrust): Promise<Result<Server>> {
    const id = serverIdOf(adapter.id, site.baseUrl)
    const entry: SiteEntry = {
      id,
      adapter: adapter.id,
      baseUrl: site.baseUrl,
      name: site.name,
      facts: [...site.facts],
      addedAt: this.now(),
      trust,
    }
    const saved = await this.book.update((content) => ({
      ...content,
      sites: [...content.sites.filter((known) => known.id !== id), entry],
    }))
    if (!saved.ok) return saved
    const server = this.find(id)
    return server ? ok(server) : fail('not-found')
  }

  /** Takes a site off the list. Fails with `unsupported` while accounts are there. */
  async remove(id: ServerId): Promise<Result<void>> {
    if (this.book.accounts.some((entry) => entry.server === id)) return fail('unsupported')
    return this.book.update((content) => ({
      ...content,
      sites: content.sites.filter((site) => site.id !== id),
    }))
  }

  /**
   * What the person has allowed for a server. Only the sites of services that people run themselves can
   * have any: whatever the book says of another one means nothing, for all of the program.
   */
  trustOf(id: ServerId): SiteTrust | undefined {
    const site = this.book.sites.find((entry) => entry.id === id)
    return site && this.adapter(site.adapter)?.ownSites === true ? site.trust : undefined
  }

  /** Notes what is allowed for a site, or that nothing is any more. Fails with `unsupported` for others. */
  async setTrust(id: ServerId, trust: SiteTrust | undefined): Promise<Result<void>> {
    const server = this.find(id)
    if (!server) return fail('not-found')
    if (this.adapter(server.adapter)?.ownSites !== true) return fail('unsupported')
    const { adapter, baseUrl, name, facts } = server
    return this.book.update((content) => {
      const known = content.sites.find((site) => site.id === id)
      const entry: SiteEntry = known
        ? { ...known, trust }
        : { id, adapter, baseUrl, name, facts: [...facts], addedAt: this.now(), trust }
      const sites = known
        ? content.sites.map((site) => (site.id === id ? entry : site))
        : [...content.sites, entry]
      return { ...content, sites }
    })
  }

  /** Sets some of a server's settings; the others stay as they are by then. */
  async configure(id: ServerId, values: Readonly<Record<string, string>>): Promise<Result<void>> {
    return this.book.update((content) => ({
      ...content,
      settings: { ...content.settings, [id]: { ...content.settings[id], ...values } },
    }))
  }

  /** Where a person sees to their accounts in a browser. A service's own server answers programs only. */
  siteOf({ adapter, baseUrl }: Server): string {
    const known = this.adapter(adapter)
    return known?.fixedServers.some((own) => own.baseUrl === baseUrl) ? known.site : baseUrl
  }

  isRemovable(id: ServerId): boolean {
    return this.book.sites.some((site) => site.id === id)
  }

  private offered(): readonly Server[] {
    return this.adapters.flatMap((adapter) => this.of(adapter))
  }

  private of(adapter: Adapter): readonly Server[] {
    const make = (baseUrl: string, more: Pick<Server, 'name' | 'kind' | 'facts'>): Server => {
      const id = serverIdOf(adapter.id, baseUrl)
      return { id, adapter: adapter.id, baseUrl, ...more, settings: this.book.settings(id) }
    }
    const sites = this.book.sites
      .filter((site) => site.adapter === adapter.id)
      .map((site) => make(site.baseUrl, { name: site.name, kind: 'site', facts: site.facts }))
    const replaced = this.overrides.replace[adapter.id]
    const beside = this.overrides.beside[adapter.id]
    const sandbox = (baseUrl: string): Server =>
      make(baseUrl, { name: `${adapter.name} sandbox`, kind: 'sandbox', facts: [] })
    const fixed =
      replaced === undefined
        ? adapter.fixedServers.map((server) => make(server.baseUrl, { ...server, facts: [] }))
        : [sandbox(replaced)]
    const known = new Set(sites.map((site) => site.baseUrl))
    const own = fixed.filter((server) => !known.has(server.baseUrl))
    return [
      ...own,
      ...sites,
      ...(beside === undefined || known.has(beside) ? [] : [sandbox(beside)]),
    ]
  }

  private formerServer({ server: id, adapter }: AccountEntry): Server {
    const baseUrl = id.slice(adapter.length + 1)
    const name = URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
    const settings = this.book.settings(id)
    return { id, adapter, baseUrl, name, kind: 'site', facts: [], settings }
  }
}

/** Reads `LATCHKEY_SERVERS` and its like: JSON, adapter id -> base URL. Throws with the variable's name. */
export function readServerMap(name: string, text: string | undefined): Record<string, string> {
  if (text === undefined || text === '') return {}
  const map: unknown = JSON.parse(text)
  if (typeof map !== 'object' || map === null) throw new Error(`${name} must be a JSON object`)
  return Object.fromEntries(
    Object.entries(map).map(([adapter, url]) => {
      if (typeof url !== 'string' || !URL.canParse(url)) {
        throw new Error(`${name}: ${adapter} must be a URL`)
      }
      return [adapter, url.replace(/\/+$/, '')]
    }),
  )
}
