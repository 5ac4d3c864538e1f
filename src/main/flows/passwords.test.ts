import { describe, expect, it } from 'vitest'
import {
  again,
  email,
  kept,
  logInOnce,
  names,
  only,
  passwordRig,
  remembered,
  right,
  stepOf,
} from '../../../test/fakes/passwords'
import { madeUpServer, must, rig, settled } from '../../../test/fakes/program'
import type { Session } from '../adapters/adapter'

describe('a password that is to be remembered', () => {
  it('is offered unticked, and kept only if the person ticks', async () => {
    const { it } = await passwordRig()
    const begun = must(await it.program.runner.begin('login', madeUpServer, undefined))
    expect(stepOf(begun).rememberPassword).toBe(false)
    await logInOnce(it, undefined)
    expect(kept(it)).toBeUndefined()
    expect(only(it).passwordRemembered).toBe(false)
  })

  it('is kept after the session, told, and not in the book', async () => {
    const { it } = await passwordRig()
    const done = await logInOnce(it, true)
    expect(done.phase).toMatchObject({ kind: 'done', notices: [{ tone: 'good' }] })
    expect(kept(it)).toBe(right)
    expect([...it.keychain.secrets.keys()].map((ref) => ref.split('/')[1])).toEqual([
      'session',
      'password',
    ])
    expect(only(it).passwordRemembered).toBe(true)
    expect(JSON.stringify([it.program.mirror.snapshot(), done])).not.toContain(right)
  })

  it('is the one that the service has accepted, not one that it has refused', async () => {
    const { it } = await passwordRig()
    const { runner } = it.program
    const begun = must(await runner.begin('login', madeUpServer, undefined))
    const wrong = { email, password: 'mistyped' }
    const refused = must(await runner.submit(begun.id, 'password', wrong, true))
    expect(refused.failure?.code).toBe('wrong-credentials')
    expect(stepOf(refused).rememberPassword).toBe(true)
    expect(kept(it)).toBeUndefined()
    must(await runner.submit(begun.id, 'password', { email, password: right }, true))
    expect(kept(it)).toBe(right)
  })

  it('is refused with the reason when no keychain would give it back as it is', async () => {
    const { it } = await passwordRig()
    it.script.logIn = () => Promise.resolve({ access: 'fresh' })
    for (const [password, words] of [
      [`${'ü'.repeat(1250)}x`, /too long for the keychain/],
      ['nul\0inside', /a character that a keychain cannot keep/],
    ] as const) {
      const begun = must(await it.program.runner.begin('login', madeUpServer, undefined))
      const values = { email, password }
      const done = must(await it.program.runner.submit(begun.id, 'password', values, true))
      const notice = { tone: 'warning', text: expect.stringMatching(words) as string }
      expect(done.phase).toMatchObject({ kind: 'done', notices: [notice] })
      expect(kept(it)).toBeUndefined()
      expect(only(it).passwordRemembered).toBe(false)
    }
  })

  it('brings a token that no keychain takes: nothing is left, and the step still says why', async () => {
    const { it } = await passwordRig()
    it.script.logIn = () => Promise.resolve({ access: 'x'.repeat(2501) })
    const refused = await logInOnce(it, true)
    expect(names(refused)).toEqual(['email', 'password'])
    expect(refused).toMatchObject({ failure: { code: 'secret-too-large' }, account: undefined })
    expect(it.program.runner.view(refused.id)).toMatchObject({ failure: refused.failure })
    expect(it.program.views.accounts()).toEqual([])
    expect([...it.keychain.secrets]).toEqual([])
  })

  it('is kept when a second factor comes after it', async () => {
    const { it } = await passwordRig()
    it.script.logIn = () => Promise.resolve('second')
    const asked = await logInOnce(it, true)
    expect(names(asked)).toEqual(['code'])
    expect(stepOf(asked).rememberPassword).toBeUndefined()
    must(await it.program.runner.submit(asked.id, 'second', { code: '123456' }))
    expect(kept(it)).toBe(right)
  })

  it('that the keychain refuses leaves the login as it is, and is told', async () => {
    const { it } = await passwordRig()
    it.keychain.refusing = 'password'
    const done = await logInOnce(it, true)
    expect(done.phase).toMatchObject({ kind: 'done', notices: [{ tone: 'warning' }] })
    expect(only(it)).toMatchObject({ hasSecret: true, passwordRemembered: false })
  })

  it('goes with a session that the keychain took only at the second try', async () => {
    const { it } = await passwordRig()
    it.keychain.become({ kind: 'locked' })
    const held = await logInOnce(it, true)
    expect(held.failure?.code).toBe('keychain-locked')
    it.keychain.become({ kind: 'ready' })
    must(await it.program.runner.submit(held.id, stepOf(held).step, {}))
    expect(kept(it)).toBe(right)
    expect(only(it).passwordRemembered).toBe(true)
  })

  it('is forgotten by a login whose box is not ticked', async () => {
    const { it } = await remembered()
    const begun = await again(it).then(() => logInOnce(it, false))
    expect(begun.phase).toMatchObject({ kind: 'done', notices: [{ tone: 'info' }] })
    expect(kept(it)).toBeUndefined()
    expect(only(it).passwordRemembered).toBe(false)
  })

  it('does not come back with the answer to a login whose account was removed', async () => {
    const { it } = await remembered()
    const answer = settled<Session>()
    it.script.logIn = () => answer.promise
    const login = again(it)
    await expect.poll(() => only(it).busy).toBe('logging-in')
    must(await it.program.sessions.remove(only(it).id, true))
    answer.settle({ access: 'late' })
    await login
    await it.program.idle()
    expect(it.program.views.accounts()).toEqual([])
    expect([...it.keychain.secrets.keys()]).toEqual([])
  })
})

describe('a crash', () => {
  it('between book and keychain leaves a book that the next login puts right', async () => {
    const { it, sent } = await remembered()
    for (const ref of it.keychain.secrets.keys()) it.keychain.secrets.delete(ref)
    const after = await rig({ folder: it.folder, keychain: it.keychain, script: it.script })
    expect(only(after).passwordRemembered).toBe(true)
    const begun = await again(after)
    expect(names(begun)).toEqual(['password'])
    expect(begun.failure).toBeUndefined()
    expect(only(after).passwordRemembered).toBe(false)
    expect(sent).toEqual([])
  })

  it('while the password is on its way leaves none without an account', async () => {
    const { it } = await passwordRig()
    const write = it.keychain.hold('password')
    const login = logInOnce(it, true)
    await write.begun
    // What the program after the crash finds: the session, and a book that says that a password may be there.
    const after = await rig({ folder: it.folder, keychain: it.keychain, script: it.script })
    expect(only(after)).toMatchObject({ hasSecret: true, passwordRemembered: true })
    write.goOn()
    await login
    must(await after.program.sessions.logOut(only(after).id))
    must(await after.program.sessions.remove(only(after).id, false))
    expect([...it.keychain.secrets.keys()]).toEqual([])
  })
})
