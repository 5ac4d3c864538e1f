import type { StartTimer } from '../../src/main/accounts/timer'

/** A clock that stands still until the test moves it, and the timers that go by it. */
export class FakeClock {
  private time: number
  private readonly waiting = new Set<{ at: number; readonly run: () => void }>()

  constructor(start = 1_800_000_000_000) {
    this.time = start
  }

  readonly now = (): number => this.time

  readonly timer: StartTimer = (ms, run) => {
    const one = { at: this.time + Math.max(0, ms), run }
    this.waiting.add(one)
    return () => this.waiting.delete(one)
  }

  /** How many timers are running. */
  get timers(): number {
    return this.waiting.size
  }

  /** The computer sleeps: the clock goes on, and timers stand still. */
  sleep(ms: number): void {
    this.time += ms
    for (const one of this.waiting) one.at += ms
  }

  /** Somebody sets the clock back: timers go on as they were. */
  setBack(ms: number): void {
    this.sleep(-ms)
  }

  /** Moves the clock; what falls due runs in order, and what it begins without a timer comes to its end. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms
    for (;;) {
      const [next] = [...this.waiting].sort((one, other) => one.at - other.at)
      if (!next || next.at > end) break
      this.waiting.delete(next)
      this.time = Math.max(this.time, next.at)
      next.run()
      await settle()
    }
    this.time = end
    await settle()
  }
}

/** Lets everything come to its end that waits for nothing but promises. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
