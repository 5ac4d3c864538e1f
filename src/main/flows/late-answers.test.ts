import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  logIn,
  madeUpServer,
  must,
  rig,
  sendCode,
  settled,
  theId,
  type Rig,
} from '../../../test/fakes/program'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import { serverId } from '../../shared/account'
import type { Session } from '../adapters/adapter'
import type { Keychain } from '../keychain/keychain'
import { fail, type Failure } from '../../shared/failure'

/** Lets the service answer a code only when the test says so. */
function slowly(it: Rig) {
  const verifying = settled<Session | Failure>()
  const asked = settled<string>()
  it.script.verify = (code) => {
    asked.settle(code)
    return verifying.promise
  }
  return { verifying, asked }
}

describe('an answer that comes late', () => {
  it('says that the outcome is unknown when the person stops waiting, and keeps a late token', async () => {
    const it = await rig()
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    const submit = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    it.program.runner.stop(sent.id)
    expect(must(await submit).failure?.code).toBe('outcome-unknown')
    verifying.settle({ access: 'late-token' })
    const account = () => it.program.views.accounts()[0]
    await expect.poll(account).toMatchObject({ hasSecret: true, state: 'ready' })
    expect([...it.keychain.secrets.values()].join()).toContain('late-token')
  })

  it('keeps a token that arrives after the person has left', async () => {
    const it = await rig()
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    const submit = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    it.program.runner.leave(sent.id)
    verifying.settle({ access: 'late-token' })
    await submit
    await expect.poll(() => it.program.views.accounts()[0]?.hasSecret).toBe(true)
    expect(it.program.runner.views()).toHaveLength(0)
  })

  it('keeps a token that arrives after another flow could not be begun', async () => {
    const it = await rig()
    const { runner } = it.program
    await logIn(it, 'a@b.c')
    const id = theId(it.program.views.accounts()[0])
    // As a real one, which begins nothing that is cut off already.
    const keychain: Keychain = it.keychain
    const set = it.keychain.set.bind(it.keychain)
    keychain.set = (ref, secret, { signal } = {}) =>
      signal?.aborted === true ? Promise.resolve(fail('cancelled')) : set(ref, secret)
    const { verifying, asked } = slowly(it)
    const sent = must(await runner.begin('login', madeUpServer, id))
    must(await runner.submit(sent.id, 'email', {}))
    const submit = runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    runner.stop(sent.id)
    await submit
    const nowhere = serverId.parse('made-up nowhere')
    expect((await runner.begin('reset', nowhere, id)).ok).toBe(false)
    verifying.settle({ access: 'late-token' })
    const kept = () => [...it.keychain.secrets.values()].join()
    await expect.poll(kept).toContain('late-token')
  })

  it('of an older login takes nothing from a code that was sent since', async () => {
    const it = await rig()
    const { runner } = it.program
    const old = settled<Session | Failure>()
    const asked = settled<undefined>()
    it.script.verify = (code) => {
      if (code === 'new') return Promise.resolve({ access: 'new-token' })
      asked.settle(undefined)
      return old.promise
    }
    const first = await sendCode(it, 'a@b.c')
    const submit = runner.submit(first.id, 'code', { code: 'old' })
    await asked.promise
    runner.leave(first.id)
    const second = await sendCode(it, 'a@b.c')
    must(await runner.submit(second.id, 'code', { code: 'new' }))
    const id = theId(it.program.views.accounts()[0])
    const third = must(await runner.begin('login', madeUpServer, id))
    must(await runner.submit(third.id, 'email', {}))
    const waits = it.program.views.account(id)?.waiting
    expect(waits?.text).toBe('Code sent to a@b.c')

    old.settle({ access: 'old-token' })
    await submit
    await it.program.idle()
    expect([...it.keychain.secrets.values()].join()).toContain('new-token')
    expect(it.program.views.account(id)?.waiting).toEqual(waits)
    const again = await it.restart()
    expect(again.program.views.account(id)?.waiting).toEqual(waits)
    await again.program.close()
  })

  it('holds a late token that the keychain refuses after the person has left', async () => {
    const it = await rig()
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    const submit = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    it.program.runner.leave(sent.id)
    it.keychain.become({ kind: 'locked' })
    verifying.settle({ access: 'late-token' })
    await submit
    await expect.poll(() => it.program.runner.views().length).toBe(1)
    // Unlocked by another program, which nobody has told yet.
    it.keychain.state = { kind: 'ready' }
    const [account] = it.program.views.accounts()
    expect(account?.waiting).toBeDefined()
    const held = must(await it.program.runner.begin('login', madeUpServer, theId(account)))
    const step = held.phase.kind === 'step' ? held.phase.view.step : ''
    must(await it.program.runner.submit(held.id, step, {}))
    expect([...it.keychain.secrets.values()].join()).toContain('late-token')
  })

  it('does not give a held token up for the answer to a second try', async () => {
    const it = await rig()
    const answers = [settled<Session | Failure>(), settled<Session | Failure>()]
    const asked = [settled<string>(), settled<string>()]
    let tries = 0
    it.script.verify = (code) => {
      const mine = tries
      tries += 1
      asked[mine]?.settle(code)
      return answers[mine]?.promise ?? Promise.resolve({ code: 'wrong-code' })
    }
    const sent = await sendCode(it, 'a@b.c')
    const first = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked[0]?.promise
    it.program.runner.stop(sent.id)
    await first
    const second = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked[1]?.promise
    it.keychain.become({ kind: 'locked' })
    answers[0]?.settle({ access: 'costly-token' })
    await expect.poll(() => it.program.views.accounts()[0]?.waiting?.step).toBe('held')
    answers[1]?.settle({ code: 'wrong-code' })
    await second
    it.keychain.state = { kind: 'ready' }
    const held = it.program.runner.view(sent.id)
    const step = held?.phase.kind === 'step' ? held.phase.view.step : ''
    must(await it.program.runner.submit(sent.id, step, {}))
    expect([...it.keychain.secrets.values()].join()).toContain('costly-token')
  })

  it('does not bring a removed account back by a token that comes late', async () => {
    const it = await rig()
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    const submit = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    it.program.runner.leave(sent.id)
    await submit
    must(await it.program.sessions.remove(theId(it.program.views.accounts()[0]), true))
    verifying.settle({ access: 'late-token' })
    await it.program.idle()
    expect(it.program.views.accounts()).toHaveLength(0)
    expect(it.keychain.secrets.size).toBe(0)
  })

  it('does not bring an account back whose removal is just being written', async () => {
    const writing = settled<undefined>()
    const goOn = settled<undefined>()
    const gone = /"accounts":\s*\[\]/
    let entered = false
    const write: FileSteps['write'] = async (path, text, fresh) => {
      if (entered && path.includes('book.json') && gone.test(text)) {
        writing.settle(undefined)
        await goOn.promise
      }
      return fileSteps.write(path, text, fresh)
    }
    const it = await rig({ fileSteps: { ...fileSteps, write } })
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    entered = true
    const submit = it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    it.program.runner.leave(sent.id)
    await submit
    const removed = it.program.sessions.remove(theId(it.program.views.accounts()[0]), true)
    await writing.promise
    verifying.settle({ access: 'late-token' })
    await turn()
    goOn.settle(undefined)
    must(await removed)
    await it.program.idle()
    expect(it.program.views.accounts()).toHaveLength(0)
    expect(it.keychain.secrets.size).toBe(0)
  })

  it('of one attempt that no keychain takes leaves another the account that it has entered', async () => {
    const marking = settled<undefined>()
    const goOn = settled<undefined>()
    const write: FileSteps['write'] = async (path, text, fresh) => {
      if (text.includes('"storing":"login"')) {
        marking.settle(undefined)
        await goOn.promise
      }
      return fileSteps.write(path, text, fresh)
    }
    const it = await rig({ fileSteps: { ...fileSteps, write } })
    const { runner, views } = it.program
    it.script.logIn = ({ password }) =>
      Promise.resolve({ access: password === 'large' ? 'x'.repeat(2_501) : 'small-token' })
    const begin = async () => must(await runner.begin('login', madeUpServer, undefined)).id
    const typed = (password: string) => ({ email: 'a@b.c', password })
    const [large, small] = [await begin(), await begin()]
    const refused = runner.submit(large, 'password', typed('large'))
    await marking.promise
    const stored = runner.submit(small, 'password', typed('small'))
    await turn()
    goOn.settle(undefined)
    expect(must(await refused).failure?.code).toBe('secret-too-large')
    expect(must(await stored).phase.kind).toBe('done')
    await it.program.idle()
    expect(views.accounts()).toMatchObject([{ hasSecret: true, waiting: undefined }])
    expect([...it.keychain.secrets.values()].join()).toContain('small-token')
  })

  it('stores a token that comes while the program closes', async () => {
    const it = await rig()
    const { verifying, asked } = slowly(it)
    const sent = await sendCode(it, 'a@b.c')
    void it.program.runner.submit(sent.id, 'code', { code: 'abcd' })
    await asked.promise
    const closing = it.program.close()
    verifying.settle({ access: 'last-minute-token' })
    await closing
    expect([...it.keychain.secrets.values()].join()).toContain('last-minute-token')
  })

  it('sends nothing that was stopped while it was noted', async () => {
    const it = await rig()
    let sends = 0
    it.script.send = () => {
      sends += 1
      return Promise.resolve('sent')
    }
    const begun = must(await it.program.runner.begin('register', madeUpServer, undefined))
    const submit = it.program.runner.submit(begun.id, 'email', { email: 'a@b.c' })
    it.program.runner.stop(begun.id)
    expect(must(await submit).failure?.code).toBe('cancelled')
    expect(sends).toBe(0)
    expect(it.program.views.accounts()).toHaveLength(0)
  })
})
