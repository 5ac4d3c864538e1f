// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useScrollMemory } from './use-scroll-memory'

/** A list that tells of being scrolled when it is told to: a page does so after it has been drawn. */
function draw() {
  const element = document.createElement('div')
  const asked: unknown[] = []
  element.scrollTo = (to?: unknown) => void asked.push(to)
  const scroller = { current: element }
  const { result, rerender } = renderHook(
    ({ search }) => useScrollMemory(scroller, search, search === ''),
    { initialProps: { search: '' } },
  )
  return {
    asked,
    search: (search: string) => rerender({ search }),
    scrollsTo: (top: number) =>
      act(() => {
        element.scrollTop = top
        result.current()
      }),
  }
}

it('begins a search at the top, and ends it where the list was', () => {
  const list = draw()
  list.scrollsTo(400)
  list.search('mira')
  list.scrollsTo(0)
  list.search('')
  expect(list.asked).toEqual([{ top: 0 }, { top: 400 }])
})

it('goes back although the search was gone before the list told that it had moved', () => {
  const list = draw()
  list.scrollsTo(400)
  list.search('m')
  list.search('')
  expect(list.asked).toEqual([{ top: 0 }, { top: 400 }])
})

it('asks for nothing where the list is at its top already', () => {
  const list = draw()
  list.search('m')
  list.search('')
  expect(list.asked).toEqual([])
})
