/** One key in the search of a long list, from the key stroke until its matches are painted. */
import type { Page } from 'playwright-core'
import { actScript, bridgeScript } from '../page-script'
import { openPages } from '../pages'
import { packedSnapshot } from '../program'
import { inTurn, median, type Bench } from '../row'

const accounts = 10_000
const runs = 30
const typed = 'customer 47'
/** Once the whole text: the parts that are read later are here by then. */
const warmUps = typed.length

/** The crowd is called customers, so the list is another one only after the digits. */
const narrows = (turn: number): boolean => /\d/.test(typed.charAt(turn % typed.length))

export const search: Bench = {
  name: 'search',
  budget: 2,
  what: `a key in the search of ${accounts} accounts until the matches are painted; the baseline is a key in an input alone`,
  async measure() {
    const pages = await openPages()
    try {
      const ours = await searcher(pages.context.newPage(), `${pages.ours}index.html`, accounts)
      const baseline = await searcher(pages.context.newPage(), `${pages.base}input.html`)
      for (let turn = 0; turn < warmUps; turn += 1) {
        await ours()
        await baseline()
      }
      const measured = await inTurn(runs, ours, baseline)
      const narrowing = measured.ours.filter((_time, turn) => narrows(warmUps + turn))
      const note = `a key after which other rows stand there: ${median(narrowing).toFixed(2)} ms`
      return { ...measured, note }
    } finally {
      await pages.close()
    }
  },
}

/** Gives a function that presses one key after another in a page's search; after the last it begins anew. */
export async function searcher(
  opening: Promise<Page>,
  url: string,
  count?: number,
): Promise<() => Promise<number>> {
  const page = await opening
  const bridge = count === undefined ? '' : bridgeScript(await packedSnapshot(count))
  await page.addInitScript(`${bridge}\n${actScript}`)
  await page.goto(url)
  const input = page.locator('input[type=search]')
  await input.waitFor()
  let turn = 0
  return async () => {
    // Each page on the same context takes keys only while it is the one in front.
    await page.bringToFront()
    const at = turn % typed.length
    turn += 1
    if (at === 0) await input.fill('')
    await input.focus()
    // Listening before the key comes: Chromium lets keys overtake what is evaluated.
    await page.evaluate('void (globalThis.benchStroke = benchAct(() => undefined, "keydown"))')
    await page.keyboard.press(typed.charAt(at) === ' ' ? 'Space' : typed.charAt(at))
    return page.evaluate<number>('benchStroke')
  }
}
