/** A switch as pages see it: from the event's arrival until it is painted. */
import type { Page } from 'playwright-core'
import { crowdId } from '../../fakes/crowd'
import { actScript, bridgeScript } from '../page-script'
import { openPages, type PageBench } from '../pages'
import { packedSnapshot } from '../program'
import { inTurn, type Bench } from '../row'

const accounts = 10_000
const runs = 30

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
      return await inTurn(
        runs,
        async () => {
          const event = next()
          return Math.max(await switchIn(main, event), await switchIn(quick, event))
        },
        () => repaintRow(main),
      )
    } finally {
      await pages.close()
    }
  },
}

export async function openWindow(
  { context, ours }: PageBench,
  name: string,
  selector: string,
  script: string,
): Promise<Page> {
  const opened = await context.newPage()
  await opened.addInitScript(`${script}\n${actScript}`)
  await opened.goto(`${ours}${name}`)
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

export function switchIn(page: Page, event: string): Promise<number> {
  const act = `() => latchkeyBench.send('state.changed', ${JSON.stringify(event)})`
  return page.evaluate<number>(`benchAct(${act})`)
}

/** The least that showing a switch can be: one row looks different. */
function repaintRow(page: Page): Promise<number> {
  const act = `() => document.querySelector('.row-item').toggleAttribute('data-bench')`
  return page.evaluate<number>(`benchAct(${act})`)
}
