/** Calls about the check of all accounts. How it goes is told by the state's `checkAll`. */
import { ok } from '../../../shared/failure'
import type { Health } from '../../accounts/health'
import type { Handlers } from '../dispatcher'

type HealthCalls = Extract<keyof Handlers, `health.${string}`>

export function healthHandlers(
  health: Pick<Health, 'checkAll' | 'cancel'>,
): Pick<Handlers, HealthCalls> {
  return {
    'health.checkAll': () => {
      health.checkAll()
      return ok(null)
    },
    'health.cancel': () => {
      health.cancel()
      return ok(null)
    },
  }
}
