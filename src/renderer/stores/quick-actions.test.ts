// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { QuickLoginOutcome } from '../../shared/contract'
import { ok } from '../../shared/failure'
import { textFor } from '../../shared/text'
import { FakeBridge, type FakeAnswers } from '../gallery/fake-bridge'
import { english } from '../gallery/words'
import { attempt, step } from '../gallery/sample-steps'
import { accounts, snapshot } from '../gallery/samples'
import { createLatchkey } from './context'

const text = textFor('en')
const { notices } = text.tray
const [first] = accounts
if (!first) throw new Error('The samples are empty.')
const { id, label, server } = first

async function start(answers: FakeAnswers = {}) {
  const bridge = new FakeBridge(snapshot(), answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await Promise.resolve()
  await Promise.resolve()
  const told = () => latchkey.ui.getState().toasts.map(({ title }) => title)
  return { bridge, told, ...latchkey }
}

const outcomes: readonly (readonly [QuickLoginOutcome, string])[] = [
  [{ kind: 'active' }, notices.active(label)],
  [{ kind: 'active', also: 'refreshing' }, notices.active(label)],
  [{ kind: 'active', also: 'logged-in' }, notices.loggedIn(label)],
  [
    { kind: 'told', failure: { code: 'keychain-locked' } },
    text.accounts.failed(label, text.failures['keychain-locked'].title),
  ],
]

describe('a quick login from a window', () => {
  it.each(outcomes)('that comes to %j tells so', async (outcome, words) => {
    const { actions, told } = await start({ 'accounts.quickLogin': () => ok(outcome) })
    await actions.quickLogin(id)
    expect(told()).toEqual([words])
  })

  it('goes where the window is told that such a place belongs', async () => {
    const { actions, ui } = await start({ 'accounts.quickLogin': () => ok({ kind: 'told' }) })
    const gone: unknown[] = []
    await actions.quickLogin(id, (place) => gone.push(place))
    expect(gone).toEqual([{ kind: 'account', account: id }])
    expect(ui.getState().place).toEqual({ kind: 'home' })
  })

  it.each<readonly [string, QuickLoginOutcome]>([
    ['a step', { kind: 'attempt', attempt: attempt(step()).id }],
    ['its page', { kind: 'told' }],
  ])(
    'tells whoever has gone on meanwhile that %s needs them, and stays',
    async (_what, outcome) => {
      const { actions, told, ui } = await start({ 'accounts.quickLogin': () => ok(outcome) })
      const over = actions.quickLogin(id)
      actions.goTo({ kind: 'add' })
      await over
      expect(ui.getState().place).toEqual({ kind: 'add' })
      expect(told()).toEqual([notices.needsYou(label, text.accountStates[first.state].short)])
    },
  )

  it('tells how the refresh ended that it had left to go on', async () => {
    const { actions, told } = await start()
    actions.tellRefreshed({ account: id })
    actions.tellRefreshed({ account: id, failure: { code: 'offline' } })
    expect(told()).toEqual([
      notices.refreshed(label),
      text.accounts.failed(label, text.failures.offline.title),
    ])
  })
})

describe('logging in again', () => {
  it('with a remembered password is told where the person is, without a last screen', async () => {
    const view = attempt(step(), {
      account: id,
      phase: { kind: 'done', account: id, title: '', text: '', notices: [] },
    })
    const { actions, bridge, told, ui } = await start({ 'flow.begin': () => ok(view) })
    actions.goTo({ kind: 'account', account: id })
    await actions.beginOrTell({ flow: 'login', server, account: id })
    expect(told()).toEqual([text.accounts.done.loggedIn(label)])
    expect(ui.getState().place).toEqual({ kind: 'account', account: id })
    expect(bridge.inputs('flow.leave')).toEqual([{ attempt: view.id }])
  })

  it('forgets a remembered password when told to', async () => {
    const { actions, bridge, told } = await start({ 'accounts.forgetPassword': () => ok(null) })
    await actions.forgetPassword(id)
    expect(bridge.inputs('accounts.forgetPassword')).toEqual([{ account: id }])
    expect(told()).toEqual([text.accounts.done.passwordForgotten(label)])
  })
})
