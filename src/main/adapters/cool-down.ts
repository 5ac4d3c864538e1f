/** How long a person waits before a service is asked for one more mail. */
import type { Failure } from '../../shared/failure'

/** No service says how long; a minute keeps an impatient click from using up the mails of an hour. */
const coolDownMs = 60_000

/** When the next mail may be asked for, given when this one was. Milliseconds since the epoch. */
export function nextMailAt(now: number): number {
  return now + coolDownMs
}

/** `rate-limited` while it is too early for one more mail, else undefined. Nothing is sent then. */
export function tooEarly(resendAt: number | undefined, now: number): Failure | undefined {
  return resendAt !== undefined && now < resendAt
    ? { code: 'rate-limited', retryAt: resendAt }
    : undefined
}
