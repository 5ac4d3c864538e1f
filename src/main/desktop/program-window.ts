/** One of Latchkey's windows: its page, where the page should go, and whether it is meant to be seen. */
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import type { Place } from '../../shared/contract'
import { PageKeeper } from './page-keeper'
import type { Manner } from './window-manner'

export interface ProgramWindowOptions {
  readonly look: BrowserWindowConstructorOptions
  /** The address of its page. */
  readonly address: () => string
  /** Sends the page to a place. */
  readonly goTo: (window: BrowserWindow, place: Place) => void
  /** Called each time before the window comes on the screen. */
  readonly beforeShow: (window: BrowserWindow) => void
  /** Under Wayland no window is ever known to be minimised. */
  readonly tellsMinimized: boolean
  /** The page is there, for the first time or anew. */
  readonly onLoaded: () => void
}

/**
 * How long a page that is there may go unpainted before its window is shown all the same. Under Wayland
 * a window that is out of sight may never paint, and `ready-to-show` then comes after `show` or not at
 * all. Milliseconds.
 */
const paintLimit = 300

export class ProgramWindow {
  readonly window: BrowserWindow
  readonly page: PageKeeper
  private wanted: Place | undefined
  private wantsShown = false
  private manner: Manner = 'in-front'
  private painted = false
  private up = false

  constructor(private readonly options: ProgramWindowOptions) {
    this.window = new BrowserWindow(options.look)
    this.page = new PageKeeper({
      contents: this.window.webContents,
      load: () => this.window.loadURL(options.address()),
      now: Date.now,
      onLoaded: () => {
        options.onLoaded()
        this.go()
        if (!this.painted) setTimeout(() => this.appear(), paintLimit)
      },
      // An empty window can be closed; a program that shows nothing cannot even be found.
      onGivenUp: () => {
        if (this.wantsShown) this.bringUp()
      },
    })
    // Shown when there is something to see: an empty window flashes.
    this.window.once('ready-to-show', () => {
      this.painted = true
      this.appear()
    })
    this.page.load()
  }

  /** Whether it is on the screen, or will be as soon as there is something to see; minimised or not. */
  get shown(): boolean {
    return this.wantsShown
  }

  /** Whether the person can see it, unless another window is in front. */
  get inSight(): boolean {
    const { window } = this
    // Where it may be minimised, it counts while it has the keys: who starts the program to find it again
    // would get another window beside it.
    return this.up && (this.options.tellsMinimized ? !window.isMinimized() : window.isFocused())
  }

  /** Brings the window before the person's eyes as soon as it can be seen, and takes it to `place`. */
  show(place?: Place, manner: Manner = 'in-front'): void {
    this.wanted = place ?? this.wanted
    this.wantsShown = true
    this.manner = manner
    if (this.painted || this.page.loaded) this.bringUp()
    if (this.page.loaded) this.go()
    else this.page.retry()
  }

  /** Takes the window away and keeps its page, so that it is there at once the next time. */
  hide(): void {
    this.wantsShown = false
    this.wanted = undefined
    this.up = false
    this.window.hide()
  }

  /** Comes on the screen for the first time since it was asked for. */
  private appear(): void {
    if (this.wantsShown && !this.up && !this.window.isDestroyed()) this.bringUp()
  }

  private bringUp(): void {
    const { window, manner } = this
    this.up = true
    if (window.isMinimized()) window.restore()
    if (!window.isVisible()) this.options.beforeShow(window)
    switch (manner) {
      case 'in-front':
        window.show()
        return window.focus()
      case 'behind':
        return window.showInactive()
      case 'minimized':
        // It has to be on the screen before it can be made small.
        window.showInactive()
        return window.minimize()
    }
  }

  private go(): void {
    const { wanted } = this
    this.wanted = undefined
    if (wanted) this.options.goTo(this.window, wanted)
  }
}
