// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Tooltip } from 'radix-ui'
import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/failure'
import type { AttemptView, StepView } from '../../../shared/flow'
import { textFor } from '../../../shared/text'
import { FakeBridge } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { FlowPage } from './flow-page'

// jsdom draws nothing, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined

const text = textFor('en')

const asking = step({
  step: 'login',
  fields: [fields.password, fields.captcha],
  submit: 'Log in',
  rememberPassword: false,
})
const filled = step({
  step: 'login',
  fields: [fields.captcha],
  notices: [{ tone: 'info', text: text.passwords.used }],
  actions: [{ id: '(another-password)', kind: 'switch', label: text.passwords.typeAnother }],
  submit: 'Log in',
})

async function open(view: StepView, next: AttemptView = attempt(view)) {
  const shown = attempt(view)
  const bridge = new FakeBridge(snapshot({ attempts: [shown] }), {
    'flow.submit': () => ok(next),
    'flow.act': () => ok(next),
  })
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await act(() => Promise.resolve())
  latchkey.mirror.show(shown)
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <Tooltip.Provider>
        <FlowPage />
      </Tooltip.Provider>
    </LatchkeyProvider>,
  )
  return bridge
}

const box = () => screen.queryByRole<HTMLInputElement>('checkbox')
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
    await Promise.resolve()
  })

afterEach(cleanup)

describe('remembering a password', () => {
  it('is offered beneath the password, unticked, and sent as the person leaves it', async () => {
    const bridge = await open(asking)
    expect(box()?.checked).toBe(false)
    expect(screen.getByLabelText(text.passwords.remember)).toBe(box())
    type('Password', 'correct horse')
    type(fields.captcha.label, 'x7')
    await press('Log in')
    expect(bridge.inputs('flow.submit').at(-1)).toMatchObject({ rememberPassword: false })
    fireEvent.click(screen.getByLabelText(text.passwords.remember))
    await press('Log in')
    expect(bridge.inputs('flow.submit').at(-1)).toMatchObject({ rememberPassword: true })
  })

  it('is ticked where the password is remembered already', async () => {
    await open({ ...asking, rememberPassword: true })
    expect(box()?.checked).toBe(true)
  })

  it('is not offered on a step without a password', async () => {
    const bridge = await open(step({ fields: [fields.code], submit: 'Log in' }))
    expect(box()).toBeNull()
    type(fields.code.label, 'abcd')
    await press('Log in')
    expect(bridge.inputs('flow.submit').at(-1)).not.toHaveProperty('rememberPassword')
  })
})

describe('a remembered password', () => {
  it('is said to be used, and the focus is on what is missing', async () => {
    await open(filled)
    expect(screen.getByText(text.passwords.used)).toBeTruthy()
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText(fields.captcha.label))
  })

  it('gives way to another one, ticked, with the focus in its field', async () => {
    const next = attempt({ ...asking, rememberPassword: true }, { turn: 2 })
    await open(filled, next)
    await press(text.passwords.typeAnother)
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    expect(box()?.checked).toBe(true)
  })
})
