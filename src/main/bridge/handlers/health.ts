/** Calls about the check of all accounts. */
import { fail } from '../../../shared/failure'
import type { Handlers } from '../dispatcher'

type HealthCalls = Extract<keyof Handlers, `health.${string}`>

export function healthHandlers(): Pick<Handlers, HealthCalls> {
  return {
    'health.checkAll': () => fail('unsupported'),
    'health.cancel': () => fail('unsupported'),
  }
}
