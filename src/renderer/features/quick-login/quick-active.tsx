import { useEffect, useRef } from 'react'
import type { AccountId } from '../../../shared/account'
import { useSnapshot, useText } from '../../stores/context'
import { Mark } from '../../ui/icons'
import { useQuickKeys } from './use-quick-keys'
import type { QuickLogin } from './use-quick-login'

/** Says which account is active now; the window goes by itself, or with any of its keys. */
export function QuickActive({ account: id, quick }: { account: AccountId; quick: QuickLogin }) {
  const text = useText().quickLogin
  const account = useSnapshot(({ accounts }) => accounts.find((one) => one.id === id))
  const screen = useRef<HTMLDivElement>(null)
  useQuickKeys({ account, onBack: quick.close, onEnter: quick.close })
  useEffect(() => screen.current?.focus(), [])
  return (
    <div ref={screen} className="quick-active" tabIndex={-1}>
      <Mark />
      <div role="status">
        <h1 tabIndex={-1} className="quick-title">
          {text.active(account?.label ?? '')}
        </h1>
      </div>
      {account && account.label !== account.email && <p className="soft">{account.email}</p>}
    </div>
  )
}
