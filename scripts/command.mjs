/** What every command does at its start and at its end: Node's version, signals, and the exit code. */
import { Children } from './child.mjs'
import { Stop } from './stop.mjs'

/**
 * Whether this Node is one that package.json's `engines` names.
 *
 * @param {string} version such as `20.19.0`
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

/** @type {Readonly<Record<string, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/**
 * Runs a command and ends the process with the code that it gives. A signal ends its children first; a
 * second one ends them at once.
 *
 * @param {(children: Children) => Promise<number>} main
 * @returns {Promise<void>}
 */
export async function runCommand(main) {
  const children = new Children()
  const end = (/** @type {number} */ code) => {
    if (children.stopping) process.exit(code)
    void children.stopAll().then(() => process.exit(code))
  }
  process.once('exit', () => children.killAll())
  for (const [signal, number] of Object.entries(signalNumbers)) {
    process.on(signal, () => end(128 + number))
  }
  whenNpmIsGone(() => end(143))
  try {
    if (!isSupportedNode(process.versions.node)) {
      throw new Stop(
        `Latchkey needs Node 20.19 or newer (of 22: 22.12), and this is ${process.versions.node}. ` +
          'Nothing was changed. Get a newer one at https://nodejs.org.',
      )
    }
    const code = await main(children)
    await children.stopAll()
    process.exitCode = code
  } catch (error) {
    await children.stopAll()
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = error.exitCode
  }
}

/**
 * npm passes a signal on to the shell that it put in between, and that shell dies of it without passing
 * it on: then this process has another parent, and nobody who waits for it.
 *
 * @param {() => void} listener
 */
function whenNpmIsGone(listener) {
  const parent = process.ppid
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] === undefined) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    listener()
  }, 500)
  watch.unref()
}
