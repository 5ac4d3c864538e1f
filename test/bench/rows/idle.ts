/** What wakes the program while nobody looks: timers of the main process and of a hidden page. */
import { bridgeScript } from '../page-script'
import { crowdProfile, runMain } from '../main-runs'
import { openPages } from '../pages'
import { packedSnapshot } from '../program'
import type { Bench } from '../row'

const hiddenMs = 60_000
const allowed = 2

export const idle: Bench = {
  name: 'idle',
  unit: 'times',
  budget: 1,
  what: `timers that fire in main and in the main window's page in ${hiddenMs / 1000} s out of sight, 100 accounts; the baseline is the ${allowed} that are allowed`,
  async measure() {
    const profile = await crowdProfile(100)
    try {
      const [inMain, inPage] = await Promise.all([
        runMain('idle', profile.path, hiddenMs),
        firedInPage(),
      ])
      return { ours: [inMain + inPage], baseline: [allowed] }
    } finally {
      await profile.remove()
    }
  },
}

/** The page is told that it is hidden, as Chromium tells a page whose window is. */
const hiddenScript = `{
  let fired = 0
  const counted = (run) => (...given) => { fired += 1; return run(...given) }
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const real = globalThis[name].bind(globalThis)
    globalThis[name] = (run, ...rest) => real(typeof run === 'function' ? counted(run) : run, ...rest)
  }
  let hidden = false
  Object.defineProperty(document, 'hidden', { get: () => hidden })
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') })
  globalThis.benchHide = () => {
    hidden = true
    document.dispatchEvent(new Event('visibilitychange'))
    globalThis.dispatchEvent(new Event('blur'))
  }
  globalThis.benchFired = () => fired
}`

async function firedInPage(): Promise<number> {
  const pages = await openPages()
  try {
    const page = await pages.context.newPage()
    await page.addInitScript(`${bridgeScript(await packedSnapshot(100))}\n${hiddenScript}`)
    await page.goto(`${pages.ours}index.html`)
    await page.locator('.row-item').first().click()
    await page.evaluate('benchHide()')
    // The time is the program's, so it is waited for outside the page.
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    const before = await page.evaluate<number>('benchFired()')
    await new Promise((resolve) => setTimeout(resolve, hiddenMs))
    return (await page.evaluate<number>('benchFired()')) - before
  } finally {
    await pages.close()
  }
}
