// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { passphraseMaximum, passphraseMinimum } from '../../../shared/passphrase'
import { defaultSettings } from '../../../shared/settings'
import { fail } from '../../../shared/failure'
import type { LockView } from '../../../shared/lock'
import { sentences } from '../../../shared/text/sentences'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { accounts } from '../../gallery/samples'
import { App } from '../shell/app'
import { SettingsWindow } from '../settings/settings-window'
import { openOn, press, send, text, type } from './lock-rig'

const words = text.lock
const passphrase = 'hovgarden at dusk'
const [first] = accounts
if (!first) throw new Error('The samples are empty.')
const sealing = { kind: 'resealing', to: 'sealed', done: 3, total: 7 } as const
const stopped = { ...sealing, kind: 'stopped' } as const

const open = (lock: LockView, answers?: FakeAnswers) =>
  openOn(<SettingsWindow />, { lock }, answers)
const bar = () => screen.getByRole('progressbar')

afterEach(cleanup)

describe('without a passphrase', () => {
  it('says that there is no way back, and sets one', async () => {
    const bridge = await open({ kind: 'off' })
    expect(screen.queryByText(words.idle.label)).toBeNull()
    await press(words.off.begin)
    expect(screen.getByText(words.turnOn.noWayBack)).toBeTruthy()
    const field = screen.getByLabelText(text.passphrase.label)
    expect(document.activeElement).toBe(field)
    await send(type(text.passphrase.label, passphrase))
    expect(bridge.inputs('lock.turnOn')).toEqual([{ passphrase }])
    expect(field.isConnected).toBe(false)
  })

  it('sends none that is too short, and says at the field why main refused one', async () => {
    const bridge = await open(
      { kind: 'off' },
      { 'lock.turnOn': () => fail('invalid-input', { field: 'passphrase', detail: 'common' }) },
    )
    await press(words.off.begin)
    const problem = (kind: keyof typeof text.passphrase.problems) =>
      screen.getByText(text.passphrase.problems[kind](passphraseMinimum, passphraseMaximum))
    await send(type(text.passphrase.label, 'short'))
    expect(problem('too-short')).toBeTruthy()
    expect(bridge.inputs('lock.turnOn')).toEqual([])
    await send(type(text.passphrase.label, 'iloveyou'))
    expect(problem('common')).toBeTruthy()
  })

  it('keeps the form with the reason where it could not be saved', async () => {
    await open({ kind: 'off' }, { 'lock.turnOn': () => fail('disk-failed') })
    await press(words.off.begin)
    await send(type(text.passphrase.label, passphrase))
    expect(screen.getByRole('alert').textContent).toContain(text.failures['disk-failed'].title)
    expect(screen.getByLabelText(text.passphrase.label)).toHaveProperty('value', passphrase)
  })

  it('puts the form away with Escape, goes back to its button, and stays open itself', async () => {
    const bridge = await open({ kind: 'off' })
    const begin = screen.getByRole('button', { name: words.off.begin })
    begin.focus()
    await press(words.off.begin)
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    expect(screen.queryByLabelText(text.passphrase.label)).toBeNull()
    expect(document.activeElement).toBe(begin)
    expect(bridge.inputs('window.close')).toEqual([])
  })
})

describe('with a passphrase', () => {
  it('locks when asked', async () => {
    const bridge = await open({ kind: 'open' })
    await press(words.open.lockNow)
    expect(bridge.inputs('lock.lock')).toEqual([{}])
  })

  it('says while a copy on the disk still opens with the one before', async () => {
    const bridge = await open({ kind: 'open', oldCopy: true })
    expect(screen.getByText(words.open.oldCopy)).toBeTruthy()
    act(() => bridge.change({ lock: { kind: 'open' } }))
    expect(screen.queryByText(words.open.oldCopy)).toBeNull()
  })

  it('is changed with the one that holds and a new one, each told at its own field', async () => {
    const answers = [
      fail('wrong-passphrase', { field: 'passphrase' }),
      fail('invalid-input', { field: 'next', detail: 'common' }),
    ]
    const bridge = await open(
      { kind: 'open' },
      { 'lock.change': () => answers.shift() ?? { ok: true, value: null } },
    )
    await press(words.open.change)
    const current = type(text.passphrase.current, passphrase)
    const next = type(text.passphrase.new, 'iloveyou')
    await send(current)
    expect(current.getAttribute('aria-invalid')).toBe('true')
    expect(next.getAttribute('aria-invalid')).toBeNull()
    type(text.passphrase.current, passphrase)
    await send(type(text.passphrase.current, `${passphrase}!`))
    expect(current.getAttribute('aria-invalid')).toBeNull()
    expect(next.getAttribute('aria-invalid')).toBe('true')
    await send(type(text.passphrase.new, 'grey otters climb'))
    expect(bridge.inputs('lock.change').at(-1)).toEqual({
      passphrase: `${passphrase}!`,
      next: 'grey otters climb',
    })
    expect(screen.getAllByText(words.change.done).length).toBeGreaterThan(0)
    expect(screen.queryByLabelText(text.passphrase.new)).toBeNull()
  })

  it('is removed only with the one that holds, after the wait', async () => {
    const bridge = await open(
      { kind: 'open' },
      { 'lock.turnOff': () => fail('too-many-tries', { retryAt: Date.now() + 60_000 }) },
    )
    await press(words.open.turnOff)
    const field = type(text.passphrase.current, passphrase)
    await send(field)
    expect(screen.getByText(text.prose.stop(text.failures['too-many-tries'].title))).toBeTruthy()
    await send(type(text.passphrase.current, `${passphrase}!`))
    expect(bridge.inputs('lock.turnOff')).toEqual([{ passphrase }])
  })

  it('sets when it locks by itself', async () => {
    const lockAfterMinutes = 15
    const bridge = await openOn(<SettingsWindow />, {
      lock: { kind: 'open' },
      settings: { ...defaultSettings, lockAfterMinutes },
    })
    const idle = screen.getByRole('combobox', { name: words.idle.label })
    expect(
      within(idle)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual([...[1, 5, 10, 15, 30, 60].map(words.idle.minutes), words.idle.never])
    expect(idle).toHaveProperty('value', '15')
    fireEvent.change(idle, { target: { value: '0' } })
    for (const name of [words.onSuspend, words.withScreen, words.hideAddresses]) {
      fireEvent.click(screen.getByRole('switch', { name }))
    }
    expect(bridge.inputs('settings.change')).toEqual([
      { lockAfterMinutes: 0 },
      { lockOnSuspend: false },
      { lockWithScreen: false },
      { hideAddressesWhenLocked: false },
    ])
  })

  it('puts an open form away when the lock is not as it was any more', async () => {
    const bridge = await open({ kind: 'open' })
    await press(words.open.change)
    act(() => bridge.change({ lock: { ...sealing, to: 'clear' } }))
    expect(screen.queryByLabelText(text.passphrase.new)).toBeNull()
  })
})

describe('while secrets are sealed', () => {
  it('shows how far it is, and stops when asked', async () => {
    const bridge = await open(sealing)
    expect(bar().getAttribute('aria-valuenow')).toBe('3')
    act(() => bridge.change({ lock: { ...sealing, done: 5 } }))
    expect(bar().getAttribute('aria-valuetext')).toBe(words.resealing.told(5, 7))
    await press(words.resealing.stop)
    expect(bridge.inputs('lock.stop')).toEqual([{}])
  })

  it('says at which account it has stopped and why, and goes on', async () => {
    const failure = { code: 'keychain-locked' } as const
    const bridge = await open({ ...stopped, account: first.id, failure })
    const { title } = text.failures['keychain-locked']
    expect(screen.getByText(new RegExp(`^${words.stopped.at(first.label, title)}`))).toBeTruthy()
    expect(screen.getByRole('button', { name: words.open.turnOff })).toBeTruthy()
    await press(words.stopped.goOn)
    expect(bridge.inputs('lock.goOn')).toEqual([{}])
  })

  it('offers no passphrase to remove where it is being removed', async () => {
    await open({ ...stopped, to: 'clear' })
    expect(screen.queryByRole('button', { name: words.open.turnOff })).toBeNull()
    expect(screen.queryByText(words.idle.label)).toBeNull()
  })

  it('says of a keychain without a token that another one may have it, and how to go on', async () => {
    await open({ ...stopped, to: 'clear', account: first.id, failure: { code: 'secret-missing' } })
    const { title, text: advice } = words.stopped.missing
    const told = sentences(words.stopped.at(first.label, title), advice)
    expect(screen.getByText(told)).toBeTruthy()
  })

  it('is told in the main window, too, once it lasts', async () => {
    const bridge = await openOn(<App />, { lock: sealing })
    await vi.waitFor(() => expect(bar().getAttribute('aria-valuenow')).toBe('3'))
    act(() => bridge.change({ lock: stopped }))
    expect(screen.getByRole('group', { name: words.stopped.title.sealed })).toBeTruthy()
    await press(words.stopped.settings)
    expect(bridge.inputs('window.open')).toEqual([{ window: 'settings' }])
    act(() => bridge.change({ lock: { kind: 'open' } }))
    expect(screen.queryByRole('progressbar')).toBeNull()
  })
})

describe('locking from the keyboard', () => {
  const keys = { key: 'L', ctrlKey: true, shiftKey: true }

  it.each([
    ['off', 0],
    ['open', 1],
  ] as const)('with the lock %s asks %d times', async (kind, times) => {
    const bridge = await openOn(<App />, { lock: { kind } })
    fireEvent.keyDown(document.body, keys)
    expect(bridge.inputs('lock.lock')).toHaveLength(times)
  })

  it('works over whatever lies over the page, and is named there', async () => {
    const bridge = await openOn(<App />, { lock: { kind: 'open' } })
    fireEvent.keyDown(document.body, { key: '?' })
    const sheet = screen.getByRole('dialog')
    expect(within(sheet).getByText(text.shortcuts.names.lock)).toBeTruthy()
    fireEvent.keyDown(sheet, keys)
    expect(bridge.inputs('lock.lock')).toHaveLength(1)
    cleanup()
    await openOn(<App />, { lock: { kind: 'off' } })
    fireEvent.keyDown(document.body, { key: '?' })
    expect(screen.queryByText(text.shortcuts.names.lock)).toBeNull()
  })
})

it('a window that is still there while Latchkey is locked shows nothing but that', async () => {
  const bridge = await openOn(<App />, { lock: { kind: 'open' } })
  expect(screen.getAllByText(first.label).length).toBeGreaterThan(0)
  act(() => bridge.change({ lock: { kind: 'locked', failedTries: 0 } }))
  expect(document.body.textContent).toBe(words.unlock.title + words.elsewhere)
  await press(words.elsewhere)
  expect(bridge.inputs('window.open')).toEqual([{ window: 'unlock' }])
})
