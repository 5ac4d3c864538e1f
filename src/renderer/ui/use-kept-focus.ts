import { useEffect, type RefObject } from 'react'

/**
 * Keeps the keyboard in its place: when the element that has the focus is taken away, such as a button
 * whose work is done, the focus goes to `refuge`, or else to the title of the page, instead of to the top
 * of the window.
 */
export function useKeptFocus(
  area: RefObject<HTMLElement | null>,
  refuge?: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = area.current
    if (!element) return
    let last: EventTarget | null = null
    const remember = (event: FocusEvent): void => {
      last = event.target
    }
    const forget = (event: FocusEvent): void => {
      if (event.relatedTarget instanceof Node) last = null
    }
    const observer = new MutationObserver(() => {
      const lost = last instanceof Node && !last.isConnected
      if (!lost || document.activeElement !== document.body) return
      last = null
      const place = refuge ? refuge.current : document.querySelector('h1')
      place?.focus({ preventScroll: true })
    })
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [area, refuge])
}
