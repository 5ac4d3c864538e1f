// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../../shared/failure'
import type { FieldView } from '../../../shared/flow'
import { attempt, fields, step } from '../../gallery/sample-steps'
import { open, press, text } from '../shell/app-rig'

const words = text.passwords

afterEach(cleanup)

async function openForm(field: FieldView = fields.newPassword) {
  const shown = attempt(step({ fields: [fields.email, field] }))
  const place = { kind: 'attempt', attempt: shown.id } as const
  const opened = await open({ attempts: [shown] }, place, {
    'window.copySecret': () => ok({ clearsAt: Date.now() + 30_000 }),
    'flow.submit': () => ok(shown),
  })
  const input = screen.getByLabelText<HTMLInputElement>(field.label)
  return {
    ...opened,
    input,
    type: (value: string) => fireEvent.input(input, { target: { value } }),
  }
}

const described = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

describe('a new password', () => {
  it('is measured once it keeps the rules of the service, and never stopped for being weak', async () => {
    const { bridge, input, type } = await openForm()
    expect(described(input)).toBe(text.flow.tooShortBy(6))
    fireEvent.focus(input)
    type('abc')
    expect(described(input)).toBe(text.flow.tooShortBy(6))
    type('password1')
    // The lists of common ones are large, and both cores may be busy.
    await vi.waitFor(() => expect(described(input)).toBe(words.strengths.common), {
      timeout: 20_000,
    })
    fireEvent.input(screen.getByLabelText('E-mail'), { target: { value: 'kim@example.org' } })
    await press('Send code')
    await vi.waitFor(() => expect(bridge.inputs('flow.submit')).toHaveLength(1))
  })

  it('is made by chance with one press, shown, and sent as it stands there', async () => {
    const { bridge, input } = await openForm()
    expect(input.type).toBe('password')
    await press(words.make)
    expect(input.type).toBe('text')
    expect(input.value).toHaveLength(20)
    const made = input.value
    await press(words.makeAnother)
    expect(input.value).not.toBe(made)
    fireEvent.input(screen.getByLabelText('E-mail'), { target: { value: 'kim@example.org' } })
    await press('Send code')
    await vi.waitFor(() =>
      expect(bridge.inputs('flow.submit')).toMatchObject([
        { values: { newPassword: input.value } },
      ]),
    )
  })

  it('fits the limits of the field, whatever length is chosen', async () => {
    const { input } = await openForm({ ...fields.newPassword, minLength: 4, maxLength: 16 })
    await press(words.make)
    expect(input.value).toHaveLength(16)
    const length = screen.getByRole('slider', { name: words.length(16) })
    expect([length.getAttribute('min'), length.getAttribute('max')]).toEqual(['12', '16'])
    fireEvent.change(length, { target: { value: '13' } })
    expect(input.value).toHaveLength(13)
    fireEvent.click(screen.getByRole('checkbox', { name: words.easy }))
    expect(input.value).toMatch(/^[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}-[a-zA-Z2-9]$/)
  })

  it('is copied as every secret is', async () => {
    const { bridge, input } = await openForm()
    await press(words.make)
    await press(words.copy)
    expect(bridge.inputs('window.copySecret')).toEqual([{ secret: input.value }])
    expect((await screen.findAllByText(words.copied(30))).length).toBeGreaterThan(0)
  })
})

describe('an address with a likely mistake', () => {
  it('is asked about after the field is left, and mended by one button', async () => {
    await openForm()
    const email = screen.getByLabelText<HTMLInputElement>('E-mail')
    fireEvent.input(email, { target: { value: 'kim@gmial.com' } })
    expect(screen.queryByText(text.flow.didYouMean('gmail.com'))).toBeNull()
    await act(async () => {
      fireEvent.blur(email)
      await Promise.resolve()
    })
    expect(screen.getByText(text.flow.didYouMean('gmail.com'))).toBeTruthy()
    await press(text.flow.takeDomain('gmail.com'))
    expect(email.value).toBe('kim@gmail.com')
    expect(document.activeElement).toBe(email)
    expect(screen.queryByText(text.flow.didYouMean('gmail.com'))).toBeNull()
  })
})
