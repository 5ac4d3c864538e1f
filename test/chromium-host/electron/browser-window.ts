import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { ignored, members } from './browser-window-members'
import { HostEvent } from './event'
import { facade, facadeOf } from './facade'
import type { Surroundings } from './surroundings'
import { HostWebContents } from './web-contents'

type Shape = Omit<
  Pick<Electron.BrowserWindow, (typeof members)[number]>,
  'webContents' | keyof EventEmitter
>

/** What stands behind a window's title, so that nobody takes this for Electron. */
const titleSuffix = ' — Chromium host'

let nextId = 1

export class HostBrowserWindow extends EventEmitter implements Shape {
  readonly id = nextId++
  readonly contents: HostWebContents
  private bounds: Electron.Rectangle
  private title: string
  private visible = false
  private minimized = false
  private maximized = false
  private onTop: boolean
  private protectedContent = false
  private destroyed = false
  private readyToShow = false

  constructor(
    private readonly around: Surroundings,
    options: Electron.BrowserWindowConstructorOptions,
  ) {
    super()
    if (!around.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { width = 800, height = 600, x = 0, y = 0, show = true } = options
    this.bounds = { x, y, width, height }
    this.title = options.title ?? ''
    this.onTop = options.alwaysOnTop ?? false
    this.contents = new HostWebContents(
      around,
      options.webPreferences ?? {},
      () => around.windows.focused === this,
    )
    facade('BrowserWindow', this, members, { isAlive: () => !this.destroyed, ignored })
    around.windows.add(this)
    this.contents.on('painted', this.becomeReadyToShow)
    this.contents.on('did-finish-load', this.becomeReadyToShow)
    this.contents.on('gone', () => {
      this.closedByPerson()
    })
    this.openPage()
    around.onContentsMade(this.contents)
    around.onWindowMade(this)
    if (show) this.show()
  }

  get webContents(): HostWebContents {
    return facadeOf(this.contents)
  }

  private openPage(): void {
    this.contents.openPage(this.bounds)
    this.changeWindow()
  }

  private readonly becomeReadyToShow = (): void => {
    if (this.readyToShow || this.destroyed) return
    if (this.around.paintsShownOnly && !this.visible) return
    this.readyToShow = true
    this.emit('ready-to-show')
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url)
  }

  reload(): void {
    this.contents.reload()
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.visible) return
    this.visible = true
    this.minimized = false
    this.changeWindow()
    this.emit('show')
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.changeWindow()
    this.blur()
    this.emit('hide')
  }

  focus(): void {
    if (!this.visible) return
    this.around.windows.setFocused(this)
    this.contents.focus()
  }

  blur(): void {
    if (this.isFocused()) this.around.windows.setFocused(null)
  }

  /** Asks the app with `close`, and unless it prevents that, ends the window. */
  close(): void {
    if (this.destroyed) return
    const event = new HostEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    this.blur()
    this.destroyed = true
    this.visible = false
    void this.contents.destroy()
    this.emit('closed')
    this.around.windows.remove(this)
  }

  /**
   * The person closed Chromium's own window, which cannot be prevented any more. If the app wants to
   * keep the window, as one that hides to the tray does, the page is opened again, hidden.
   */
  private closedByPerson(): void {
    const event = new HostEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) {
      this.destroy()
      return
    }
    this.hide()
    this.openPage()
    void this.loadURL(this.contents.requestedUrl).catch(() => undefined)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isVisible(): boolean {
    return this.visible
  }

  isFocused(): boolean {
    return this.around.windows.focused === this
  }

  isMinimized(): boolean {
    return this.minimized
  }

  isMaximized(): boolean {
    return this.maximized
  }

  isFullScreen(): boolean {
    return false
  }

  minimize(): void {
    this.minimized = true
    this.changeWindow()
    this.blur()
    this.emit('minimize')
  }

  maximize(): void {
    this.maximized = true
    this.changeWindow()
    this.emit('maximize')
  }

  restore(): void {
    const before = this.minimized ? 'restore' : 'unmaximize'
    if (!this.minimized && !this.maximized) return
    if (!this.minimized) this.maximized = false
    this.minimized = false
    this.changeWindow()
    this.emit(before)
  }

  moveTop(): void {
    this.contents.focus()
  }

  center(): void {
    // Where a window stands is the window manager's choice here.
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title + titleSuffix
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.bounds
    this.bounds = { ...before, ...bounds }
    const { x, y, width, height } = this.bounds
    this.changeWindow()
    if (width !== before.width || height !== before.height) this.emit('resize')
    if (x !== before.x || y !== before.y) this.emit('move')
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y]
  }

  setAlwaysOnTop(flag: boolean): void {
    this.onTop = flag
  }

  isAlwaysOnTop(): boolean {
    return this.onTop
  }

  setContentProtection(enable: boolean): void {
    this.protectedContent = enable
  }

  isContentProtected(): boolean {
    return this.protectedContent
  }

  /** Brings Chromium's window to the state that this object has. */
  private changeWindow(): void {
    void this.contents.page
      .then((page) => page.place(this.bounds, this.windowState()))
      .catch((error: unknown) => {
        if (!this.destroyed) console.error('Chromium did not change its window:', error)
      })
  }

  /** With nobody to see it, a hidden window stays as it is: headless pages never hide. */
  private windowState(): 'normal' | 'minimized' | 'maximized' {
    if (this.around.headed && (this.minimized || !this.visible)) return 'minimized'
    return this.maximized ? 'maximized' : 'normal'
  }
}
