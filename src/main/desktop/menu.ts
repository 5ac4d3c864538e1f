/** The application's menu: what each system expects, and the shortcuts of text fields. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Text } from '../../shared/text'
import type { Lock } from '../lock/lock'

export interface MenuOptions {
  readonly text: Text
  readonly mac: boolean
  readonly development: boolean
  readonly addAccount: () => void
  readonly openSettings: () => void
  readonly showShortcuts: () => void
}

/** Draws the menu, and draws it anew when a passphrase is set or taken away. */
export function followApplicationMenu(
  lock: Pick<Lock, 'view' | 'isOn' | 'lock'>,
  options: MenuOptions,
): void {
  let drawn: boolean | undefined
  const draw = (): void => {
    const { isOn } = lock
    if (isOn === drawn) return
    drawn = isOn
    setApplicationMenu(options, isOn ? () => lock.lock() : undefined)
  }
  draw()
  lock.view.onChange(draw)
}

/** `lockNow` is undefined where there is no passphrase to lock with. */
function setApplicationMenu(options: MenuOptions, lockNow: (() => void) | undefined): void {
  const { text, mac, development, addAccount, openSettings, showShortcuts } = options
  const words = text.menu
  const settings: MenuItemConstructorOptions = {
    label: words.settings,
    accelerator: 'CmdOrCtrl+,',
    click: openSettings,
  }
  const lock: MenuItemConstructorOptions[] = lockNow
    ? [{ label: words.lock, accelerator: 'CmdOrCtrl+Shift+L', click: lockNow }]
    : []
  const file: MenuItemConstructorOptions = {
    label: words.file,
    submenu: [
      { label: words.addAccount, accelerator: 'CmdOrCtrl+N', click: addAccount },
      // On macOS these are in the program's own menu, where they are looked for.
      ...(mac ? [] : [settings, ...lock]),
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
  const app: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      ...lock,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
  // On macOS this brings the field that searches the menus.
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: words.help,
    submenu: [{ label: words.shortcuts, click: showShortcuts }],
  }
  const template = mac
    ? [app, file, edit, view, { role: 'windowMenu' } as const, help]
    : [file, edit, view, help]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
