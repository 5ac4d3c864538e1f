/**
 * A wait by the clock of the computer, which goes on in sleep, can be shown to people and outlasts a
 * restart, but can be set. Once it has been set back behind the beginning of a wait, the wait is over:
 * else one of half a minute would last as many days as the clock was ahead.
 */
export interface Wait {
  readonly since: number
  readonly until: number
}

/** When the wait ends; undefined if it is over. */
export function endOf(wait: Wait | undefined, now: number): number | undefined {
  if (wait === undefined || wasSetBack(wait.since, now)) return undefined
  return now < wait.until ? wait.until : undefined
}

/** Whether the clock has been set back since it has shown `since`. */
export function wasSetBack(since: number, now: number): boolean {
  return now < since
}
