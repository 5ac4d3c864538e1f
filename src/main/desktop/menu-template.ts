/** The application's menu: what each system expects, and the shortcuts of text fields. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Text } from '../../shared/text'
import type { SettingsStore } from '../settings/settings'

export interface MenuOptions {
  readonly text: Text
  readonly mac: boolean
  readonly development: boolean
  readonly addAccount: () => void
  readonly openSettings: () => void
  readonly showShortcuts: () => void
  readonly settings: Pick<SettingsStore, 'value' | 'change'>
}

export interface MenuState {
  /** Undefined where there is no passphrase to lock with. */
  readonly lockNow: (() => void) | undefined
  readonly isLocked: boolean
}

/** What the menu holds, for Electron to build. */
export function menuTemplate(
  options: MenuOptions,
  { lockNow, isLocked }: MenuState,
): MenuItemConstructorOptions[] {
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
      {
        type: 'checkbox',
        label: words.hideAddresses,
        checked: options.settings.value.hideAddresses,
        // It would uncover tray and notifications for somebody who has no passphrase.
        enabled: !isLocked,
        accelerator: 'CmdOrCtrl+Shift+H',
        // The page that has the focus listens to it.
        registerAccelerator: false,
        click: (item) => void options.settings.change({ hideAddresses: item.checked }),
      },
      { type: 'separator' },
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
  return mac
    ? [app, file, edit, view, { role: 'windowMenu' } as const, help]
    : [file, edit, view, help]
}
