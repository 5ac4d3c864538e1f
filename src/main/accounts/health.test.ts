import { describe, expect, it } from 'vitest'
import { logIn, must, rig, settled, type Rig } from '../../../test/fakes/program'
import type { AccountId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import type { CheckAll } from '../../shared/health'
import type { Checked } from '../adapters/adapter'
import type { CallOptions, SecretRef } from '../keychain/keychain'
import type { Attention } from './health'

const caller = { windowId: 1, paste: () => undefined }

/** Logs in `count` accounts; their tokens are `token-for-0` and so on. */
async function withAccounts(count: number): Promise<Rig> {
  const it = await rig()
  for (let index = 0; index < count; index += 1) await logIn(it, `a${index}@b.c`, String(index))
  await it.program.idle()
  return it
}

const state = (it: Rig): CheckAll => it.program.mirror.snapshot().checkAll
const begin = async (it: Rig) => must(await it.program.handlers['health.checkAll']({}, caller))
const cancel = async (it: Rig) => must(await it.program.handlers['health.cancel']({}, caller))
const ended = (it: Rig) => expect.poll(() => state(it).kind, { interval: 5 }).toBe('ended')

function idOf(it: Rig, index: number): AccountId {
  const found = it.program.views.accounts().find(({ email }) => email === `a${index}@b.c`)
  if (!found) throw new Error('There is no such account')
  return found.id
}

/** Holds back every check until the test answers it. */
function holdChecks(it: Rig) {
  const asked: { token: string; answer: (result: Result<Checked>) => void }[] = []
  it.script.check = ({ access }) => {
    const held = settled<Result<Checked>>()
    asked.push({ token: access, answer: held.settle })
    return held.promise
  }
  return asked
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

  it('begun twice is one run', async () => {
    const it = await withAccounts(3)
    const asked = holdChecks(it)
    await begin(it)
    await begin(it)
    for (let done = 0; done < 3; done += 1) {
      await expect.poll(() => asked.length).toBeGreaterThan(done)
      asked[done]?.answer(fine)
    }
    await ended(it)
    expect(asked).toHaveLength(3)
    expect(state(it)).toMatchObject({ done: 3, total: 3 })
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
    let refused = false
    it.script.check = () => {
      times.push(Date.now())
      if (refused) return Promise.resolve(fine)
      refused = true
      return Promise.resolve(fail('rate-limited', { retryAt: Date.now() + 300 }))
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
    expect(own.ok ? undefined : own.failure.retryAt).toBeGreaterThan(Date.now())
    // The server was not asked, so nothing is said about the account.
    expect(it.program.views.account(idOf(it, 3))?.state).toBe('ready')
    await ended(it)
    expect(state(it)).toMatchObject({ found: { ready: 4 } })
    const [first = 0, ...later] = times
    // One more may have been on its way when the server said so.
    const early = later.filter((at) => at < first + 299)
    expect(early.length).toBeLessThanOrEqual(1)
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

describe('work on one account that several want', () => {
  it('is one check for all who ask meanwhile', async () => {
    const it = await withAccounts(1)
    const asked = holdChecks(it)
    const id = idOf(it, 0)
    const checks = [1, 2, 3].map(() => it.program.sessions.check(id))
    const stopper = new AbortController()
    const gaveUp = it.program.sessions.check(id, { signal: stopper.signal })
    stopper.abort()
    expect(await gaveUp).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    await expect.poll(() => asked.length).toBe(1)
    asked[0]?.answer(fine)
    for (const result of await Promise.all(checks)) expect(result.ok).toBe(true)
    expect(asked).toHaveLength(1)
    await it.program.close()
  })

  it('is one refresh, whether it is asked for as such, by a check or for a token', async () => {
    const it = await rig()
    const session = { access: 'old', refresh: 'again', accessExpiresAt: Date.now() - 1 }
    it.script.verify = () => Promise.resolve(session)
    const held = settled<undefined>()
    let refreshes = 0
    it.script.refresh = async () => {
      refreshes += 1
      await held.promise
      return ok({ access: 'new', refresh: 'again', accessExpiresAt: Date.now() + 3_600_000 })
    }
    await logIn(it, 'a0@b.c')
    const { sessions } = it.program
    const id = idOf(it, 0)
    const [one, two, other] = [sessions.refresh(id), sessions.refresh(id), sessions.check(id)]
    const tokens = [sessions.token(id), sessions.token(id)]
    await expect.poll(() => refreshes).toBe(1)
    held.settle(undefined)
    for (const result of await Promise.all([one, two, other])) expect(result.ok).toBe(true)
    for (const token of await Promise.all(tokens)) expect(must(token)).toBe('new')
    expect(refreshes).toBe(1)
    must(await sessions.refresh(id))
    expect(refreshes).toBe(2)
    await it.program.close()
  })

  it('shares a refusal too, instead of asking again for each who waited', async () => {
    const it = await rig()
    const session = { access: 'old', refresh: 'again', accessExpiresAt: Date.now() + 3_600_000 }
    it.script.verify = () => Promise.resolve(session)
    await logIn(it, 'a0@b.c')
    await it.program.idle()
    const id = idOf(it, 0)
    const stored = JSON.stringify({ v: 1, ...session, accessExpiresAt: Date.now() - 1 })
    it.keychain.secrets.set(`${id}/session`, stored)
    let refreshes = 0
    it.script.refresh = () => {
      refreshes += 1
      return Promise.resolve(fail('token-rejected'))
    }
    const { sessions } = it.program
    const all = [sessions.check(id), sessions.refresh(id), sessions.token(id)]
    for (const result of await Promise.all(all)) {
      expect(result).toMatchObject({ ok: false, failure: { code: 'token-rejected' } })
    }
    expect(refreshes).toBe(1)
    expect(it.program.views.account(id)).toMatchObject({ state: 'needs-login', label: 'a0@b.c' })
    await it.program.close()
  })

  it('asks the person who wants it now, although the background was not allowed to', async () => {
    const it = await withAccounts(1)
    const id = idOf(it, 0)
    const get = it.keychain.get.bind(it.keychain)
    const reads: boolean[] = []
    const first = settled<undefined>()
    it.keychain.get = async (ref: SecretRef, options: CallOptions = {}) => {
      reads.push(options.unattended === true)
      if (options.unattended !== true) return get(ref)
      await first.promise
      return fail('keychain-locked')
    }
    const quiet = it.program.sessions.check(id, { unattended: true })
    const own = it.program.sessions.check(id)
    first.settle(undefined)
    expect(await quiet).toMatchObject({ ok: false, failure: { code: 'keychain-locked' } })
    expect(await own).toMatchObject({ ok: true })
    expect(reads).toEqual([true, false])
    await it.program.close()
  })
})
