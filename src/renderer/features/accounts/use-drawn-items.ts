import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rowHeight, type ListShape } from './list-shape'

/** In pixels: how far beyond what is in sight is drawn. */
const ahead = 8 * rowHeight
/**
 * How near the end of what is drawn may come while the list is scrolled; the page may be a few frames behind
 * what is seen then.
 */
const near = 3 * rowHeight

/** A part of the list, in pixels from its beginning. */
interface Stretch {
  readonly top: number
  readonly bottom: number
}

/**
 * The items of the list that are to be drawn: those in sight, some around them, and the pinned ones
 * wherever they are, so that what has the focus or is being dragged never vanishes from the page.
 */
export function useDrawnItems(
  scroller: RefObject<HTMLElement | null>,
  shape: ListShape,
  pinned: readonly number[],
): readonly number[] {
  // At first as much as the window could show: asking for the height of the list would lay the page out
  // once without its rows.
  const [drawn, setDrawn] = useState<Stretch>(() => ({ top: 0, bottom: window.innerHeight }))
  const look = useEffectEvent((near: number) => {
    if (!scroller.current) return
    const { scrollTop: top, clientHeight } = scroller.current
    const bottom = top + clientHeight
    const enough =
      drawn.top <= Math.max(0, top - near) && drawn.bottom >= Math.min(shape.height, bottom + near)
    // In the same frame, else what has come into sight would be empty in it.
    if (!enough) flushSync(() => setDrawn({ top: top - ahead, bottom: bottom + ahead }))
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const sizes = new ResizeObserver(() => look(0))
    sizes.observe(element)
    const scrolled = () => look(near)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [scroller])
  return itemsWithin(shape, drawn, pinned)
}

function itemsWithin(shape: ListShape, drawn: Stretch, pinned: readonly number[]): number[] {
  // A list that has become shorter is scrolled back by the page, which tells so only afterwards.
  const top = Math.min(drawn.top, shape.height - (drawn.bottom - drawn.top))
  const items = new Set(pinned.filter((index) => index >= 0 && index < shape.count))
  const last = shape.itemAt(drawn.bottom)
  for (let index = Math.max(0, shape.itemAt(top)); index <= last; index += 1) items.add(index)
  return [...items].sort((one, other) => one - other)
}
