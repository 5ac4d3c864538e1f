import { useLayoutEffect, type RefObject } from 'react'

/**
 * Puts the focus into what has come, such as a form's first field, and back to where it was as soon as that is
 * gone. It goes back before the element is taken away, so that the focus is never lost between; what comes in the
 * element's place then leads on to where that one does.
 */
export function useFocusInside(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    element.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [element])
}
