/**
 * What the app gets for `electron`. Every member that it can reach is named in this folder: the
 * module's own here, an object's in the `members` of its class. Whatever is not named throws.
 */
import type { HostApp } from './app'
import type { browserWindowClass } from './browser-window-class'
import { HostClipboardItem, type HostClipboard } from './clipboard'
import {
  HostScreen,
  type HostPower,
  type HostShortcuts,
  type HostTheme,
  type Opened,
} from './desktop'
import type { Dialogs } from './dialog'
import { facadeOf, only, onlyClass } from './facade'
import type { HostIpcMain } from './ipc-main'
import { HostMenu, HostMenuItem } from './menu'
import { nativeImageModule } from './native-image'
import { notificationClass, type HostNotification } from './notification'
import type { Sessions } from './session'
import { HostTray } from './tray'
import type { UtilityProcesses } from './utility-process'

export interface ModuleParts {
  readonly app: HostApp
  readonly BrowserWindow: ReturnType<typeof browserWindowClass>
  readonly ipcMain: HostIpcMain
  readonly sessions: Sessions
  readonly clipboard: HostClipboard
  /** Where the notifications that the app shows are kept. */
  readonly notifications: HostNotification[]
  readonly dialogs: Dialogs
  readonly opened: Opened
  readonly shortcuts: HostShortcuts
  readonly theme: HostTheme
  readonly power: HostPower
  readonly utilities: UtilityProcesses
}

/** Puts the parts together as the object that `require('electron')` gives. */
export function electronModule(parts: ModuleParts): object {
  return only('', {
    app: facadeOf(parts.app),
    BrowserWindow: onlyClass('BrowserWindow', parts.BrowserWindow, [
      'getAllWindows',
      'getFocusedWindow',
      'fromWebContents',
      'fromId',
    ]),
    ipcMain: facadeOf(parts.ipcMain),
    session: only('session', parts.sessions.module()),
    protocol: facadeOf(parts.sessions.default.protocol),
    Tray: onlyClass('Tray', HostTray, []),
    Menu: onlyClass('Menu', HostMenu, [
      'buildFromTemplate',
      'setApplicationMenu',
      'getApplicationMenu',
    ]),
    MenuItem: onlyClass('MenuItem', HostMenuItem, []),
    clipboard: facadeOf(parts.clipboard),
    ClipboardItem: onlyClass('ClipboardItem', HostClipboardItem, []),
    nativeImage: nativeImageModule(),
    Notification: onlyClass('Notification', notificationClass(parts.notifications), [
      'isSupported',
    ]),
    dialog: parts.dialogs.module(),
    shell: parts.opened.module(),
    globalShortcut: parts.shortcuts.module(),
    nativeTheme: facadeOf(parts.theme),
    powerMonitor: facadeOf(parts.power),
    screen: facadeOf(new HostScreen()),
    utilityProcess: parts.utilities.module(),
  })
}
