/**
 * Requests that must not be repeated (register, verify, reset) and that failed without a word of the
 * service itself: they may have taken effect all the same, and nobody may claim that they have not.
 */
import type { Effect } from './http'
import type { Failure, FailureCode } from '../../shared/failure'

/**
 * Names an answer of 5xx that is not the service's own. Something stands in front of the service, and
 * whether it had passed the request on it does not tell: a CDN's 524 says that it had, a gateway's
 * 502 and 504 mostly do, and what a 500 or 503 stands for differs from one to the next.
 */
export function errorInFront(status: number, effect: Effect, retryAt?: number): Failure {
  if (effect === 'once') return { code: 'outcome-unknown' }
  return { code: 'service-error', serviceCode: String(status), retryAt }
}

const unclear: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'outcome-unknown',
  'cancelled',
  // Something answered, and it was neither the success nor the refusal that the contract knows.
  'unexpected-answer',
])

/** Whether a request that must not be repeated may have taken effect although it failed like this. */
export function isUnclear({ code }: Failure): boolean {
  return unclear.has(code)
}
