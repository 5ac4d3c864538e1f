/** What the faults of the keychain show through the window, on the client and a real keyring alone. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { KeychainState } from '../../../src/main/keychain/keychain'
import { socketPath } from '../../../src/main/session-bus/session-bus'
import { attributesOf, clientFor, done, failed, newRef, setUp } from '../keychain/set-up'

const unattended = { unattended: true }
const gone: KeychainState = { kind: 'unavailable', reason: 'no-session-bus' }

it.each([
  ['no address', ''],
  ['the address of a bus that has gone', 'unix:path=/nonexistent/bus'],
])('finds the bus that comes after it was started with %s', async (_, address) => {
  const { keyring } = await setUp()
  const runtime = await mkdtemp(join(tmpdir(), 'run-'))
  const { env } = keyring
  const keychain = clientFor({
    ...env,
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: address,
  })
  const ref = newRef()
  expect(await keychain.set(ref, 'early')).toEqual(failed('keychain-unavailable'))
  expect(keychain.state).toEqual(gone)
  const socket = socketPath(env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  await symlink(socket ?? '', join(runtime, 'bus'))
  expect(await keychain.set(ref, 'late')).toEqual(done)
  expect(await keyring.lookup(attributesOf(ref))).toBe('late')
  await rm(runtime, { recursive: true })
})

it('hears by itself that the keyring is locked, unlocked, gone and back, and asks nobody', async () => {
  const { keyring, keychain } = await setUp()
  const prompter = await keyring.prompter()
  await keychain.retry(unattended)
  const kind = (): string => keychain.state.kind
  await keyring.lock()
  await expect.poll(kind).toBe('locked')
  await keyring.unlock()
  await expect.poll(kind).toBe('ready')
  await keyring.killDaemon()
  await expect.poll(kind).toBe('unavailable')
  await keyring.restartDaemon({ locked: true })
  await expect.poll(kind).toBe('locked')
  await keyring.unlock()
  await expect.poll(kind).toBe('ready')
  expect(prompter.shown).toBe(0)
  await keyring.stopBus()
  await expect.poll(() => keychain.state).toEqual(gone)
  await keyring.startBus()
  expect(await keychain.retry()).toEqual({ kind: 'ready' })
  const ref = newRef()
  expect(await keychain.set(ref, 'well again')).toEqual(done)
  // The new bus is watched like the one before.
  await keyring.lock()
  await expect.poll(kind).toBe('locked')
})

it('gives up a write that the keyring does not answer, and what comes after it has the last word', async () => {
  const { keyring, keychain } = await setUp()
  const ref = newRef()
  await keychain.set(ref, 'first')
  keyring.pauseDaemon()
  const cancel = new AbortController()
  const late = keychain.set(ref, 'given up', { signal: cancel.signal })
  cancel.abort()
  expect(await late).toEqual(failed('cancelled'))
  const next = keychain.set(ref, 'last')
  keyring.resumeDaemon()
  expect(await next).toEqual(done)
  expect(await keyring.lookup(attributesOf(ref))).toBe('last')
})
