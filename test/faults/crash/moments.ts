/** Moments for kills, drawn from a seed. */

/** A deed takes about so long; a kill comes somewhere within. */
const deedMs = 2_500
/** The same from its first request on, which is when most is at stake. */
const askedMs = 700
/** The same of a start. */
const startMs = 1_800

/** When a kill comes. */
export interface Moment {
  readonly since: 'a start' | 'the first press' | 'the first request'
  readonly afterMs: number
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws when a kill comes: a sixth of them into a start, half of them once something was asked for. */
export function momentFrom(random: () => number): Moment {
  const which = random()
  const after = (since: Moment['since'], withinMs: number): Moment => {
    return { since, afterMs: Math.round(random() * withinMs) }
  }
  if (which < 1 / 6) return after('a start', startMs)
  return which < 1 / 2 ? after('the first press', deedMs) : after('the first request', askedMs)
}
