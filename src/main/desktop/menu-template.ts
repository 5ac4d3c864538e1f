/**
 * The application's menu: what each system expects, and the shortcuts of text fields. Every item has
 * its words here: those that a system or Electron would put there are in English, or in another
 * language than the rest.
 */
import type { MenuItemConstructorOptions } from 'electron'
import type { Text } from '../../shared/text'
import { nextZoom, zoomSteps, type Zoom } from '../../shared/zoom'
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

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** What the menu holds, for Electron to build. */
export function menuTemplate(options: MenuOptions, state: MenuState): Item[] {
  return options.mac
    ? [
        appMenu(options, state),
        fileMenu(options, state),
        editMenu(options),
        viewMenu(options, state),
        windowMenu(options),
        helpMenu(options),
      ]
    : [fileMenu(options, state), editMenu(options), viewMenu(options, state), helpMenu(options)]
}

/** The program's own menu, which macOS alone has: there people look for settings and the end. */
function appMenu(options: MenuOptions, state: MenuState): Item {
  const words = options.text.menu
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      ...settingsAndLock(options, state),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(options: MenuOptions, state: MenuState): Item {
  const { mac, addAccount } = options
  const words = options.text.menu
  return {
    label: words.file,
    submenu: [
      { label: words.addAccount, accelerator: 'CmdOrCtrl+N', click: addAccount },
      ...(mac ? [] : settingsAndLock(options, state)),
      separator,
      { role: 'close', label: words.close },
      ...(mac ? [] : [{ role: 'quit', label: words.quit } as const]),
    ],
  }
}

function settingsAndLock({ text, openSettings }: MenuOptions, { lockNow }: MenuState): Item[] {
  const { settings, lock } = text.menu
  return [
    { label: settings, accelerator: 'CmdOrCtrl+,', click: openSettings },
    ...(lockNow ? [{ label: lock, accelerator: 'CmdOrCtrl+Shift+L', click: lockNow }] : []),
  ]
}

function editMenu({ text: { menu: words } }: MenuOptions): Item {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function viewMenu(options: MenuOptions, { isLocked }: MenuState): Item {
  const { settings, development } = options
  const words = options.text.menu
  return {
    label: words.view,
    submenu: [
      {
        type: 'checkbox',
        label: words.hideAddresses,
        checked: settings.value.hideAddresses,
        // It would uncover tray and notifications for somebody who has no passphrase.
        enabled: !isLocked,
        accelerator: 'CmdOrCtrl+Shift+H',
        // The page that has the focus listens to it.
        registerAccelerator: false,
        click: (item) => void settings.change({ hideAddresses: item.checked }),
      },
      separator,
      ...zoomItems(options),
      ...(development
        ? [separator, { role: 'toggleDevTools', label: words.developerTools } as const]
        : []),
    ],
  }
}

/**
 * Electron's own zoom items know no limits and remember nothing, so these change the setting, which
 * every window follows.
 */
function zoomItems({ text: { menu: words }, settings }: MenuOptions): Item[] {
  const { zoom } = settings.value
  const to = (wanted: Zoom) => () => void settings.change({ zoom: wanted })
  const larger: Item = {
    label: words.zoomIn,
    enabled: zoom !== zoomSteps.at(-1),
    click: to(nextZoom(zoom, 'in')),
  }
  return [
    {
      label: words.zoomReset,
      accelerator: 'CmdOrCtrl+0',
      enabled: zoom !== 100,
      click: to(100),
    },
    { ...larger, accelerator: 'CmdOrCtrl+Plus' },
    // The same key without Shift, where the plus sign needs it.
    { ...larger, accelerator: 'CmdOrCtrl+=', visible: false },
    {
      label: words.zoomOut,
      accelerator: 'CmdOrCtrl+-',
      enabled: zoom !== zoomSteps[0],
      click: to(nextZoom(zoom, 'out')),
    },
  ]
}

/** On macOS alone: elsewhere a window's own frame has all of this. */
function windowMenu({ text: { menu: words } }: MenuOptions): Item {
  return {
    role: 'windowMenu',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'zoom', label: words.zoomWindow },
      separator,
      { role: 'front', label: words.allToFront },
    ],
  }
}

/** The role brings macOS' field that searches the menus. */
function helpMenu({ text: { menu: words }, mac, showShortcuts }: MenuOptions): Item {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      { label: words.shortcuts, click: showShortcuts },
      ...(mac ? [] : [separator, { role: 'about', label: words.about } as const]),
    ],
  }
}
