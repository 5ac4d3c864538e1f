/** Goes through scenes and variants, several pages at a time. */
import type { Browser } from 'playwright-core'
import { Stage, SceneTrouble, type Play } from './stage'
import type { Variant } from './variants'

/** Twice as many as the machines that this is for have cores: half of a page's time is waiting. */
const pages = 4

/** Called with each scene as it stands drawn, or with why it could not be drawn. */
export type OnScene = (stage: Stage, scene: string, trouble: string | undefined) => Promise<void>

/**
 * Draws the scenes whose name contains one of `names` (all without any) in each of the variants. Gives the
 * names of all scenes that the gallery has.
 */
export async function drawAll(
  browser: Browser,
  play: Play,
  { names, variants }: { readonly names: readonly string[]; readonly variants: readonly Variant[] },
  onScene: OnScene,
): Promise<readonly string[]> {
  let all: readonly string[] = []
  for (const variant of variants) {
    const stages = await Promise.all(
      Array.from({ length: pages }, () => Stage.open(browser, play, variant)),
    )
    const [first] = stages
    if (!first) throw new Error('There is no page to draw on.')
    all = await first.names()
    const waiting = all.filter(
      (name) => names.length === 0 || names.some((part) => name.includes(part)),
    )
    await Promise.all(
      stages.map(async (stage) => {
        for (let scene = waiting.shift(); scene !== undefined; scene = waiting.shift()) {
          await onScene(stage, scene, await tryScene(stage, scene))
        }
        await stage.close()
      }),
    )
  }
  return all
}

async function tryScene(stage: Stage, scene: string): Promise<string | undefined> {
  try {
    await stage.draw(scene)
    return undefined
  } catch (error) {
    if (error instanceof SceneTrouble) return error.message
    throw error
  }
}
