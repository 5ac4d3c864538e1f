import { clipboard, ClipboardItem } from 'electron'
import { CopiedSecret, type Board, type CopiedSecretOptions } from './copied-secret'

const systemBoard: Board = {
  write: (forms) => clipboard.write([new ClipboardItem({ ...forms })]),
  readText: () => clipboard.readText(),
  clear: () => clipboard.clear(),
}

/** Copies secrets to the system's clipboard; copied-secret.ts says how and for how long. */
export class SecretClipboard extends CopiedSecret {
  constructor(options: CopiedSecretOptions) {
    super(systemBoard, options)
  }
}
