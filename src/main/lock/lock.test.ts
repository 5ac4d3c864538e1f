import { describe, expect, it } from 'vitest'
import type { AccountId } from '../../shared/account'
import { createDispatcher } from '../bridge/dispatcher'
import { createLog } from '../log'
import { logIn, madeUpServer, must, rig, type Rig } from '../../../test/fakes/program'

const passphrase = 'hovgarden at dusk'
const caller = { windowId: 1, paste: () => undefined }

async function withAccounts(...emails: string[]): Promise<Rig> {
  const it = await rig()
  for (const email of emails) await logIn(it, email)
  await it.program.idle()
  return it
}

function ids({ program }: Rig): AccountId[] {
  return program.views.accounts().map(({ id }) => id)
}

/** What lies in the keychain, as it is there. */
function stored({ keychain }: Rig): string[] {
  return [...keychain.secrets.values()]
}

async function turnedOn(...emails: string[]): Promise<Rig> {
  const it = await withAccounts(...emails)
  must(await it.program.lock.turnOn(passphrase))
  await it.program.idle()
  return it
}

describe('turning the lock on', () => {
  it('seals every secret, and each still opens its own account', async () => {
    const it = await withAccounts('kim@example.com', 'sam@example.com')
    const clear = stored(it)
    must(await it.program.lock.turnOn(passphrase))
    await it.program.idle()
    expect(it.program.lock.view.value).toEqual({ kind: 'open' })
    expect(stored(it)).toHaveLength(2)
    for (const secret of stored(it)) expect(secret).toMatch(/^latchkey-sealed:1:key:/)
    expect(stored(it).some((secret) => clear.includes(secret))).toBe(false)
    for (const id of ids(it)) expect((await it.program.sessions.token(id)).ok).toBe(true)
  })

  it('refuses a passphrase that is too short or common, and changes nothing', async () => {
    const it = await withAccounts('kim@example.com')
    const before = stored(it)
    for (const bad of ['short', 'password']) {
      expect(await it.program.lock.turnOn(bad)).toMatchObject({
        ok: false,
        failure: { code: 'invalid-input', field: 'passphrase' },
      })
    }
    expect(it.program.lock.view.value).toEqual({ kind: 'off' })
    expect(stored(it)).toEqual(before)
  })

  it('seals what comes later', async () => {
    const it = await turnedOn()
    await logIn(it, 'kim@example.com')
    await it.program.idle()
    expect(stored(it)[0]).toMatch(/^latchkey-sealed:1:key:/)
  })
})

describe('while locked', () => {
  it('gives nothing out, and answers nothing but what unlocks', async () => {
    const it = await turnedOn('kim@example.com')
    const { program } = it
    const [id] = ids(it)
    if (!id) throw new Error('no account')
    const dispatch = createDispatcher({
      handlers: program.handlers,
      log: createLog(() => undefined),
      checkOutputs: true,
      locked: () => program.lock.isLocked,
    })
    program.lock.lock()
    expect(await program.sessions.token(id)).toMatchObject({ failure: { code: 'latchkey-locked' } })
    for (const [name, input] of [
      ['accounts.copyToken', { account: id, form: 'token' }],
      ['accounts.remove', { account: id, evenIfStillLoggedIn: true }],
      ['settings.change', { lockAfterMinutes: 0 }],
      ['lock.turnOff', { passphrase }],
      ['lock.change', { passphrase, next: 'another passphrase' }],
    ] as const) {
      expect(await dispatch(name, input, caller), name).toMatchObject({
        failure: { code: 'latchkey-locked' },
      })
    }
    const snapshot = JSON.stringify(await dispatch('state.snapshot', {}, caller))
    expect(snapshot).toContain('"locked"')
    expect(snapshot).not.toContain('kim@example.com')
    expect((await dispatch('lock.unlock', { passphrase }, caller)).ok).toBe(true)
    expect((await program.sessions.token(id)).ok).toBe(true)
  })

  it('keeps a token that arrives, which only the passphrase opens', async () => {
    const it = await turnedOn('kim@example.com')
    it.program.lock.lock()
    await logIn(it, 'sam@example.com')
    await it.program.idle()
    expect(stored(it)).toHaveLength(2)
    expect(stored(it)[1]).toMatch(/^latchkey-sealed:1:inbox:/)
    must(await it.program.lock.unlock(passphrase))
    for (const id of ids(it)) expect((await it.program.sessions.token(id)).ok).toBe(true)
  })

  it('is what every start begins with', async () => {
    const it = await (await turnedOn('kim@example.com')).restart()
    expect(it.program.lock.view.value).toMatchObject({ kind: 'locked', failedTries: 0 })
    must(await it.program.lock.unlock(passphrase))
    for (const id of ids(it)) expect((await it.program.sessions.token(id)).ok).toBe(true)
  })

  it('forgets what was typed in attempts, and keeps what waits at the service', async () => {
    const it = await turnedOn('kim@example.com')
    const { program } = it
    const sent = must(await program.runner.begin('login', madeUpServer, undefined))
    await program.runner.submit(sent.id, 'email', { email: 'sam@example.com' })
    program.lock.lock()
    expect(program.runner.views()).toEqual([])
    must(await program.lock.unlock(passphrase))
    const sam = program.views.accounts().find(({ email }) => email === 'sam@example.com')
    expect(sam?.state).toBe('needs-verification')
  })
})
