// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { AttemptView } from '../../shared/flow'
import { fail, ok, type Result } from '../../shared/failure'
import { FakeBridge, type FakeAnswers } from '../gallery/fake-bridge'
import { english } from '../gallery/words'
import { ids } from '../gallery/sample-ids'
import { attempt, step } from '../gallery/sample-steps'
import { accounts, snapshot } from '../gallery/samples'
import { createLatchkey } from './context'

const [first, second, , waiting] = accounts
if (!first || !second || !waiting) throw new Error('The samples are too few.')
const { id: here, server } = first

/** A window on the page of the first account whose flows begin when they are told to. */
async function start(begun: AttemptView) {
  const asked: ((begun: Result<AttemptView>) => void)[] = []
  const slow = () => new Promise<Result<AttemptView>>((resolve) => void asked.push(resolve))
  const answers: FakeAnswers = { 'flow.begin': slow, 'flow.resume': slow, 'flow.submit': slow }
  const bridge = new FakeBridge(snapshot(), answers)
  const { actions, mirror, ui } = createLatchkey(bridge, english)
  mirror.start()
  await Promise.resolve()
  await Promise.resolve()
  actions.goTo({ kind: 'account', account: here })
  return {
    ...{ actions, bridge, ui, mirror },
    place: () => ui.getState().place,
    answer: () => {
      for (const one of asked) one(ok(begun))
    },
    fail: () => {
      for (const one of asked) one(fail('offline'))
    },
    left: () => bridge.inputs('flow.leave'),
  }
}

const old = attempt(step(), { id: ids.attempt('attempt-old'), account: first.id })
const fresh = attempt(step(), { account: first.id })
const kept = attempt(step(), { account: waiting.id })
type Window = Awaited<ReturnType<typeof start>>

/** The ways to an attempt, from the page that is open. */
const ways: Readonly<Record<string, (window: Window) => Promise<unknown>>> = {
  begin: ({ actions }) => actions.begin({ flow: 'login', server }),
  beginOrTell: ({ actions }) => actions.beginOrTell({ flow: 'login', server, account: first.id }),
  changeFlow: ({ actions }) => actions.changeFlow(old, 'reset', undefined),
  resume: ({ actions }) => actions.resume(first.id),
}

describe.each(Object.entries(ways))('an attempt that begins late (%s)', (_name, begin) => {
  it('is shown to whoever has waited for it, or come back', async () => {
    const window = await start(fresh)
    const over = begin(window)
    window.actions.goTo({ kind: 'home' })
    window.actions.goTo({ kind: 'account', account: first.id })
    window.answer()
    await over
    expect(window.place()).toEqual({ kind: 'attempt', attempt: fresh.id })
    expect(window.mirror.store.getState().shown?.attempt).toEqual(fresh)
  })

  it('is not ended by a second press', async () => {
    const window = await start(fresh)
    const pressed = [begin(window), begin(window)]
    window.answer()
    await Promise.all(pressed)
    expect(window.place()).toEqual({ kind: 'attempt', attempt: fresh.id })
    expect(window.left()).not.toContainEqual({ attempt: fresh.id })
  })

  it('does not call back whoever has gone on, and is left', async () => {
    const window = await start(fresh)
    const over = begin(window)
    const elsewhere = { kind: 'account', account: second.id } as const
    window.actions.goTo(elsewhere)
    window.answer()
    await over
    expect(window.place()).toEqual(elsewhere)
    expect(window.mirror.store.getState().shown).toBeUndefined()
    expect(window.left()).toEqual([{ attempt: fresh.id }])
  })

  it('stays for later where its account waits in it', async () => {
    const window = await start(kept)
    const over = begin(window)
    window.actions.goTo({ kind: 'home' })
    window.answer()
    await over
    expect(window.place()).toEqual({ kind: 'home' })
    expect(window.left()).toEqual([])
  })
})

describe('an attempt whose request was on its way when the person went on', () => {
  const sent = attempt(step(), { busy: 'submit' })
  const refused = attempt(step(), { failure: { code: 'wrong-credentials' } })

  it('is let go once its answer is there, since no account leads back to it', async () => {
    const window = await start(refused)
    window.mirror.show(sent)
    const over = window.actions.submit(sent, 'email', {})
    window.actions.goTo({ kind: 'home' })
    expect(window.left()).toEqual([])
    window.answer()
    await over
    expect(window.left()).toEqual([{ attempt: sent.id }])
  })

  it('stays with whoever has come back to it', async () => {
    const window = await start(refused)
    window.mirror.show(sent)
    const over = window.actions.submit(sent, 'email', {})
    window.answer()
    await over
    expect(window.left()).toEqual([])
  })

  it('is left to other windows where it has an account', async () => {
    const window = await start({ ...refused, account: first.id })
    window.mirror.show({ ...sent, account: first.id })
    const over = window.actions.submit(sent, 'email', {})
    window.actions.goTo({ kind: 'home' })
    window.answer()
    await over
    expect(window.left()).toEqual([])
  })

  it('is let go where another flow could not be begun in its place', async () => {
    const window = await start(refused)
    const alone = attempt(step())
    window.mirror.show(alone)
    const over = window.actions.changeFlow(alone, 'reset', undefined)
    window.mirror.show({ ...alone, turn: alone.turn + 1, busy: '(another-flow)' })
    window.actions.goTo({ kind: 'home' })
    expect(window.left()).toEqual([])
    window.fail()
    await over
    expect(window.left()).toEqual([{ attempt: alone.id }])
  })
})
