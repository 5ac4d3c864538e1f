/**
 * Whether the person has been away for so long that Latchkey locks. One timer sleeps until the earliest
 * moment at which that could be so; nothing is asked in between.
 */
import { startTimer, type StartTimer } from '../accounts/timer'

export interface IdleWatchOptions {
  /** Seconds since the person did something, as far as the system tells. */
  readonly idleSeconds: () => number
  /** How long a person may be away, in milliseconds; undefined while there is nothing to watch for. */
  readonly limitMs: () => number | undefined
  readonly away: () => void
  readonly now: () => number
  readonly timer?: StartTimer
}

/** A system that counts in whole seconds, or a timer that comes a moment early, is asked once more. */
const leastWaitMs = 1_000

export class IdleWatch {
  private stopTimer: (() => void) | undefined
  private dueAt: number | undefined
  /** Since when the person is away who let the computer sleep. */
  private asleepSince: number | undefined

  constructor(private readonly options: IdleWatchOptions) {}

  /** Begins anew: the person has just unlocked, or set another limit, and so is there. */
  begin(): void {
    this.stop()
    const limit = this.options.limitMs()
    if (limit !== undefined) this.lookIn(limit)
  }

  /** The computer goes to sleep. */
  sleeps(): void {
    const { now, idleSeconds } = this.options
    this.asleepSince = now() - idleSeconds() * 1_000
  }

  /** The computer has woken, whether or not its sleep was told. */
  wakes(): void {
    const { asleepSince } = this
    this.asleepSince = undefined
    this.look(asleepSince === undefined ? 0 : this.options.now() - asleepSince)
  }

  stop(): void {
    this.stopTimer?.()
    this.stopTimer = undefined
    this.dueAt = undefined
  }

  /** A look that comes late was kept back by a sleep, and the person was away for as long. */
  private look(sleptMs: number): void {
    const { limitMs, idleSeconds, now, away } = this.options
    const lateMs = this.dueAt === undefined ? 0 : now() - this.dueAt
    this.stop()
    const limit = limitMs()
    if (limit === undefined) return
    const left = limit - Math.max(sleptMs, lateMs, idleSeconds() * 1_000)
    if (left <= 0) away()
    else this.lookIn(left)
  }

  private lookIn(ms: number): void {
    const { timer = startTimer, now } = this.options
    const wait = Math.max(ms, leastWaitMs)
    this.dueAt = now() + wait
    this.stopTimer = timer(wait, () => this.look(0))
  }
}
