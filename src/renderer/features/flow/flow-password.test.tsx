// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/failure'
import type { AttemptView, StepView } from '../../../shared/flow'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { open, text, type } from './flow-rig'

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

async function openStep(view: StepView, next: AttemptView = attempt(view)) {
  const answers = { 'flow.submit': () => ok(next), 'flow.act': () => ok(next) }
  const { bridge } = await open(view, {}, answers)
  return bridge
}

const box = () => screen.queryByRole<HTMLInputElement>('checkbox')
const press = (name: string) =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
    await Promise.resolve()
  })

afterEach(cleanup)

describe('remembering a password', () => {
  it('is offered beneath the password, unticked, and sent as the person leaves it', async () => {
    const bridge = await openStep(asking)
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

  it.each([
    [{ kind: 'ready' }, text.passwords.rememberHint],
    [{ kind: 'memory' }, text.passwords.rememberHintInMemory],
  ] as const)('says where it lies then: %o', async (keychain, hint) => {
    const bridge = await openStep(asking)
    act(() => bridge.change({ keychain }))
    expect(screen.getByText(/used only when you log in/).textContent).toBe(hint)
  })

  it('is ticked where the password is remembered already', async () => {
    await openStep({ ...asking, rememberPassword: true })
    expect(box()?.checked).toBe(true)
  })

  it('is not offered on a step without a password', async () => {
    const bridge = await openStep(step({ fields: [fields.code], submit: 'Log in' }))
    expect(box()).toBeNull()
    type(fields.code.label, 'abcd')
    await press('Log in')
    expect(bridge.inputs('flow.submit').at(-1)).not.toHaveProperty('rememberPassword')
  })
})

describe('a remembered password', () => {
  it('is said to be used, and the focus is on what is missing', async () => {
    await openStep(filled)
    expect(screen.getByText(text.passwords.used)).toBeTruthy()
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText(fields.captcha.label))
  })

  it('gives way to another one, ticked, with the focus in its field', async () => {
    const next = attempt({ ...asking, rememberPassword: true }, { turn: 2 })
    await openStep(filled, next)
    await press(text.passwords.typeAnother)
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    expect(box()?.checked).toBe(true)
  })
})
