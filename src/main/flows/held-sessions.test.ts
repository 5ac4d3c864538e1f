import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
import { fail } from '../../shared/failure'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import type { AttemptView } from '../../shared/flow'
import type { Keychain } from '../keychain/keychain'

/** A code was spent, and the keychain does not take the token. */
async function held(given: Parameters<typeof rig>[0] = {}) {
  const it = await rig(given)
  const sent = await sendCode(it, 'a@b.c')
  it.keychain.become({ kind: 'locked' })
  const attempt = must(await it.program.runner.submit(sent.id, 'code', { code: 'abcd' }))
  expect(attempt.failure?.code).toBe('keychain-locked')
  return { it, attempt, id: theId(it.program.views.accounts()[0]) }
}

/** The same, behind another flow that the person has begun and is in. */
async function heldBehindAnother() {
  const it = await rig()
  await logIn(it, 'a@b.c')
  const id = theId(it.program.views.accounts()[0])
  const { runner } = it.program
  const keychain: Keychain = it.keychain
  const set = it.keychain.set.bind(it.keychain)
  const asked = settled<undefined>()
  // The system asks; who leaves takes the question away, and unasked it refuses.
  keychain.set = (_, __, { signal, unattended } = {}) =>
    new Promise((answer) => {
      if (unattended === true) return answer(fail('keychain-denied'))
      signal?.addEventListener('abort', () => answer(fail('cancelled')))
      asked.settle(undefined)
    })
  const sent = must(await runner.begin('login', madeUpServer, id))
  must(await runner.submit(sent.id, 'email', {}))
  const submit = runner.submit(sent.id, 'code', { code: 'efgh' })
  await asked.promise
  const other = must(await runner.begin('reset', madeUpServer, id))
  await submit
  keychain.set = set
  return { it, id, sent, other }
}

const stepOf = ({ phase }: AttemptView): string => (phase.kind === 'step' ? phase.view.step : '')

const secrets = ({ keychain }: Rig): string => [...keychain.secrets.values()].join()

describe('a session that the keychain does not take', () => {
  it('stays until the person tries again', async () => {
    const { it, attempt } = await held()
    it.program.runner.leave(attempt.id)
    expect(it.program.runner.view(attempt.id)).toBeDefined()
    // Unlocked by another program, which nobody has told yet.
    it.keychain.state = { kind: 'ready' }
    const done = must(await it.program.runner.submit(attempt.id, stepOf(attempt), {}))
    expect(done.phase.kind).toBe('done')
    expect(secrets(it)).toContain('token-for-abcd')
  })

  it('is stored as soon as the keychain is ready, also when nobody looks at it any more', async () => {
    const { it, attempt, id } = await held()
    it.program.runner.leave(attempt.id)
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    expect(secrets(it)).toContain('token-for-abcd')
    expect(it.program.runner.views()).toEqual([])
    expect(it.program.views.account(id)).toMatchObject({ state: 'ready', waiting: undefined })
  })

  it('is stored before the program ends, if the keychain takes it by then', async () => {
    const { it } = await held()
    it.keychain.state = { kind: 'ready' }
    await it.program.close()
    expect(secrets(it)).toContain('token-for-abcd')
  })

  it('brings back no account that is being removed', async () => {
    const { it, id } = await held()
    must(it.program.removals.begin(id))
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    expect(it.program.views.accounts()).toEqual([])
    must(it.program.removals.undo(id))
    expect(it.program.views.account(id)?.state).toBe('ready')
  })

  it('is written once where it had come through without anybody knowing', async () => {
    const it = await rig()
    const keychain: Keychain = it.keychain
    const set = it.keychain.set.bind(it.keychain)
    let writes = 0
    keychain.set = async (ref, secret) => {
      writes += 1
      must(await set(ref, secret))
      return fail('keychain-timeout')
    }
    const sent = await sendCode(it, 'a@b.c')
    must(await it.program.runner.submit(sent.id, 'code', { code: 'abcd' }))
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    expect(writes).toBe(1)
    expect(it.program.runner.views()).toEqual([])
    expect(it.program.views.accounts()).toMatchObject([{ state: 'ready', waiting: undefined }])
  })

  it('is not offered as if nothing had been sent, should the program end before it is stored', async () => {
    const { it } = await held()
    const book = await readFile(join(it.folder, 'book.json'), 'utf8')
    expect(book).toContain('"unsure":true')
  })

  it('comes before another flow that has begun meanwhile', async () => {
    const { it, id, sent } = await heldBehindAnother()
    const resumed = must(await it.program.runner.resume(id))
    expect(resumed.id).toBe(sent.id)
    expect(stepOf(resumed)).toBe('(keychain)')
  })

  it('waits while somebody is in another flow of its account, until the program ends', async () => {
    const { it, id, other } = await heldBehindAnother()
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    expect(it.program.runner.view(other.id)).toMatchObject({ flow: 'reset' })
    expect(secrets(it)).not.toContain('token-for-efgh')
    const held = must(await it.program.runner.resume(id))
    expect(must(await it.program.runner.submit(held.id, stepOf(held), {})).phase.kind).toBe('done')
    expect(it.program.runner.view(other.id)).toMatchObject({ flow: 'reset' })
  })

  it('is stored once nobody is in the other flow any more', async () => {
    const { it, id, other } = await heldBehindAnother()
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    it.program.runner.leave(other.id)
    await it.program.idle()
    expect(secrets(it)).toContain('token-for-efgh')
    expect(it.program.runner.views()).toEqual([])
    expect(it.program.views.account(id)).toMatchObject({ state: 'ready', waiting: undefined })
  })

  it('is given up once a later login has brought another one', async () => {
    const { it, id } = await held()
    const next = await sendCode(it, 'a@b.c')
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    must(await it.program.runner.submit(next.id, 'code', { code: 'ijkl' }))
    await it.program.idle()
    expect(secrets(it)).toContain('token-for-ijkl')
    expect(it.program.runner.views()).toEqual([])
    expect(it.program.views.account(id)).toMatchObject({ state: 'ready', waiting: undefined })
  })

  it('does not wait for an attempt that is for no account', async () => {
    let full = false
    const write: FileSteps['write'] = (path, text, fresh) =>
      full && path.includes('book.json')
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : fileSteps.write(path, text, fresh)
    const it = await rig({ fileSteps: { ...fileSteps, write } })
    const { runner } = it.program
    it.script.logIn = () => Promise.resolve({ access: 'costly-token' })
    const begin = () => runner.begin('login', madeUpServer, undefined)
    const login = must(await begin())
    full = true
    const values = { email: 'a@b.c', password: 'x' }
    expect(must(await runner.submit(login.id, 'password', values)).failure?.code).toBe(
      'disk-failed',
    )
    must(await begin())
    full = false
    it.keychain.become({ kind: 'ready' })
    await it.program.idle()
    expect(secrets(it)).toContain('costly-token')
  })

  it('is stored though the person leaves while that is under way', async () => {
    const { it, attempt } = await held()
    const asked = settled<undefined>()
    const keychain: Keychain = it.keychain
    const set = it.keychain.set.bind(it.keychain)
    keychain.set = (ref, secret, { signal } = {}) => {
      if (signal === undefined) return set(ref, secret)
      asked.settle(undefined)
      return new Promise((answer) => {
        signal.addEventListener('abort', () => answer(fail('cancelled')))
      })
    }
    it.keychain.become({ kind: 'ready' })
    await asked.promise
    it.program.runner.leave(attempt.id)
    await it.program.idle()
    expect(secrets(it)).toContain('token-for-abcd')
  })

  it('is stored at the end, whatever else its account goes on in', async () => {
    const { it } = await heldBehindAnother()
    await it.program.close()
    expect(secrets(it)).toContain('token-for-efgh')
  })

  it('does not log in again whoever has logged out meanwhile', async () => {
    const it = await rig()
    await logIn(it, 'a@b.c')
    const id = theId(it.program.views.accounts()[0])
    const sent = must(await it.program.runner.begin('login', madeUpServer, id))
    must(await it.program.runner.submit(sent.id, 'email', {}))
    it.keychain.become({ kind: 'locked' })
    const attempt = must(await it.program.runner.submit(sent.id, 'code', { code: 'efgh' }))
    expect(attempt.failure?.code).toBe('keychain-locked')
    const keychain: Keychain = it.keychain
    const prepareDelete = it.keychain.prepareDelete.bind(it.keychain)
    // Asked for the session that is to be ended, the person unlocks it.
    keychain.prepareDelete = (ref, options = {}) => {
      if (options.unattended !== true) it.keychain.become({ kind: 'ready' })
      return prepareDelete(ref)
    }
    must(await it.program.sessions.logOut(id))
    await it.program.idle()
    expect(secrets(it)).toBe('')
    expect(it.program.views.account(id)?.hasSecret).toBe(false)
    expect(it.program.runner.view(attempt.id)?.failure?.code).toBe('keychain-locked')
    must(await it.program.runner.submit(attempt.id, stepOf(attempt), {}))
    expect(secrets(it)).toContain('token-for-efgh')
  })

  it('can be stopped while a keychain does not answer, which holds nothing else up', async () => {
    const { it, attempt } = await held()
    const asked = settled<undefined>()
    const keychain: Keychain = it.keychain
    keychain.set = (_, __, { signal } = {}) =>
      new Promise((answer) => {
        signal?.addEventListener('abort', () => answer(fail('cancelled')))
        asked.settle(undefined)
      })
    it.keychain.become({ kind: 'ready' })
    await asked.promise
    expect(it.program.runner.view(attempt.id)?.busy).toBe('submit')
    must(it.program.runner.stop(attempt.id))
    await it.program.idle()
    expect(it.program.runner.view(attempt.id)).toMatchObject({
      busy: undefined,
      failure: { code: 'keychain-locked' },
    })
  })

  it('goes to the memory as soon as secrets are kept there', async () => {
    const { it, id } = await held()
    it.keychain.useMemory(() => false)
    await it.program.idle()
    expect(it.program.runner.views()).toEqual([])
    expect(it.program.views.account(id)).toMatchObject({ hasSecret: true, waiting: undefined })
  })

  it('tells the log by name of a bug that it meets when the program ends', async () => {
    const { it } = await held()
    const keychain: Keychain = it.keychain
    keychain.set = () => Promise.reject(new Error('a bug'))
    await it.program.close()
    expect(it.logged()).toContain('finishing what was cut short')
  })
})
