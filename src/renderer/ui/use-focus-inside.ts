import { useLayoutEffect, type RefObject } from 'react'

type Ref = RefObject<HTMLElement | null>

/** What has been given the focus back last, while nobody has gone elsewhere by themselves. */
let givenBack: Element | null = null

/**
 * Puts the focus into what has come, such as a form's first field, and back to where it was as soon as that is
 * gone. It goes back before the element is taken away, so that the focus is never lost between; what comes in the
 * element's place then leads on to where that one does. Whoever has left the area meanwhile, such as for another
 * field, stays where they are.
 */
export function useFocusInside(element: Ref, area: Ref): void {
  useFocus(element, area, true)
}

/**
 * The same for what comes by itself, a while after what it stands for: it takes the focus only where that has
 * given it back, or where nothing has it.
 */
export function useFocusLater(element: Ref, area: Ref): void {
  useFocus(element, area, false)
}

function useFocus(element: Ref, area: Ref, atOnce: boolean): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    const leaving = area.current
    if (atOnce || isFree(before) || before === givenBack) element.current?.focus()
    return () => {
      const now = document.activeElement
      givenBack = isFree(now) || leaving?.contains(now) ? before : null
      if (givenBack instanceof HTMLElement) givenBack.focus()
    }
  }, [element, area, atOnce])
}

/** Whether nothing on the page has the focus. */
function isFree(focused: Element | null): boolean {
  return focused === null || focused === document.body
}
