// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../../shared/failure'
import { loadGuesser, passphraseMaximum, passphraseMinimum } from '../../../shared/passphrase'
import { textFor } from '../../../shared/text'
import { FakeBridge } from '../../gallery/fake-bridge'
import { english } from '../../gallery/words'
import { snapshot } from '../../gallery/samples'
import { createLatchkey, LatchkeyProvider } from '../../stores/context'
import { NewPassphraseField } from './new-passphrase-field'
import { strengthOf } from './strength'
import { useNewPassphrase, type NewPassphrase } from './use-new-passphrase'

const text = textFor('en')
const words = text.passphrase

afterEach(cleanup)

/** The lists of common ones are large, and both cores may be busy. */
const patient = { timeout: 20_000 }

/** The field as a form has it. */
function open() {
  const held: { passphrase?: NewPassphrase } = {}
  function Form() {
    const passphrase = useNewPassphrase()
    held.passphrase = passphrase
    return <NewPassphraseField label={words.label} passphrase={passphrase} />
  }
  const latchkey = createLatchkey(new FakeBridge(snapshot()), english)
  render(
    <LatchkeyProvider latchkey={latchkey}>
      <Form />
    </LatchkeyProvider>,
  )
  const input = screen.getByLabelText(words.label)
  return {
    input,
    type: (value: string) => fireEvent.change(input, { target: { value } }),
    check: () => drawn(() => held.passphrase?.check()),
    refuse: (failure: Failure) => drawn(() => held.passphrase?.refuse(failure, 'next')),
  }
}

/** What a function gives, once what it has changed is drawn. */
function drawn<T>(run: () => T): T | undefined {
  let given: T | undefined
  act(() => {
    given = run()
  })
  return given
}

const described = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

describe('a new passphrase', () => {
  it.each([
    ['password1', 'common'],
    ['Summer2024!', 'weak'],
    ['kX9#mQ2v', 'fair'],
    ['tr0ub4dor&3', 'good'],
    ['grey otters climb slowly', 'strong'],
  ] as const)('says of “%s” that it is %s', async (value, strength) => {
    const { input, type } = open()
    fireEvent.focus(input)
    type(value)
    await vi.waitFor(() => expect(described(input)).toContain(words.strengths[strength]), patient)
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toBe(words.strengths[strength])
    const told = screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(told).toContain(words.strengths[strength])
  })

  it('says how much is missing, and calls it wrong only when it is sent', () => {
    const { input, type, check } = open()
    expect(described(input)).toBe(words.rule(passphraseMinimum))
    type('héllo')
    expect(described(input)).toBe(words.missing(3))
    expect(input.getAttribute('aria-invalid')).toBeNull()
    expect(check()).toBe(false)
    expect(described(input)).toBe(words.problems['too-short'](passphraseMinimum, passphraseMaximum))
    expect(document.activeElement).toBe(input)
    type('héllo wor')
    expect(input.getAttribute('aria-invalid')).toBeNull()
    expect(check()).toBe(true)
  })

  it('says at once that it is too long, and cuts nothing off', () => {
    const { input, type, check } = open()
    type('ä'.repeat(passphraseMaximum + 1))
    expect(described(input)).toContain(
      words.problems['too-long'](passphraseMinimum, passphraseMaximum),
    )
    expect(input).toHaveProperty('value', 'ä'.repeat(passphraseMaximum + 1))
    expect(check()).toBe(false)
  })

  it('shows why main refused it, and leaves other failures to others', () => {
    const { input, type, refuse } = open()
    type('a passphrase')
    expect(refuse({ code: 'disk-failed' })).toBe(false)
    expect(refuse({ code: 'invalid-input', field: 'passphrase', detail: 'common' })).toBe(false)
    expect(input.getAttribute('aria-invalid')).toBeNull()
    expect(refuse({ code: 'invalid-input', field: 'next', detail: 'common' })).toBe(true)
    expect(described(input)).toContain(words.problems.common(passphraseMinimum, passphraseMaximum))
  })

  it('is hidden until asked for, can be pasted, and tells of Caps Lock beside what is wrong', () => {
    const { input, check } = open()
    expect(input.getAttribute('type')).toBe('password')
    expect(input.getAttribute('autocomplete')).toBe('new-password')
    expect(fireEvent.paste(input)).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: words.show }))
    expect(input.getAttribute('type')).toBe('text')
    check()
    fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true })
    expect(described(input)).toContain(text.flow.capsLock)
    const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    expect(told()).toContain(text.flow.capsLock)
    fireEvent.keyUp(input, { key: 'CapsLock' })
    expect(told()).not.toContain(text.flow.capsLock)
    fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true })
    fireEvent.blur(input)
    expect(described(input)).not.toContain(text.flow.capsLock)
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })
})

it('names strengths from what is refused as common on', () => {
  expect([4.9, 5, 8, 10, 14].map(strengthOf)).toEqual(['common', 'weak', 'fair', 'good', 'strong'])
})

it('looks at the beginning of a long one only, so that nobody waits', async () => {
  const guess = await loadGuesser()
  const beginning = '1'.repeat(100)
  expect(guess(`${beginning}grey otters climb slowly`)).toBe(guess(beginning))
})
