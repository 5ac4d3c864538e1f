/**
 * Child processes that do not outlive the command. Each leads a process group of its own, so that
 * whatever it started in turn (a browser, a server) ends with it.
 */
import { spawn, spawnSync } from 'node:child_process'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] by default this process's own
 * @property {'show' | 'keep' | 'show-and-keep'} [output] where its output goes: to the terminal
 *   (default), into the outcome, or both
 * @property {boolean} [interactive] it may ask the person; it then stays in the terminal's own group
 * @property {number} [timeLimit] milliseconds after which it is stopped
 */

/**
 * @typedef {object} Outcome
 * @property {number} code the exit code; 128 and more after a signal; 127 when it could not be started
 * @property {boolean} timedOut
 * @property {string} output what was kept, standard output and error in the order of their arrival
 */

const windows = process.platform === 'win32'
/** Between asking a child to end and ending it. The Chromium host needs some seconds to close its windows. */
const grace = 8_000
/** Between a child's end and the end of its output. */
const pipeGrace = 2_000

export class Children {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set()
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #grouped = new Set()
  #stopping = false

  /** Whether {@link stopAll} was called: from then on nothing is started. */
  get stopping() {
    return this.#stopping
  }

  /**
   * Starts a child and leaves it running.
   *
   * @param {string} command
   * @param {readonly string[]} args
   * @param {import('node:child_process').SpawnOptions & { interactive?: boolean }} options
   * @returns {import('node:child_process').ChildProcess}
   */
  start(command, args, { interactive = false, ...options }) {
    if (this.#stopping) throw new Error(`${command} was not started: the command is ending.`)
    const grouped = !windows && !interactive
    const child = spawn(command, args, { ...options, detached: grouped, windowsHide: true })
    this.#running.add(child)
    if (grouped) this.#grouped.add(child)
    const forget = () => this.#running.delete(child)
    child.once('error', forget)
    child.once('exit', () => {
      forget()
      // What it left behind in its group.
      if (grouped) this.#kill(child)
    })
    return child
  }

  /**
   * Runs a child to its end. Never rejects: what went wrong stands in the outcome. Whoever waits for a child
   * when all are stopped waits for ever, because nothing shall follow any more.
   *
   * @param {string} command
   * @param {readonly string[]} args
   * @param {RunOptions} [options]
   * @returns {Promise<Outcome>}
   */
  run(command, args, options = {}) {
    const { output = 'show', interactive = false, timeLimit, cwd, env = process.env } = options
    const streams = output === 'show' ? 'inherit' : 'pipe'
    const child = this.start(command, args, {
      interactive,
      env,
      ...(cwd === undefined ? {} : { cwd }),
      stdio: [interactive ? 'inherit' : 'ignore', streams, streams],
    })
    let kept = ''
    let timedOut = false
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        kept += text
        if (output === 'show-and-keep') to.write(text)
      })
    }
    return new Promise((resolve) => {
      const timer =
        timeLimit === undefined
          ? undefined
          : setTimeout(() => {
              timedOut = true
              void this.stop(child)
            }, timeLimit)
      child.once('error', (error) => {
        clearTimeout(timer)
        resolve({ code: 127, timedOut, output: `${kept}${error.message}\n` })
      })
      child.once('exit', () => {
        // Whoever left the group and kept the pipe open is not waited for.
        const left = [child.stdout, child.stderr]
        const hangUp = setTimeout(() => left.forEach((stream) => stream?.destroy()), pipeGrace)
        child.once('close', () => clearTimeout(hangUp))
      })
      child.once('close', (code, signal) => {
        clearTimeout(timer)
        if (this.#stopping) return
        resolve({ code: code ?? 128 + signalNumber(signal), timedOut, output: kept })
      })
    })
  }

  /**
   * Asks a child to end, and ends it with all that it started if it does not.
   *
   * @param {import('node:child_process').ChildProcess} child
   * @returns {Promise<void>} once it is gone
   */
  stop(child) {
    if (!this.#running.has(child)) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#kill(child), grace)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#signal(child, 'SIGTERM')
    })
  }

  /** @returns {Promise<void>} once every child is gone */
  async stopAll() {
    this.#stopping = true
    await Promise.all([...this.#running].map((child) => this.stop(child)))
  }

  /** Ends every child at once, for the very end of this process. */
  killAll() {
    for (const child of this.#running) this.#kill(child)
  }

  /** @param {import('node:child_process').ChildProcess} child */
  #kill(child) {
    this.#signal(child, 'SIGKILL')
  }

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {'SIGTERM' | 'SIGKILL'} signal
   */
  #signal(child, signal) {
    if (child.pid === undefined) return
    if (windows) {
      // A console program has no gentle signal there, and Node ends only the child itself.
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
      return
    }
    try {
      if (this.#grouped.has(child)) process.kill(-child.pid, signal)
      else child.kill(signal)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // Gone already; or, on macOS, a group of which only the dead are left.
      if (code !== 'ESRCH' && code !== 'EPERM') throw error
    }
  }
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
  if (signal === 'SIGINT') return 2
  return signal === 'SIGTERM' ? 15 : 9
}
