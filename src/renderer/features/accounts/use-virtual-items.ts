import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useMemo, type RefObject } from 'react'
import { headingHeight, rowHeight, type ListShape } from './list-shape'

/** Items beyond the edges that are drawn as well, so that scrolling shows no gaps. */
const overscan = 6

/**
 * The items of the list that are to be drawn: those in sight, some around them, and the pinned ones
 * wherever they are, so that what has the focus or is being dragged never vanishes from the page.
 */
export function useVirtualItems(
  scroller: RefObject<HTMLElement | null>,
  shape: ListShape,
  pinned: readonly number[],
): { indexes: readonly number[]; height: number } {
  // Everything is measured anew only where a heading has come to stand elsewhere: a change within rows
  // moves nothing.
  const outline = shape.sections.map(({ first }) => first).join()
  const headings = useMemo(() => new Set(outline.split(',').map(Number)), [outline])
  const estimateSize = useCallback(
    (index: number) => (headings.has(index) ? headingHeight : rowHeight),
    [headings],
  )
  const rangeExtractor = (range: Range): number[] => {
    const wanted = new Set(defaultRangeExtractor(range))
    for (const index of pinned) if (index >= 0 && index < range.count) wanted.add(index)
    return [...wanted].sort((one, other) => one - other)
  }
  // The rule warns of values that a compiler must not keep; only plain numbers leave this hook.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: shape.count,
    getScrollElement: () => scroller.current,
    estimateSize,
    rangeExtractor,
    overscan,
  })
  return {
    indexes: virtualizer.getVirtualItems().map(({ index }) => index),
    height: virtualizer.getTotalSize(),
  }
}
