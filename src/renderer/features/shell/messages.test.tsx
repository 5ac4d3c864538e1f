// @vitest-environment jsdom
/** A message that something failed brings the one button that helps. */
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import { accounts } from '../../gallery/samples'
import { open, press, text } from './app-rig'

const [first] = accounts
if (!first) throw new Error('The samples are empty.')

afterEach(cleanup)

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
