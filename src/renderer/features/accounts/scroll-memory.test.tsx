// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { FakeBridge } from '../../gallery/fake-bridge'
import { snapshot } from '../../gallery/samples'
import { english } from '../../gallery/words'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { ScrollMemory } from './scroll-memory'

afterEach(cleanup)

/** A list that tells of being scrolled when it is told to: a page does so after it has been drawn. */
async function draw() {
  const element = document.createElement('div')
  const asked: unknown[] = []
  element.scrollTo = (to?: unknown) => void asked.push(to)
  const latchkey = createLatchkey(new FakeBridge(snapshot()), english)
  latchkey.mirror.start()
  await act(() => Promise.resolve())
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <ScrollMemory scroller={{ current: element }} />
    </LatchkeyProvider>,
  )
  return {
    asked,
    search: (query: string) => act(() => latchkey.ui.setState({ query })),
    scrollsTo(top: number) {
      element.scrollTop = top
      element.dispatchEvent(new Event('scroll'))
    },
  }
}

it('begins a search at the top, and ends it where the list was', async () => {
  const list = await draw()
  list.scrollsTo(400)
  list.search('mira')
  list.scrollsTo(0)
  list.search('')
  expect(list.asked).toEqual([{ top: 0 }, { top: 400 }])
})

it('goes back although the search was gone before the list told that it had moved', async () => {
  const list = await draw()
  list.scrollsTo(400)
  list.search('m')
  list.search('')
  expect(list.asked).toEqual([{ top: 0 }, { top: 400 }])
})

it('asks for nothing where the list is at its top already', async () => {
  const list = await draw()
  list.search('m')
  list.search('')
  expect(list.asked).toEqual([])
})
