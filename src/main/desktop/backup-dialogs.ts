/** The system's own questions for the file of a backup. A page never names a path. */
import {
  BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  type SaveDialogOptions,
  type SaveDialogReturnValue,
} from 'electron'
import type { Text } from '../../shared/text'
import type { BackupDesk } from '../backup/desk'
import type { Language } from '../language'

export function backupDialogs(
  language: () => Pick<Language, 'text'>,
  show: BackupDesk['show'],
): BackupDesk {
  return {
    async whereTo(windowId, defaultPath) {
      const words = language().text.backup
      const { canceled, filePath } = await askWhere(windowId, {
        ...{
          title: words.saveTitle,
          buttonLabel: words.saveButton,
          defaultPath,
          filters: [own(words)],
        },
        // Linux asks before it overwrites only when it is told to.
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      return canceled || filePath === '' ? undefined : filePath
    },
    async which(windowId) {
      const words = language().text.backup
      const { canceled, filePaths } = await askWhich(windowId, {
        ...{ title: words.openTitle, buttonLabel: words.openButton },
        filters: [own(words), { name: words.allFiles, extensions: ['*'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      return canceled ? undefined : filePaths[0]
    },
    show,
  }
}

function own(words: Text['backup']): FileFilter {
  return { name: words.fileKind, extensions: ['latchkey'] }
}

/** Over the window that asks, so that nothing else is done there meanwhile; it may have gone by then. */
function askWhere(windowId: number, options: SaveDialogOptions): Promise<SaveDialogReturnValue> {
  const window = BrowserWindow.fromId(windowId)
  return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)
}

function askWhich(windowId: number, options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
  const window = BrowserWindow.fromId(windowId)
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}
