// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/failure'
import { textFor } from '../../shared/text'
import { FakeBridge, type FakeAnswers } from '../gallery/fake-bridge'
import { english } from '../gallery/words'
import { attempt, step } from '../gallery/sample-steps'
import { ids } from '../gallery/sample-ids'
import { accounts, snapshot } from '../gallery/samples'
import type { Actions } from './actions'
import { createLatchkey } from './context'

const text = textFor('en')
const [first] = accounts
if (!first) throw new Error('The samples are empty.')
const login = { flow: 'login', server: first.server } as const
const offline = { failure: { code: 'offline' } } as const
const outOfReach = { ...first, state: 'unreachable', ...offline } as const

async function start(answers: FakeAnswers = {}, more = {}) {
  const bridge = new FakeBridge(snapshot(more), answers)
  const latchkey = createLatchkey(bridge, english)
  latchkey.mirror.start()
  await Promise.resolve()
  await Promise.resolve()
  return { bridge, ...latchkey }
}

/** On the page of an account whose last check could not reach the service; nothing else can either. */
async function startAway() {
  const away = () => fail('offline')
  const { actions, ui, bridge } = await start({
    ...{ 'accounts.check': away, 'accounts.refresh': away, 'accounts.copyToken': away },
    ...{ 'accounts.logOut': away, 'accounts.forgetPassword': away },
    ...{ 'flow.begin': away, 'flow.resume': away },
  })
  actions.goTo({ kind: 'account', account: outOfReach.id })
  bridge.change({ accounts: [outOfReach] })
  return { actions, told: () => ui.getState().toasts.map(({ tone }) => tone) }
}

describe('actions', () => {
  it('go to the attempt that was begun', async () => {
    const view = attempt(step())
    const { actions, ui, mirror } = await start({ 'flow.begin': () => ok(view) })
    expect(await actions.begin({ flow: 'register', server: first.server })).toBeUndefined()
    expect(ui.getState().place).toEqual({ kind: 'attempt', attempt: view.id })
    expect(mirror.store.getState().shown?.attempt).toEqual(view)
  })

  it('go where they are sent: the shortcuts lie over the page, and nothing lies over another', async () => {
    const { actions, ui } = await start()
    actions.goTo({ kind: 'account', account: first.id })
    actions.arrive({ kind: 'shortcuts' })
    const account = { kind: 'account', account: first.id }
    expect(ui.getState()).toMatchObject({ overlay: 'shortcuts', place: account })
    actions.arrive({ kind: 'home' })
    expect(ui.getState()).toMatchObject({ overlay: undefined, place: { kind: 'home' } })
  })

  it('give the failure of a beginning back and stay where they are', async () => {
    const { actions, ui } = await start({ 'flow.begin': () => fail('sign-up-closed') })
    const failure = await actions.begin({ flow: 'register', server: first.server })
    expect(failure?.code).toBe('sign-up-closed')
    expect(ui.getState().place.kind).toBe('home')
  })

  it('tell what came of it, and a failure in its own words', async () => {
    const { actions, ui } = await start({
      'accounts.activate': () => ok(null),
      'accounts.check': () => fail('offline'),
    })
    await actions.activate(first.id)
    await actions.check(first.id)
    expect(ui.getState().toasts.map((toast) => [toast.tone, toast.title])).toEqual([
      ['good', text.accounts.done.activated(first.label)],
      ['bad', text.accounts.failed(first.label, text.failures.offline.title)],
    ])
  })

  it('tell two things at most, and nothing on another page', async () => {
    const { actions, ui } = await start({ 'accounts.activate': () => ok(null) })
    for (let turn = 0; turn < 3; turn += 1) await actions.activate(first.id)
    expect(ui.getState().toasts).toHaveLength(2)
    actions.goTo({ kind: 'home' })
    expect(ui.getState().toasts).toHaveLength(2)
    actions.goTo({ kind: 'account', account: first.id })
    expect(ui.getState().toasts).toEqual([])
  })

  it('leave what has just been told of an attempt behind when the next one begins', async () => {
    const { actions, ui } = await start({
      'accounts.activate': () => ok(null),
      'flow.begin': () => ok(attempt(step())),
    })
    await actions.activate(first.id)
    await actions.begin({ flow: 'register', server: first.server })
    expect(ui.getState().toasts).toEqual([])
  })

  it.each<readonly [string, (actions: Actions) => unknown]>([
    ['a check', (to) => to.check(first.id)],
    ['a refresh', (to) => to.refresh(first.id)],
    ['a late refresh', (to) => to.tellRefreshed({ account: first.id, ...offline })],
  ])('do not tell beside the account’s page what stands on it: %s', async (_name, look) => {
    const { actions, told } = await startAway()
    await look(actions)
    expect(told()).toEqual([])
    actions.goTo({ kind: 'home' })
    await look(actions)
    expect(told()).toEqual(['bad'])
  })

  it.each<readonly [string, (actions: Actions) => unknown]>([
    ['logging out', (to) => to.logOut(first.id)],
    ['forgetting a password', (to) => to.forgetPassword(first.id)],
    ['copying', (to) => to.copyToken(first.id)],
    ['logging in', (to) => to.beginOrTell({ ...login, account: first.id })],
    ['going on', (to) => to.resume(first.id)],
  ])('tell that %s failed, though the last check failed just so', async (_name, act) => {
    const { actions, told } = await startAway()
    await act(actions)
    expect(told()).toEqual(['bad'])
  })

  it('name an account that was removed before the answer came, and not one that has no name', async () => {
    const answers: ((answer: Result<null>) => void)[] = []
    const { actions, ui, bridge } = await start({
      'accounts.check': () => new Promise((resolve) => void answers.push(resolve)),
    })
    const over = [actions.check(first.id), actions.check(first.id)]
    bridge.change({ goneAccounts: [first.id] })
    answers[0]?.(ok(null))
    answers[1]?.(fail('not-found'))
    await Promise.all(over)
    expect(ui.getState().toasts.map(({ title }) => title)).toEqual([
      text.accounts.done.checked(first.label),
      text.failures['not-found'].title,
    ])
  })

  it('name the account whose token was copied', async () => {
    const { actions, ui } = await start({
      'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }),
    })
    await actions.copyToken(first.id)
    expect(ui.getState().toasts[0]?.title).toBe(text.accountPage.copied.token(first.label, 30))
  })

  it('leave an attempt to the account that stays of it', async () => {
    const { actions, ui, bridge } = await start()
    actions.leave(attempt(step(), { account: first.id }))
    expect(ui.getState().place).toEqual({ kind: 'account', account: first.id })
    expect(bridge.inputs('flow.leave')).toHaveLength(1)
  })

  it('leave behind what has no way back, and keep what an account waits in', async () => {
    const [, , , waiting] = accounts
    const { actions, mirror, bridge } = await start()
    mirror.show(attempt(step()))
    actions.goTo({ kind: 'home' })
    expect(bridge.inputs('flow.leave')).toHaveLength(1)
    mirror.show(attempt(step(), { account: waiting?.id }))
    actions.goTo({ kind: 'home' })
    mirror.show(attempt(step(), { busy: 'submit' }))
    actions.goTo({ kind: 'home' })
    expect(bridge.inputs('flow.leave')).toHaveLength(1)
    expect(mirror.store.getState().shown).toBeUndefined()
  })

  it('leave the page of an account that is removed, and come back to it with an undo', async () => {
    const { actions, ui } = await start({
      'removal.begin': () => ok(null),
      'removal.undo': () => ok(null),
    })
    actions.goTo({ kind: 'account', account: first.id })
    await actions.remove(first.id)
    expect(ui.getState().place).toEqual({ kind: 'home' })
    await actions.undoRemoval(first.id)
    expect(ui.getState().place).toEqual({ kind: 'account', account: first.id })
  })

  it('stay with what is open when a removal is undone, and tell that it is', async () => {
    const view = attempt(step())
    const { actions, ui, mirror, bridge } = await start({
      'removal.begin': () => ok(null),
      'removal.undo': () => ok(null),
      'flow.begin': () => ok(view),
    })
    await actions.remove(first.id)
    await actions.begin({ flow: 'register', server: first.server })
    await actions.undoRemoval(first.id)
    expect(ui.getState().place).toEqual({ kind: 'attempt', attempt: view.id })
    expect(mirror.store.getState().shown?.attempt).toEqual(view)
    expect(bridge.inputs('flow.leave')).toEqual([])
    expect(ui.getState().toasts.map(({ tone }) => tone)).toEqual(['good'])
  })

  it('stay where they are when another account is removed, or it cannot be', async () => {
    const { actions, ui } = await start({
      'removal.begin': ({ account }) => (account === first.id ? fail('book-read-only') : ok(null)),
    })
    const place = { kind: 'account', account: first.id } as const
    actions.goTo(place)
    await actions.remove(ids.account('account-ruuvi-1'))
    expect(ui.getState().place).toEqual(place)
    await actions.remove(first.id)
    expect(ui.getState()).toMatchObject({ place, toasts: [{ tone: 'bad' }] })
  })
})
