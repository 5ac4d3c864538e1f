/** Something a person does, after which everything is searched. */
import { Findings, type Outcome } from '../fault'
import type { Person } from '../../walks/person'
import { Scene } from './scene'

export interface Deed {
  readonly title: string
  run(person: Person, scene: Scene): Promise<void>
}

/** Does one deed after the other in one start of the program, quits, and says what was found. */
export async function searchedAfter(deeds: readonly Deed[], what: string): Promise<Outcome> {
  const findings = new Findings()
  const scene = await Scene.open()
  try {
    const person = await scene.start()
    for (const deed of deeds) {
      await scene.afterwards(deed.title, () => deed.run(person, scene), findings)
    }
    await scene.quit()
    const searched = await scene.settle(findings)
    return findings.outcome(`${deeds.length} ${what}; ${searched}`)
  } finally {
    await scene.close()
  }
}

/** Waits until the window complains of something, and searches it while the input still stands there. */
export async function isRefused(person: Person): Promise<void> {
  await person.page.getByRole('main').getByRole('alert').first().waitFor()
  await person.picture('refused')
}

/** Leaves the attempt, with all that was typed. */
export async function leave(person: Person): Promise<void> {
  await person.button(/^(Leave|Later)$/).click()
  await person.page.getByRole('heading', { level: 1 }).first().waitFor()
}
