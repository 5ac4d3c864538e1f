// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok, type Result } from '../../../shared/failure'
import type { AttemptView } from '../../../shared/flow'
import { textFor } from '../../../shared/text'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { button, input, open, text, type } from './flow-rig'

const loginStep = step({
  step: 'login',
  title: 'Log in at IPCola',
  fields: [fields.email, fields.password, { ...fields.captcha, image: 'data:image/png;base64,AA' }],
  submit: 'Log in',
})

/** Presses a button and lets what follows from it happen. */
const press = (name: string) =>
  act(async () => {
    fireEvent.click(button(name))
    await vi.advanceTimersByTimeAsync(0)
  })

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12) })
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a step', () => {
  it('lets Chromium keep nothing of a code, a link or a secret that is shown', async () => {
    const { code, link, token, password, newPassword, captcha } = fields
    const secrets = [code, link, token, password, newPassword, captcha]
    await open(step({ ...loginStep, fields: secrets }))
    for (const show of screen.getAllByRole('button', { name: /^Show / })) fireEvent.click(show)
    for (const { label } of secrets) {
      expect([label, input(label).type, input(label).autocomplete]).toEqual([label, 'text', 'off'])
    }
  })

  it('ties every field to its label, and its explanation to the form', async () => {
    await open(loginStep)
    for (const field of loginStep.fields) expect(input(field.label)).toBeTruthy()
    expect(input('Password').getAttribute('type')).toBe('password')
    const form = screen.getByRole('form', { name: loginStep.title })
    const described = form.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toBe(loginStep.text)
  })

  it('puts the focus on the first empty field', async () => {
    await open({ ...loginStep, fields: [{ ...fields.email, value: 'a@b.c' }, fields.password] })
    expect(document.activeElement).toBe(input('Password'))
  })

  it('puts the focus on its title when it has no fields', async () => {
    await open(step({ fields: [] }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
  })

  it('shows a password only when asked to', async () => {
    await open(loginStep)
    fireEvent.click(button(text.flow.showPassword))
    expect(input('Password').getAttribute('type')).toBe('text')
    fireEvent.click(button(text.flow.hidePassword))
    expect(input('Password').getAttribute('type')).toBe('password')
  })

  it('warns about an unusual length of a code and sends it all the same', async () => {
    const { bridge } = await open(
      step({ fields: [fields.code], submit: 'Confirm' }),
      {},
      { 'flow.submit': () => new Promise(() => undefined) },
    )
    type('Code', ' ABCDE ')
    expect(screen.getByText(text.flow.codeLength(4, 5))).toBeTruthy()
    await press('Confirm')
    expect(bridge.inputs('flow.submit')).toHaveLength(1)
  })

  it('pastes into the field that the button belongs to', async () => {
    const { bridge } = await open(step({ fields: [fields.email, fields.code] }))
    fireEvent.click(button(text.flow.pasteInto('Code')))
    expect(document.activeElement).toBe(input('Code'))
    expect(bridge.inputs('window.paste')).toHaveLength(1)
  })
})

describe('wrong input', () => {
  it('is told at each field before anything is sent, the first one focused', async () => {
    const { bridge } = await open(loginStep)
    type('E-mail', 'not an address')
    input('Password').focus()
    await press('Log in')
    const email = input('E-mail')
    expect(document.activeElement).toBe(email)
    expect(email.getAttribute('aria-invalid')).toBe('true')
    const note = email.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(note)?.textContent).toBe(text.fieldProblems['not-an-email'])
    expect(screen.getAllByText(text.fieldProblems.required)).toHaveLength(2)
    expect(bridge.inputs('flow.submit')).toEqual([])
  })

  it('that only the service can know is told at its field, with nothing lost', async () => {
    const failed = (shown: AttemptView): AttemptView => ({
      ...shown,
      turn: 2,
      failure: { code: 'wrong-credentials', field: 'password' },
    })
    const view = attempt(loginStep)
    await open(loginStep, {}, { 'flow.submit': () => ok(failed(view)) })
    type('E-mail', 'a@b.c')
    type('Password', 'wrong one')
    type(fields.captcha.label, '7K3X')
    await press('Log in')
    expect(document.activeElement).toBe(input('Password'))
    expect(input('Password').value).toBe('wrong one')
    expect(input('E-mail').value).toBe('a@b.c')
    expect(screen.getByText(/The e-mail or the password is wrong/)).toBeTruthy()
  })

  it('is told in the language of now, and takes the focus with a new turn only', async () => {
    const view = step({ fields: [fields.code, fields.password] })
    const failure = { code: 'wrong-code', field: 'code' } as const
    const { bridge, shown } = await open(view, { failure })
    const note = () => {
      const id = input('Code').getAttribute('aria-describedby') ?? ''
      return document.getElementById(id)?.textContent
    }
    expect(note()).toContain(text.failures['wrong-code'].title)
    input('Password').focus()
    bridge.snapshot = { ...bridge.snapshot, locale: 'fi', rev: 2 }
    await act(async () => {
      bridge.change({ locale: 'fi' }, 2)
      await vi.advanceTimersByTimeAsync(0)
    })
    expect(note()).toContain(textFor('fi').failures['wrong-code'].title)
    expect(document.activeElement).toBe(input('Password'))
    act(() => bridge.change({ attempts: [{ ...shown, turn: 2 }] }, 3))
    expect(document.activeElement).toBe(input('Code'))
  })

  it('is said once at its field; the notice keeps what the service says and what to do', async () => {
    await open(step({ fields: [fields.code] }), {
      failure: { code: 'wrong-code', field: fields.code.name, detail: 'Code used or expired' },
    })
    const { title, text: advice } = text.failures['wrong-code']
    expect(screen.getAllByText(new RegExp(title))).toHaveLength(1)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain(advice)
    expect(alert.textContent).toContain('Code used or expired')
    expect(alert.textContent).not.toContain(title)
  })

  it('empties only the answer to a picture that was replaced', async () => {
    const { mirror, shown } = await open(loginStep)
    type('E-mail', 'a@b.c')
    type(fields.captcha.label, 'old')
    const fresh = { ...fields.captcha, image: 'data:image/png;base64,BB' }
    const view = { ...loginStep, fields: [fields.email, fields.password, fresh] }
    act(() => mirror.receive({ ...shown, turn: 2, phase: { kind: 'step', view } }))
    expect(input(fields.captcha.label).value).toBe('')
    expect(input('E-mail').value).toBe('a@b.c')
  })
})

describe('waiting', () => {
  it('counts down to the resend and frees it at zero', async () => {
    const { bridge } = await open(
      step({
        fields: [fields.code],
        actions: [
          { id: 'resend', kind: 'resend', label: 'Send again', availableAt: Date.now() + 3_000 },
        ],
      }),
    )
    fireEvent.click(button('Send again in 0:03'))
    expect(bridge.inputs('flow.act')).toEqual([])
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(button('Send again in 0:02').getAttribute('aria-disabled')).toBe('true')
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    await press('Send again')
    expect(bridge.inputs('flow.act')).toHaveLength(1)
  })

  it('holds the submit back while the service asks to wait, and never sends by itself', async () => {
    const { bridge } = await open(
      loginStep,
      { failure: { code: 'rate-limited', retryAt: Date.now() + 61_000 } },
      { 'flow.submit': () => new Promise(() => undefined) },
    )
    type('E-mail', 'a@b.c')
    type('Password', 'secret')
    type(fields.captcha.label, '7K3X')
    expect(button('Wait 1:01').getAttribute('aria-disabled')).toBe('true')
    fireEvent.submit(screen.getByRole('form'))
    await act(() => vi.advanceTimersByTimeAsync(61_250))
    expect(bridge.inputs('flow.submit')).toEqual([])
    await press('Log in')
    expect(bridge.inputs('flow.submit')).toHaveLength(1)
  })

  it('shows a spinner and "stop" only after 150 ms, and sends once', async () => {
    let answer: (result: Result<AttemptView>) => void = () => undefined
    const { bridge, shown } = await open(
      step({ fields: [{ ...fields.email, value: 'a@b.c' }], submit: 'Send code' }),
      {},
      { 'flow.submit': () => new Promise((resolve) => (answer = resolve)) },
    )
    await press('Send code')
    await press('Send code')
    expect(bridge.inputs('flow.submit')).toHaveLength(1)
    await act(() => vi.advanceTimersByTimeAsync(149))
    expect(screen.queryByRole('button', { name: text.flow.stop })).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(1))
    await press(text.flow.stop)
    expect(bridge.inputs('flow.stop')).toEqual([{ attempt: shown.id }])
    await act(async () => {
      answer(ok({ ...shown, turn: 2, failure: { code: 'cancelled' } }))
      await vi.advanceTimersByTimeAsync(0)
    })
    expect(screen.queryByRole('button', { name: text.flow.stop })).toBeNull()
    expect(input('E-mail').value).toBe('a@b.c')
  })
})

describe('the way on', () => {
  it('goes to the next step and finds on the way back what was typed', async () => {
    const first = step({ fields: [fields.email] })
    const second = step({ step: 'code', title: 'Enter the code', fields: [fields.code] })
    const { mirror, shown } = await open(
      first,
      {},
      {
        'flow.submit': () => ok(attempt(second, { turn: 2, id: attempt(first).id })),
      },
    )
    type('E-mail', 'a@b.c')
    document.body.scrollTop = 90
    await press(first.submit)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Enter the code')
    expect(document.body.scrollTop).toBe(0)
    expect(document.activeElement).toBe(input('Code'))
    act(() => mirror.receive({ ...shown, turn: 3 }))
    expect(input('E-mail').value).toBe('a@b.c')
  })

  it.each(['open-site', 'switch', 'continue', 'resend'] as const)(
    'is the main button where it comes before what the step itself does: %s',
    async (kind) => {
      const actions = [{ id: 'first', kind, label: 'Do this', first: true } as const]
      await open(step({ submit: 'Go on', actions }))
      const [first, submit, ...more] = within(screen.getByRole('form')).getAllByRole('button')
      expect([first?.textContent, submit?.textContent]).toEqual(['Do this', 'Go on'])
      expect(first?.className).toContain('button-primary')
      expect(submit?.className).not.toContain('button-primary')
      expect(more).toEqual([])
    },
  )

  it('offers the flow that helps, where the service has it', async () => {
    const { bridge } = await open(
      step({ fields: [fields.email] }),
      { failure: { code: 'email-taken', field: 'email' } },
      { 'flow.begin': () => ok(attempt(loginStep, { flow: 'login' })) },
    )
    await act(async () => {
      fireEvent.click(button(text.remedies['log-in']))
      await vi.advanceTimersByTimeAsync(0)
    })
    expect(bridge.inputs('flow.begin')).toMatchObject([{ flow: 'login' }])
    expect(bridge.inputs('flow.leave')).toHaveLength(1)
  })

  it('ends on a screen that offers to make the account active', async () => {
    const { bridge, mirror, shown } = await open(step({ fields: [fields.code] }))
    const [, second] = mirror.store.getState().snapshot?.accounts ?? []
    if (!second) throw new Error('The samples are too few.')
    act(() => {
      mirror.receive({
        ...shown,
        turn: 2,
        phase: { kind: 'done', account: second.id, title: 'Ready', text: 'Done.', notices: [] },
      })
    })
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ready' }))
    fireEvent.click(button(text.flow.done.makeActive))
    expect(bridge.inputs('accounts.activate')).toEqual([{ account: second.id }])
  })

  it('says that an attempt has ended elsewhere', async () => {
    const { bridge, shown } = await open(step({ fields: [fields.code] }))
    act(() => bridge.change({ goneAttempts: [shown.id] }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(text.flow.ended.title)
  })
})
