/**
 * The files of a profile, read at the start: the book and its companions, the settings, and how the
 * lock stands. What was found damaged, restored or newer is told as a notice; nothing is lost by it.
 */
import { join } from 'node:path'
import type { BookNotice } from '../shared/contract'
import { Book, bookFormat } from './accounts/book'
import { DurableFile, type FileFormat, type Loaded } from './accounts/durable-file'
import type { FileSteps } from './accounts/file-steps'
import { History, historyFormat } from './accounts/history'
import { Usage, activityFormat, outcomesFormat } from './accounts/usage'
import type { Keychain } from './keychain/keychain'
import { openLock, type Locksmith } from './lock/open-lock'
import { firstSettings, SettingsStore, settingsFormat } from './settings/settings'

export interface ProfileOptions {
  readonly folder: string
  readonly keychain: Keychain
  readonly now: () => number
  /** How files are read and written, if not as on any disk. */
  readonly fileSteps?: FileSteps | undefined
  /** What a try of the passphrase costs, if not as for a person's. */
  readonly passphraseLog2N?: number | undefined
}

export interface Profile {
  readonly book: Book
  readonly usage: Usage
  readonly settings: SettingsStore
  readonly locksmith: Locksmith
  /** How each file that people care about was found. */
  readonly notices: Readonly<Record<'book' | 'settingsFile' | 'lockFile', BookNotice>>
}

/** Opens all files at once. Throws where the disk refuses, or where the lock's record cannot be read. */
export async function openFiles(options: ProfileOptions): Promise<Profile> {
  const { folder, keychain, now, fileSteps, passphraseLog2N } = options
  const fileOf = <T>(name: string, format: FileFormat<T>): DurableFile<T> =>
    new DurableFile(join(folder, name), format, now, fileSteps)
  const bookFile = fileOf('book.json', bookFormat)
  const activityFile = fileOf('activity.json', activityFormat)
  const outcomesFile = fileOf('outcomes.json', outcomesFormat)
  const historyFile = fileOf('history.json', historyFormat)
  const settingsFile = fileOf('settings.json', settingsFormat)
  const [locksmith, book, activity, outcomes, histories, settings] = await Promise.all([
    openLock(fileOf, keychain, now, passphraseLog2N),
    bookFile.load(),
    activityFile.load(),
    outcomesFile.load(),
    historyFile.load(),
    settingsFile.load(),
  ])
  const history = new History(historyFile, histories.value)
  return {
    book: new Book(bookFile, book),
    usage: new Usage(activityFile, outcomesFile, activity.value, outcomes.value, history),
    settings: new SettingsStore(settingsFile, firstSettings(settings)),
    locksmith,
    notices: {
      book: noticeOf(book),
      settingsFile: noticeOf(settings),
      lockFile: noticeOf(locksmith.loaded),
    },
  }
}

function noticeOf(loaded: Loaded<unknown>): BookNotice {
  switch (loaded.kind) {
    case 'fine':
    case 'newer':
      return { kind: loaded.kind }
    case 'restored':
    case 'damaged':
      return { kind: loaded.kind, setAside: loaded.setAside }
  }
}
