/** A switch as pages see it: from the event's arrival until it is painted. */
import type { Page } from 'playwright-core'
import { crowdId } from '../../fakes/crowd'
import { actScript, bridgeScript } from '../page-script'
import { openPages, type PageBench } from '../pages'
import { packedSnapshot } from '../program'
import { inTurn, median, type Bench } from '../row'

const accounts = 10_000
const runs = 100
/** The first switches of a window take up to twice as long: V8 compiles what it finds to run often. */
const warmUps = 20
/** As many of them are told beside the row. */
const coldOnes = 5

export const switchPage: Bench = {
  name: 'switch-page',
  budget: 2,
  what: `a switch among ${accounts} accounts, painted in the main and the quick-login window; the baseline is the main window repainting one row`,
  async measure() {
    const pages = await openPages()
    try {
      const script = bridgeScript(await packedSnapshot(accounts))
      const main = await openWindow(pages, 'index.html', '.row-item', script)
      const quick = await openWindow(pages, 'quick-login.html', '[role=option]', script)
      const next = switchEvents()
      const ours = async (): Promise<number> => {
        const event = next()
        return Math.max(await switchIn(main, event), await switchIn(quick, event))
      }
      const baseline = (): Promise<number> => repaintRow(main)
      const cold = await inTurn(warmUps, ours, baseline)
      const measured = await inTurn(runs, ours, baseline)
      const note = `the first ${coldOnes} after a window has opened: ${median(cold.ours.slice(0, coldOnes)).toFixed(2)} ms`
      return { ...measured, note }
    } finally {
      await pages.close()
    }
  },
}

export async function openWindow(
  pages: PageBench,
  name: string,
  selector: string,
  script: string,
): Promise<Page> {
  const opened = await pages.openInWindow()
  await opened.addInitScript(`${script}\n${actScript}`)
  await opened.goto(`${pages.ours}${name}`)
  await opened.locator(selector).first().waitFor()
  return opened
}

/** Gives the events of a person who goes to and fro between two accounts in sight. */
export function switchEvents(): () => string {
  let rev = 0
  return () => {
    rev += 1
    const [to, from] = rev % 2 === 0 ? [0, 1] : [1, 0]
    return JSON.stringify({
      rev,
      uses: [
        { id: crowdId(from), active: false, lastUsedAt: 1_800_000_000_000 + rev },
        { id: crowdId(to), active: true, lastUsedAt: 1_800_000_000_001 + rev },
      ],
    })
  }
}

export async function switchIn(page: Page, event: string): Promise<number> {
  const act = `() => latchkeyBench.send('state.changed', ${JSON.stringify(event)})`
  return page.evaluate<number>(`benchAct(${act})`)
}

/** The least that showing a switch can be: one row has a word more, or one less. */
async function repaintRow(page: Page): Promise<number> {
  return page.evaluate<number>(`benchAct(${rowScript})`)
}

const rowScript = `() => {
  const row = document.querySelector('.row-item .row')
  const shown = row.querySelector('[data-bench]')
  if (shown) return shown.remove()
  const word = document.createElement('span')
  word.dataset.bench = ''
  word.textContent = 'Active'
  row.append(word)
}`
