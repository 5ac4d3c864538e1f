import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { useUi } from '../../stores/context'

/**
 * A new search begins at the top; when it ends, the list is where it was before. It draws nothing: it is a
 * component so that a key that finds the same accounts does not draw the list around it.
 */
export function ScrollMemory({ scroller }: { scroller: RefObject<HTMLElement | null> }): null {
  const query = useUi((state) => state.query)
  const filter = useUi((state) => state.filter)
  const search = `${query}\n${JSON.stringify(filter)}`
  const whole = query === '' && !filter
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
  const remember = useEffectEvent(() => {
    at.current = scroller.current?.scrollTop ?? 0
    if (whole) kept.current = at.current
  })
  useEffect(() => settle(), [search])
  useEffect(() => {
    const element = scroller.current
    const listen = () => remember()
    element?.addEventListener('scroll', listen, { passive: true })
    return () => element?.removeEventListener('scroll', listen)
  }, [scroller])
  return null
}
