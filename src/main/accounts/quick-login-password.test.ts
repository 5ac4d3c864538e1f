import { describe, expect, it } from 'vitest'
import { kept, only, passwordRig, remembered, logInOnce } from '../../../test/fakes/passwords'
import { logIn, must, rig, sendCode, settled } from '../../../test/fakes/program'
import { fail, ok, type Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import type { RefreshEnd } from './quick-login'

describe('a quick login of an account that needs a login', () => {
  it('logs in with the remembered password, and leaves no attempt behind', async () => {
    const { it, sent } = await remembered()
    const outcome = must(await it.program.quickLogin.run(only(it).id))
    expect(outcome).toEqual({ kind: 'active', also: 'logged-in' })
    expect(sent).toHaveLength(1)
    expect(it.program.runner.views()).toEqual([])
    expect(only(it)).toMatchObject({ state: 'ready', active: true })
  })

  it('joins one that goes on already', async () => {
    const { it } = await remembered()
    const answer = settled<Session>()
    let asked = 0
    it.script.logIn = () => {
      asked += 1
      return answer.promise
    }
    const { id } = only(it)
    const both = [it.program.quickLogin.run(id), it.program.quickLogin.run(id, 'tray')]
    await expect.poll(() => only(it).busy).toBe('logging-in')
    answer.settle({ access: 'one' })
    const [first, second] = await Promise.all(both)
    expect(first).toEqual(second)
    expect(asked).toBe(1)
  })

  it('opens at what is missing', async () => {
    const { it } = await remembered()
    it.script.captcha = true
    expect(must(await it.program.quickLogin.run(only(it).id)).kind).toBe('attempt')
  })

  it('says that the keychain is locked, sends nothing, and works once it is open', async () => {
    const { it, sent } = await remembered()
    it.keychain.become({ kind: 'locked' })
    const { id } = only(it)
    const told = must(await it.program.quickLogin.run(id))
    expect(told).toEqual({ kind: 'told', failure: { code: 'keychain-locked' } })
    expect(sent).toEqual([])
    it.keychain.become({ kind: 'ready' })
    expect(must(await it.program.quickLogin.run(id))).toMatchObject({ also: 'logged-in' })
  })

  it('logs in with what was remembered before a restart', async () => {
    const { it } = await remembered()
    const again = await it.restart()
    expect(kept(again)).toBeDefined()
    expect(must(await again.program.quickLogin.run(only(again).id))).toMatchObject({
      also: 'logged-in',
    })
  })

  it('goes on with what waits already', async () => {
    const it = await rig()
    it.script.verify = () => Promise.resolve({ access: 'first' })
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('token-rejected'))
    await it.program.sessions.check(only(it).id)
    await sendCode(it, 'a@b.c')
    const again = await it.restart()
    const outcome = must(await again.program.quickLogin.run(only(again).id))
    if (outcome.kind !== 'attempt') throw new Error('Expected an attempt')
    const { phase } = again.program.runner.view(outcome.attempt) ?? {}
    expect(phase).toMatchObject({ view: { step: 'code' } })
  })
})

describe('a quick login of an account that has expired', () => {
  const ends: readonly (readonly [string, Result<Session>])[] = [
    ['a new token', ok({ access: 'new', refresh: 'r', accessExpiresAt: Date.now() + 3_600_000 })],
    ['a refusal', fail('token-rejected')],
  ]

  it.each(ends)('is answered at once, and told when the refresh ends with %s', async (_, end) => {
    const { it } = await passwordRig()
    const expired = { access: 'old', refresh: 'r', accessExpiresAt: Date.now() - 1 }
    const fresh = settled<Result<Session>>()
    it.script.logIn = () => Promise.resolve(expired)
    it.script.refresh = () => fresh.promise
    void logInOnce(it, false)
    await expect.poll(() => it.program.views.accounts()[0]?.state).toBe('expired')
    const told = settled<RefreshEnd>()
    it.program.quickLogin.onRefreshed(told.settle)
    const { id } = only(it)
    const outcome = must(await it.program.quickLogin.run(id, 'tray'))
    expect(outcome).toEqual({ kind: 'active', also: 'refreshing' })
    fresh.settle(end)
    expect(await told.promise).toEqual({
      account: id,
      asker: 'tray',
      failure: end.ok ? undefined : end.failure,
    })
  })
})
