// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../shared/failure'
import type { LockView } from '../../../shared/lock'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { openOn, press, send, text, type } from '../lock/lock-rig'
import { UnlockWindow } from './unlock-window'

const words = text.lock.unlock
const field = text.passphrase.label
const passphrase = 'hovgarden at dusk'
const button = (name: string) => screen.getByRole('button', { name })
const seconds = (count: number) => `0:${String(count).padStart(2, '0')}`

function open(
  lock: Partial<Extract<LockView, { kind: 'locked' }>> = {},
  answers: FakeAnswers = {},
) {
  return openOn(
    <UnlockWindow />,
    { lock: { kind: 'locked', failedTries: 0, ...lock }, accounts: [] },
    answers,
  )
}

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the unlock window', () => {
  it('has the focus in its one field, and sends what is typed with Enter', async () => {
    const bridge = await open()
    const input = screen.getByLabelText(field)
    expect(document.activeElement).toBe(input)
    expect(input.getAttribute('autocomplete')).toBe('current-password')
    await send(type(field, passphrase))
    expect(bridge.inputs('lock.unlock')).toEqual([{ passphrase }])
    expect(input).toHaveProperty('value', '')
  })

  it('asks for a passphrase where none is typed', async () => {
    const bridge = await open()
    await press(words.submit)
    await send(screen.getByLabelText(field))
    expect(bridge.inputs('lock.unlock')).toEqual([])
    expect(screen.getByText(text.lock.empty)).toBeTruthy()
  })

  it('tells a wrong one at the field, keeps it selected, and forgets it at the next key', async () => {
    await open({}, { 'lock.unlock': () => fail('wrong-passphrase', { field: 'passphrase' }) })
    const input = type(field, 'wrong one')
    await send(input)
    expect(screen.getByText(text.prose.stop(text.failures['wrong-passphrase'].title))).toBeTruthy()
    expect(input).toMatchObject({ value: 'wrong one', selectionStart: 0, selectionEnd: 9 })
    expect(document.activeElement).toBe(input)
    type(field, 'n')
    expect(screen.queryByText(text.prose.stop(text.failures['wrong-passphrase'].title))).toBeNull()
  })

  it('sends one at a time, and lets nobody change it meanwhile', async () => {
    let answer: (result: Result<null>) => void = () => undefined
    const bridge = await open(
      {},
      { 'lock.unlock': () => new Promise((resolve) => (answer = resolve)) },
    )
    const input = type(field, passphrase)
    await send(input)
    await send(input)
    expect(bridge.inputs('lock.unlock')).toHaveLength(1)
    expect(input).toHaveProperty('readOnly', true)
    await act(async () => {
      answer(ok(null))
      await Promise.resolve()
    })
    expect(input).toHaveProperty('readOnly', false)
  })

  it('tells what is wrong with Latchkey itself', async () => {
    await open({}, { 'lock.unlock': () => fail('internal', { correlationId: 'a1' }) })
    await send(type(field, passphrase))
    expect(screen.getByRole('alert').textContent).toContain(text.failures.internal.title)
  })

  it('shows nothing of any account, and who else has tried', async () => {
    await open({ failedTries: 3 })
    expect(screen.getByText(words.tries(3))).toBeTruthy()
    expect(screen.queryByText(/@/)).toBeNull()
    expect(screen.getByRole('main').textContent).not.toContain(words.forgottenText)
    await press(words.forgotten)
    expect(screen.getByText(words.forgottenText)).toBeTruthy()
  })

  it('is closed by Escape, unless that is meant for an input method', async () => {
    const bridge = await open()
    fireEvent.keyDown(screen.getByLabelText(field), { key: 'Escape', isComposing: true })
    expect(bridge.inputs('window.close')).toEqual([])
    fireEvent.keyDown(screen.getByLabelText(field), { key: 'Escape' })
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('leads to the accounts where it is still there after unlocking', async () => {
    const bridge = await open()
    act(() => bridge.change({ lock: { kind: 'open' } }))
    await press(words.toMain)
    expect(bridge.inputs('window.open')).toEqual([{ window: 'main' }])
  })
})

describe('waiting after wrong ones', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  })
  const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  const pass = (milliseconds: number) =>
    act(() => {
      vi.advanceTimersByTime(milliseconds)
    })

  it('counts down, and takes no passphrase before its end', async () => {
    const retryAt = Date.now() + 4_000
    const bridge = await open({}, { 'lock.unlock': () => fail('wrong-passphrase', { retryAt }) })
    const input = type(field, 'wrong one')
    await send(input)
    expect(button(words.wait(seconds(4))).getAttribute('aria-disabled')).toBe('true')
    // Read out when it begins and when it is over, not each second.
    expect(told()).toContain(words.wait(seconds(4)))
    pass(2_000)
    expect(button(words.wait(seconds(2)))).toBeTruthy()
    expect(told()).toContain(words.wait(seconds(4)))
    await send(type(field, passphrase))
    expect(bridge.inputs('lock.unlock')).toHaveLength(1)
    pass(2_000)
    expect(button(words.submit).getAttribute('aria-disabled')).toBeNull()
    expect(told()).toContain(text.flow.canTryAgain)
    await send(input)
    expect(bridge.inputs('lock.unlock')).toHaveLength(2)
  })

  it('goes on after a restart', async () => {
    await open({ failedTries: 4, retryAt: Date.now() + 8_000 })
    expect(button(words.wait(seconds(8)))).toBeTruthy()
  })
})
