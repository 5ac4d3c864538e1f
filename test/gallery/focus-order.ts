/** Whether Tab follows the eye: where everything stands in one column, it never goes back up. */
import type { Page } from 'playwright-core'

/** More stops than any scene has. */
const stopLimit = 80

/** Where the focus is; undefined where nothing of the page has it. */
interface Stop {
  readonly name: string
  readonly top: number
  readonly bottom: number
}

/**
 * Goes through the whole page with Tab, from its beginning. Gives one sentence for each stop that lies
 * wholly above the one before it. The window has to be tall enough to show everything.
 */
export async function focusJumps(page: Page): Promise<readonly string[]> {
  await page.evaluate('document.activeElement?.blur()')
  const jumps: string[] = []
  let before: Stop | undefined
  for (let count = 0; count < stopLimit; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(stopScript)
    if (stop === null) break
    if (before && stop.bottom <= before.top)
      jumps.push(`Tab goes back up, from “${before.name}” to “${stop.name}”`)
    before = stop
  }
  return jumps
}

const stopScript = `(() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const { top, bottom } = element.getBoundingClientRect()
  const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)
  return { name: name || element.localName, top, bottom }
})()`
