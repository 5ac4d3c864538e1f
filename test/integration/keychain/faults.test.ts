import { describe, expect, it } from 'vitest'
import { startKeyring } from './keyring'
import { attributesOf, built, clientFor, done, failed, newRef, setUp, stateOf } from './set-up'

describe('a keyring that is not there', () => {
  it('says that there is no session bus', async () => {
    const keychain = clientFor({
      HOME: '/nonexistent',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
    })
    expect(await keychain.get(newRef())).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'no-session-bus' })
  })

  it('says that no Secret Service runs on the bus', async () => {
    const { keychain } = await setUp({ daemon: 'none' })
    expect(await keychain.set(newRef(), 'x')).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'no-secret-service' })
    keychain.useMemory(() => false)
    const ref = newRef()
    expect(await keychain.set(ref, 'x')).toEqual(done)
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'x' })
    expect(keychain.state).toEqual({ kind: 'memory' })
  })

  it('starts a service that the bus can start', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'activatable' })
    // It is the service's first start: there is no keyring yet, and making one needs a password.
    expect(await keychain.get(newRef(), { unattended: true })).toEqual(failed('keychain-locked'))
    const prompter = await keyring.prompter()
    prompter.answer({ password: 'a new one' })
    const ref = newRef()
    expect(await keychain.set(ref, 'first')).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('first')
    expect(prompter.shown).toBeGreaterThan(0)
  })
})

describe('a desktop on which nobody has made a keyring yet', () => {
  it('is ready and asks nobody; the first secret has the system make one', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'activatable' })
    const prompter = await keyring.prompter()
    expect(await keychain.retry({ unattended: true })).toEqual({ kind: 'ready' })
    expect(await keychain.retry()).toEqual({ kind: 'ready' })
    expect(prompter.shown).toBe(0)
    const ref = newRef()
    const write = keychain.set(ref, 'first')
    await prompter.until('shown', 1)
    expect(keychain.state).toEqual({ kind: 'asking' })
    prompter.answer({ password: 'a new one' })
    expect(await write).toEqual(done)
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(await keyring.lookup(attributesOf(ref))).toBe('first')
  })
})

describe('a keyring or process that breaks', () => {
  it('recovers from a restart of the daemon in a fresh process', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.set(ref, 'before')
    const before = built.started.length
    await keyring.restartDaemon()
    expect(await keychain.get(ref, { unattended: true })).toEqual({ ok: true, value: 'before' })
    await keyring.restartDaemon()
    expect(await keychain.set(ref, 'after')).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('after')
    expect(built.started.length - before).toBe(2)
  })

  it('says so while the daemon is away, and goes on when it is back', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.set(ref, 'kept')
    await keyring.killDaemon()
    expect(await keychain.get(ref)).toEqual(failed('keychain-unavailable'))
    expect(await keychain.delete(ref)).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'no-secret-service' })
    await keyring.restartDaemon()
    expect(await keychain.retry()).toEqual({ kind: 'ready' })
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'kept' })
  })

  it('cuts off a background read that a hung daemon leaves without an answer', async () => {
    const { keyring, keychain } = await setUp({}, { unattendedRead: 500 })
    const ref = newRef()
    await keychain.set(ref, 'kept')
    keyring.pauseDaemon()
    expect(await keychain.get(ref, { unattended: true })).toEqual(failed('keychain-timeout'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'not-answering' })
    keyring.resumeDaemon()
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'kept' })
  })

  it('replaces a process that hangs and makes sure that it is gone', async () => {
    const { keychain } = await setUp({}, { unattendedRead: 2000, killGrace: 200 })
    const ref = newRef()
    await keychain.set(ref, 'kept')
    const hanging = built.started.at(-1)
    const gone = new Promise((resolve) => {
      hanging?.once('exit', (_, signal) => resolve(signal))
    })
    hanging?.kill('SIGSTOP')
    expect(await keychain.get(ref, { unattended: true })).toEqual({ ok: true, value: 'kept' })
    expect(await gone).toBe('SIGKILL')
  })

  it.each(['get', 'set', 'delete'] as const)(
    'does %s again when the process is killed in the middle of it',
    async (operation) => {
      const { keyring, keychain } = await setUp()
      const ref = newRef()
      await keychain.set(ref, 'kept')
      // The daemon is stopped, so that the call is certainly still under way when the process dies.
      keyring.pauseDaemon()
      const result = operation === 'set' ? keychain.set(ref, 'new') : keychain[operation](ref)
      const child = built.started.at(-1)
      const gone = new Promise((resolve) => child?.once('exit', resolve))
      child?.kill('SIGKILL')
      await gone
      keyring.resumeDaemon()
      expect(await result).toMatchObject({ ok: true })
      const left = { get: 'kept', set: 'new', delete: undefined }[operation]
      expect(await keyring.lookup(attributesOf(ref))).toBe(left)
    },
  )

  it('survives a process that is killed while the system asks, and does not ask twice', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const asking = stateOf(keychain, 'asking')
    const write = keychain.set(newRef(), 'x')
    await asking
    await prompter.until('shown', 1)
    built.started.at(-1)?.kill('SIGKILL')
    expect(await write).toEqual(failed('keychain-timeout'))
    expect(await keychain.get(newRef(), { unattended: true })).toEqual(failed('keychain-locked'))
    expect(prompter.shown).toBe(1)
  })

  it('recovers when the whole session bus goes away and says what is missing', async () => {
    const keyring = await startKeyring()
    const keychain = clientFor(keyring.env)
    await keychain.set(newRef(), 'x')
    await keyring.close()
    expect(await keychain.get(newRef())).toEqual(failed('keychain-unavailable'))
    expect(keychain.state).toEqual({ kind: 'unavailable', reason: 'no-session-bus' })
  })
})
