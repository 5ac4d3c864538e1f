/** The application's menu: what each system expects, and the shortcuts of text fields. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Text } from '../../shared/text'

export interface MenuOptions {
  readonly text: Text
  readonly mac: boolean
  readonly development: boolean
  readonly addAccount: () => void
}

export function setApplicationMenu({ text, mac, development, addAccount }: MenuOptions): void {
  const words = text.menu
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      { label: words.addAccount, accelerator: 'CmdOrCtrl+N', click: addAccount },
      { type: 'separator' },
      { label: words.close, role: 'close' },
      ...(mac ? [] : [{ label: words.quit, role: 'quit' } as const]),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: words.edit,
    submenu: [
      { label: words.undo, role: 'undo' },
      { label: words.redo, role: 'redo' },
      { type: 'separator' },
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { label: words.selectAll, role: 'selectAll' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: words.view,
    submenu: [
      { label: words.zoomReset, role: 'resetZoom' },
      { label: words.zoomIn, role: 'zoomIn' },
      { label: words.zoomOut, role: 'zoomOut' },
      ...(development ? [{ role: 'toggleDevTools' } as const] : []),
    ],
  }
  const app: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...app, file, edit, view]))
}
