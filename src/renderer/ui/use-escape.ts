import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Hears Escape for an element that has the focus in it, before anything else but a tip does: a message that
 * comes while a dialog is open, or while something is searched for, would take the key for itself, and the
 * dialog would stay. While there is nothing to do at it, the key is left to others.
 */
export function useEscape(
  element: RefObject<HTMLElement | null>,
  escape: (() => void) | undefined,
): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!escape || event.key !== 'Escape' || event.defaultPrevented) return
    if (!(event.target instanceof Node) || !element.current?.contains(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    escape()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => hear(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
