/** The whole window on the fake bridge, for its tests. */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Snapshot } from '../../../shared/contract'
import { textFor } from '../../../shared/text'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import type { Place } from '../../stores/ui'
import { makeWide } from '../../stores/width-rig'
import { readParts } from '../../ui/later'
import { standInForDrawing } from '../../ui/drawing-rig'
import { App } from './app'

export const text = textFor('en')

standInForDrawing()
makeWide()

// As it is once somebody has had the time to press anything.
await readParts()

/** Draws the whole window at a place. */
export async function open(
  more: Partial<Snapshot> = {},
  place: Place = { kind: 'home' },
  answers: FakeAnswers = {},
) {
  const bridge = new FakeBridge(snapshot(more), answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <App />
    </LatchkeyProvider>,
  )
  await screen.findByRole('main')
  await act(async () => {
    await Promise.resolve()
  })
  act(() => latchkey.actions.goTo(place))
  return { bridge, ...latchkey }
}

/** Presses a button by its name. */
export const press = (name: string | RegExp, within_: HTMLElement = document.body) =>
  act(async () => {
    fireEvent.click(within(within_).getByRole('button', { name }))
    await Promise.resolve()
  })
export const list = () => screen.getByRole('navigation', { name: text.accounts.title })
