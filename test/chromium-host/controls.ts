import type Electron from 'electron'
import type { HostApp } from './electron/app'
import type { HostClipboard } from './electron/clipboard'
import {
  powerEvents,
  type HostPower,
  type HostShortcuts,
  type HostTheme,
  type Opened,
  type PowerEvent,
} from './electron/desktop'
import { hostEvent } from './electron/event'
import type { Dialogs, ShownDialog } from './electron/dialog'
import type { HostIpcMain } from './electron/ipc-main'
import type { HostNotification } from './electron/notification'
import type { Sessions, ToldSession } from './electron/session'
import type { Windows } from './electron/windows'
import { HostFrame } from './page/frames'
import type { SchemeMap } from './scheme'

/** What a test does in the place of the desktop and the person at it. All values are JSON. */
export interface HostControls {
  /** Answers the app's next dialog: a button's number or label; a path or paths; nothing cancels. */
  answerNextDialog(value: unknown): void
  /** The dialogs shown so far. */
  dialogs(): readonly ShownDialog[]
  emitPower(event: PowerEvent): void
  /** Seconds since the person did something. */
  setIdleTime(seconds: number): void
  setTheme(dark: boolean): void
  /** The clipboard's text, and every form of what is on it by MIME type. */
  clipboardRead(): Promise<{ text: string; forms: Record<string, string> }>
  /** Puts text on the clipboard, as another program would. */
  clipboardWrite(text: string): Promise<void>
  /** The system refuses what the app copies next, with an error that quotes it. */
  refuseNextCopy(): void
  /** From now on keeps what pages send to the app. */
  recordCalls(): void
  /** What pages have sent since, each as JSON of its channel and arguments. */
  recordedCalls(): readonly string[]
  openedExternally(): readonly string[]
  openedPaths(): readonly string[]
  notifications(): { title: string; body: string; visible: boolean }[]
  clickNotification(index: number): void
  registeredShortcuts(): readonly string[]
  /** Gives whether the app has that shortcut. */
  pressShortcut(accelerator: string): boolean
  /** Another program takes the keys, before the app does. */
  takeShortcut(accelerator: string): void
  windows(): WindowState[]
  /** What the app has told Electron of its pages, for what cannot be seen in Chromium's own. */
  told(): Promise<Told>
  /** A person uses the window, or another program (`null`). */
  focusWindow(id: number | null): void
  /** Whether the app refuses what its page, or a frame in it, would do in Electron and cannot here. */
  refuses(id: number, event: UnseenEvent): boolean
  /** A person moves or resizes the window, or maximises it. */
  moveWindow(id: number, bounds: WindowState['bounds']): void
  maximizeWindow(id: number): void
  /** A person closes the window; the app may prevent it. */
  closeWindow(id: number): void
  /** A person opens the app again, as from the Dock. */
  activate(): void
  /**
   * Sends to the app what a frame at `url` would that is not the window's top frame (or, with
   * `top`, is). Gives the answer. For what a page cannot be brought to do: being foreign.
   */
  invokeFromFrame(call: ForeignCall): Promise<{ ok: boolean; value: unknown }>
}

export type UnseenEvent = 'will-redirect' | 'will-attach-webview' | 'will-frame-navigate'

export interface ForeignCall {
  readonly windowId: number
  readonly url: string
  readonly top: boolean
  /** Sent while the window was closing, so that it arrives when there is none any more. */
  readonly late?: boolean
  readonly channel: string
  readonly args: readonly unknown[]
}

export interface WindowState {
  readonly id: number
  readonly title: string
  readonly url: string
  readonly visible: boolean
  readonly focused: boolean
  readonly maximized: boolean
  readonly alwaysOnTop: boolean
  readonly contentProtection: boolean
  readonly bounds: { x: number; y: number; width: number; height: number }
}

export interface Told {
  /** `app.enableSandbox()` */
  readonly sandboxed: boolean
  readonly schemes: readonly Electron.CustomScheme[]
  readonly windows: readonly {
    readonly url: string
    /** All of `webPreferences` but the session, which is no JSON. */
    readonly webPreferences: Readonly<Record<string, unknown>>
    readonly partition: string
  }[]
  readonly sessions: readonly ToldSession[]
}

export interface ControlledParts {
  readonly app: HostApp
  readonly windows: Windows
  readonly dialogs: Dialogs
  readonly power: HostPower
  readonly theme: HostTheme
  readonly clipboard: HostClipboard
  readonly opened: Opened
  readonly notifications: readonly HostNotification[]
  readonly shortcuts: HostShortcuts
  readonly ipcMain: HostIpcMain
  readonly schemes: SchemeMap
  readonly sessions: Sessions
}

export function hostControls(parts: ControlledParts): HostControls {
  const { app, windows, dialogs, power, theme, clipboard, opened, notifications, shortcuts } = parts
  const windowOf = (id: number) => {
    const found = windows.all.find((window) => window.id === id)
    if (found === undefined) throw new Error(`There is no window ${id}.`)
    return found
  }
  return {
    answerNextDialog: (value) => {
      dialogs.answerNext(value)
    },
    dialogs: () => dialogs.shown,
    emitPower: (event) => {
      if (!powerEvents.includes(event)) throw new Error(`There is no power event ${event}.`)
      power.emit(event)
    },
    setIdleTime: (seconds) => {
      power.idle = seconds
    },
    setTheme: (dark) => {
      theme.setSystem(dark)
    },
    clipboardRead: async () => ({
      text: await clipboard.readText(),
      forms: await clipboard.describe(),
    }),
    clipboardWrite: (text) => clipboard.writeText(text),
    refuseNextCopy: () => {
      clipboard.refuseNext()
    },
    recordCalls: () => {
      parts.ipcMain.heard ??= []
    },
    recordedCalls: () => parts.ipcMain.heard ?? [],
    openedExternally: () => opened.external,
    openedPaths: () => opened.paths,
    notifications: () => notifications.map((one) => one.describe()),
    clickNotification: (index) => {
      const found = notifications[index]
      if (found === undefined) throw new Error(`There is no notification ${index}.`)
      found.emit('click', {})
    },
    registeredShortcuts: () => shortcuts.registered,
    pressShortcut: (accelerator) => shortcuts.press(accelerator),
    takeShortcut: (accelerator) => {
      shortcuts.take(accelerator)
    },
    windows: () =>
      windows.all.map((window) => ({
        id: window.id,
        title: window.getTitle(),
        url: window.contents.getURL(),
        visible: window.isVisible(),
        focused: window.isFocused(),
        maximized: window.isMaximized(),
        alwaysOnTop: window.isAlwaysOnTop(),
        contentProtection: window.isContentProtected(),
        bounds: window.getBounds(),
      })),
    told: async () => ({
      sandboxed: app.sandboxed,
      schemes: parts.schemes.registered,
      windows: windows.all.map(({ contents }) => {
        const preferences = Object.entries(contents.preferences)
        return {
          url: contents.getURL(),
          webPreferences: Object.fromEntries(preferences.filter(([name]) => name !== 'session')),
          partition: contents.hostSession.partition,
        }
      }),
      sessions: await Promise.all(parts.sessions.all.map((session) => session.told())),
    }),
    refuses: (id, name) => {
      const { contents } = windowOf(id)
      // To where the page is already, so that no address is what is refused.
      const event = hostEvent({ url: contents.getURL(), isMainFrame: false })
      contents.emit(name, event, {}, {})
      return event.defaultPrevented
    },
    focusWindow: (id) => {
      if (id === null) windows.setFocused(null)
      else windowOf(id).focus()
    },
    moveWindow: (id, bounds) => {
      windowOf(id).setBounds(bounds)
    },
    maximizeWindow: (id) => {
      windowOf(id).maximize()
    },
    closeWindow: (id) => {
      windowOf(id).close()
    },
    activate: () => {
      app.activate()
    },
    invokeFromFrame: async ({ windowId, url, top, late = false, channel, args }) => {
      const window = windowOf(windowId)
      const { contents } = window
      const { frames } = await contents.page
      const frame = new HostFrame('made-up', top ? null : frames.top, contents.id)
      frame.url = url
      frame.origin = /^[a-z][a-z0-9+.-]*:\/\/[^/]+/i.exec(url)?.[0] ?? 'null'
      if (late) window.destroy()
      return new Promise((resolve) => {
        void parts.ipcMain.receive(
          { kind: 'invoke', id: 0, channel, args },
          frame,
          contents,
          (ok, value) => {
            resolve({ ok, value })
          },
        )
      })
    },
  }
}
