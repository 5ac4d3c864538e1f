/** A keychain that is not there: no session bus, no service on it, or one that goes while it is used. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketPath } from '../../../src/main/session-bus/session-bus'
import type { Keyring } from '../../integration/keychain/keyring'
import type { Outcome } from '../fault'
import { atDesk, type Desk } from './desk'

const title = 'There is no keychain to keep tokens in'
const noBus = { title, remedy: /outside a desktop session/, offers: 'Try again' }
const noServiceNotice = { title, remedy: /Install “gnome-keyring”/, offers: 'Try again' }

/**
 * The app starts before the desktop's bus: once with nothing in the environment, once with the address
 * of a bus that has gone. Later the bus listens where every desktop has it.
 */
export function noSessionBus(address: '' | 'stale'): Promise<Outcome> {
  return withoutBus(address, async ({ person, old }, busComes) => {
    await person.keychainIs('Missing', noBus)
    await person.accountIs(old.email, /Ready/)
    await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
    await person.spendsACode('early@ruuvi.example')
    await person.isHeld('early@ruuvi.example', 'There is no keychain to keep the token in')
    await busComes()
    await person.pressInNotice(title, 'Try again')
    await person.keychainIs('Ready')
    await person.endsLogin('early@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'started without a session bus; the bus came later, at the user’s own socket'
  })
}

/**
 * The whole session bus goes while the app runs, and another one comes at the same address. Chromium ends
 * with the bus that it was started on, as a window's toolkit does, so here it is started on none.
 */
export function busRestarted(): Promise<Outcome> {
  return withoutBus('', async ({ person, keyring, old }, busComes) => {
    await person.keychainIs('Missing', noBus)
    await busComes()
    await person.pressInNotice(title, 'Try again')
    await person.keychainIs('Ready')
    await person.copies(old)
    await keyring.stopBus()
    await person.keychainIs('Missing', noBus)
    await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
    await keyring.startBus()
    await person.pressInNotice(title, 'Try again')
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'the session bus ended and was started again while the app ran'
  })
}

/** A desk whose app has no session bus until `busComes` is called. */
async function withoutBus(
  address: '' | 'stale',
  work: (desk: Desk, busComes: () => Promise<void>) => Promise<string>,
): Promise<Outcome> {
  const runtime = await mkdtemp(join(tmpdir(), 'run-'))
  const env = {
    DBUS_SESSION_BUS_ADDRESS: address && `unix:path=${join(runtime, 'gone')}`,
    XDG_RUNTIME_DIR: runtime,
  }
  try {
    return await atDesk({ env }, (desk) =>
      work(desk, () => symlink(socketOf(desk.keyring), join(runtime, 'bus'))),
    )
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
    await person.keychainIs('Missing', noServiceNotice)
    await person.accountIs(old.email, /Ready/)
    await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
    await person.spendsACode('early@ruuvi.example')
    await person.isHeld('early@ruuvi.example', 'There is no keychain to keep the token in')
    await keyring.restartDaemon()
    await person.keychainIs('Ready')
    await person.endsLogin('early@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'started on a bus without a Secret Service; the service was started later'
  })
}

/** The daemon crashes while the app runs, and comes back: open, and once more locked. */
export function daemonKilled(): Promise<Outcome> {
  return atDesk({}, async ({ person, keyring, old, findings }) => {
    const prompter = await keyring.prompter()
    await person.keychainIs('Ready')
    await keyring.killDaemon()
    await person.keychainIs('Missing', noServiceNotice)
    await person.failsToCopy(old, 'There is no keychain to keep the token in', 3_000)
    await person.spendsACode('early@ruuvi.example')
    await person.isHeld('early@ruuvi.example', 'There is no keychain to keep the token in')
    await keyring.restartDaemon()
    await person.keychainIs('Ready')
    await person.endsLogin('early@ruuvi.example')
    await keyring.restartDaemon({ locked: true })
    await person.keychainIs('Locked')
    await person.accountIs(old.email, /Keychain locked/)
    findings.check(prompter.shown === 0, `the system asked ${prompter.shown} times`)
    await keyring.unlock()
    await person.isWellAgain(old, 'later@ruuvi.example')
    findings.check(prompter.shown === 0, `the system asked ${prompter.shown} times`)
    return 'the daemon killed and started again, then restarted locked, all while the app ran'
  })
}
