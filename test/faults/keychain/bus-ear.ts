/** Hears what is called on a keyring's session bus, so that a fault strikes in the middle of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Keyring } from '../../integration/keychain/keyring'

const limitMs = 15_000

/** Resolves as soon as any of these methods of the Secret Service is called. Listens once it returns. */
export async function firstCall(
  keyring: Keyring,
  members: readonly string[],
): Promise<{ readonly called: Promise<void> }> {
  const monitor = spawn(
    'dbus-monitor',
    [
      ...['--address', keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''],
      "type='method_call',path_namespace='/org/freedesktop/secrets'",
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const lines = createInterface(monitor.stdout)
  const signal = AbortSignal.timeout(limitMs)
  // The bus tells a monitor that it has become one, and dbus-monitor prints that.
  await once(lines, 'line', { signal })
  const called = (async () => {
    try {
      for (;;) {
        const [line] = (await once(lines, 'line', { signal })) as [string]
        if (members.some((member) => line.endsWith(`member=${member}`))) return
      }
    } finally {
      monitor.kill()
    }
  })()
  return { called }
}
