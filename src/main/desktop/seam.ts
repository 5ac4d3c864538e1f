/**
 * The one seam through which tests reach what no page shows: tray, clipboard, links. It stands on
 * every host alike and is absent from a packaged build.
 */
import type { TrayIcon } from './tray'
import type { TrayItem } from './tray-menu'

export interface Seam {
  /** The tray's lines, top to bottom; a separator is `-`. */
  trayMenu(): Promise<readonly string[]>
  /** The same lines with all that the tray knows of them. */
  trayItems(): Promise<readonly TrayItem[]>
  /** The name of the picture that the tray shows. */
  trayIcon(): Promise<string>
  trayTooltip(): Promise<string>
  /** Clicks the line with this label; false if there is none. */
  clickTray(label: string): Promise<boolean>
  readClipboard(): Promise<string>
  writeClipboard(text: string): Promise<void>
  /** The pages that would have been opened in the person's browser. */
  openedLinks(): Promise<readonly string[]>
  /** Every message that went to a window so far, answers and events alike, as JSON. */
  sentToWindows(): Promise<readonly string[]>
  /** Quits as the person would. */
  quit(): Promise<void>
}

export interface SeamParts {
  readonly tray: TrayIcon
  readonly clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> }
  readonly openedLinks: readonly string[]
  readonly sent: readonly string[]
  readonly quit: () => void
}

declare global {
  var latchkeySeam: Seam | undefined
}

export function installSeam({ tray, clipboard, openedLinks, sent, quit }: SeamParts): void {
  globalThis.latchkeySeam = {
    trayMenu: () =>
      Promise.resolve(
        tray.shown.items.map((item) => (item.kind === 'separator' ? '-' : item.label)),
      ),
    trayItems: () => Promise.resolve(tray.shown.items),
    trayIcon: () => Promise.resolve(tray.icon),
    trayTooltip: () => Promise.resolve(tray.shown.tooltip),
    clickTray: (label) => Promise.resolve(tray.click(label)),
    readClipboard: () => clipboard.readText(),
    writeClipboard: (text) => clipboard.writeText(text),
    openedLinks: () => Promise.resolve([...openedLinks]),
    sentToWindows: () => Promise.resolve([...sent]),
    quit: () => Promise.resolve(quit()),
  }
}
