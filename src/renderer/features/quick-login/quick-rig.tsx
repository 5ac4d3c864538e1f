/** The quick-login window on the fake bridge, for its tests. */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import type { Snapshot } from '../../../shared/contract'
import { ok } from '../../../shared/failure'
import { textFor } from '../../../shared/text'
import { FakeBridge, type FakeAnswers } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { accounts, snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { standInForDrawing } from '../../ui/drawing-rig'
import { readParts } from '../../ui/later'
import { QuickLoginWindow } from './quick-login-window'

export const text = textFor('en')
export const words = text.quickLogin
const [shop, second, , work, , , archive] = accounts
if (!shop || !second || !work || !archive) throw new Error('The samples are too few.')
/** The sample accounts that the tests name. */
export const known = { shop, second, work, archive }

export const captcha = attempt(
  step({
    step: 'login',
    title: 'Log in at IPCola',
    fields: [
      { ...fields.email, value: second.email },
      { ...fields.captcha, image: 'data:image/png;base64,AA' },
    ],
    submit: 'Log in',
  }),
  { adapter: second.adapter, server: second.server, flow: 'login', account: second.id },
)

standInForDrawing()

// As it is once somebody has had the time to press anything.
await readParts()

/** Draws the window; its calls about itself succeed. */
export async function open(answers: FakeAnswers = {}, more: Partial<Snapshot> = {}) {
  const bridge = new FakeBridge(snapshot(more), {
    'window.close': () => ok(null),
    'window.open': () => ok(null),
    'window.hold': () => ok(null),
    'flow.leave': () => ok(null),
    ...answers,
  })
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  bridge.on('window.goTo', (place) => latchkey.actions.arrive(place))
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <QuickLoginWindow />
    </LatchkeyProvider>,
  )
  await settle()
  return { bridge, ...latchkey }
}

export const settle = () => act(() => vi.advanceTimersByTimeAsync(0))
export const field = () => screen.getByRole<HTMLInputElement>('combobox')
export const type = (value: string) => fireEvent.change(field(), { target: { value } })
export const labels = () =>
  screen.queryAllByRole('option').map((one) => one.querySelector('.option-label')?.textContent)
export const key = async (name: string, more: object = {}) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more })
  await settle()
}
export const ctrl = { ctrlKey: true }
const asksForCaptcha: FakeAnswers = {
  'accounts.quickLogin': () => ok({ kind: 'attempt', attempt: captcha.id }),
}
/** Quick login of the second account, which asks for a picture to be read. */
export async function openCaptcha(answers: FakeAnswers = {}) {
  const opened = await open({ ...asksForCaptcha, ...answers }, { attempts: [captcha] })
  type('second')
  await key('Enter')
  return opened
}
