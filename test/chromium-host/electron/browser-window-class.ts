import type Electron from 'electron'
import { HostBrowserWindow } from './browser-window'
import { facadeOf, targetOf } from './facade'
import type { Surroundings } from './surroundings'
import type { HostWebContents } from './web-contents'

/** Makes the class that the app sees as `BrowserWindow`, bound to one host. */
export function browserWindowClass(around: Surroundings): typeof HostBrowserWindow & {
  new (options?: Electron.BrowserWindowConstructorOptions): HostBrowserWindow
  getAllWindows(): HostBrowserWindow[]
  getFocusedWindow(): HostBrowserWindow | null
  fromWebContents(contents: HostWebContents): HostBrowserWindow | null
  fromId(id: number): HostBrowserWindow | null
} {
  return class BrowserWindow extends HostBrowserWindow {
    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(around, options)
    }

    static getAllWindows(): HostBrowserWindow[] {
      return around.windows.all.map((window) => facadeOf(window))
    }

    static getFocusedWindow(): HostBrowserWindow | null {
      return around.windows.focused && facadeOf(around.windows.focused)
    }

    static fromWebContents(contents: HostWebContents): HostBrowserWindow | null {
      const wanted = targetOf(contents)
      const found = around.windows.all.find((window) => window.contents === wanted)
      return found === undefined ? null : facadeOf(found)
    }

    static fromId(id: number): HostBrowserWindow | null {
      const found = around.windows.all.find((window) => window.id === id)
      return found === undefined ? null : facadeOf(found)
    }
  }
}
