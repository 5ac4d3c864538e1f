/**
 * `npm test`: installs what is missing, builds, runs the rings one after another, and ends with one
 * line that adds them up. `npm test -- unit e2e` runs only the rings named.
 */
import { installSystemPackages } from './apt.mjs'
import { buildWhenNeeded } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { runCommand } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { findElectron, prepareElectron } from './electron.mjs'
import { installPackages } from './packages.mjs'
import { addUp, crashed, summaryLine } from './report.mjs'
import { builtRings, ringNames, runRing, writeReport } from './rings.mjs'
import { chooseTestHost, readRings } from './selection.mjs'
import { Steps } from './steps.mjs'
import { Stop } from './stop.mjs'
import { needsOfRings } from './system.mjs'

/** @typedef {import('./rings.mjs').RingName} RingName */

await runCommand(async (children) => {
  const rings = readRings(process.argv.slice(2), ringNames)
  const steps = new Steps(console.log, performance.now.bind(performance))
  await installPackages(children, steps)
  const how = await prepareHost(rings, children, steps)
  await installSystemPackages(needsOfRings(rings, how.xvfb), children, steps)
  const noBuild = rings.some(isBuilt) ? await buildProblem(children, steps) : undefined

  const results = []
  for (const ring of rings) {
    const reason =
      (isBuilt(ring) ? noBuild : undefined) ?? (ring === 'e2e' ? how.problem : undefined)
    const result = await steps.run(`Ring ${ring}`, async (say) => {
      const outcome =
        reason === undefined ? await runRing(ring, children, how) : crashed('Not run', reason)
      if (reason !== undefined) writeReport(ring, outcome)
      say(summaryLine(outcome))
      return outcome
    })
    results.push({ ring, ...result })
  }

  for (const { ring, failures } of results) {
    for (const { title, detail } of failures)
      steps.say(`\n! ${ring}: ${title}\n${detail.trimEnd()}`)
  }
  const total = addUp(results)
  steps.say(`\nReports are in out/reports. All took ${steps.total()}.`)
  steps.say(summaryLine(total))
  return total.failed === 0 ? 0 : 1
})

/** @param {RingName} ring */
function isBuilt(ring) {
  return builtRings.includes(ring)
}

/**
 * Finds out what is to run the app in the end-to-end ring.
 *
 * @param {readonly RingName[]} rings
 * @param {import('./child.mjs').Children} children
 * @param {Steps} steps
 */
async function prepareHost(rings, children, steps) {
  const asked = process.env['LATCHKEY_E2E_HOST']
  const { platform, env } = process
  const chromium = platform === 'linux' || findChromium() !== undefined
  const look = rings.includes('e2e') && (asked === 'electron' || !chromium || findElectron())
  const electron = look ? (await prepareElectron(children, steps)) !== undefined : false
  return chooseTestHost({ asked, electron, chromium, display: hasDisplay(platform, env) })
}

/**
 * @param {import('./child.mjs').Children} children
 * @param {Steps} steps
 * @returns {Promise<string | undefined>} why there is no build
 */
async function buildProblem(children, steps) {
  try {
    await buildWhenNeeded(children, steps)
    return undefined
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return error.message
  }
}
