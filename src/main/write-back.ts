/**
 * What was read from its last good copy at the start is written anew: else that copy stays the only one,
 * and each start says the same of it again. The lock sees to its own record (lock/record-keeper.ts).
 */
import type { BookNotice } from '../shared/contract'
import type { Result } from '../shared/failure'
import type { Book } from './accounts/book'
import type { Log } from './log'
import type { SettingsStore } from './settings/settings'

/** For after the first window, which need not wait for it. The next start has nothing to tell any more. */
export async function writeBack(
  book: Pick<Book, 'loaded' | 'update'>,
  settings: Pick<SettingsStore, 'change'>,
  settingsFile: BookNotice,
  log: Log,
): Promise<void> {
  const note = (name: string, written: Result<void>): void => {
    if (!written.ok) log.info(`the restored ${name} is not written back: ${written.failure.code}`)
  }
  if (book.loaded.kind === 'restored') {
    note('book', await book.update((content) => ({ ...content })))
  }
  // As they are now, not as in the copy, which may allow scripts what was taken from them.
  if (settingsFile.kind === 'restored') note('settings', await settings.change({}))
}
