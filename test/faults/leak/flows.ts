/** Every flow of a service through the window, with success, and nothing found anywhere afterwards. */
import { Findings, type Outcome } from '../fault'
import type { ServiceName } from '../../sandbox/kit/names'
import { walks } from '../../walks'
import { Scene } from './scene'

export async function allFlows(service: ServiceName): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  const chosen = walks.filter(({ id }) => id.startsWith(`${service}-`))
  try {
    const person = await scene.start()
    for (const walk of chosen) {
      await scene.afterwards(walk.title, () => walk.run(person), findings)
    }
    await scene.quit()
    const searched = await scene.settle(findings)
    return findings.outcome(`${chosen.length} ways through the window; ${searched}`)
  } finally {
    await scene.close()
  }
}
