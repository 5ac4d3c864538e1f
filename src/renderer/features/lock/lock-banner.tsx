import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { usePatience } from '../../ui/use-time'
import { ResealingNotice } from './resealing-notice'

/** Above every page while secrets are sealed or unsealed, and when that has stopped. */
export function LockBanner() {
  const words = useText().lock.stopped
  const { openWindow } = useActions()
  const lock = useSnapshot((snapshot) => snapshot.lock)
  // A few accounts are sealed in a moment; a banner for that would only make the page jump.
  const lasting = usePatience(lock.kind === 'resealing')
  switch (lock.kind) {
    case 'resealing':
      return lasting ? <ResealingNotice lock={lock} /> : null
    case 'stopped':
      return (
        <ResealingNotice
          lock={lock}
          others={
            <Button look="quiet" onClick={() => void openWindow('settings')}>
              {words.settings}
            </Button>
          }
        />
      )
    case 'off':
    case 'open':
    case 'locked':
      return null
  }
}
