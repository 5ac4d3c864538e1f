import { mostUsed } from '../../../shared/account-order'
import { useAccountsNow, useActions } from '../../stores/context'
import { useLockKey } from './use-lock-key'
import { useShortcuts } from './use-shortcuts'

/** The shortcuts of a window that shows no accounts: what they lead to opens in the window it belongs to. */
export function SideKeys() {
  const actions = useActions()
  const accounts = useAccountsNow()
  const lock = useLockKey()
  useShortcuts({
    ...lock,
    nth: (digit) => {
      const account = mostUsed(accounts())[digit - 1]
      if (!account) return
      void actions.quickLogin(account.id, (place) => {
        void actions.openWindow(place.kind === 'attempt' ? 'quick-login' : 'main', place)
      })
    },
    hideAddresses: () => void actions.toggleAddresses(),
    add: () => void actions.openWindow('main', { kind: 'add' }),
  })
  return null
}
