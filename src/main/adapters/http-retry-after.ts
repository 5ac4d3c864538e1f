/** Whoever asks for more is asked again after a day: a clock may be wrong, the service's or this one. */
export const longestWaitMs = 24 * 3_600_000

/**
 * Reads a `Retry-After` header in both of its forms, seconds and an HTTP date (RFC 9110, 10.2.3).
 * Gives milliseconds since the epoch, never before `now` nor more than a day after it, or undefined if
 * it says nothing.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const at = readTime(header?.trim() ?? '', now)
  return at === undefined ? undefined : Math.min(Math.max(at, now), now + longestWaitMs)
}

function readTime(text: string, now: number): number | undefined {
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000
  // Without a weekday or month name Date.parse would read things like "-5" as a year.
  if (!/^[a-z]{3}/i.test(text)) return undefined
  // The oldest of the three date forms names no zone; all of them mean UTC.
  const at = Date.parse(/(GMT|UTC)$/i.test(text) ? text : `${text} GMT`)
  return Number.isNaN(at) ? undefined : at
}
