import { mostUsed } from '../../../shared/account-order'
import { useActions, useSnapshot } from '../../stores/context'
import { useShortcuts } from './use-shortcuts'

/** The shortcuts of a window that shows no accounts: what they lead to opens in the window it belongs to. */
export function SideKeys() {
  const actions = useActions()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  useShortcuts({
    nth: (digit) => {
      const account = mostUsed(accounts)[digit - 1]
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
