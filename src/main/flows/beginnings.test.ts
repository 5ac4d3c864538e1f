import { describe, expect, it } from 'vitest'
import { only, remembered } from '../../../test/fakes/passwords'
import { madeUpServer, must, rig, sendCode, settled, theId } from '../../../test/fakes/program'
import { serverId } from '../../shared/account'
import { fail } from '../../shared/failure'
import type { Keychain } from '../keychain/keychain'

const nowhere = serverId.parse('made-up nowhere')

/** An account whose remembered password the keychain gives only when the test says so. */
async function slowlyRecalled({ passphrase }: { passphrase?: string } = {}) {
  const { it, sent } = await remembered()
  if (passphrase !== undefined) must(await it.program.lock.turnOn(passphrase))
  await it.program.lock.idle()
  const reading = settled<undefined>()
  const asked = settled<undefined>()
  const keychain: Keychain = it.keychain
  const get = it.keychain.get.bind(it.keychain)
  keychain.get = async (ref, options) => {
    if (ref.kind === 'password') {
      asked.settle(undefined)
      await reading.promise
    }
    return get(ref, options)
  }
  return { it, sent, id: only(it).id, asked: asked.promise, goOn: () => reading.settle(undefined) }
}

describe('a login that is still being begun', () => {
  it('does not bring back an account that was removed meanwhile', async () => {
    const { it, sent, id, asked, goOn } = await slowlyRecalled()
    const begun = it.program.runner.begin('login', madeUpServer, id)
    await asked
    must(it.program.removals.begin(id))
    goOn()
    expect(await begun).toMatchObject({ failure: { code: 'not-found' } })
    await it.program.idle()
    expect(it.program.views.accounts()).toEqual([])
    expect(it.program.mirror.snapshot().removals).toMatchObject([{ kind: 'waiting' }])
    expect(sent).toEqual([])
  })

  it('opens nothing once Latchkey has been locked', async () => {
    const passphrase = 'a passphrase of mine'
    const { it, sent, id, asked, goOn } = await slowlyRecalled({ passphrase })
    const begun = it.program.runner.begin('login', madeUpServer, id)
    await asked
    it.program.lock.lock()
    goOn()
    expect(await begun).toMatchObject({ failure: { code: 'latchkey-locked' } })
    expect(it.program.runner.views()).toEqual([])
    expect(sent).toEqual([])
  })

  it('takes along into the lock what waits behind it', async () => {
    const { it, id, asked, goOn } = await slowlyRecalled()
    const { runner } = it.program
    const waiting = must(await runner.begin('register', madeUpServer, id))
    must(await runner.submit(waiting.id, 'email', {}))
    const wishes = [runner.begin('login', madeUpServer, id)]
    await asked
    wishes.push(runner.begin('reset', madeUpServer, id), runner.resume(id))
    runner.leaveAll()
    goOn()
    for (const wish of wishes) {
      expect(await wish).toMatchObject({ failure: { code: 'latchkey-locked' } })
    }
    expect(runner.views()).toEqual([])
    expect(it.script.resets).toBe(0)
  })

  it('is not joined by one that is wanted after the lock', async () => {
    const { it, id, asked, goOn } = await slowlyRecalled()
    const { runner } = it.program
    const first = runner.begin('login', madeUpServer, id)
    await asked
    runner.leaveAll()
    const second = runner.begin('login', madeUpServer, id)
    goOn()
    expect((await first).ok).toBe(false)
    expect(must(await second).phase.kind).toBe('done')
  })

  it('is not joined by a quick login after the lock, nor asks anybody once it is locked', async () => {
    const passphrase = 'a passphrase of mine'
    const { it } = await remembered()
    must(await it.program.lock.turnOn(passphrase))
    await it.program.lock.idle()
    const { id } = only(it)
    const asked = settled<undefined>()
    const keychain: Keychain = it.keychain
    const get = it.keychain.get.bind(it.keychain)
    keychain.get = (ref, { signal } = {}) => {
      if (ref.kind !== 'password') return get(ref)
      asked.settle(undefined)
      return new Promise((answer) => {
        signal?.addEventListener('abort', () => answer(fail('cancelled')))
      })
    }
    const first = it.program.quickLogin.run(id)
    await asked.promise
    it.program.lock.lock()
    keychain.get = get
    must(await it.program.lock.unlock(passphrase))
    const second = it.program.quickLogin.run(id)
    expect(await first).toMatchObject({ failure: { code: 'latchkey-locked' } })
    expect(must(await second)).toEqual({ kind: 'active', also: 'logged-in' })
  })

  it('lets nothing be sent from the step that it takes the place of', async () => {
    const { it, id, asked, goOn } = await slowlyRecalled()
    const { runner } = it.program
    const waiting = must(await runner.begin('register', madeUpServer, id))
    must(await runner.submit(waiting.id, 'email', {}))
    let sent = 0
    it.script.elsewhere = () => {
      sent += 1
      return Promise.resolve('gone')
    }
    const begun = runner.begin('login', madeUpServer, id)
    await asked
    must(await runner.act(waiting.id, 'elsewhere'))
    goOn()
    expect(must(await begun).phase.kind).toBe('done')
    expect(sent).toBe(0)
    expect(only(it).waiting).toBeUndefined()
  })

  it('is stopped from the step that it takes the place of, which is there again', async () => {
    const { it } = await remembered()
    const { id } = only(it)
    const { runner } = it.program
    const waiting = must(await runner.begin('register', madeUpServer, id))
    const asked = settled<undefined>()
    const keychain: Keychain = it.keychain
    keychain.get = (_, { signal } = {}) =>
      new Promise((answer) => {
        signal?.addEventListener('abort', () => answer(fail('cancelled')))
        asked.settle(undefined)
      })
    const begun = runner.begin('login', madeUpServer, id)
    await asked.promise
    expect(runner.view(waiting.id)?.busy).toBe('(another-flow)')
    must(runner.stop(waiting.id))
    expect(await begun).toMatchObject({ failure: { code: 'cancelled' } })
    expect(runner.views()).toMatchObject([{ id: waiting.id, busy: undefined }])
  })

  it('gives a step back that it could not take the place of', async () => {
    const { it, id, goOn } = await slowlyRecalled()
    goOn()
    const { runner } = it.program
    const waiting = must(await runner.begin('register', madeUpServer, id))
    expect((await runner.begin('token', nowhere, id)).ok).toBe(false)
    expect(runner.view(waiting.id)).toMatchObject({ busy: undefined })
  })
})

describe('a flow that is begun while another one is under way for its account', () => {
  it('takes its place at once', async () => {
    const { it } = await remembered()
    const { id } = only(it)
    const asked = settled<undefined>()
    const answer = settled<{ access: string }>()
    it.script.logIn = () => {
      asked.settle(undefined)
      return answer.promise
    }
    const first = it.program.runner.begin('login', madeUpServer, id)
    await asked.promise
    const second = must(await it.program.runner.begin('reset', madeUpServer, id))
    expect(it.program.runner.views().map((one) => one.id)).toEqual([second.id])
    answer.settle({ access: 'late' })
    await first
  })
})

describe('a login', () => {
  it('ends what the same account was waiting in before', async () => {
    const it = await rig()
    const first = await sendCode(it, 'a@b.c')
    const second = await sendCode(it, 'a@b.c')
    must(await it.program.runner.submit(second.id, 'code', { code: 'abcd' }))
    const id = theId(it.program.views.accounts()[0])
    expect(it.program.runner.view(first.id)).toBeUndefined()
    const again = must(await it.program.runner.begin('login', madeUpServer, id))
    expect(again.phase).toMatchObject({ view: { step: 'email' } })
  })
})
