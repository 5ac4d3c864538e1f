import type { AccountView } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import { useActions, usePlace, useSnapshot } from '../../stores/context'
import { FailureNotice } from '../failure/failure-notice'
import type { QuickLogin } from './use-quick-login'

/**
 * Why the quick login that was asked for last could not begin. It names the account: the screen may be about
 * another one.
 */
export function QuickFailed({ quick }: { quick: QuickLogin }) {
  const { progress } = quick
  const account = useSnapshot(({ accounts }) =>
    progress.kind === 'failed' ? accounts.find(({ id }) => id === progress.account) : undefined,
  )
  if (progress.kind !== 'failed' || !account) return null
  return <FailedNotice account={account} failure={progress.failure} quick={quick} />
}

function FailedNotice(props: { account: AccountView; failure: Failure; quick: QuickLogin }) {
  const { account, failure, quick } = props
  const actions = useActions()
  const { service } = usePlace(account)
  return (
    <FailureNotice
      failure={failure}
      of={account.label}
      serviceName={service.name}
      server={account.server}
      offers={{
        keychain: () => void quick.unlock(account.id),
        'open-site': () => void actions.openSite({ what: 'server', server: account.server }),
        retry: () => void quick.logIn(account.id),
      }}
    />
  )
}
