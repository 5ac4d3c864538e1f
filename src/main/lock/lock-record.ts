/**
 * What is kept of the lock: one data key and the private half of an inbox, sealed with the passphrase.
 * This folder holds the optional lock: its record, the keychain that seals, wrong tries, and what
 * turning it on and off does. It knows accounts by their ids and nothing of windows.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { open, seal } from '../sealing/box'
import { freshInbox, type InboxKeys } from '../sealing/inbox'
import {
  deriveKey,
  freshPassphraseKey,
  keyBytes,
  passphraseKeyShape,
  type PassphraseKey,
} from '../sealing/passphrase-key'

/** What opens sealed secrets; in memory only while Latchkey is open. */
export interface LockKeys {
  readonly dataKey: Buffer
  readonly inbox: InboxKeys
}

const lockRecord = z.object({
  /** While the lock is turned on or off, some secrets are sealed and others are in clear. */
  phase: z.enum(['on', 'turning-on', 'turning-off']),
  passphrase: passphraseKeyShape,
  /** The keys, sealed with the passphrase. */
  keys: z.base64(),
  /** The public half of the inbox, with which secrets are sealed while nobody can open them. */
  inbox: z.base64(),
})
export type LockRecord = z.infer<typeof lockRecord>
export type LockPhase = LockRecord['phase']

const lockContent = z.lazy(() =>
  z.object({
    record: lockRecord.optional(),
    /** Its last good copy has other keys in it, or none, until this is saved once more. */
    owesCopy: z.boolean().optional(),
  }),
)
export type LockContent = z.infer<typeof lockContent>

const noRecord: LockContent = {}

/** `lock.json`; without a record the lock is off. */
export const lockFormat = {
  version: 1,
  empty: noRecord,
  read: (content: unknown): LockContent | undefined => lockContent.safeParse(content).data,
}

export function freshKeys(): LockKeys {
  return { dataKey: randomBytes(keyBytes), inbox: freshInbox() }
}

/** Makes a record from which the passphrase gives the keys back. `log2N` may be lower in tests. */
export async function makeRecord(
  keys: LockKeys,
  passphrase: string,
  phase: LockPhase,
  log2N?: number,
): Promise<LockRecord> {
  const how = freshPassphraseKey(log2N)
  const inbox = keys.inbox.publicKey.toString('base64')
  const wrapping = await deriveKey(passphrase, how)
  const content = Buffer.concat([keys.dataKey, keys.inbox.privateKey])
  const sealed = seal(wrapping, content, purposeOf(how, inbox))
  wrapping.fill(0)
  content.fill(0)
  return { phase, passphrase: how, keys: sealed.toString('base64'), inbox }
}

/** The keys of a record, or undefined for a wrong passphrase. */
export async function openRecord(
  record: LockRecord,
  passphrase: string,
): Promise<LockKeys | undefined> {
  const wrapping = await deriveKey(passphrase, record.passphrase)
  const purpose = purposeOf(record.passphrase, record.inbox)
  const content = open(wrapping, Buffer.from(record.keys, 'base64'), purpose)
  wrapping.fill(0)
  if (content === undefined) return undefined
  return {
    dataKey: content.subarray(0, keyBytes),
    inbox: {
      publicKey: Buffer.from(record.inbox, 'base64'),
      privateKey: content.subarray(keyBytes),
    },
  }
}

/** Overwrites keys that are not needed any more. */
export function wipe({ dataKey, inbox }: LockKeys): void {
  dataKey.fill(0)
  inbox.privateKey.fill(0)
}

/** Whoever changes the rest of a record, so that secrets would be sealed for them, cannot open it. */
function purposeOf(how: PassphraseKey, inbox: string): string {
  return `latchkey lock 1 ${how.kind} ${how.log2N} ${how.r} ${how.p} ${how.salt} ${inbox}`
}
