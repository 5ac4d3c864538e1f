/** The flow screen on the fake bridge, for its tests. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { AttemptView, StepView } from '../../../shared/flow'
import { textFor } from '../../../shared/text'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { attempt } from '../../gallery/sample-steps'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { FlowPage } from './flow-page'

export const text = textFor('en')

/** What was brought into sight, in order; jsdom draws nothing, so it has nothing to scroll. */
export const broughtIntoSight: Element[] = []
Element.prototype.scrollIntoView = function () {
  broughtIntoSight.push(this)
}

/** Draws the flow screen on an attempt. */
export async function open(
  view: StepView,
  more: Partial<AttemptView> = {},
  answers: FakeAnswers = {},
) {
  const shown = attempt(view, more)
  const bridge = new FakeBridge(snapshot({ attempts: [shown] }), answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await act(async () => {
    await Promise.resolve()
  })
  latchkey.mirror.show(shown)
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <FlowPage />
    </LatchkeyProvider>,
  )
  broughtIntoSight.length = 0
  return { bridge, shown, ...latchkey }
}

export const input = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
export const button = (name: string) => screen.getByRole('button', { name })
export const type = (label: string, value: string) =>
  fireEvent.change(input(label), { target: { value } })
