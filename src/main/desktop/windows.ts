/**
 * Latchkey's windows. This folder holds everything that speaks to the desktop: windows, tray, menus,
 * clipboard, links, guards. It draws what the rest of the program knows and decides nothing about
 * accounts.
 */
import { BrowserWindow, type Session } from 'electron'
import type { Place } from '../../shared/contract'
import type { Bridge } from '../bridge/ipc'
import type { Pages } from './page'

export interface WindowsOptions {
  readonly session: Session
  readonly pages: Pages
  readonly preload: string
  readonly icon: string
  readonly bridge: Bridge
  readonly devTools: boolean
}

export class Windows {
  private main: BrowserWindow | undefined
  private loaded = false
  private wanted: Place | undefined

  constructor(private readonly options: WindowsOptions) {}

  /** Shows the main window, made if there is none, and takes it to `place`. */
  show(place?: Place): void {
    this.wanted = place ?? this.wanted
    const window = this.main ?? this.create()
    if (window.isMinimized()) window.restore()
    if (this.loaded) {
      window.show()
      window.focus()
      this.go(window)
    }
  }

  /** Calls back once, when the first page is there. */
  onFirstPage(listener: () => void): void {
    if (this.loaded) listener()
    else this.main?.webContents.once('did-finish-load', listener)
  }

  private create(): BrowserWindow {
    const { session, pages, preload, icon, devTools } = this.options
    const window = new BrowserWindow({
      width: 1080,
      height: 720,
      minWidth: 360,
      minHeight: 480,
      show: false,
      title: 'Latchkey',
      icon,
      autoHideMenuBar: true,
      webPreferences: {
        preload,
        session,
        devTools,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    })
    this.main = window
    this.loaded = false
    window.once('ready-to-show', () => window.show())
    window.webContents.on('did-finish-load', () => {
      this.loaded = true
      this.go(window)
    })
    window.on('closed', () => {
      this.main = undefined
      this.loaded = false
    })
    void window.loadURL(pages.main)
    return window
  }

  private go(window: BrowserWindow): void {
    const { wanted } = this
    this.wanted = undefined
    if (wanted) this.options.bridge.send(window, 'window.goTo', wanted)
  }
}
