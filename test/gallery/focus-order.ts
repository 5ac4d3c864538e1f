/** Whether Tab follows the eye: where everything stands in one column, it never goes back up. */
import type { Page } from 'playwright-core'

/** More stops than any scene has. */
const stopLimit = 80

/** Where the focus is. */
interface Stop {
  readonly name: string
  readonly top: number
  readonly bottom: number
  /** It has had the focus before. */
  readonly again: boolean
  /** It belongs to a message. */
  readonly told: boolean
}

/**
 * Goes all the way round with Tab. Gives one sentence for each stop that lies wholly above the one before
 * it. The window has to be tall enough to show everything.
 */
export async function focusJumps(page: Page): Promise<readonly string[]> {
  const stops = fromTheTop(await round(page))
  return stops.flatMap(({ name, bottom, told }, index) => {
    const before = stops[index - 1]
    // Among messages the latest comes first, which stands lowest: it is about what was just done.
    return before && bottom <= before.top && !(told && before.told)
      ? [`Tab goes back up, from “${before.name}” to “${name}”`]
      : []
  })
}

/** Every stop once, from wherever the focus is. */
async function round(page: Page): Promise<readonly Stop[]> {
  await page.evaluate('globalThis.stopsSeen = new WeakSet()')
  const stops: Stop[] = []
  while (stops.length < stopLimit) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(stopScript)
    if (stop?.again) break
    if (stop) stops.push(stop)
  }
  return stops
}

/** A round has no beginning; where it goes up the most, it begins anew. */
function fromTheTop(stops: readonly Stop[]): readonly Stop[] {
  const rises = stops.map(({ top }, index) => (stops.at(index - 1)?.top ?? top) - top)
  const first = rises.indexOf(Math.max(...rises))
  return [...stops.slice(first), ...stops.slice(0, first)]
}

const stopScript = `(() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const again = stopsSeen.has(element)
  stopsSeen.add(element)
  const { top, bottom } = element.getBoundingClientRect()
  const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
  const told = element.closest('.toast') !== null
  return { name: name || element.localName, top, bottom, again, told }
})()`
