import { useLayoutEffect } from 'react'

/**
 * While signs are put together, the keys belong to the list that they are chosen from: nobody else in the window
 * hears them, not even the library of the dialogs, which knows of no such list.
 */
export function useInputMethodFirst(): void {
  // Before all other effects, so that it comes before whoever else listens at the window.
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      if (event.isComposing) event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', keep, { capture: true })
    return () => window.removeEventListener('keydown', keep, { capture: true })
  }, [])
}
