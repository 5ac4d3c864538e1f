/**
 * Latchkey's windows. This folder holds everything that speaks to the desktop: windows, tray, menus,
 * clipboard, links, guards. It draws what the rest of the program knows and decides nothing about
 * accounts.
 */
import { BrowserWindow, type Session } from 'electron'
import type { Place } from '../../shared/contract'
import type { Bridge } from '../bridge/ipc'
import type { Pages } from './page'
import { PageKeeper } from './page-keeper'

export interface WindowsOptions {
  readonly session: Session
  readonly pages: Pages
  readonly preload: string
  readonly icon: string
  readonly bridge: Bridge
  readonly devTools: boolean
}

export class Windows {
  private main: { readonly window: BrowserWindow; readonly page: PageKeeper } | undefined
  private wanted: Place | undefined

  constructor(private readonly options: WindowsOptions) {}

  /** Shows the main window, made if there is none, and takes it to `place`. */
  show(place?: Place): void {
    this.wanted = place ?? this.wanted
    const { window, page } = this.main ?? this.create()
    if (window.isMinimized()) window.restore()
    if (page.loaded) {
      window.show()
      window.focus()
      this.go(window)
    } else {
      page.retry()
    }
  }

  /** Calls back once, when the first page is there, or is known not to come by itself. */
  onFirstPage(listener: () => void): void {
    this.main?.page.onSettled(listener)
  }

  private create(): NonNullable<Windows['main']> {
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
    const page = new PageKeeper({
      contents: window.webContents,
      load: () => window.loadURL(pages.main),
      now: Date.now,
      onLoaded: () => this.go(window),
      // An empty window can be closed; a program that shows nothing cannot even be found.
      onGivenUp: () => window.show(),
    })
    this.main = { window, page }
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => {
      this.main = undefined
    })
    page.load()
    return this.main
  }

  private go(window: BrowserWindow): void {
    const { wanted } = this
    this.wanted = undefined
    if (wanted) this.options.bridge.send(window, 'window.goTo', wanted)
  }
}
