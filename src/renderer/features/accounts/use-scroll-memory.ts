import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

/** A new search begins at the top; when it ends, the list is where it was before. */
export function useScrollMemory(
  scroller: RefObject<HTMLElement | null>,
  search: string,
  whole: boolean,
): () => void {
  const kept = useRef(0)
  /** Where the list stands, as it told itself: asking it would have the page laid out at once. */
  const at = useRef(0)
  const drawn = useRef(search)
  const settle = useEffectEvent(() => {
    const element = scroller.current
    if (!element || drawn.current === search) return
    drawn.current = search
    const top = whole ? kept.current : 0
    if (top === at.current) return
    at.current = top
    element.scrollTo({ top })
  })
  useEffect(() => settle(), [search])
  return () => {
    at.current = scroller.current?.scrollTop ?? 0
    if (whole) kept.current = at.current
  }
}
