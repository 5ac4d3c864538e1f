// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { fields, step } from '../../gallery/sample-steps'
import { broughtIntoSight, button, input, open, text } from './flow-rig'

const loginStep = step({
  step: 'login',
  fields: [fields.email, fields.password, { ...fields.captcha, image: 'data:image/png;base64,AA' }],
  submit: 'Log in',
})

afterEach(cleanup)

describe('what has gone wrong', () => {
  it('comes into sight with the picture at its field, the notice first', async () => {
    const { mirror, shown } = await open(loginStep)
    const failure = {
      code: 'captcha-wrong',
      field: fields.captcha.name,
      detail: 'CAPTCHA not match',
    } as const
    act(() => mirror.receive({ ...shown, turn: 2, failure }))
    const [notice, field, ...more] = broughtIntoSight
    expect(notice?.contains(screen.getByRole('alert'))).toBe(true)
    expect(field?.contains(input(fields.captcha.label))).toBe(true)
    expect(field?.contains(button(text.flow.newPicture))).toBe(true)
    expect(more).toEqual([])
  })

  it('of no field comes into sight too, and so does news above the form', async () => {
    const { mirror, shown } = await open(loginStep)
    act(() => mirror.receive({ ...shown, turn: 2, failure: { code: 'offline' } }))
    expect(broughtIntoSight.map((one) => one.contains(screen.getByRole('alert')))).toEqual([true])
    // Drawn anew, as when the settings of its server change, it is no news.
    act(() => mirror.receive({ ...shown, turn: 2, failure: { code: 'offline' } }))
    expect(broughtIntoSight).toHaveLength(1)
    const notices = [{ tone: 'good', text: 'It was sent again.' }] as const
    const view = { ...loginStep, notices: [...notices] }
    act(() => mirror.receive({ ...shown, turn: 3, phase: { kind: 'step', view } }))
    expect(broughtIntoSight.at(-1)?.textContent).toBe('It was sent again.')
    expect(broughtIntoSight).toHaveLength(2)
  })
})
