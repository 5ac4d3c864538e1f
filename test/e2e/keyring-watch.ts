/** Counts what is asked of the keyring, by watching its session bus. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Keyring } from '../integration/keychain/keyring'
import { expect } from './fixtures'

export interface KeyringWatch {
  /** How many calls anybody but the test has made so far. */
  calls(): Promise<number>
  close(): Promise<void>
}

/** Begins to watch; nobody else may be asking the keyring for anything just then. */
export async function watchKeyring(keyring: Keyring): Promise<KeyringWatch> {
  const monitor = spawn(
    'dbus-monitor',
    [
      ...['--address', keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''],
      "type='method_call',path_namespace='/org/freedesktop/secrets'",
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ended = new Promise((resolve) => monitor.once('close', resolve))
  const callers: string[] = []
  createInterface(monitor.stdout).on('line', (line) => {
    const [, caller] = /^method call .* sender=(\S+) /.exec(line) ?? []
    if (caller !== undefined) callers.push(caller)
  })
  // What the bus shows is in order: when the test's own call is seen, all before it has been.
  await expect.poll(async () => (await keyring.isLocked(), callers.length)).toBeGreaterThan(0)
  const [own] = callers
  const count = (of: (caller: string) => boolean): number => callers.filter(of).length
  return {
    async calls() {
      const before = count((caller) => caller === own)
      await keyring.isLocked()
      // It asks which keyring there is, then that one.
      await expect.poll(() => count((caller) => caller === own)).toBeGreaterThanOrEqual(before + 2)
      return count((caller) => caller !== own)
    },
    async close() {
      monitor.kill()
      await ended
    },
  }
}
