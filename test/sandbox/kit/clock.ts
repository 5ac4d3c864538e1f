/** The sandbox's time: what every lifetime in it is measured by. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Moves the time forward by `ms`. */
  advance(ms: number): void
}

/**
 * Makes a clock. Without `start` it is the computer's time plus what it was advanced by; with `start`
 * (milliseconds since the epoch) it stands still and moves only when told to.
 */
export function createClock(start?: number): Clock {
  let ahead = 0
  return {
    now: () => (start ?? Date.now()) + ahead,
    advance: (ms) => {
      ahead += ms
    },
  }
}
