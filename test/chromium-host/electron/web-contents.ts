import type { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { NewPage } from '../chromium'
import type { HostFrame } from '../page/frames'
import { HostPage, type WindowOpen } from '../page/host-page'
import { preloadScripts } from '../page/preload'
import { HostDownloadItem } from './download'
import { hostEvent, HostEvent } from './event'
import { facade, facadeOf, targetOf } from './facade'
import { PageCommands } from './page-commands'
import { refuseOpenPages } from './preferences'
import type { HostSession } from './session'
import type { Surroundings } from './surroundings'
import { members } from './web-contents-members'

type Shape = Omit<
  Pick<Electron.WebContents, (typeof members)[number]>,
  'mainFrame' | 'session' | keyof EventEmitter
>
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** Chromium's net error numbers of the outcomes that a page can have here. */
const netErrors: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_PROXY_CONNECTION_FAILED: -130,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

let nextId = 1

/** A window's page as the app sees it. It exists at once; Chromium's page follows. */
export class HostWebContents extends PageCommands implements Shape {
  readonly id = nextId++
  readonly hostSession: HostSession
  private opening: Promise<HostPage> | undefined
  private live: HostPage | undefined
  private size: NewPage | undefined
  private openHandler: OpenHandler = () => ({ action: 'deny' })
  private commanded = 0
  private loading = false
  private crashed = false
  private destroyed = false
  private lastUrl = ''

  constructor(
    private readonly around: Surroundings,
    readonly preferences: Electron.WebPreferences,
    private readonly isWindowFocused: () => boolean,
  ) {
    super(around.clipboard)
    refuseOpenPages(preferences)
    this.hostSession = preferences.session
      ? // The app can only have a session that this host made.
        targetOf(preferences.session as unknown as HostSession)
      : around.sessions.get(preferences.partition ?? '')
    facade('WebContents', this, members, {
      writable: ['zoomLevel', 'zoomFactor'],
      isAlive: () => !this.destroyed,
    })
  }

  /** Asks Chromium for the page; whatever is done to it before waits for it. */
  openPage(size: NewPage): void {
    this.size = size
    const { preload, nodeIntegrationInSubFrames = false } = this.preferences
    const scripts = preloadScripts(preload, nodeIntegrationInSubFrames)
    if (scripts.problem !== undefined) {
      const { problem } = scripts
      console.error(`Unable to load preload script: ${preload ?? ''}\n${problem.stack ?? ''}`)
      setImmediate(() => this.emit('preload-error', new HostEvent(), preload, problem))
    }
    this.opening = this.around.chromium.then(async (chromium) => {
      const page = await HostPage.open(chromium, size, scripts, this.around.schemes, this.id)
      this.adopt(page)
      return page
    })
    this.opening.catch((error: unknown) => {
      if (!this.destroyed) console.error('A window could not be opened in Chromium:', error)
    })
  }

  override get page(): Promise<HostPage> {
    return this.opening ?? Promise.reject(new Error('The page was not asked for.'))
  }

  get mainFrame(): HostFrame {
    const top = this.live?.frames.top
    if (top === undefined) throw new Error('The page has no frame yet.')
    return facadeOf(top)
  }

  get session(): HostSession {
    return facadeOf(this.hostSession)
  }

  private adopt(page: HostPage): void {
    this.live = page
    this.around.owners.set(page.page, this)
    page.on('message', (message, frame, reply) => {
      if (message.kind === 'preload-error') {
        console.error(`Unable to load preload script:\n${String(message.args[0])}`)
        this.emit('preload-error', new HostEvent(), '', new Error(String(message.args[0])))
        return
      }
      void this.around.ipcMain.receive(message, frame, this, reply)
    })
    page.on('opening', (details) => {
      this.answerOpening(details)
    })
    page.on('leaving', (url) => {
      // Nothing of this leaves the host, whatever the app says.
      if (this.mayNavigate(url, true)) console.error(`The page asks another program to open ${url}`)
    })
    page.on('download', (download) => {
      const event = new HostEvent()
      const item = new HostDownloadItem(download, this.around.schemes)
      this.hostSession.emit('will-download', event, facadeOf(item), facadeOf<HostWebContents>(this))
      item.end(event.defaultPrevented)
    })
    page.on('loaded', () => {
      // Chromium may tell of it a moment after the window has gone; Electron's is silent then.
      if (this.destroyed) return
      this.loading = false
      this.restoreZoom()
      this.emit('did-finish-load', new HostEvent())
    })
    page.on('painted', () => this.emit('painted'))
    page.on('crashed', () => {
      this.crashed = true
      this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 })
    })
    page.on('gone', () => {
      if (!this.destroyed && this.live === page) this.emit('gone')
    })
  }

  /** Loads `url` and resolves when its page has loaded, or when the window is destroyed before. */
  async loadURL(url: string): Promise<void> {
    this.lastUrl = url
    // Chromium would offer to open another program for a scheme that it does not know.
    if (!this.canLoad(url)) throw this.failed('net::ERR_UNKNOWN_URL_SCHEME', url)
    if (this.crashed) this.replacePage()
    this.loading = true
    this.crashed = false
    this.commanded++
    try {
      const { page } = await this.page
      await page.goto(this.around.schemes.toChromium(url), { timeout: 0 })
    } catch (error) {
      if (!this.destroyed) throw this.failed(error, url)
    } finally {
      this.loading = false
      this.commanded--
    }
  }

  /** Opens another page where one has crashed: what drives Chromium here has no more use for that. */
  private replacePage(): void {
    const dead = this.live
    this.live = undefined
    if (this.size !== undefined) this.openPage(this.size)
    void dead?.page.close().catch(() => undefined)
  }

  private canLoad(url: string): boolean {
    const shown = this.around.schemes.toChromium(url)
    return /^(https?|data|about):/i.test(shown)
  }

  private failed(error: unknown, url: string): Error {
    const description = /net::(ERR_[A-Z_]+)/.exec(String(error))?.[1] ?? 'ERR_FAILED'
    const code = netErrors[description] ?? -2
    this.emit('did-fail-load', new HostEvent(), code, description, url, true, this.id, 0)
    return Object.assign(new Error(`${description} (${code}) loading '${url}'`), {
      errno: code,
      code: description,
      url,
    })
  }

  reload(): void {
    void this.page.then(async ({ page }) => {
      this.commanded++
      this.loading = true
      await page.reload({ timeout: 0 }).catch(() => undefined)
      this.commanded--
    })
  }

  stop(): void {
    void this.page.then(({ control }) => control.send('Page.stopLoading').catch(() => undefined))
  }

  /**
   * Asks the app about a navigation that a page began; the app's own are not asked about. Gives
   * whether it may go on.
   */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.commanded > 0) return true
    const frame = isMainFrame ? this.mainFrame : null
    const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame }
    const events = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']
    return events.every((name) => {
      const event = hostEvent(details)
      this.emit(name, event, url, false, isMainFrame, this.id, this.mainFrame.routingId)
      return !event.defaultPrevented
    })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  private answerOpening({ url, windowName, windowFeatures }: WindowOpen): void {
    const { action } = this.openHandler({
      url: this.around.schemes.toApp(url),
      frameName: windowName,
      features: windowFeatures.join(','),
      disposition:
        windowFeatures.length > 0 && windowName !== '_blank' ? 'new-window' : 'foreground-tab',
      referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    })
    if (action === 'allow') {
      console.error(`The Chromium host opens no window for a page; ${url} was denied.`)
    }
  }

  send(channel: string, ...args: unknown[]): void {
    void this.page.then((page) => page.send(channel, args)).catch(this.reportUnlessGone)
  }

  protected readonly reportUnlessGone = (error: unknown): void => {
    if (!this.destroyed) console.error(error)
  }

  getURL(): string {
    const url = this.live?.frames.top.url ?? ''
    return url.startsWith('about:blank#') ? '' : url
  }

  /** What was asked for last; a page that is opened again starts there. */
  get requestedUrl(): string {
    return this.lastUrl
  }

  getTitle(): string {
    return ''
  }

  getType(): 'window' {
    return 'window'
  }

  isLoading(): boolean {
    return this.loading
  }

  isCrashed(): boolean {
    return this.crashed
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isFocused(): boolean {
    return this.isWindowFocused()
  }

  focus(): void {
    if (this.around.headed)
      void this.page.then(({ page }) => page.bringToFront()).catch(this.reportUnlessGone)
  }

  /** Ends the page; nothing of it is heard of any more. */
  destroy(): Promise<void> {
    if (this.destroyed) return Promise.resolve()
    this.destroyed = true
    this.emit('destroyed')
    return this.page.then(({ page }) => page.close()).catch(() => undefined)
  }

  openDevTools(): void {
    console.error('The Chromium host opens no developer tools; attach to its pages instead.')
  }

  closeDevTools(): void {
    // None are open.
  }

  toggleDevTools(): void {
    this.openDevTools()
  }

  isDevToolsOpened(): boolean {
    return false
  }
}
