import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { SecretService } from '../../../src/main/keychain/secret-service'
import { SessionBus, type BusCall } from '../../../src/main/session-bus/session-bus'
import { ok } from '../../../src/shared/failure'
import { logIn, must, rig, theId } from '../../fakes/program'
import { attributesOf, done, failed, newRef, service, setUp } from './set-up'

const unattended = { unattended: true }
const limit = 10_000
const loginItem = '/org/freedesktop/secrets/collection/login/1'

/** A connection that notes what the Secret Service is asked. */
async function listen(address: string, asked: string[]): Promise<SessionBus | undefined> {
  const bus = await SessionBus.connect([address], limit)
  if (bus === undefined) return undefined
  const call = bus.call.bind(bus)
  bus.call = (each: BusCall, within: number) => {
    if (each.destination === 'org.freedesktop.secrets') asked.push(each.member)
    return call(each, within)
  }
  return bus
}

/** gnome-keyring tells by whole seconds which of two copies is the newer. */
async function nextSecond(): Promise<void> {
  await sleep(1010 - (Date.now() % 1000))
}

describe('a keyring that is not the default one any more', () => {
  /** An account whose earlier token lies locked in the login keyring, and its new one in the other. */
  const setUpCopies = async (other: 'session' | 'second' = 'session') => {
    const { keyring, keychain } = await setUp()
    if (other === 'second') await keyring.addSecond()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keychain.set(ref, 'earlier')
    await keyring.lock()
    await keyring.setDefault(other)
    expect(await keychain.set(ref, 'new', unattended)).toEqual(done)
    return { keyring, keychain, prompter, ref }
  }

  it('hides no token while it is locked, and raises no prompt', async () => {
    const { keychain, prompter, ref } = await setUpCopies()
    expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: 'new' })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'new' })
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(prompter.shown).toBe(0)
  })

  it('keeps a deletion from leaving a copy behind: all or nothing, and said', async () => {
    const { keyring, keychain, prompter, ref } = await setUpCopies()
    expect(await keychain.delete(ref, unattended)).toEqual(failed('keychain-copy-locked'))
    expect(prompter.shown).toBe(0)
    prompter.answer('dismiss')
    expect(await keychain.delete(ref)).toEqual(failed('keychain-copy-locked'))
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: 'new' })
    prompter.answer({ password: keyring.password })
    expect(await keychain.delete(ref)).toEqual(done)
    expect(await keyring.items()).toEqual([])
    expect(prompter.shown).toBe(2)
  })

  it('takes nothing from the default one that was unlocked for a deletion', async () => {
    const { keyring, keychain, prompter, ref } = await setUpCopies('second')
    await keyring.lock()
    const deletion = keychain.delete(ref)
    await prompter.until('shown', 1)
    prompter.answer({ password: keyring.password })
    prompter.answer('wait')
    await prompter.until('shown', 2)
    prompter.answer('dismiss')
    expect(await deletion).toEqual(failed('keychain-copy-locked'))
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: 'new' })
  })

  it.each(['logOut', 'remove'] as const)(
    'leaves the session open at the service where a person does not unlock it for %s',
    async (deed) => {
      const { keyring, keychain } = await setUp()
      const prompter = await keyring.prompter()
      const it = await rig({ realKeychain: keychain })
      let ended = 0
      it.script.logOut = () => {
        ended += 1
        return Promise.resolve(ok(undefined))
      }
      await logIn(it, 'a@b.c', 'abcd')
      await it.program.idle()
      await keyring.lock()
      await keyring.setDefault('session')
      await logIn(it, 'a@b.c', 'wxyz')
      await it.program.idle()
      const { sessions, views } = it.program
      const id = theId(views.accounts()[0])
      const perform = () => (deed === 'logOut' ? sessions.logOut(id) : sessions.remove(id, true))
      prompter.answer('dismiss')
      expect(await perform()).toEqual(failed('keychain-copy-locked'))
      expect(prompter.shown).toBe(1)
      expect(ended).toBe(0)
      expect(must(await sessions.token(id))).toBe('token-for-wxyz')
      prompter.answer({ password: keyring.password })
      expect(await perform()).toEqual(done)
      expect(ended).toBe(1)
      expect(await keyring.items()).toEqual([])
      expect(prompter.shown).toBe(2)
      await it.program.close()
    },
  )

  it('is not asked about when the default one has to be unlocked', async () => {
    const { keyring, keychain, prompter, ref } = await setUpCopies('second')
    await keyring.lock()
    prompter.answer({ password: keyring.password })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'new' })
    expect(prompter.shown).toBe(1)
    await keyring.setDefault('login')
    expect(await keyring.isLocked()).toBe(true)
  })

  it('gives the newest token where all copies lie open', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    const writes = ['login', 'session', 'login'] as const
    for (const [index, collection] of writes.entries()) {
      await keyring.setDefault(collection)
      await nextSecond()
      await keychain.set(ref, `token ${index}`)
      expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: `token ${index}` })
    }
    expect(await keyring.items()).toHaveLength(2)
    expect(await keychain.delete(ref, unattended)).toEqual(done)
    expect(await keyring.items()).toEqual([])
  })

  it('does not stand in for the default one while that is locked', async () => {
    const { keyring, keychain } = await setUp()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keyring.setDefault('session')
    await keychain.set(ref, 'earlier')
    await keyring.setDefault('login')
    await nextSecond()
    await keychain.set(ref, 'new')
    await keyring.lock()
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.delete(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(prompter.shown).toBe(0)
    prompter.answer({ password: keyring.password })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'new' })
  })
})

describe('an entry in a keyring that is not the default one', () => {
  it('is deleted while the default one is locked, which is not asked about', async () => {
    const { keyring, keychain } = await setUp()
    await keyring.addSecond()
    const prompter = await keyring.prompter()
    const refs = [newRef(), newRef(), newRef()] as const
    await keyring.setDefault('second')
    for (const ref of refs) await keychain.set(ref, 'elsewhere')
    await keyring.setDefault('login')
    await keyring.lock()
    expect(await keychain.delete(refs[0], unattended)).toEqual(done)
    expect(await keychain.delete(refs[1])).toEqual(done)
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(prompter.shown).toBe(0)
    expect(await keychain.delete(refs[0], unattended)).toEqual(failed('keychain-locked'))
    expect(await keyring.items()).toHaveLength(1)
  })

  it('is deleted once a person has unlocked that one', async () => {
    const { keyring, keychain } = await setUp()
    await keyring.addSecond()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keyring.setDefault('second')
    await keychain.set(ref, 'elsewhere')
    await keyring.lock()
    await keyring.setDefault('login')
    await keyring.lock()
    prompter.answer({ password: keyring.password })
    expect(await keychain.delete(ref)).toEqual(done)
    expect(prompter.shown).toBe(1)
    expect(await keyring.items()).toEqual([])
    expect(await keyring.isLocked()).toBe(true)
  })
})

describe('a look for an entry', () => {
  it('asks one thing more, and only where a copy of it is locked', async () => {
    const { keyring, keychain } = await setUp()
    const asked: string[] = []
    const secrets = new SecretService({
      connect: () => listen(keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '', asked),
      answerLimit: limit,
      startLimit: limit,
      onChanged: () => undefined,
    })
    const ref = newRef()
    const entry = { service, name: `${ref.account}/${ref.kind}` }
    const look = async () => {
      asked.length = 0
      const seen = await secrets.look(entry)
      return { seen, asked: [...asked] }
    }
    await keychain.set(ref, 'earlier')
    const open = { entry: 'unlocked', lockedPaths: [], lockedCopies: [] }
    expect(await look()).toMatchObject({ seen: open, asked: ['SearchItems'] })
    await keyring.lock()
    const shut = { entry: 'locked', lockedPaths: [loginItem], lockedCopies: [] }
    expect(await look()).toMatchObject({ seen: shut, asked: ['SearchItems'] })
    await keyring.setDefault('session')
    await keychain.set(ref, 'new')
    const copied = { entry: 'unlocked', lockedPaths: [], lockedCopies: [loginItem] }
    expect(await look()).toMatchObject({ seen: copied, asked: ['SearchItems', 'ReadAlias'] })
    await keyring.setDefault('login')
    expect(await look()).toMatchObject({ seen: shut, asked: ['SearchItems', 'ReadAlias'] })
  })
})

describe('what another program keeps under the same names', () => {
  it('is not taken for an open entry, for keytar would then prompt for the locked one', async () => {
    const { keyring, keychain } = await setUp()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keychain.set(ref, 'locked away')
    await keyring.lock()
    await keyring.setDefault('session')
    await keyring.store(attributesOf(ref), "somebody's own")
    prompter.answer('dismiss')
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(prompter.shown).toBe(0)
  })
})
