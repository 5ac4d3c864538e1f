/** What networks do, to every request of every service, through the whole program without a window. */
import { Findings, type Fault, type Outcome } from '../fault'
import { createAuthority, type Authority } from '../../integration/http/kit/certificates'
import { closeServers, serve, serveProxy, type Running } from '../../integration/http/kit/servers'
import { services, type Act, type Service } from '../network/acts'
import { harmCases, type HarmCase } from '../network/harms'
import { suffer } from '../network/suffer'
import { World, type WorldOptions } from '../network/world'
import { wrongTypes } from '../network/wrong-types'

/** Short enough to wait for, long enough for a good answer on a busy machine. */
const shortLimitMs = 3_000

const authority = createAuthority()

/** Where nothing may ever arrive. */
interface Traps {
  readonly http: Running
  readonly https: Running
}

async function setTraps(): Promise<Traps> {
  const listener: Parameters<typeof serve>[0] = (_request, response) => response.end('{}')
  return {
    http: await serve(listener),
    https: await serve(listener, authority.issue(['127.0.0.1'])),
  }
}

/** The harms by name; where the traps stand is only known once they are set. */
function casesWith(traps: Traps | undefined): readonly HarmCase[] {
  const { http, https } = traps ?? { http: { url: 'http://0' }, https: { url: 'https://0' } }
  return harmCases({ authority, trap: { http: http.url, https: https.url } })
}

async function worldOptions(
  service: Service,
  { harm, waits, trusted }: HarmCase,
): Promise<WorldOptions> {
  const limit = waits && { limitMs: shortLimitMs }
  const options: WorldOptions = { service, authority, trusted, ...limit }
  if (harm.at !== 'proxy') return options
  const [good, strict] = await Promise.all([serveProxy(), serveProxy({ refuse: 407 })])
  return {
    ...options,
    host: 'latchkey-service.example',
    proxy: (harmed) => `PROXY 127.0.0.1:${(harmed ? strict : good).port}`,
  }
}

async function allActs(service: Service, name: string, acts: readonly Act[]): Promise<Outcome> {
  const findings = new Findings()
  const traps = await setTraps()
  try {
    const found = casesWith(traps).find((one) => one.name === name)
    if (!found) throw new Error(`There is no harm ${name}`)
    const options = await worldOptions(service, found)
    const one = async (act: Act, index: number): Promise<void> => {
      const world = await World.open(options)
      try {
        await suffer(world, act, found, `person${index}@mail.example`, findings)
      } finally {
        await world.close()
      }
    }
    // Those that wait can wait together.
    if (found.waits) await Promise.all(acts.map(one))
    else for (const [index, act] of acts.entries()) await one(act, index)
    const caught = [...traps.http.seen, ...traps.https.seen]
    findings.check(caught.length === 0, `A redirect was followed: ${caught.join(', ')}`)
    return findings.outcome(`${acts.length} requests: ${acts.map((act) => act.name).join(', ')}`)
  } finally {
    await closeServers()
  }
}

/** The faults of some acts, as the whole run or a part of it wants them. */
export function networkFaultsOf(
  wanted: (service: Service, act: Act, harm: HarmCase) => boolean,
): readonly Fault[] {
  return services.flatMap((service) =>
    casesWith(undefined).flatMap((harm): Fault[] => {
      if (harm.notFor === service.adapter) return []
      const acts = service.acts.filter((act) => wanted(service, act, harm))
      if (acts.length === 0) return []
      const fault = `network-${service.adapter}-${harm.name}`
      return [{ fault, group: 'network', run: () => allActs(service, harm.name, acts) }]
    }),
  )
}

function wrongTypesOf(service: Service, authority: Authority): Fault {
  return {
    fault: `network-${service.adapter}-wrong-types`,
    group: 'network',
    run: () => wrongTypes(service, authority),
  }
}

export const networkFaults: readonly Fault[] = [
  ...networkFaultsOf(() => true),
  ...services.map((service) => wrongTypesOf(service, authority)),
]
