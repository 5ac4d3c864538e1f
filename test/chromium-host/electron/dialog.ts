import { basename } from 'node:path'
import type Electron from 'electron'
import { only } from './facade'

/** A dialog that the app showed. */
export interface ShownDialog {
  readonly kind: 'message' | 'error' | 'open' | 'save'
  readonly title: string
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/**
 * Dialogs that a test answers. Without a waiting answer, a dialog answers as a person would who
 * cancels it: nothing that the app asks about is agreed to by accident.
 */
export class Dialogs {
  readonly shown: ShownDialog[] = []
  private readonly answers: unknown[] = []

  /** Keeps an answer for the next dialog: a button's number or label, a path or several. */
  answerNext(value: unknown): void {
    this.answers.push(value)
  }

  messageBox(options: Electron.MessageBoxOptions): Electron.MessageBoxReturnValue {
    const { title = '', message, detail = '', buttons = [], checkboxChecked = false } = options
    this.shown.push({ kind: 'message', title, message, detail, buttons })
    const answer = this.answers.shift()
    const named = typeof answer === 'string' ? buttons.indexOf(answer) : answer
    if (typeof answer === 'string' && named === -1) {
      throw new Error(`The dialog has no button "${answer}", but: ${buttons.join(', ')}`)
    }
    const response = typeof named === 'number' ? named : cancelOf(options)
    return { response, checkboxChecked }
  }

  error(title: string, message: string): void {
    this.shown.push({ kind: 'error', title, message, detail: '', buttons: [] })
    console.error(`${title}\n${message}`)
  }

  paths(kind: 'open' | 'save', title: string): string[] {
    this.shown.push({ kind, title, message: '', detail: '', buttons: [] })
    const answer = this.answers.shift()
    return [answer].flat().filter((path): path is string => typeof path === 'string')
  }

  /** electron.dialog */
  module(): Pick<
    Electron.Dialog,
    'showMessageBox' | 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'
  > {
    return only('dialog', {
      showMessageBox: (...args: DialogArguments<Electron.MessageBoxOptions>) =>
        Promise.resolve(this.messageBox(optionsOf(args))),
      showErrorBox: (title: string, content: string) => {
        this.error(title, content)
      },
      showOpenDialog: (...args: DialogArguments<Electron.OpenDialogOptions>) => {
        const filePaths = this.paths('open', optionsOf(args).title ?? '')
        return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
      },
      showSaveDialog: (...args: DialogArguments<Electron.SaveDialogOptions>) => {
        const options = optionsOf(args)
        const [filePath = ''] = this.paths(
          'save',
          options.title ?? basename(options.defaultPath ?? ''),
        )
        return Promise.resolve({ canceled: filePath === '', filePath })
      },
    })
  }
}

/** Electron's dialogs take a window, or none, before their options. */
type DialogArguments<T> = [options: T] | [window: unknown, options: T]

function optionsOf<T>(args: DialogArguments<T>): T {
  return args.length === 2 ? args[1] : args[0]
}

function cancelOf({ cancelId, buttons = [] }: Electron.MessageBoxOptions): number {
  const named = buttons.findIndex((label) => /^(cancel|no)$/i.test(label))
  return cancelId ?? (named === -1 ? 0 : named)
}
