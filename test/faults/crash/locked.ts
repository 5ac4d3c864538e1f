/** A program with a passphrase, for deeds about the lock and for what is judged after them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keychain } from '../../../src/main/keychain/keychain'
import {
  freshKeys,
  lockFormat,
  makeRecord,
  openRecord,
  type LockRecord,
} from '../../../src/main/lock/lock-record'
import { Seal } from '../../../src/main/lock/seal'
import { SealedKeychain } from '../../../src/main/lock/sealed-keychain'
import type { Program } from '../../../src/main/program'

/** What the lock is set to at the start of a deed, and what the deed changes it to. */
export const passphrases = ['hovgarden at dusk', 'a lantern for kim'] as const

/** So little work that it can be done hundreds of times. */
export const cheapLog2N = 10

const lockFile = 'lock.json'

/** Sets a passphrase for a profile that no program has opened yet. */
export async function setPassphrase(profile: string): Promise<void> {
  const record = await makeRecord(freshKeys(), passphrases[0], 'on', cheapLog2N)
  await writeFile(join(profile, lockFile), JSON.stringify({ version: 1, record }), { mode: 0o600 })
}

/** The keychain as somebody reads and writes it who knows the passphrases. */
export async function withPassphrase(profile: string, keychain: Keychain): Promise<Keychain> {
  const record = await recordOf(profile)
  if (!record) return keychain
  for (const passphrase of passphrases) {
    const keys = await openRecord(record, passphrase)
    if (!keys) continue
    const writes = record.phase === 'turning-off' ? 'clear' : 'sealed'
    return new SealedKeychain(keychain, new Seal({ kind: 'open', keys, writes }))
  }
  throw new Error('No passphrase opens the lock.')
}

/** Unlocks with whichever passphrase it is that holds, and waits until nothing is under way. */
export async function unlockAndSettle(program: Program): Promise<void> {
  for (const passphrase of passphrases) {
    if (program.lock.isLocked) await program.lock.unlock(passphrase)
  }
  await program.idle()
}

/** Why the entries of the keyring are not as the lock asks for, if they are not. */
export async function wrongForm(
  profile: string,
  program: Program,
  entries: readonly string[],
): Promise<string | undefined> {
  const { kind } = program.lock.view.value
  if (kind !== 'off' && kind !== 'open') return `the lock is ${kind}`
  const record = await recordOf(profile)
  if ((record?.phase === 'on') !== (kind === 'open')) return `the record says ${record?.phase}`
  const other = entries.filter((text) => text.startsWith('latchkey-sealed:') !== (kind === 'open'))
  return other.length === 0
    ? undefined
    : `${other.length} of ${entries.length} secrets are not as the lock (${kind}) has them`
}

async function recordOf(profile: string): Promise<LockRecord | undefined> {
  const text = await readFile(join(profile, lockFile), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : lockFormat.read(JSON.parse(text))?.record
}
