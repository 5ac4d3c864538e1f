import type { ReactNode } from 'react'
import type { Failure } from '../../../shared/failure'
import type { FailureOffers } from '../../../shared/failure-remedy'
import { useActions, useText } from '../../stores/context'
import type { ButtonProps } from '../../ui/button'
import { FailureNotice } from './failure-notice'
import { useLeads } from './use-leads'

/**
 * The failure of a form whose own button sends it again, and how that button looks beside it: the main
 * one, unless the failure's remedy comes first.
 */
export function useFormFailure(
  failure: Failure | undefined,
  more: FailureOffers = {},
): { readonly notice: ReactNode; readonly submitLook: ButtonProps['look'] } {
  const { name } = useText().app
  const { retryKeychain } = useActions()
  const offers = { keychain: () => void retryKeychain(), ...more }
  const leads = useLeads(failure, offers)
  return {
    notice: failure && (
      <FailureNotice failure={failure} serviceName={name} offers={offers} leads={leads} />
    ),
    submitLook: leads ? 'plain' : 'primary',
  }
}
