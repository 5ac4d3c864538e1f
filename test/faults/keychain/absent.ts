/** A keychain that is not there: no session bus, no service on it, or one that goes while it is used. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketPath } from '../../../src/main/session-bus/session-bus'
import type { Keyring } from '../../integration/keychain/keyring'
import type { Outcome } from '../fault'
import { atDesk } from './desk'

const title = 'There is no keychain to keep tokens in'
const noBus = { title, remedy: /outside a desktop session/, offers: 'Try again' }
const noServiceNotice = { title, remedy: /Install “gnome-keyring”/, offers: 'Try again' }

/**
 * The app starts before the desktop's bus: once with nothing in the environment, once with the address
 * of a bus that has gone. Later the bus listens where every desktop has it.
 */
export async function noSessionBus(address: '' | 'stale'): Promise<Outcome> {
  const runtime = await mkdtemp(join(tmpdir(), 'run-'))
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address && `unix:path=${join(runtime, 'gone')}`,
    XDG_RUNTIME_DIR: runtime,
  }
  try {
    return await atDesk({ env }, async ({ person, keyring, old }) => {
      await person.keychainIs('Not there', noBus)
      await person.accountIs(old.email, /Ready/)
      await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
      await person.spendsACode('early@ruuvi.example')
      await person.isHeld('early@ruuvi.example', 'There is no keychain to keep the token in')
      await symlink(socketOf(keyring), join(runtime, 'bus'))
      await person.pressInNotice(title, 'Try again')
      await person.keychainIs('Ready')
      await person.savesTheToken('early@ruuvi.example')
      await person.isWellAgain(old, 'later@ruuvi.example')
      return 'started without a session bus; the bus came later, at the user’s own socket'
    })
  } finally {
    await rm(runtime, { recursive: true, force: true })
  }
}

function socketOf({ env }: Keyring): string {
  const path = socketPath(env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  if (path === undefined) throw new Error('The keyring has no session bus.')
  return path
}

/** A bus on which nobody keeps secrets, until the person has started something that does. */
export function noService(): Promise<Outcome> {
  return atDesk({ before: (keyring) => keyring.killDaemon() }, async ({ person, keyring, old }) => {
    await person.keychainIs('Not there', noServiceNotice)
    await person.accountIs(old.email, /Ready/)
    await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
    await person.spendsACode('early@ruuvi.example')
    await person.isHeld('early@ruuvi.example', 'There is no keychain to keep the token in')
    await keyring.restartDaemon()
    await person.pressInNotice(title, 'Try again')
    await person.savesTheToken('early@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'started on a bus without a Secret Service; the service was started later'
  })
}
