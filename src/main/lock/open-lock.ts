/** Reads how the lock stands at the start, and puts it around the keychain. */
import type { DurableFile, FileFormat, Loaded } from '../accounts/durable-file'
import type { Keychain } from '../keychain/keychain'
import { Lock, type LockOptions } from './lock'
import { lockFormat, type LockContent } from './lock-record'
import { RecordKeeper } from './record-keeper'
import { Seal, sealStateOf } from './seal'
import { SealedKeychain } from './sealed-keychain'
import { WrongTries, triesFormat } from './wrong-tries'

export interface Locksmith {
  /** The keychain for everybody. */
  readonly keychain: SealedKeychain
  /** How the lock's record was found. */
  readonly loaded: Loaded<LockContent>
  /** A passphrase is asked for before anything of an account is shown. */
  readonly startsLocked: boolean
  /** Makes the lock, once there is a book. */
  lock(rest: Pick<LockOptions, 'book' | 'lanes' | 'log'>): Lock
}

const newerRecord =
  'lock.json was written by a newer Latchkey. Start that one, or update this one; nothing was changed.'

/** Throws where the lock's record is there and cannot be read by this version. */
export async function openLock(
  fileOf: <T>(name: string, format: FileFormat<T>) => DurableFile<T>,
  keychain: Keychain,
  now: () => number,
  log2N?: number,
): Promise<Locksmith> {
  const file = fileOf('lock.json', lockFormat)
  const triesFile = fileOf('lock-tries.json', triesFormat)
  const [loaded, tries] = await Promise.all([file.load(), triesFile.load()])
  const { kind, value } = loaded
  // Without its record the lock would look off, and what is written would be in clear.
  if (kind === 'newer' && value === lockFormat.empty) throw new Error(newerRecord)
  const { record } = value
  const sealed = new SealedKeychain(keychain, new Seal(sealStateOf(record)))
  return {
    keychain: sealed,
    loaded,
    startsLocked: record !== undefined,
    lock: (rest) =>
      new Lock({
        ...rest,
        ...{ keychain: sealed, now, log2N },
        records: new RecordKeeper(file, loaded, rest.log),
        tries: new WrongTries(triesFile, tries.value, now),
      }),
  }
}
