/**
 * The files that are read before there is a window: the settings, and how the lock stands. Those of the
 * accounts are read behind it (book-files.ts). What was found damaged, restored or newer is told as a
 * notice; nothing is lost by it.
 */
import { join } from 'node:path'
import type { BookNotice } from '../shared/contract'
import type { Locale } from '../shared/text/locale'
import { DurableFile, type FileFormat, type Loaded } from './accounts/durable-file'
import type { FileSteps } from './accounts/file-steps'
import type { Keychain } from './keychain/keychain'
import { Language } from './language'
import { openLock, type Locksmith } from './lock/open-lock'
import { firstSettings, SettingsStore, settingsFormat } from './settings/settings'

export interface FileOptions {
  readonly folder: string
  readonly now: () => number
  /** How files are read and written, if not as on any disk. */
  readonly fileSteps?: FileSteps | undefined
}

export interface FirstOptions extends FileOptions {
  readonly keychain: Keychain
  /** The best of the system's languages that Latchkey speaks. */
  readonly systemLocale: Locale
  /** What a try of the passphrase costs, if not as for a person's. */
  readonly passphraseLog2N?: number | undefined
}

/** What has to be known before there can be a window. */
export interface FirstFiles {
  readonly settings: SettingsStore
  readonly language: Language
  readonly locksmith: Locksmith
  readonly notices: Readonly<Record<'settingsFile' | 'lockFile', BookNotice>>
}

/** Throws where the disk refuses, or where the lock's record cannot be read. */
export async function openFirstFiles(options: FirstOptions): Promise<FirstFiles> {
  const { keychain, now, systemLocale, passphraseLog2N } = options
  const fileOf = filesIn(options)
  const settingsFile = fileOf('settings.json', settingsFormat)
  const [locksmith, found] = await Promise.all([
    openLock(fileOf, keychain, now, passphraseLog2N),
    settingsFile.load(),
  ])
  const settings = new SettingsStore(settingsFile, firstSettings(found))
  return {
    ...{ settings, locksmith },
    language: await Language.open(settings, systemLocale),
    notices: { settingsFile: noticeOf(found), lockFile: noticeOf(locksmith.loaded) },
  }
}

/** Gives what makes a file of the profile. */
export function filesIn({ folder, now, fileSteps }: FileOptions) {
  return <T>(name: string, format: FileFormat<T>): DurableFile<T> =>
    new DurableFile(join(folder, name), format, now, fileSteps)
}

/** What people are told of how a file was found. */
export function noticeOf(loaded: Loaded<unknown>): BookNotice {
  switch (loaded.kind) {
    case 'fine':
    case 'newer':
      return { kind: loaded.kind }
    case 'restored':
    case 'damaged':
      return { kind: loaded.kind, setAside: loaded.setAside }
  }
}
