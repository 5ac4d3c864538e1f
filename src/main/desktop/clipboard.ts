import { app, BrowserWindow, clipboard, ClipboardItem } from 'electron'
import { CopiedSecret, waylandBoard, type Board, type CopiedSecretOptions } from './copied-secret'

const systemBoard: Board = {
  write: (forms) => clipboard.write([new ClipboardItem({ ...forms })]),
  readText: () => clipboard.readText(),
  clear: () => clipboard.clear(),
  heeds: () => true,
}

/** Copies secrets to the system's clipboard; copied-secret.ts says how and for how long. */
export class SecretClipboard extends CopiedSecret {
  constructor({ wayland, ...options }: CopiedSecretOptions & { readonly wayland: boolean }) {
    const inFront = (): boolean => BrowserWindow.getFocusedWindow() !== null
    super(wayland ? waylandBoard(systemBoard, inFront) : systemBoard, options)
    app.on('browser-window-focus', () => void this.cameToFront())
    // When the program closes at last, no window is there that would be heeded; now it may be.
    app.on('before-quit', () => void this.clear())
  }
}
