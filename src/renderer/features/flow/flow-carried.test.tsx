// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { failureShape } from '../../../shared/account-parts'
import { ok } from '../../../shared/failure'
import { ids } from '../../gallery/sample-ids'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { settings } from '../../gallery/samples'
import { button, input, open, text, type } from './flow-rig'

afterEach(cleanup)

const press = (name: string) =>
  act(async () => {
    fireEvent.click(button(name))
    await Promise.resolve()
  })

const view = step({ fields: [fields.email] })
const loginStep = step({ step: 'login', fields: [fields.email, fields.password] })
const next = attempt(loginStep, { id: ids.attempt('attempt-next'), flow: 'login' })
const taken = { code: 'email-taken', field: 'email' } as const

describe('a flow that another one leads to', () => {
  it('begins with the address that was typed, and can be given another', async () => {
    const { mirror } = await open(
      view,
      {},
      {
        'flow.submit': () => ok(attempt(view, { failure: taken, turn: 2 })),
        'flow.begin': () => ok(next),
      },
    )
    type(fields.email.label, 'mira@example.org')
    await press(view.submit)
    await press(text.remedies['log-in'])
    expect(mirror.store.getState().shown?.attempt.flow).toBe('login')
    expect(input(fields.email.label).value).toBe('mira@example.org')
    expect(document.activeElement).toBe(input(fields.password.label))
  })

  it('begins with the whole address of the attempt before, also while addresses are hidden', async () => {
    const { bridge } = await open(
      view,
      { email: 'mira@example.org', failure: { code: 'email-taken' } },
      { 'flow.begin': () => ok(next) },
    )
    act(() => bridge.change({ settings: { ...settings, hideAddresses: true } }))
    await press(text.remedies['log-in'])
    expect(input(fields.email.label).value).toBe('mira@example.org')
    expect(input(fields.email.label).type).toBe('password')
  })

  it('is not offered where the step goes on itself, with what it still knows', async () => {
    const remedies = {
      'email-unconfirmed': 'verify',
      'attempt-expired': 'start-over',
      'email-taken': 'log-in',
      'captcha-needs-browser': 'use-token',
    } as const
    for (const [code, remedy] of Object.entries(remedies)) {
      for (const goesOn of [undefined, true] as const) {
        const failure = failureShape.parse({ code, goesOn })
        await open(view, { flow: 'register', failure })
        const offered = screen.queryByRole('button', { name: text.remedies[remedy] })
        expect([code, offered === null]).toEqual([code, goesOn === true])
        expect(button(view.submit).classList.contains('button-primary')).toBe(goesOn === true)
        cleanup()
      }
    }
  })

  it('is not offered while nobody knows what became of a request', async () => {
    await open(view, { flow: 'register', failure: { code: 'outcome-unknown' } })
    expect(screen.getByRole('alert').textContent).toContain(text.failures['outcome-unknown'].title)
    expect(screen.queryByRole('button', { name: text.remedies['log-in'] })).toBeNull()
    expect(button(view.submit).classList.contains('button-primary')).toBe(true)
  })
})
