import { useEffect, useState } from 'react'

/** Where each dialog that stands leads the focus back to; the latest dialog comes last. */
const standing = new Set<readonly HTMLElement[]>()

/**
 * Gives what brings the focus back when a dialog closes: to where it was, else, if that is gone, to the title of
 * the page. What was done in the dialog may have brought it elsewhere, where it stays.
 */
export function useFocusBack(): (closing: Event) => void {
  // Taken while it is first drawn: as soon as it stands, its own field has the focus.
  const [ways] = useState(waysBack)
  useEffect(() => {
    standing.add(ways)
    return () => void standing.delete(ways)
  }, [ways])
  return (closing) => {
    // The library would look for a button of its own that opens the dialog, and there is none.
    closing.preventDefault()
    if (document.activeElement !== document.body) return
    if (ways.some(takesFocus)) return
    document.querySelector('h1')?.focus({ preventScroll: true })
  }
}

/** A dialog that comes in another one's place leads on to where that one leads. */
function waysBack(): readonly HTMLElement[] {
  const { activeElement, body } = document
  const before = [...standing].at(-1) ?? []
  const here = activeElement instanceof HTMLElement && activeElement !== body
  return here ? [activeElement, ...before] : [...before]
}

function takesFocus(element: HTMLElement): boolean {
  element.focus()
  return document.activeElement === element
}
