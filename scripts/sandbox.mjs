/** Starts the sandbox beside the app: the three services and the mailbox on this machine alone. */
import { createInterface } from 'node:readline'
import { createServer } from 'node:net'
import { built, root } from './project.mjs'
import { Stop } from './stop.mjs'

/** @typedef {{ ipcola: string, ruuvi: string, cloudreve: string, mailbox: string }} SandboxUrls */

/**
 * The same ports each time where they are free: an account's server is its address, and the accounts of
 * yesterday's start are still in the book.
 */
const ports = { ipcola: 47_101, ruuvi: 47_102, cloudreve: 47_103, mailbox: 47_104 }
const startLimit = 20_000

/**
 * @param {import('./child.mjs').Children} children
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<SandboxUrls>} once it answers; it ends with the command, whatever ends that
 */
export function startSandbox(children, steps) {
  return steps.run('Sandbox', async (say) => {
    const args = await Promise.all(
      Object.entries(ports).map(async ([service, port]) =>
        (await isFree(port)) ? [`--${service}=${port}`] : [],
      ),
    )
    const child = children.start(process.execPath, [built.sandbox, ...args.flat()], {
      cwd: root,
      // Its standard input closes with this process, and it ends when that closes.
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const urls = await firstLine(child)
    say(`mail arrives at ${urls.mailbox}`)
    child.once('exit', () => {
      if (!children.stopping) steps.say('! The sandbox has ended; start again to have it back.')
    })
    return urls
  })
}

/**
 * What the app has to be told to find the sandbox (src/main/desktop/development.ts).
 *
 * @param {SandboxUrls} urls
 * @returns {{ LATCHKEY_SANDBOX: string, LATCHKEY_MAILBOX: string }}
 */
export function sandboxEnvironment({ mailbox, ...services }) {
  return { LATCHKEY_SANDBOX: JSON.stringify(services), LATCHKEY_MAILBOX: mailbox }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<SandboxUrls>}
 */
function firstLine(child) {
  const { stdout } = child
  if (stdout === null) throw new Error('The sandbox was started without its output.')
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ how) =>
      reject(new Stop(`The sandbox did not start: ${how}.`))
    const timer = setTimeout(() => fail(`no answer in ${startLimit / 1000} s`), startLimit)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`it ended with code ${code}`))
    createInterface({ input: stdout }).once('line', (line) => {
      clearTimeout(timer)
      resolve(JSON.parse(line).urls)
    })
  })
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
