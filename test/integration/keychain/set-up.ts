/** What the tests of this folder have in common: a keyring, a client, and their end. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { accountId } from '../../../src/shared/account'
import { KeychainClient } from '../../../src/main/keychain/client'
import type { KeychainState, SecretRef } from '../../../src/main/keychain/keychain'
import type { KeychainTimings } from '../../../src/main/keychain/timings'
import { buildKeychainProcess, type BuiltProcess } from './keychain-process'
import { startKeyring, type Keyring, type KeyringOptions } from './keyring'

export const service = 'latchkey-test'
export let built: BuiltProcess
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  built = await buildKeychainProcess()
}, 60_000)
afterAll(() => built.remove())
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

export function clientFor(
  env: NodeJS.ProcessEnv,
  timings: Partial<KeychainTimings> = {},
): KeychainClient {
  const path = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }
  const spawn = () => built.spawn({ ...path, ...env })
  const client = new KeychainClient({ spawn, service, timings })
  open.push(client)
  return client
}

export async function setUp(
  options: KeyringOptions = {},
  timings: Partial<KeychainTimings> = {},
): Promise<{ keyring: Keyring; keychain: KeychainClient }> {
  const keyring = await startKeyring(options)
  open.push(keyring)
  return { keyring, keychain: clientFor(keyring.env, timings) }
}

export function newRef(kind: SecretRef['kind'] = 'session'): SecretRef {
  return { account: accountId.parse(randomUUID()), kind }
}

/** What the entry of a secret is found by in the keyring. */
export function attributesOf({ account, kind }: SecretRef): Record<string, string> {
  return { service, account: `${account}/${kind}` }
}

/** Resolves when the state is next of that kind. */
export function stateOf(keychain: KeychainClient, kind: KeychainState['kind']): Promise<void> {
  return new Promise((resolve) => {
    const stop = keychain.onState((state) => {
      if (state.kind !== kind) return
      stop()
      resolve()
    })
  })
}

export const done = { ok: true, value: undefined }

export function failed(code: string): unknown {
  return { ok: false, failure: expect.objectContaining({ code }) as unknown }
}
