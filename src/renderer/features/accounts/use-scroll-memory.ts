import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'

/** A new search begins at the top; when it ends, the list is where it was before. */
export function useScrollMemory(
  scroller: RefObject<HTMLElement | null>,
  search: string,
  whole: boolean,
): () => void {
  const kept = useRef(0)
  const drawn = useRef(search)
  const settle = useEffectEvent(() => {
    const element = scroller.current
    if (!element || drawn.current === search) return
    drawn.current = search
    element.scrollTo({ top: whole ? kept.current : 0 })
  })
  useEffect(() => settle(), [search])
  return () => {
    if (whole) kept.current = scroller.current?.scrollTop ?? 0
  }
}
