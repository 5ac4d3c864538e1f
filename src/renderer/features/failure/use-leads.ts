import type { ServerId } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { remedyLeads, type FailureOffers } from '../../../shared/failure-remedy'
import { useTrustable } from '../trust/trust-offer'

/** Whether what is offered beside a failure is the thing to do next, instead of the form's own button. */
export function useLeads(
  failure: Failure | undefined,
  offers: FailureOffers,
  server?: ServerId,
): boolean {
  const trustable = useTrustable(failure, server)
  return trustable !== undefined || remedyLeads(failure, offers)
}
