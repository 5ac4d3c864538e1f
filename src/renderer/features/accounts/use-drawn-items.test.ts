// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { standInForDrawing } from '../../ui/drawing-rig'
import { shapeOf } from './list-rig'
import { headingHeight, rowHeight } from './list-shape'
import { useDrawnItems } from './use-drawn-items'

standInForDrawing()
afterEach(cleanup)

/** Draws a list of one group in a window of 768 pixels, 800 of which the list takes by itself. */
function draw(rows: number, pinned: readonly number[] = []) {
  const element = document.createElement('div')
  const scroller = { current: element }
  let drawings = 0
  const { result, rerender } = renderHook(
    ({ rows }) => {
      drawings += 1
      return useDrawnItems(scroller, shapeOf(rows), pinned)
    },
    { initialProps: { rows } },
  )
  return {
    items: () => result.current,
    drawings: () => drawings,
    change: (rows: number) => rerender({ rows }),
    /** Gives what stands there in the very frame that shows the list scrolled. */
    scrollTo(top: number): readonly number[] {
      let seen: readonly number[] = []
      act(() => {
        element.scrollTop = top
        element.dispatchEvent(new Event('scroll'))
        seen = result.current
      })
      return seen
    },
  }
}

/** The heading is item 0, so the row that begins at a height has the next number. */
const topOf = (item: number): number => headingHeight + (item - 1) * rowHeight
const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

it('begins with as much as the window has room for', () => {
  expect(draw(1_000).items()).toEqual(run(0, 13))
  expect(draw(3).items()).toEqual(run(0, 3))
  expect(draw(0).items()).toEqual([0])
})

it('has drawn what comes into sight, and eight rows around it, when it is seen', () => {
  expect(draw(1_000).scrollTo(topOf(500))).toEqual(run(492, 521))
})

it('draws nothing anew before the end of what is drawn comes near', () => {
  const list = draw(1_000)
  list.scrollTo(topOf(500))
  const before = list.drawings()
  list.scrollTo(topOf(505) - 1)
  list.scrollTo(topOf(495) + 1)
  expect(list.drawings()).toBe(before)
  expect(list.scrollTo(topOf(495) - 1)).toEqual(run(486, 516))
})

it('keeps what is pinned, in its place', () => {
  const list = draw(1_000, [800, 2, -1, 5_000])
  expect(list.scrollTo(topOf(500))).toEqual([2, ...run(492, 521), 800])
})

it('shows the end of a list that has become shorter, before the page says that it has scrolled back', () => {
  const list = draw(1_000)
  list.scrollTo(topOf(900))
  list.change(20)
  expect(list.items().at(-1)).toBe(20)
  expect(list.items()).toContain(10)
})
