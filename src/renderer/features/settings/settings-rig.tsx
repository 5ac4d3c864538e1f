/** The settings window on the fake bridge, for its tests. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { ok } from '../../../shared/failure'
import type { Snapshot } from '../../../shared/contract'
import { textFor } from '../../../shared/text'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { standInForDrawing } from '../../ui/drawing-rig'
import { SettingsWindow } from './settings-window'

export const text = textFor('en')

standInForDrawing()

const done: FakeAnswers = {
  'settings.change': () => ok(null),
  'window.hold': () => ok(null),
  'window.close': () => ok(null),
}

export async function open(more: Partial<Snapshot> = {}, answers: FakeAnswers = {}) {
  const bridge = new FakeBridge(snapshot(more), { ...done, ...answers })
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <SettingsWindow />
    </LatchkeyProvider>,
  )
  await screen.findByRole('heading', { name: text.settings.title })
  return bridge
}

export const press = (element: HTMLElement) =>
  act(async () => {
    fireEvent.click(element)
    await Promise.resolve()
  })
