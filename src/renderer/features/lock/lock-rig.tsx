/** A window of the program on the fake bridge, for the tests of the lock. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Snapshot } from '../../../shared/contract'
import { ok } from '../../../shared/failure'
import { textFor } from '../../../shared/text'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { makeWide } from '../../stores/width-rig'
import { readParts } from '../../ui/later'
import { standInForDrawing } from '../../ui/drawing-rig'

export const text = textFor('en')

const done: FakeAnswers = {
  'settings.change': () => ok(null),
  'window.open': () => ok(null),
  'window.close': () => ok(null),
  'lock.turnOn': () => ok(null),
  'lock.turnOff': () => ok(null),
  'lock.change': () => ok(null),
  'lock.unlock': () => ok(null),
  'lock.lock': () => ok(null),
  'lock.goOn': () => ok(null),
  'lock.stop': () => ok(null),
}

makeWide()

standInForDrawing()

/** Draws a window; every call goes well unless `answers` says otherwise. */
export async function openOn(
  window: ReactNode,
  more: Partial<Snapshot>,
  answers: FakeAnswers = {},
): Promise<FakeBridge> {
  const bridge = new FakeBridge(snapshot(more), { ...done, ...answers })
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await readParts()
  render(<LatchkeyProvider latchkey={latchkey}>{window}</LatchkeyProvider>)
  await screen.findByRole('main')
  await settle()
  return bridge
}

/** Lets answers take effect. */
export const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))

export async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

/** Types into a field by its name. */
export function type(label: string, value: string): HTMLElement {
  const field = screen.getByLabelText(label)
  fireEvent.change(field, { target: { value } })
  return field
}

/** Sends the form that a field is in, as Enter does. */
export async function send(field: HTMLElement): Promise<void> {
  const form = field.closest('form')
  if (!form) throw new Error('The field is in no form.')
  fireEvent.submit(form)
  await settle()
}
