/** The book and its companions, read at the start behind the first window. */
import type { BookNotice } from '../shared/contract'
import { Book, bookFormat } from './accounts/book'
import { History, historyFormat } from './accounts/history'
import { Usage, activityFormat, outcomesFormat } from './accounts/usage'
import { filesIn, noticeOf, type FileOptions } from './first-files'

export interface BookFiles {
  readonly book: Book
  readonly usage: Usage
  readonly notice: BookNotice
}

/** Opens the book and its companions at once. Throws where the disk refuses. */
export async function openBookFiles(options: FileOptions): Promise<BookFiles> {
  const fileOf = filesIn(options)
  const bookFile = fileOf('book.json', bookFormat)
  const activityFile = fileOf('activity.json', activityFormat)
  const outcomesFile = fileOf('outcomes.json', outcomesFormat)
  const historyFile = fileOf('history.json', historyFormat)
  const [book, activity, outcomes, histories] = await Promise.all([
    bookFile.load(),
    activityFile.load(),
    outcomesFile.load(),
    historyFile.load(),
  ])
  const history = new History(historyFile, histories.value)
  return {
    book: new Book(bookFile, book),
    usage: new Usage(activityFile, outcomesFile, activity.value, outcomes.value, history),
    notice: noticeOf(book),
  }
}
