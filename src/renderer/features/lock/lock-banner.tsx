import { useActions, useSnapshot, useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { News } from '../../ui/news'
import { usePatience } from '../../ui/use-time'
import { lockTitle, ResealingNotice } from './resealing-notice'

/** Above every page while secrets are sealed or unsealed, and when that has stopped. */
export function LockBanner() {
  const words = useText().lock
  const lock = useSnapshot((snapshot) => snapshot.lock)
  // A few accounts are sealed in a moment; a banner for that would only make the page jump.
  const lasting = usePatience(lock.kind === 'resealing')
  const shown = lock.kind === 'stopped' || (lock.kind === 'resealing' && lasting)
  return (
    <>
      <News words={shown ? lockTitle(lock, words) : ''} />
      {shown && <ResealingNotice lock={lock} others={lock.kind === 'stopped' && <ToSettings />} />}
    </>
  )
}

function ToSettings() {
  const words = useText().lock.stopped
  const { openWindow } = useActions()
  return (
    <Button look="quiet" onClick={() => void openWindow('settings')}>
      {words.settings}
    </Button>
  )
}
