import { useActions, useSnapshot } from '../../stores/context'
import type { ShortcutHandlers } from './use-shortcuts'

/** What the shortcut of the lock does: nothing while there is no passphrase. */
export function useLockKey(): Pick<ShortcutHandlers, 'lock'> {
  const { lockNow } = useActions()
  const canLock = useSnapshot(({ lock }) => lock.kind !== 'off')
  return canLock ? { lock: () => void lockNow() } : {}
}
