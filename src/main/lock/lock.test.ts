import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AccountId } from '../../shared/account'
import { createDispatcher } from '../bridge/dispatcher'
import { createLog } from '../log'
import { lockFormat, type LockKeys } from './lock-record'
import { WrongTries } from './wrong-tries'
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

  it('goes on after a restart in between, and seals only what is not sealed', async () => {
    const it = await withAccounts('kim@example.com', 'sam@example.com')
    const sealing = it.keychain.hold('session')
    must(await it.program.lock.turnOn(passphrase))
    await sealing.begun
    it.program.lock.stop()
    sealing.goOn()
    await it.program.idle()
    expect(it.program.lock.view.value).toMatchObject({ kind: 'stopped', to: 'sealed', total: 2 })
    const half = stored(it)
    expect(half.filter((text) => text.startsWith('latchkey-sealed:'))).toHaveLength(1)
    const { program, ...rest } = await it.restart()
    expect(program.lock.isLocked).toBe(true)
    must(await program.lock.unlock(passphrase))
    await program.idle()
    expect(program.lock.view.value).toEqual({ kind: 'open' })
    expect(stored({ program, ...rest }).every((text) => text.startsWith('latchkey-sealed:'))).toBe(
      true,
    )
    expect(stored({ program, ...rest })[0]).toBe(half[0])
  })

  it('stops at a secret that the keychain refuses, says whose, and goes on when told', async () => {
    const it = await withAccounts('kim@example.com')
    it.keychain.refusing = 'session'
    must(await it.program.lock.turnOn(passphrase))
    await it.program.idle()
    const [account] = ids(it)
    expect(it.program.lock.view.value).toEqual({
      ...{ kind: 'stopped', to: 'sealed', done: 0, total: 1, account },
      failure: { code: 'keychain-denied' },
    })
    it.keychain.refusing = undefined
    must(await it.program.lock.goOn())
    await it.program.idle()
    expect(it.program.lock.view.value).toEqual({ kind: 'open' })
    expect(stored(it)[0]).toMatch(/^latchkey-sealed:/)
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
      ['removal.begin', { account: id }],
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

describe('the passphrase', () => {
  const next = 'a lantern for kim'

  it('opens nothing when wrong, and costs ever more time', async () => {
    const it = await turnedOn('kim@example.com')
    const { lock } = it.program
    lock.lock()
    for (const failed of [1, 2]) {
      expect(await lock.unlock('not this one')).toMatchObject({
        failure: { code: 'wrong-passphrase', field: 'passphrase' },
      })
      expect(lock.view.value).toMatchObject({ kind: 'locked', failedTries: failed })
    }
    const third = await lock.unlock('not this one')
    expect(third.ok || third.failure.retryAt).toBeGreaterThan(Date.now())
    expect(await lock.unlock(passphrase)).toMatchObject({ failure: { code: 'too-many-tries' } })
    const again = await it.restart()
    expect(await again.program.lock.unlock(passphrase)).toMatchObject({
      failure: { code: 'too-many-tries' },
    })
  })

  it('can be changed: the new one opens, the old one nowhere, and no secret is written', async () => {
    const it = await turnedOn('kim@example.com')
    const before = stored(it)
    must(await it.program.lock.change(passphrase, next))
    expect(stored(it)).toEqual(before)
    const recordIn = async (name: string): Promise<unknown> =>
      lockFormat.read(JSON.parse(await readFile(join(it.folder, name), 'utf8')))?.record
    expect(await recordIn('lock.json.bak')).toEqual(await recordIn('lock.json'))
    const again = await it.restart()
    expect((await again.program.lock.unlock(passphrase)).ok).toBe(false)
    must(await again.program.lock.unlock(next))
    for (const id of ids(again)) expect((await again.program.sessions.token(id)).ok).toBe(true)
  })

  it('that could not be looked at, for want of memory, is not counted as wrong', async () => {
    const it = await turnedOn()
    await it.program.close()
    const file = join(it.folder, 'lock.json')
    // Such a key takes more memory than any that is given.
    const greedy = (await readFile(file, 'utf8'))
      .replace(/"log2N":\s*10/, '"log2N":20')
      .replace(/"r":\s*8/, '"r":16')
    for (const name of [file, `${file}.bak`]) await writeFile(name, greedy)
    const again = await rig({ folder: it.folder, keychain: it.keychain })
    for (let times = 0; times < 4; times += 1) {
      await expect(again.program.lock.unlock(passphrase)).rejects.toThrow('memory limit')
    }
    expect(again.program.lock.view.value).toEqual({ kind: 'locked', failedTries: 0 })
    expect(await readFile(join(it.folder, 'lock-tries.json'), 'utf8')).toContain('"failed":0')
  })

  it('that no key can be made of, for want of memory, leaves the old one and no keys lying about', async () => {
    const it = await turnedOn('kim@example.com')
    await it.program.close()
    const { folder, keychain } = it
    // What opens costs what it did; the next one would cost more memory than any that is given.
    const again = await rig({ folder, keychain, passphraseLog2N: 24 })
    must(await again.program.lock.unlock(passphrase))
    const looks = vi.spyOn(WrongTries.prototype, 'count')
    onTestFinished(() => looks.mockRestore())
    await expect(again.program.lock.change(passphrase, next)).rejects.toThrow('memory limit')
    const keys = (await looks.mock.results[0]?.value) as LockKeys
    const zeros = (key: Buffer): boolean => key.length > 0 && key.every((octet) => octet === 0)
    expect([zeros(keys.dataKey), zeros(keys.inbox.privateKey)]).toEqual([true, true])
    again.program.lock.lock()
    must(await again.program.lock.unlock(passphrase))
    for (const id of ids(again)) expect((await again.program.sessions.token(id)).ok).toBe(true)
  })

  it('is not changed to a common one, nor by whoever does not know it', async () => {
    const it = await turnedOn()
    expect(await it.program.lock.change(passphrase, 'password')).toMatchObject({
      failure: { code: 'invalid-input', field: 'next', detail: 'common' },
    })
    expect(await it.program.lock.change('not this one', next)).toMatchObject({
      failure: { code: 'wrong-passphrase' },
    })
    expect(await it.program.lock.turnOff('not this one')).toMatchObject({
      failure: { code: 'wrong-passphrase' },
    })
    expect(it.program.lock.view.value).toEqual({ kind: 'open' })
  })

  it('can be taken away: every secret is in clear again, also those that came while locked', async () => {
    const it = await turnedOn('kim@example.com')
    it.program.lock.lock()
    await logIn(it, 'sam@example.com')
    must(await it.program.lock.unlock(passphrase))
    must(await it.program.lock.turnOff(passphrase))
    await it.program.idle()
    expect(it.program.lock.view.value).toEqual({ kind: 'off' })
    for (const text of stored(it)) expect(text).toMatch(/^\{/)
    const again = await it.restart()
    expect(again.program.lock.isOn).toBe(false)
    for (const id of ids(again)) expect((await again.program.sessions.token(id)).ok).toBe(true)
  })

  it('whose record is gone loses no account: it says so, and a new login opens it', async () => {
    const it = await turnedOn('kim@example.com')
    await it.program.close()
    for (const name of ['lock.json', 'lock.json.bak']) await rm(join(it.folder, name))
    const again = await it.restart()
    const [id] = ids(again)
    if (!id) throw new Error('no account')
    expect(await again.program.sessions.token(id)).toMatchObject({
      failure: { code: 'secret-sealed' },
    })
    expect(again.program.views.account(id)?.state).toBe('secret-missing')
    await logIn(again, 'kim@example.com')
    expect((await again.program.sessions.token(id)).ok).toBe(true)
  })
})
