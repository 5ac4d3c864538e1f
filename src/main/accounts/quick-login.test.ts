import { describe, expect, it } from 'vitest'
import { logIn, must, rig, sendCode, settled, theId, type Rig } from '../../../test/fakes/program'
import type { AccountView } from '../../shared/account'
import { fail, ok } from '../../shared/failure'

function only(it: Rig): AccountView {
  const [account, ...others] = it.program.views.accounts()
  if (!account || others.length > 0) throw new Error('Expected exactly one account')
  return account
}

describe('a switch', () => {
  it('touches neither keychain nor network, and is remembered', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await logIn(it, 'd@e.f')
    await it.program.idle()
    const second = it.program.views.accounts().find((account) => account.email === 'd@e.f')
    expect(second?.active).toBe(false)
    const calls = it.keychain.calls
    must(await it.program.quickLogin.activate(theId(second)))
    expect(it.keychain.calls).toBe(calls)
    const again = await it.restart()
    const active = again.program.views.accounts().filter((account) => account.active)
    expect(active.map((account) => account.email)).toEqual(['d@e.f'])
  })
})

describe('a quick login', () => {
  it('opens the waiting attempt of an account that needs verification', async () => {
    const it = await rig()
    const sent = await sendCode(it, 'a@b.c')
    const outcome = must(await it.program.quickLogin.run(only(it).id))
    expect(outcome).toEqual({ kind: 'attempt', attempt: sent.id })
  })

  it('begins a login for an account whose token was rejected, and sends nothing by itself', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('token-rejected'))
    await it.program.sessions.check(only(it).id)
    let sent = 0
    it.script.send = () => {
      sent += 1
      return Promise.resolve('sent')
    }
    const outcome = must(await it.program.quickLogin.run(only(it).id))
    expect(outcome.kind).toBe('attempt')
    expect(sent).toBe(0)
  })

  it('checks a ready account afterwards', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    const checked = settled<string>()
    it.script.check = ({ access }) => {
      checked.settle(access)
      return Promise.resolve(ok({ facts: [] }))
    }
    expect(must(await it.program.quickLogin.run(only(it).id))).toEqual({ kind: 'active' })
    expect(await checked.promise).toBe('token-for-abcd')
  })

  it('leaves active what was wished for last, also if the same was wished for before', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await logIn(it, 'd@e.f')
    await it.program.idle()
    const ids = it.program.views.accounts().map(({ id }) => id)
    const [one, other] = ids
    if (!one || !other) throw new Error('Expected two accounts')
    await Promise.all([one, other, one].map((id) => it.program.quickLogin.run(id)))
    await it.program.idle()
    const active = it.program.views.accounts().filter((account) => account.active)
    expect(active.map(({ id }) => id)).toEqual([one])
  })

  it('says so and does nothing for a blocked account', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    await it.program.idle()
    it.script.check = () => Promise.resolve(fail('account-blocked'))
    await it.program.sessions.check(only(it).id)
    expect(must(await it.program.quickLogin.run(only(it).id))).toEqual({ kind: 'told' })
  })
})
