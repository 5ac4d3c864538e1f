/**
 * Calls in the order in which they came, one at a time. A call that waits can be taken out; one that
 * runs cannot, because what it does may already have happened.
 */
export class CallQueue<Call> {
  #waiting: Call[] = []
  #running: Call | undefined
  #idle: (() => void)[] = []

  /** `run` must not reject. */
  constructor(private readonly run: (call: Call) => Promise<void>) {}

  get running(): Call | undefined {
    return this.#running
  }

  push(call: Call): void {
    this.#waiting.push(call)
    this.#next()
  }

  /** Takes out and returns the waiting calls that match. */
  take(matches: (call: Call) => boolean): readonly Call[] {
    const taken = this.#waiting.filter(matches)
    this.#waiting = this.#waiting.filter((call) => !taken.includes(call))
    return taken
  }

  /** Resolves when nothing runs or waits, or after `limit` milliseconds. */
  idle(limit: number): Promise<void> {
    if (this.#running === undefined && this.#waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit)
      this.#idle.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  #next(): void {
    if (this.#running !== undefined) return
    const call = this.#waiting.shift()
    if (call === undefined) {
      for (const tell of this.#idle.splice(0)) tell()
      return
    }
    this.#running = call
    void this.run(call).then(() => {
      this.#running = undefined
      this.#next()
    })
  }
}
