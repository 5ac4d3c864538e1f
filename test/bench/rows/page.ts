/** A window from its navigation until its list can be used, in the page's own clock. */
import { pageIn } from '../../../packaging/page-languages'
import { bridgeScript, firstPaintScript, paintedIn } from '../page-script'
import { openPages, type PageBench } from '../pages'
import { packedSnapshot } from '../program'
import { inTurn, type Bench } from '../row'

const runs = 15

export const page: Bench = {
  name: 'page',
  budget: 1.5,
  what: 'main window with 100 accounts until the list is painted; the baseline is a page with react-dom and one button',
  async measure() {
    const pages = await openPages()
    try {
      const few = await listTimer(pages, 100)
      const button = () => paintedAfter(pages, `${pages.base}button.html`, 'button', '')
      await few()
      await button()
      return await inTurn(runs, few, button)
    } finally {
      await pages.close()
    }
  },
}

export const pageGrowth: Bench = {
  name: 'page-10k',
  budget: 1.5,
  what: 'main window with 10,000 accounts until the list is painted; the baseline is the same with 100',
  async measure() {
    const pages = await openPages()
    try {
      const [many, few] = [await listTimer(pages, 10_000), await listTimer(pages, 100)]
      await many()
      await few()
      return await inTurn(runs, many, few)
    } finally {
      await pages.close()
    }
  },
}

/** Gives a function that opens the main window on `count` accounts and tells how long that took. */
export async function listTimer(pages: PageBench, count: number): Promise<() => Promise<number>> {
  const bridge = bridgeScript(await packedSnapshot(count))
  // As the program serves it to somebody whose language is English.
  const address = pages.ours + pageIn('en', 'index.html')
  return () => paintedAfter(pages, address, '.row-item', bridge)
}

async function paintedAfter(
  { context }: PageBench,
  url: string,
  selector: string,
  script: string,
): Promise<number> {
  const opened = await context.newPage()
  try {
    await opened.addInitScript(`${script}\n${firstPaintScript(selector)}`)
    const told = opened.waitForEvent('console', (one) => paintedIn(one.text()) !== undefined)
    await opened.goto(url, { waitUntil: 'commit' })
    return paintedIn((await told).text()) ?? NaN
  } finally {
    await opened.close()
  }
}
