/** One of Latchkey's windows: its page, where the page should go, and whether it is meant to be seen. */
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import type { Place } from '../../shared/contract'
import { PageKeeper } from './page-keeper'

export interface ProgramWindowOptions {
  readonly look: BrowserWindowConstructorOptions
  /** The address of its page. */
  readonly address: string
  /** Sends the page to a place. */
  readonly goTo: (window: BrowserWindow, place: Place) => void
}

export class ProgramWindow {
  readonly window: BrowserWindow
  readonly page: PageKeeper
  private wanted: Place | undefined
  /** Shown as soon as there is something to see: an empty window flashes white. */
  private wantsShown = false
  private painted = false

  constructor(private readonly options: ProgramWindowOptions) {
    this.window = new BrowserWindow(options.look)
    this.page = new PageKeeper({
      contents: this.window.webContents,
      load: () => this.window.loadURL(options.address),
      now: Date.now,
      onLoaded: () => {
        if (this.wantsShown) this.go()
      },
      // An empty window can be closed; a program that shows nothing cannot even be found.
      onGivenUp: () => {
        if (this.wantsShown) this.window.show()
      },
    })
    this.window.once('ready-to-show', () => {
      this.painted = true
      if (this.wantsShown) this.bringUp()
    })
    this.page.load()
  }

  /** Brings the window before the person's eyes as soon as it can be seen, and takes it to `place`. */
  show(place?: Place): void {
    this.wanted = place ?? this.wanted
    this.wantsShown = true
    if (this.window.isMinimized()) this.window.restore()
    if (this.painted || this.page.loaded) this.bringUp()
    if (this.page.loaded) this.go()
    else this.page.retry()
  }

  /** Takes the window away and keeps its page, so that it is there at once the next time. */
  hide(): void {
    this.wantsShown = false
    this.wanted = undefined
    this.window.hide()
  }

  private bringUp(): void {
    this.window.show()
    this.window.focus()
  }

  private go(): void {
    const { wanted } = this
    this.wanted = undefined
    if (wanted) this.options.goTo(this.window, wanted)
  }
}
