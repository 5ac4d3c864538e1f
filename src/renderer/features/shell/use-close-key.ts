import { useEffect } from 'react'
import { useActions } from '../../stores/context'

/** Escape closes the window; what is open within its page takes the key first. */
export function useCloseKey(): void {
  const { closeWindow } = useActions()
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void closeWindow()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [closeWindow])
}
