import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accountId } from '../../../src/shared/account'
import { KeychainClient, type KeychainTimings } from '../../../src/main/keychain/client'
import type { KeychainState, SecretRef } from '../../../src/main/keychain/keychain'
import { buildKeychainProcess, type BuiltProcess } from './keychain-process'
import { startKeyring, type Keyring, type KeyringOptions } from './keyring'

const service = 'latchkey-test'
let built: BuiltProcess
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  built = await buildKeychainProcess()
}, 60_000)
afterAll(() => built.remove())
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function keyringFor(options: KeyringOptions = {}): Promise<Keyring> {
  const keyring = await startKeyring(options)
  open.push(keyring)
  return keyring
}

function clientFor(env: NodeJS.ProcessEnv, timings: Partial<KeychainTimings> = {}): KeychainClient {
  const path = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }
  const spawn = () => built.spawn({ ...path, ...env })
  const client = new KeychainClient({ spawn, service, timings })
  open.push(client)
  return client
}

async function setUp(options: KeyringOptions = {}, timings: Partial<KeychainTimings> = {}) {
  const keyring = await keyringFor(options)
  return { keyring, keychain: clientFor(keyring.env, timings) }
}

function newRef(kind: SecretRef['kind'] = 'session'): SecretRef {
  return { account: accountId.parse(randomUUID()), kind }
}

function attributesOf({ account, kind }: SecretRef) {
  return { service, account: `${account}/${kind}` }
}

function stateOf(keychain: KeychainClient, kind: KeychainState['kind']): Promise<void> {
  return new Promise((resolve) => {
    const stop = keychain.onState((state) => {
      if (state.kind !== kind) return
      stop()
      resolve()
    })
  })
}

const done = { ok: true, value: undefined }
const failed = (code: string) => ({
  ok: false,
  failure: expect.objectContaining({ code }) as unknown,
})

describe('an unlocked keyring', () => {
  it('keeps a secret that another program reads back, under a label that people understand', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    expect(await keychain.set(ref, 'tökén 🔑 "x"\n')).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('tökén 🔑 "x"\n')
    expect(await keychain.get(ref)).toEqual({ ok: true, value: 'tökén 🔑 "x"\n' })
    const [item] = await keyring.items()
    expect(item?.label).toBe(`${service}/${ref.account}/session`)
    expect(keychain.state).toEqual({ kind: 'ready' })
  })

  it('keeps kinds apart, replaces, and deletes for good', async () => {
    const { keyring, keychain } = await setUp()
    const session = newRef()
    const password: SecretRef = { ...session, kind: 'password' }
    await keychain.set(session, 'one')
    await keychain.set(password, 'two')
    await keychain.set(session, 'three')
    expect(await keychain.get(password)).toEqual({ ok: true, value: 'two' })
    expect(await keyring.items()).toHaveLength(2)
    expect(await keychain.delete(session)).toEqual(done)
    expect(await keychain.delete(session)).toEqual(done)
    expect(await keychain.get(session)).toEqual(failed('secret-missing'))
    expect(await keyring.lookup(attributesOf(session))).toBeUndefined()
    expect(await keyring.lookup(attributesOf(password))).toBe('two')
  })

  it.each([
    ['1 byte', 'x'],
    ['2,500 bytes', 'x'.repeat(2500)],
    ['2,500 bytes of longer characters', 'ü'.repeat(1250)],
  ])('gives back %s as given', async (_, secret) => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    expect(await keychain.set(ref, secret)).toEqual(done)
    expect(await keychain.get(ref)).toEqual({ ok: true, value: secret })
    expect(await keyring.lookup(attributesOf(ref))).toBe(secret)
  })

  it.each([
    ['secret-too-large', 'x'.repeat(2501)],
    ['secret-too-large', `${'ü'.repeat(1250)}x`],
    ['invalid-input', 'a\0b'],
    ['invalid-input', ''],
    ['invalid-input', '\ud800'],
  ])('refuses with %s what some keychain would spoil', async (code, secret) => {
    const { keyring, keychain } = await setUp()
    expect(await keychain.set(newRef(), secret)).toEqual(failed(code))
    expect(await keyring.items()).toEqual([])
  })

  it('does calls in the order in which they came', async () => {
    const { keychain } = await setUp()
    const ref = newRef()
    const results = await Promise.all([
      keychain.set(ref, 'first'),
      keychain.get(ref),
      keychain.set(ref, 'second'),
      keychain.get(ref),
      keychain.delete(ref),
      keychain.get(ref),
    ])
    expect(results).toEqual([
      done,
      { ok: true, value: 'first' },
      done,
      { ok: true, value: 'second' },
      done,
      failed('secret-missing'),
    ])
  })

  it('reads five hundred secrets at a stroke through one process', async () => {
    const { keychain } = await setUp()
    const before = built.started.length
    const refs = Array.from({ length: 500 }, () => newRef())
    await keychain.set(refs[0] ?? newRef(), 'x'.repeat(900))
    const results = await Promise.all(refs.map((ref) => keychain.get(ref, { unattended: true })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(built.started.length - before).toBe(1)
  })

  it('leaves nothing running when it is closed, and finishes the writes under way', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.get(ref)
    const child = built.started.at(-1)
    const write = keychain.set(ref, 'last words')
    await keychain.close()
    expect(await write).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('last words')
    expect(child?.exitCode ?? child?.signalCode).not.toBeNull()
    expect(await keychain.get(ref)).toEqual(failed('cancelled'))
  })
})

describe('a locked keyring', () => {
  it('answers background calls at once and never calls a locked secret missing or deleted', async () => {
    const { keyring, keychain } = await setUp()
    const prompter = await keyring.prompter()
    const ref = newRef()
    await keychain.set(ref, 'still here')
    await keyring.lock()
    const unattended = { unattended: true }
    expect(await keychain.get(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.get(newRef(), unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.set(ref, 'other', unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.delete(ref, unattended)).toEqual(failed('keychain-locked'))
    expect(await keychain.delete(newRef(), unattended)).toEqual(failed('keychain-locked'))
    expect(keychain.state).toEqual({ kind: 'locked' })
    expect(prompter.shown).toBe(0)
    await keyring.unlock()
    expect(await keychain.get(ref, unattended)).toEqual({ ok: true, value: 'still here' })
    expect(keychain.state).toEqual({ kind: 'ready' })
  })

  it('learns at the start that it is locked, without a prompt', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    expect(await keychain.retry({ unattended: true })).toEqual({ kind: 'locked' })
    expect(prompter.shown).toBe(0)
  })

  it('asks a person who waits, and goes on when they enter the password', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const ref = newRef()
    const write = keychain.set(ref, 'after unlocking')
    await prompter.until('shown', 1)
    expect(keychain.state).toEqual({ kind: 'asking' })
    expect(await keychain.get(ref, { unattended: true })).toEqual(failed('keychain-locked'))
    prompter.answer({ password: keyring.password })
    expect(await write).toEqual(done)
    expect(await keyring.lookup(attributesOf(ref))).toBe('after unlocking')
    expect(keychain.state).toEqual({ kind: 'ready' })
    expect(prompter.shown).toBe(1)
  })

  it.each(['get', 'set', 'delete'] as const)(
    'takes a dismissed prompt for %s as a denial, and does not ask again by itself',
    async (operation) => {
      const { keyring, keychain } = await setUp()
      const prompter = await keyring.prompter()
      const ref = newRef()
      await keychain.set(ref, 'kept')
      await keyring.lock()
      prompter.answer('dismiss')
      const result =
        operation === 'set' ? await keychain.set(ref, 'other') : await keychain[operation](ref)
      expect(result).toEqual(failed('keychain-denied'))
      expect(keychain.state).toEqual({ kind: 'denied' })
      expect(await keychain.get(ref, { unattended: true })).toEqual(failed('keychain-denied'))
      expect(await keychain.retry({ unattended: true })).toEqual({ kind: 'denied' })
      expect(prompter.shown).toBe(1)
      prompter.answer({ password: keyring.password })
      expect(await keychain.retry()).toEqual({ kind: 'ready' })
      expect(prompter.shown).toBe(2)
      expect(await keychain.get(ref)).toEqual({ ok: true, value: 'kept' })
    },
  )

  it('stops waiting when the person cancels, whatever they then do with the prompt', async () => {
    const { keyring, keychain } = await setUp({ daemon: 'locked' })
    const prompter = await keyring.prompter()
    const before = built.started.length
    const cancel = new AbortController()
    const write = keychain.set(newRef(), 'never written', { signal: cancel.signal })
    await prompter.until('shown', 1)
    cancel.abort()
    expect(await write).toEqual(failed('cancelled'))
    expect(keychain.state).toEqual({ kind: 'denied' })
    prompter.answer({ password: keyring.password })
    await prompter.until('closed', 1)
    expect(await keyring.isLocked()).toBe(false)
    expect(await keyring.items()).toEqual([])
    expect(await keychain.retry()).toEqual({ kind: 'ready' })
    expect(built.started.length - before).toBe(1)
  })

  it('counts as denied where no program can show a prompt', async () => {
    const { keyring, keychain } = await setUp()
    const ref = newRef()
    await keychain.set(ref, 'kept')
    await keyring.lock()
    expect(await keychain.get(ref)).toEqual(failed('keychain-denied'))
    expect(await keychain.delete(ref)).toEqual(failed('keychain-denied'))
    await keyring.unlock()
    expect(await keyring.lookup(attributesOf(ref))).toBe('kept')
  })
})

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
    keychain.useMemory()
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
    expect(await write).toEqual(failed('keychain-unavailable'))
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
