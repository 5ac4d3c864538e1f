/**
 * The quick-login window's screen: finds an account by a few letters and logs it in. What is missing is
 * asked for right here; nothing else of the program is.
 */
import './quick-login.css'
import { useEffect, useRef } from 'react'
import { mostUsed } from '../../../shared/account-order'
import { useAccountsNow, useActions, useText, useUi } from '../../stores/context'
import { laterPart } from '../../ui/later'
import { useLockKey } from '../shortcuts/use-lock-key'
import { useShortcuts } from '../shortcuts/use-shortcuts'
import { Ready } from '../shell/ready'
import { QuickActive } from './quick-active'
import { QuickFinder } from './quick-finder'
import { QuickTold } from './quick-told'
import { useQuickLogin, type QuickLogin } from './use-quick-login'

const QuickAttempt = laterPart(async () => (await import('./quick-attempt')).QuickAttempt)

export function QuickLoginWindow() {
  return (
    <Ready>
      <Frame />
    </Ready>
  )
}

function Frame() {
  const text = useText().quickLogin
  const quick = useQuickLogin()
  useFreshStart(quick)
  useWindowKeys(quick)
  return (
    <main className="quick" aria-label={text.title}>
      <Screen quick={quick} />
    </main>
  )
}

function Screen({ quick }: { quick: QuickLogin }) {
  const place = useUi((state) => state.place)
  const { progress } = quick
  if (progress.kind === 'active') return <QuickActive account={progress.account} quick={quick} />
  switch (place.kind) {
    case 'attempt':
      return <QuickAttempt key={place.attempt} quick={quick} />
    case 'account':
      return <QuickTold key={place.account} id={place.account} quick={quick} />
    case 'home':
    case 'add':
      return <QuickFinder quick={quick} />
  }
}

/**
 * Whoever calls the window again wants to begin anew; an attempt stays as it was left. While the window is
 * held it has not gone with the focus, so that there is nothing to begin anew.
 */
function useFreshStart(quick: QuickLogin): void {
  const latest = useRef(quick)
  useEffect(() => {
    latest.current = quick
  })
  useEffect(() => {
    const left = (): void => {
      if (!latest.current.held) latest.current.startAnew()
    }
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') latest.current.startAnew()
    }
    window.addEventListener('blur', left)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', left)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [])
}

function useWindowKeys(quick: QuickLogin): void {
  const actions = useActions()
  const accounts = useAccountsNow()
  const lock = useLockKey()
  useShortcuts({
    ...lock,
    nth: (digit) => {
      const account = mostUsed(accounts())[digit - 1]
      if (account) void quick.logIn(account.id)
    },
    add: () => void actions.openWindow('main', { kind: 'add' }),
    hideAddresses: () => void actions.toggleAddresses(),
    settings: () => void actions.openWindow('settings'),
  })
}
