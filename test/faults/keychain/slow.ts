/** A keychain that is there and answers late, and a keychain process that dies while it works. */
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outcome } from '../fault'
import { firstCall } from './bus-ear'
import { atDesk, type Desk } from './desk'

const title = 'The keychain does not answer'
const notAnswering = { title, remedy: /log out of your desktop and in again/, offers: 'Try again' }
const answerAfterMs = 30_000
/** What one look at the keyring may take, and what a busy machine adds. */
const answerLimitMs = 10_000

/**
 * The daemon is stopped for 30 s when a login has just begun to write its token, so that the write gets
 * its answer late, or none; and once more while nobody is asking it anything.
 */
export function answersLate(): Promise<Outcome> {
  return atDesk({}, async (desk) => {
    const { person, keyring, old } = desk
    await person.keychainIs('Ready')
    const { called } = await firstCall(keyring, ['CreateItem', 'OpenSession'])
    const login = person.spendsACode('early@ruuvi.example')
    await called
    keyring.pauseDaemon()
    const resumed = pause(answerAfterMs).then(() => keyring.resumeDaemon())
    await login
    await person.press('Stop')
    await person.isHeld('early@ruuvi.example', 'Stopped', 3_000)
    await person.keychainIs('No answer', notAnswering, answerAfterMs)
    await person.accountIs(old.email, /Ready/)
    await resumed
    await person.triesAgain(title)
    await person.endsLogin('early@ruuvi.example')

    keyring.pauseDaemon()
    await person.failsToCopy(old, 'The keychain did not answer', answerLimitMs)
    await person.keychainIs('No answer', notAnswering)
    await person.spendsACode('second@ruuvi.example')
    await person.isHeld('second@ruuvi.example', 'The keychain did not answer', answerLimitMs)
    keyring.resumeDaemon()
    await person.triesAgain(title)
    await person.endsLogin('second@ruuvi.example')
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'the daemon stopped for 30 s in the middle of a write, and again under a read and a login'
  })
}

/** The app's keychain process is killed while the daemon holds its answer back: at a read, at a write. */
export function processKilled(): Promise<Outcome> {
  return atDesk({}, async (desk) => {
    const { person, keyring, old, findings } = desk
    await person.keychainIs('Ready')
    await person.openAccount(old.email)
    keyring.pauseDaemon()
    await person.app.seam('writeClipboard', '')
    await person.pressCopy()
    await killKeychainProcess(desk)
    keyring.resumeDaemon()
    const copied = await person.copied()
    findings.check(copied === old.token, 'a read that lost its process gave another token')
    const { called } = await firstCall(keyring, ['CreateItem', 'OpenSession'])
    const login = person.spendsACode('early@ruuvi.example')
    await called
    keyring.pauseDaemon()
    await login
    await killKeychainProcess(desk)
    keyring.resumeDaemon()
    await person.endsLogin('early@ruuvi.example')
    for (let kills = 0; kills < 4; kills += 1)
      await killKeychainProcess(desk).catch(() => undefined)
    await person.isWellAgain(old, 'later@ruuvi.example')
    return 'the keychain process killed in the middle of a read, of a write, and while it had nothing to do'
  })
}

/** Kills it at once, and waits until it is gone. */
async function killKeychainProcess({ app }: Desk): Promise<void> {
  const pid = await keychainProcessOf(app.pid)
  if (pid === undefined) throw new Error('The app has no keychain process.')
  process.kill(pid, 'SIGKILL')
  while ((await keychainProcessOf(app.pid)) === pid) await pause(10)
}

async function keychainProcessOf(parent: number): Promise<number | undefined> {
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name in brackets may hold blanks; state and parent follow it.
    const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (Number(ppid) !== parent || state === 'Z') continue
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (words.includes('keychain.cjs')) return Number(name)
  }
  return undefined
}
