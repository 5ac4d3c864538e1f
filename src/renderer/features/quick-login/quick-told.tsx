import { useEffect, useEffectEvent, useRef } from 'react'
import type { AccountId, AccountView } from '../../../shared/account'
import type { KeychainView } from '../../../shared/contract'
import type { Text } from '../../../shared/text'
import { useActions, useSnapshot, useText } from '../../stores/context'
import { stateTone, stateWords } from '../../stores/selectors'
import { Button } from '../../ui/button'
import { OutsideIcon } from '../../ui/icons'
import { Dot } from '../../ui/small'
import { Spinner } from '../../ui/spinner'
import { QuickScreen } from './quick-screen'
import { useQuickKeys } from './use-quick-keys'
import type { QuickLogin } from './use-quick-login'

/** What an account's own state says, with the one thing to do about it. */
export function QuickTold({ id, quick }: { id: AccountId; quick: QuickLogin }) {
  const account = useSnapshot(({ accounts }) => accounts.find((one) => one.id === id))
  useQuickKeys({ account, onBack: quick.back })
  const back = useEffectEvent(quick.back)
  const gone = account === undefined
  useEffect(() => {
    if (gone) back()
  }, [gone])
  return account ? <Told account={account} quick={quick} /> : null
}

function Told({ account, quick }: { account: AccountView; quick: QuickLogin }) {
  const text = useText()
  const words = stateWords(account, text)
  return (
    <QuickScreen placed={account} label={account.label} quick={quick}>
      <div className="quick-body quick-body-told">
        <h1 tabIndex={-1} className="quick-title quick-state">
          <Dot tone={stateTone(account.state)} />
          {words.title}
        </h1>
        <p>{account.waiting?.text ?? words.text}</p>
        <div className="quick-actions">
          <Remedy account={account} quick={quick} />
        </div>
      </div>
    </QuickScreen>
  )
}

/** The one button that helps; it has the focus, so that Enter is enough. */
function Remedy({ account, quick }: { account: AccountView; quick: QuickLogin }) {
  const text = useText()
  const actions = useActions()
  const keychain = useSnapshot((snapshot) => snapshot.keychain)
  const working = account.busy !== undefined || quick.progress.kind === 'asking'
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const { id, server, state } = account
  const remedy = (label: string, run: () => Promise<unknown>, icon = <Spinner />) => (
    <Button
      ref={button}
      look="primary"
      icon={label === text.accounts.openSite ? icon : undefined}
      busy={working}
      unavailable={working}
      onClick={() => void run()}
    >
      {label}
    </Button>
  )
  switch (state) {
    case 'blocked':
      return remedy(
        text.accounts.openSite,
        () => actions.openSite({ what: 'server', server }),
        <OutsideIcon />,
      )
    case 'keychain-locked':
      return keychain.kind === 'ready'
        ? remedy(text.accounts.check, () => actions.check(id))
        : remedy(unlockWords(keychain, text), () => quick.unlock(id))
    case 'ready':
    case 'expired':
    case 'unreachable':
    case 'needs-login':
    case 'needs-verification':
    case 'secret-missing':
      // What stood in the way is gone.
      return remedy(text.quickLogin.keys.logIn, () => quick.logIn(id))
  }
}

function unlockWords({ kind }: KeychainView, text: Text): string {
  return kind === 'locked' ? text.palette.actions.unlockKeychain : text.keychain.retry
}
