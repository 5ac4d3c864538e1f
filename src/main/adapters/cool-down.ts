/** How long a person waits before a service is asked for one more mail. */
import type { Failure } from '../../shared/failure'
import { longestWaitMs } from './http-retry-after'

/** No service says how long; a minute keeps an impatient click from using up the mails of an hour. */
const coolDownMs = 60_000

/** When the next mail may be asked for, given when this one was. Milliseconds since the epoch. */
export function nextMailAt(now: number): number {
  return now + coolDownMs
}

/**
 * The time that a kept step still has to wait for, if any. No wait is longer than a day, so one that is
 * further off was noted while the clock was wrong, and would keep the person waiting for years.
 */
function waitsFor(resendAt: number | undefined, now: number): number | undefined {
  if (resendAt === undefined) return undefined
  const wait = resendAt - now
  return wait > 0 && wait <= longestWaitMs ? resendAt : undefined
}

/** What an action that asks for one more mail says of when it may be used. */
export function available(
  resendAt: number | undefined,
  now: number,
): { readonly availableAt?: number } {
  const at = waitsFor(resendAt, now)
  return at === undefined ? {} : { availableAt: at }
}

/** `rate-limited` while it is too early for one more mail, else undefined. Nothing is sent then. */
export function tooEarly(resendAt: number | undefined, now: number): Failure | undefined {
  const at = waitsFor(resendAt, now)
  return at === undefined ? undefined : { code: 'rate-limited', retryAt: at }
}
