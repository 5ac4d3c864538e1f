/**
 * What the gallery shows of the services: their words, and every step as the real adapter draws it after it
 * has been entered at the sandbox, in each language.
 */
import type { Fact, FlowId } from '../../src/shared/account'
import { locales, type Locale } from '../../src/shared/text/locale'
import { viewService } from '../../src/main/accounts/views'
import { adapters } from '../../src/main/adapters/list'
import type { Adapter, Surroundings } from '../../src/main/adapters/walk'
import type { Material, SettingLook, WalkedStep } from '../../src/renderer/gallery/page-api'
import { surroundingsOf } from '../integration/adapters/walker'
import { startSandbox, type Sandbox } from '../sandbox/sandbox'
import { moment } from './moment'
import { stands } from './walked'

/** Runs the adapters once; a second. */
export async function gatherMaterial(): Promise<Readonly<Record<Locale, Material>>> {
  const sandbox = await startSandbox()
  try {
    const all: [Locale, Material][] = []
    for (const locale of locales) all.push([locale, await materialIn(locale, sandbox)])
    return Object.fromEntries(all) as Record<Locale, Material>
  } finally {
    await sandbox.close()
  }
}

async function materialIn(locale: Locale, sandbox: Sandbox): Promise<Material> {
  const steps: WalkedStep[] = []
  for (const adapter of adapters) {
    for (const { flow, kept, variant } of stands[adapter.id] ?? []) {
      const drawn = await draw(adapter, { flow, kept, locale, sandbox })
      steps.push(variant === undefined ? drawn : { ...drawn, variant })
    }
  }
  return {
    services: adapters.map((adapter) => viewService(adapter, locale)),
    steps,
    facts: Object.fromEntries(adapters.map((adapter) => [adapter.id, adapter.words(locale).facts])),
    settings: Object.fromEntries(
      adapters.map((adapter) => [adapter.id, adapter.settings(locale).map(look)]),
    ),
    site: await site(locale, sandbox),
  }
}

function look({ options, ...look }: ReturnType<Adapter['settings']>[number]): SettingLook {
  return { ...look, ...(options && { options: [...options] }) }
}

/** What the sandbox's site tells to whoever adds it. */
async function site(locale: Locale, sandbox: Sandbox): Promise<readonly Fact[]> {
  const adapter = adapters.find(({ ownSites }) => ownSites)
  if (!adapter) throw new Error('No service has sites of people’s own.')
  const surroundings = { ...at(adapter, sandbox), locale }
  const probed = await adapter.probe(surroundings.server.baseUrl, surroundings)
  if (!probed.ok) throw new Error(`${adapter.id}: ${JSON.stringify(probed.failure)}`)
  return adapter.label(probed.value.facts, locale)
}

interface Standing {
  readonly flow: FlowId
  readonly kept: unknown
  readonly locale: Locale
  readonly sandbox: Sandbox
}

async function draw(
  adapter: Adapter,
  { flow, kept, locale, sandbox }: Standing,
): Promise<WalkedStep> {
  const resumed = adapter.resume(kept)
  if (!resumed.ok) throw new Error(`${adapter.id} does not know the step ${JSON.stringify(kept)}`)
  const surroundings = { ...at(adapter, sandbox), locale }
  const entered = await resumed.value.enter(surroundings)
  if (!entered.ok) throw new Error(`${adapter.id}: ${JSON.stringify(entered.failure)}`)
  const walk = entered.value
  const scene = { ...surroundings, server: shown(adapter, surroundings) }
  const waiting = walk.waiting(scene)
  return {
    adapter: adapter.id,
    flow,
    title: adapter.words(locale).flows[flow].title,
    ...(walk.email !== undefined && { email: walk.email }),
    view: walk.view(scene),
    ...(waiting !== undefined && { waiting }),
  }
}

function at(adapter: Adapter, sandbox: Sandbox): Surroundings {
  const urls: Readonly<Record<string, string>> = sandbox.urls
  const baseUrl = urls[adapter.id]
  if (baseUrl === undefined) throw new Error(`The sandbox does not play ${adapter.id}.`)
  return surroundingsOf({ adapter, baseUrl, now: () => moment.getTime() })
}

/** The server as people know it, and not the sandbox, whose port is another one each time. */
function shown(adapter: Adapter, { server }: Surroundings): Surroundings['server'] {
  const [fixed] = adapter.fixedServers
  return fixed
    ? { ...server, ...fixed }
    : { ...server, baseUrl: 'https://files.example.org', name: 'Family files', kind: 'site' }
}
