import type { Chromium } from './chromium'
import type { UtilityProcesses } from './electron/utility-process'

/** How long Chromium may take to close before it is killed. */
const patienceMs = 3000

/** Ends this process together with everything that belongs to it, however it comes to that. */
export class Ending {
  private running: Chromium | undefined
  private hasBegun = false

  constructor(private readonly utilities: UtilityProcesses) {
    process.on('exit', () => {
      utilities.endAll()
      this.running?.kill()
    })
  }

  get begun(): boolean {
    return this.hasBegun
  }

  /** Takes charge of Chromium. */
  watch(chromium: Chromium): void {
    this.running = chromium
  }

  /** Closes what can be closed, kills the rest, and exits with `code`. */
  readonly begin = (code: number): void => {
    if (this.hasBegun) return
    this.hasBegun = true
    this.utilities.endAll()
    const closed = this.running?.close() ?? Promise.resolve()
    setTimeout(() => process.exit(code), patienceMs).unref()
    void closed.then(() => process.exit(code))
  }
}
