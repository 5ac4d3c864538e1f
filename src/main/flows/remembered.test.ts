import { describe, expect, it } from 'vitest'
import {
  again,
  email,
  kept,
  names,
  only,
  remembered,
  right,
  stepOf,
} from '../../../test/fakes/passwords'
import { madeUpServer, must, theId } from '../../../test/fakes/program'
import { fail, ok } from '../../shared/failure'
import { typeAnother } from './filling'

describe('a remembered password', () => {
  it('logs in by itself where nothing else is asked for', async () => {
    const { it, sent } = await remembered()
    const done = await again(it)
    expect(done.phase.kind).toBe('done')
    expect(sent).toEqual([{ email, password: right, captcha: '' }])
    expect(only(it)).toMatchObject({ hasSecret: true, passwordRemembered: true })
  })

  it('ends with the account that no attempt waits in, whatever was under way for it', async () => {
    const { it } = await remembered()
    const { runner } = it.program
    const waiting = must(await runner.begin('register', madeUpServer, only(it).id))
    must(await runner.submit(waiting.id, 'email', {}))
    expect(only(it).waiting?.text).toContain('Code sent')
    it.script.elsewhere = (signal) =>
      new Promise((answer) => {
        signal.addEventListener('abort', () => answer({ code: 'cancelled' }))
      })
    const acting = runner.act(waiting.id, 'elsewhere')
    const done = await again(it)
    expect(done.phase.kind).toBe('done')
    await acting
    await it.program.idle()
    expect(only(it).waiting).toBeUndefined()
  })

  it('leaves only what is missing to be typed', async () => {
    const { it, sent } = await remembered()
    it.script.captcha = true
    const begun = await again(it)
    expect(names(begun)).toEqual(['captcha'])
    expect(sent).toEqual([])
    const done = must(
      await it.program.runner.submit(begun.id, 'password', { captcha: 'seven' }, undefined),
    )
    expect(done.phase.kind).toBe('done')
    expect(sent).toEqual([{ email, password: right, captcha: 'seven' }])
    expect(kept(it)).toBe(right)
  })

  it('opens at the second factor', async () => {
    const { it } = await remembered()
    it.script.logIn = () => Promise.resolve('second')
    expect(names(await again(it))).toEqual(['code'])
  })

  it('can be put aside for another one, which then takes its place', async () => {
    const { it } = await remembered()
    it.script.captcha = true
    const begun = await again(it)
    const typing = must(await it.program.runner.act(begun.id, typeAnother))
    expect(names(typing)).toEqual(['password', 'captcha'])
    expect(stepOf(typing).rememberPassword).toBe(true)
    it.script.logIn = () => Promise.resolve({ access: 'fresh' })
    const values = { password: 'another one', captcha: 'x' }
    must(await it.program.runner.submit(begun.id, 'password', values, true))
    expect(kept(it)).toBe('another one')
  })

  it('that the service refuses is asked for, and never sent by itself again', async () => {
    const { it } = await remembered()
    let tries = 0
    it.script.logIn = () => {
      tries += 1
      return Promise.resolve({ code: 'wrong-credentials', field: 'password' })
    }
    const refused = await again(it)
    expect(refused.failure?.code).toBe('wrong-credentials')
    expect(names(refused)).toEqual(['password'])
    expect(stepOf(refused).notices).toMatchObject([{ tone: 'warning' }])
    expect(stepOf(refused).rememberPassword).toBe(true)
    await again(it)
    it.program.runner.leave(refused.id)
    const anew = await again(it)
    expect(names(anew)).toEqual(['password'])
    expect(tries).toBe(1)
  })

  it('is not sent by itself again after a network failure until the person asks', async () => {
    const { it } = await remembered()
    let tries = 0
    it.script.logIn = () => {
      tries += 1
      return Promise.resolve({ code: 'offline' })
    }
    const failed = await again(it)
    expect(failed.failure?.code).toBe('offline')
    expect(names(failed)).toEqual([])
    expect(tries).toBe(1)
    it.script.logIn = () => Promise.resolve({ access: 'at last' })
    const done = must(await it.program.runner.submit(failed.id, 'password', {}))
    expect(done.phase.kind).toBe('done')
  })

  it('that cannot be read is told, and can be typed', async () => {
    const { it, sent } = await remembered()
    it.keychain.become({ kind: 'locked' })
    const begun = await again(it)
    expect(begun.failure?.code).toBe('keychain-locked')
    expect(names(begun)).toEqual(['password'])
    expect(sent).toEqual([])
  })

  it('is left alone by other flows, and by a log-out', async () => {
    const { it } = await remembered()
    const { runner } = it.program
    const begun = must(await runner.begin('verify', madeUpServer, only(it).id))
    expect(names(begun)).toEqual([])
    expect(stepOf(begun).step).toBe('email')
    expect(kept(it)).toBe(right)
  })

  it('is replaced by the one that a reset has set', async () => {
    const { it } = await remembered()
    const { runner } = it.program
    const begun = must(await runner.begin('reset', madeUpServer, only(it).id))
    expect(stepOf(begun).rememberPassword).toBe(true)
    const set = must(await runner.submit(begun.id, 'new-password', { password: 'newer' }, true))
    // The old one is gone with the reset, whatever becomes of the login after it.
    expect(kept(it)).toBeUndefined()
    it.script.logIn = () => Promise.resolve({ access: 'after' })
    must(await runner.submit(set.id, 'password', { password: 'newer' }, true))
    expect(kept(it)).toBe('newer')
  })
})

describe('forgetting', () => {
  it('deletes from the keychain, then the book says so', async () => {
    const { it } = await remembered()
    const { handlers } = it.program
    const caller = { windowId: 1, paste: () => undefined }
    const { id } = only(it)
    it.keychain.become({ kind: 'locked' })
    expect(await handlers['accounts.forgetPassword']({ account: id }, caller)).toEqual(
      fail('keychain-locked'),
    )
    expect(only(it).passwordRemembered).toBe(true)
    expect(kept(it)).toBe(right)
    it.keychain.become({ kind: 'ready' })
    expect(await handlers['accounts.forgetPassword']({ account: id }, caller)).toEqual(ok(null))
    expect(kept(it)).toBeUndefined()
    expect(only(it).passwordRemembered).toBe(false)
  })

  it('comes with removing the account', async () => {
    const { it } = await remembered()
    must(await it.program.sessions.remove(theId(only(it)), false))
    expect([...it.keychain.secrets.keys()]).toEqual([])
  })
})
