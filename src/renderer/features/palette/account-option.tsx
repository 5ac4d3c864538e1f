import './account-option.css'
import { memo } from 'react'
import type { AccountView } from '../../../shared/account'
import type { Text } from '../../../shared/text'
import { usePlace, useText } from '../../stores/context'
import { stateTone } from '../../stores/selectors'
import { Dot } from '../../ui/small'
import { Spinner } from '../../ui/spinner'
import { usePatience } from '../../ui/use-time'
import { ActiveMark } from '../accounts/active-mark'
import { ColourMark } from '../accounts/colour-mark'
import { placeName } from '../accounts/place-name'
import { DigitMark } from './digit-mark'

/** An account as palette and quick login list it: one row with what decides which one it is. */
export const AccountOption = memo(function AccountOption({ account }: { account: AccountView }) {
  const text = useText()
  const { server, service } = usePlace(account)
  const busy = usePatience(account.busy !== undefined)
  const state = account.busy ? text.accountBusy[account.busy] : stateWord(account, text)
  return (
    <>
      {busy ? <Spinner /> : <Dot tone={stateTone(account.state)} />}
      <span className="option-body">
        <span className="option-head">
          <ColourMark colour={account.colour} />
          <span className="option-label">{account.label}</span>
        </span>
        <span className="option-line">
          {account.label !== account.email && <span className="option-email">{account.email}</span>}
          <span className="option-place">{placeName(server, service, text)}</span>
        </span>
      </span>
      {state !== undefined && <span className="option-state">{state}</span>}
      {account.active && <ActiveMark />}
      <DigitMark account={account.id} whole />
    </>
  )
})

/** A ready account needs no word; a hidden one says why it is not in other lists. */
function stateWord(account: AccountView, text: Text): string | undefined {
  if (account.state !== 'ready') return text.accountStates[account.state].short
  return account.hidden ? text.quickLogin.hidden : undefined
}
