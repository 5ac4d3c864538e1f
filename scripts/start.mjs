/**
 * `npm start`: installs what is missing, builds, starts the sandbox and opens the app. Without a
 * display, or as `npm start -- --tour`, it walks every flow by itself and says how each went.
 */
import { parseArgs } from 'node:util'
import { installSystemPackages } from './apt.mjs'
import { buildWhenNeeded } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { runCommand } from './command.mjs'
import { hasDisplay } from './display.mjs'
import { prepareElectron } from './electron.mjs'
import { chooseOpening, wantsElectron } from './opening.mjs'
import { installPackages } from './packages.mjs'
import { built, root } from './project.mjs'
import { sandboxEnvironment, startSandbox } from './sandbox.mjs'
import { Steps } from './steps.mjs'
import { Stop } from './stop.mjs'
import { needsOfOpening } from './system.mjs'

const usage = `npm start                     opens the app with the sandbox beside it
npm start -- --tour           walks every flow by itself; pictures are in out/tour
npm start -- --host=chromium  on the Chromium host, without looking for Electron
npm start -- --host=electron  on Electron or not at all`

await runCommand(async (children) => {
  const asked = readArguments()
  if (asked === 'help') {
    console.log(usage)
    return 0
  }
  const steps = new Steps(console.log, performance.now.bind(performance))
  await installPackages(children, steps)
  const situation = {
    ...asked,
    display: hasDisplay(process.platform, process.env),
    chromium: process.platform === 'linux' || findChromium() !== undefined,
  }
  const electron = wantsElectron(situation) ? await prepareElectron(children, steps) : undefined
  const opening = chooseOpening({ ...situation, electron: electron !== undefined })
  if (opening === 'no-electron') {
    throw new Stop(
      'Electron cannot be had here. Without --host=electron the Chromium host is used.',
    )
  }
  if (opening === 'no-display') {
    throw new Stop('Electron needs a display, and there is none. `xvfb-run -a` in front makes one.')
  }
  await installSystemPackages(needsOfOpening(opening), children, steps)
  await buildWhenNeeded(children, steps)
  return opening.kind === 'tour'
    ? runTour(opening.host, situation.display, children, steps)
    : openWindow(opening.host === 'electron' ? electron : undefined, children, steps)
})

/** @returns {'help' | { tour: boolean, host: import('./opening.mjs').Host | undefined }} */
function readArguments() {
  const options = /** @type {const} */ ({
    tour: { type: 'boolean', default: false },
    host: { type: 'string' },
    help: { type: 'boolean', default: false },
  })
  try {
    const { tour, host, help } = parseArgs({ options }).values
    if (help) return 'help'
    if (host === undefined || host === 'electron' || host === 'chromium') return { tour, host }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new Stop(`That is not among what npm start understands; nothing was done.\n\n${usage}`, 2)
}

/**
 * @param {import('./opening.mjs').Host} host
 * @param {boolean} display
 * @param {import('./child.mjs').Children} children
 * @param {Steps} steps
 * @returns {Promise<number>} 0 when every flow succeeded
 */
async function runTour(host, display, children, steps) {
  if (!display) steps.say('There is no display, so the tour walks every flow by itself.')
  const { code } = await steps.run('Tour', () =>
    children.run(process.execPath, [built.tour], {
      cwd: root,
      env: { ...process.env, LATCHKEY_E2E_HOST: host },
    }),
  )
  steps.say(`All took ${steps.total()}.`)
  return code
}

/**
 * @param {string | undefined} electron its binary; without one the Chromium host opens the app
 * @param {import('./child.mjs').Children} children
 * @param {Steps} steps
 * @returns {Promise<number>} the app's exit code
 */
async function openWindow(electron, children, steps) {
  const urls = await startSandbox(children, steps)
  const env = { ...process.env, ...sandboxEnvironment(urls) }
  const command =
    electron === undefined
      ? [process.execPath, built.chromiumHost, '.', '--headed']
      : [electron, '.', ...electronFlags(steps)]
  if (electron === undefined) {
    steps.say(
      'This is the Chromium host, not Electron: the same built app in windows of the installed Chromium. ' +
        'It is for trying and testing: there is no tray icon, and it does not isolate pages as Electron does. ' +
        'Keep real accounts for Electron.',
    )
  }
  const [program = '', ...args] = command
  steps.say(`Ready after ${steps.total()}. Close the app or press Ctrl+C to end.`)
  const { code } = await children.run(program, args, { cwd: root, env })
  return code
}

/** @param {Steps} steps */
function electronFlags(steps) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  steps.say('You are root, for whom Chromium has no sandbox: pages run without one.')
  return ['--no-sandbox']
}
