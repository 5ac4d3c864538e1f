import type { FlowId, ServiceView } from '../../../shared/account'
import type { FailureOffers } from '../../../shared/failure-remedy'
import type { AttemptView, StepView } from '../../../shared/flow'
import type { Actions } from '../../stores/actions'

export interface OfferContext {
  readonly attempt: AttemptView
  readonly view: StepView
  readonly service: ServiceView
  readonly actions: Actions
  readonly act: (action: string) => void
  /** The address that was typed, so that another flow begins with it. */
  readonly email: string | undefined
}

/**
 * What can be done about a failure at this step; what the service does not have is left out. To try again
 * is the step's own button.
 */
export function failureOffers({
  attempt,
  view,
  service,
  actions,
  act,
  email,
}: OfferContext): FailureOffers {
  const toFlow = (flow: FlowId) =>
    service.flows[flow].available && flow !== attempt.flow
      ? () => void actions.changeFlow(attempt, flow, email)
      : undefined
  /** Where the step that is stood on does the same, without losing what it knows. */
  const unlessHere = <T>(offer: T) => (attempt.failure?.goesOn ? undefined : offer)
  const resend = view.actions.find((action) => action.kind === 'resend')
  const all = {
    'log-in': unlessHere(toFlow('login')),
    register: toFlow('register'),
    verify: unlessHere(toFlow('verify')),
    reset: toFlow('reset'),
    'use-token': unlessHere(toFlow('token')),
    'start-over': unlessHere(() => void actions.changeFlow(attempt, attempt.flow, email)),
    // While the service still asks to wait, the step's own button shows for how long.
    resend: resend && resend.availableAt === undefined ? () => act(resend.id) : undefined,
    'open-site': () => void actions.openSite({ what: 'attempt', attempt: attempt.id }),
    keychain: () => void actions.retryKeychain(),
  }
  return Object.fromEntries(Object.entries(all).filter(([, offer]) => offer !== undefined))
}
