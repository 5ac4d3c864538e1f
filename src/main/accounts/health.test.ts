import { describe, expect, it } from 'vitest'
import { logIn, must, rig, type Rig } from '../../../test/fakes/program'
import { holdChecks, idOf, withAccounts } from '../../../test/fakes/several'
import { fail, ok } from '../../shared/failure'
import type { CheckAll } from '../../shared/health'
import type { Attention } from './health'

const caller = { windowId: 1, paste: () => undefined }

const state = (it: Rig): CheckAll => it.program.mirror.snapshot().checkAll
const begin = async (it: Rig) => must(await it.program.handlers['health.checkAll']({}, caller))
const cancel = async (it: Rig) => must(await it.program.handlers['health.cancel']({}, caller))
const ended = (it: Rig) =>
  expect.poll(() => state(it).kind, { interval: 5, timeout: 4_000 }).toBe('ended')

function running(it: Rig): Extract<CheckAll, { kind: 'running' }> {
  const now = state(it)
  if (now.kind !== 'running') throw new Error(`It is ${now.kind}`)
  return now
}

const fine = ok({ facts: [] })

describe('the check of all accounts', () => {
  it('asks about each once, two at a time at a server, and counts what it found', async () => {
    const it = await withAccounts(6)
    let inside = 0
    let most = 0
    const asked: string[] = []
    it.script.check = async ({ access }) => {
      asked.push(access)
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
      if (access === 'token-for-1') return fail('token-rejected')
      return access === 'token-for-2' ? fail('offline') : fine
    }
    await begin(it)
    expect(state(it)).toMatchObject({ kind: 'running', total: 6, done: 0 })
    await ended(it)
    expect(state(it)).toMatchObject({
      kind: 'ended',
      total: 6,
      done: 6,
      cancelled: false,
      found: { ready: 4, 'needs-login': 1, unreachable: 1 },
    })
    expect(asked.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((index) => `token-for-${index}`))
    expect(most).toBe(2)
    expect(it.program.views.accounts().map((one) => one.state)).toContain('needs-login')
    expect(it.program.views.accounts()).toHaveLength(6)
    await it.program.close()
  })

  it('stops within one answer: nothing more is asked, and what runs is aborted', async () => {
    const it = await withAccounts(5)
    const asked = holdChecks(it)
    await begin(it)
    await expect.poll(() => asked.length).toBe(2)
    await cancel(it)
    await ended(it)
    expect(state(it)).toMatchObject({ cancelled: true, done: 0, total: 5 })
    for (const one of asked) one.answer(fine)
    await it.program.idle()
    expect(asked).toHaveLength(2)
    await it.program.close()
  })

  it('begun twice is one run, and stops as one', async () => {
    const it = await withAccounts(5)
    const asked = holdChecks(it)
    await begin(it)
    const { startedAt } = running(it)
    await begin(it)
    await expect.poll(() => asked.length).toBe(2)
    expect(running(it).startedAt).toBe(startedAt)
    await cancel(it)
    await ended(it)
    for (const one of asked) one.answer(fine)
    await it.program.idle()
    expect(asked).toHaveLength(2)
    expect(state(it)).toMatchObject({ kind: 'ended', cancelled: true, done: 0 })
    await it.program.close()
  })

  it('goes on without an account that was removed meanwhile', async () => {
    const it = await withAccounts(6)
    const asked = holdChecks(it)
    await begin(it)
    await expect.poll(() => asked.length).toBe(2)
    must(await it.program.sessions.remove(idOf(it, 5), true))
    for (let done = 0; done < 5; done += 1) {
      await expect.poll(() => asked.length).toBeGreaterThan(done)
      asked[done]?.answer(fine)
    }
    await ended(it)
    expect(state(it)).toMatchObject({ done: 6, total: 6, found: { ready: 5 }, cancelled: false })
    expect(asked).toHaveLength(5)
    await it.program.close()
  })

  it('leaves a server alone that asks for it, then goes on and asks about all', async () => {
    const it = await withAccounts(4)
    const times: number[] = []
    const retryAt = Date.now() + 1_500
    it.script.check = () => {
      times.push(Date.now())
      if (Date.now() >= retryAt) return Promise.resolve(fine)
      return Promise.resolve(fail('rate-limited', { retryAt }))
    }
    const asksForPause = new Promise<void>((resolve) => {
      it.program.mirror.onChange(({ checkAll }) => {
        if (checkAll?.kind === 'running' && checkAll.pauses.length > 0) resolve()
      })
    })
    await begin(it)
    await asksForPause
    const own = await it.program.sessions.check(idOf(it, 3))
    expect(own).toMatchObject({ ok: false, failure: { code: 'rate-limited' } })
    expect(own.ok ? undefined : own.failure.retryAt).toBe(retryAt)
    // The server was not asked, so nothing is said about the account.
    expect(it.program.views.account(idOf(it, 3))?.state).toBe('ready')
    await ended(it)
    expect(state(it)).toMatchObject({ found: { ready: 4 } })
    // Two were on their way when the server said so; nothing more left until it may.
    expect(times.filter((at) => at < retryAt)).toHaveLength(2)
    expect(times.filter((at) => at >= retryAt)).toHaveLength(4)
    await it.program.close()
  })

  it('tells who needs the person since, in one go', async () => {
    const it = await withAccounts(3)
    const told: Attention[] = []
    it.program.health.onAttention((attention) => told.push(attention))
    it.script.check = ({ access }) =>
      Promise.resolve(access === 'token-for-0' ? fine : fail('token-rejected'))
    await begin(it)
    await ended(it)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ why: 'needs', asked: true })
    expect(told[0]?.accounts.toSorted()).toEqual([idOf(it, 1), idOf(it, 2)].toSorted())
    await begin(it)
    await ended(it)
    expect(told).toHaveLength(1)
    await it.program.close()
  })

  it('asks about a hidden account too, but does not count it among those that need the person', async () => {
    const it = await withAccounts(5)
    const hide = it.program.handlers['accounts.hide']
    for (const index of [0, 1, 2]) {
      must(await hide({ account: idOf(it, index), hidden: true }, caller))
    }
    must(await it.program.handlers['accounts.activate']({ account: idOf(it, 0) }, caller))
    it.script.check = ({ access }) =>
      Promise.resolve(access === 'token-for-2' ? fine : fail('token-rejected'))
    await begin(it)
    await ended(it)
    // The active one is in the list however it is hidden.
    expect(state(it)).toMatchObject({ done: 5, found: { ready: 1, 'needs-login': 3 } })
    await it.program.close()
  })

  it('tells nobody of what was hidden, nor of anything while the program ends', async () => {
    const it = await withAccounts(4)
    must(await it.program.handlers['accounts.hide']({ account: idOf(it, 1), hidden: true }, caller))
    const told: Attention[] = []
    it.program.health.onAttention((attention) => told.push(attention))
    const asked = holdChecks(it)
    await begin(it)
    await expect.poll(() => asked.length).toBe(2)
    for (const one of asked.splice(0)) one.answer(fail('token-rejected'))
    await expect.poll(() => asked.length).toBe(2)
    await cancel(it)
    await ended(it)
    expect(told.flatMap(({ accounts }) => accounts)).toEqual([idOf(it, 0)])
    for (const one of asked.splice(0)) one.answer(fine)
    await begin(it)
    await expect.poll(() => asked.length).toBe(2)
    asked[0]?.answer(fail('token-rejected'))
    const closing = it.program.close()
    for (const one of asked) one.answer(fail('token-rejected'))
    await closing
    expect(told).toHaveLength(1)
  })

  it('asks for a locked keychain once, not once for each account', async () => {
    const it = await withAccounts(5)
    it.keychain.become({ kind: 'locked' })
    let retries = 0
    it.keychain.retry = () => {
      retries += 1
      return Promise.resolve(it.keychain.state)
    }
    await begin(it)
    await ended(it)
    expect(retries).toBe(1)
    expect(state(it)).toMatchObject({ found: { 'keychain-locked': 5 } })
    await it.program.close()
  })

  it('makes few events however many accounts there are', async () => {
    const it = await withAccounts(30)
    let events = 0
    it.program.mirror.onChange(() => (events += 1))
    await begin(it)
    await ended(it)
    await it.program.idle()
    expect(events).toBeLessThan(15)
    await it.program.close()
  })
})

describe('a change of the book', () => {
  it('is looked at once for many', async () => {
    const it = await withAccounts(1)
    let looks = 0
    it.program.health.watch = () => (looks += 1)
    const account = idOf(it, 0)
    for (let index = 0; index < 30; index += 1) {
      const hidden = index % 2 === 0
      must(await it.program.handlers['accounts.hide']({ account, hidden }, caller))
    }
    await expect.poll(() => looks, { timeout: 4_000 }).toBeGreaterThan(0)
    expect(looks).toBeLessThan(15)
    await it.program.close()
  })
})

describe('a token that ends soon', () => {
  it('is told once, also over a restart', async () => {
    const it = await rig()
    const end = Date.now() + 3_600_000
    it.script.verify = () => Promise.resolve({ access: 'short', accessExpiresAt: end })
    const told: Attention[] = []
    it.program.health.onAttention((attention) => told.push(attention))
    await logIn(it, 'a0@b.c')
    await it.program.idle()
    it.program.health.watch()
    expect(told).toEqual([{ why: 'expires', accounts: [idOf(it, 0)], asked: false }])
    const next = await it.restart()
    next.program.health.onAttention((attention) => told.push(attention))
    next.program.health.watch()
    expect(told).toHaveLength(1)
    await next.program.close()
  })

  it('is told of a hidden account once that is shown again', async () => {
    const it = await rig()
    const end = Date.now() + 3_600_000
    await logIn(it, 'a0@b.c')
    it.script.verify = () => Promise.resolve({ access: 'short', accessExpiresAt: end })
    await logIn(it, 'a1@b.c')
    await it.program.idle()
    const account = idOf(it, 1)
    const told: Attention[] = []
    it.program.health.onAttention((attention) => told.push(attention))
    const hide = it.program.handlers['accounts.hide']
    must(await hide({ account, hidden: true }, caller))
    it.program.health.watch()
    expect(told).toEqual([])
    must(await hide({ account, hidden: false }, caller))
    it.program.health.watch()
    it.program.health.watch()
    expect(told).toEqual([{ why: 'expires', accounts: [account], asked: false }])
    await it.program.close()
  })
})
