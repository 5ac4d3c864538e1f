// @vitest-environment jsdom
/** A message that something failed brings the one button that helps, is read out and stays. */
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { QuickLoginOutcome } from '../../../shared/contract'
import { fail, ok } from '../../../shared/failure'
import { accounts } from '../../gallery/samples'
import { listen } from './hearing'
import { open, press, text } from './app-rig'

const [first, second] = accounts
if (!first || !second) throw new Error('The samples are too few.')

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const home = { kind: 'home' } as const
const button = (name: string) => screen.queryByRole('button', { name })

it('tries once more what failed, and tells how that went instead', async () => {
  const answers = [fail('offline'), ok(null)]
  const { actions, bridge, ui } = await open({}, home, {
    'accounts.check': () => answers.shift() ?? fail('internal'),
  })
  await act(() => actions.check(first.id))
  await press(text.remedies.retry)
  expect(bridge.inputs('accounts.check')).toEqual([{ account: first.id }, { account: first.id }])
  const told = ui.getState().toasts.map(({ title }) => title)
  expect(told).toEqual([text.accounts.done.checked(first.label)])
})

it('logs in to the account whose token is gone', async () => {
  const { actions, bridge } = await open({}, home, {
    'accounts.copyToken': () => fail('secret-missing'),
  })
  await act(() => actions.copyToken(first.id))
  await press(text.remedies['log-in'])
  expect(bridge.inputs('flow.begin')).toEqual([
    { flow: 'login', server: first.server, account: first.id },
  ])
})

it('asks the keychain again where that stood in the way', async () => {
  const { actions, bridge } = await open({}, home, {
    'accounts.activate': () => fail('keychain-locked'),
    'keychain.retry': () => ok({ kind: 'ready' }),
  })
  await act(() => actions.activate(first.id))
  await press(text.remedies.keychain)
  expect(bridge.inputs('keychain.retry')).toEqual([{}])
})

it('has no button where none helps, and waits as long as the service asks', async () => {
  const failures = [fail('not-found'), fail('rate-limited', { retryAt: Date.now() + 60_000 })]
  const { actions } = await open({}, home, {
    'accounts.activate': () => failures.shift() ?? fail('internal'),
  })
  await act(() => actions.activate(first.id))
  for (const words of Object.values(text.remedies)) expect(button(words)).toBeNull()
  await act(() => actions.activate(first.id))
  const wait = screen.getByRole('button', { name: /^Wait / })
  expect(wait.getAttribute('aria-disabled')).toBe('true')
})

it('is read out and stays, also where it comes in the place of good news', async () => {
  const outcomes: QuickLoginOutcome[] = [
    { kind: 'active' },
    { kind: 'told', failure: { code: 'keychain-locked' } },
  ]
  const { actions } = await open({}, home, {
    'accounts.quickLogin': () => ok(outcomes.shift() ?? { kind: 'active' }),
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] })
  await act(() => actions.quickLogin(first.id))
  const said = listen()
  await act(() => actions.quickLogin(second.id))
  const told = text.accounts.failed(second.label, text.failures['keychain-locked'].title)
  act(() => void vi.advanceTimersByTime(500))
  expect(said().filter((words) => words.includes(told))).toHaveLength(1)
  act(() => void vi.advanceTimersByTime(10_000))
  expect(screen.getByText(told)).toBeTruthy()
})

it('leaves Escape to a search that has the focus, and the next one puts it away', async () => {
  const { actions, ui } = await open({}, home, { 'accounts.activate': () => fail('offline') })
  const search = screen.getByLabelText<HTMLInputElement>(text.accounts.search)
  search.focus()
  fireEvent.input(search, { target: { value: 'family' } })
  await act(() => actions.activate(first.id))
  const escape = () => act(() => void fireEvent.keyDown(search, { key: 'Escape' }))
  escape()
  expect(search.value).toBe('')
  expect(ui.getState().toasts).toHaveLength(1)
  escape()
  expect(ui.getState().toasts).toEqual([])
  expect(document.activeElement).toBe(search)
})
