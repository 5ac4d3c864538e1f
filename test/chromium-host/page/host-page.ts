/** One page of Chromium with the preload's world in it, and the passage between that and the host. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { CDPSession, Download, Page } from 'playwright-core'
import type { Chromium, NewPage } from '../chromium'
import { FrameTree, type HostFrame } from './frames'
import { preloadWorld, type PreloadScripts } from './preload'
import { jsonOnly } from './json-only'
import type { SchemeMap } from '../scheme'

/** What a page's preload says to the host. Each argument is boxed, an empty box being `undefined`. */
export interface PageMessage {
  readonly kind: 'invoke' | 'send' | 'preload-error'
  readonly id: number
  readonly channel: string
  readonly args: readonly unknown[]
}

export interface WindowOpen {
  readonly url: string
  readonly windowName: string
  readonly windowFeatures: readonly string[]
}

export type WindowState = 'normal' | 'minimized' | 'maximized'

interface PageEvents {
  /** `reply` answers an `invoke`; it is safe to call after the page has gone. */
  message: [message: PageMessage, frame: HostFrame, reply: (ok: boolean, value: unknown) => void]
  opening: [WindowOpen]
  /** The page wants to go to another program's url, such as `mailto:`, which is no request. */
  leaving: [url: string]
  download: [Download]
  navigated: [HostFrame]
  loaded: []
  painted: []
  crashed: []
  gone: []
}

const boxed = (value: unknown): unknown[] => (value === undefined ? [] : [value])

export class HostPage extends EventEmitter<PageEvents> {
  readonly frames: FrameTree
  private readonly contexts = new Map<number, string>()
  private margin = { width: 0, height: 0 }

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
    private readonly scripts: PreloadScripts,
    schemes: SchemeMap,
    number: number,
  ) {
    super()
    this.frames = new FrameTree(schemes, number, (frame) => this.emit('navigated', frame))
  }

  /** Opens a page whose documents, from the first that is loaded on, run `scripts`. */
  static async open(
    chromium: Chromium,
    size: NewPage,
    scripts: PreloadScripts,
    schemes: SchemeMap,
    number: number,
  ): Promise<HostPage> {
    const page = await chromium.open(size)
    const session = await chromium.session(page)
    const opened = new HostPage(page, session, scripts, schemes, number)
    await opened.prepare()
    return opened
  }

  private async prepare(): Promise<void> {
    const { session, page, scripts } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== preloadWorld) return
      const { frameId } = context.auxData as { frameId: string }
      this.contexts.set(context.id, frameId)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.contexts.delete(executionContextId)
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.contexts.clear()
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === scripts.binding) this.hear(payload, executionContextId)
    })
    session.on('Page.windowOpen', (details) => this.emit('opening', details))
    session.on('Page.lifecycleEvent', ({ name, frameId }) => {
      if (name === 'firstPaint' && frameId === this.frames.top.id) this.emit('painted')
    })
    page.on('load', () => {
      if (!page.url().startsWith('about:blank#')) this.emit('loaded')
    })
    session.on('Page.frameRequestedNavigation', ({ url }) => {
      if (!/^(https?|about|data|blob|javascript|file):/i.test(url)) this.emit('leaving', url)
    })
    page.on('download', (download) => this.emit('download', download))
    page.on('crash', () => this.emit('crashed'))
    page.on('close', () => this.emit('gone'))
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.addBinding', {
        name: scripts.binding,
        executionContextName: preloadWorld,
      }),
      // The page's world has to be listening when the preload's world hands over.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.isolatedWorld,
        worldName: preloadWorld,
      }),
    ])
    await this.frames.follow(session)
    // Measured while the page is still empty and can neither lie about it nor go away.
    const [width, height] = await page.evaluate<[number, number]>(
      '[outerWidth - innerWidth, outerHeight - innerHeight]',
    )
    this.margin = { width, height }
  }

  /**
   * Puts the page's window where the app wants it. The size is the page's own: what Chromium shows
   * around a page is not part of the app's window.
   */
  async place(bounds: Electron.Rectangle, state: WindowState): Promise<void> {
    const { windowId } = await this.session.send('Browser.getWindowForTarget')
    const change = (to: object) =>
      this.session.send('Browser.setWindowBounds', { windowId, bounds: to })
    await change({ windowState: state })
    if (state !== 'normal') return
    await change({
      left: bounds.x,
      top: bounds.y,
      width: bounds.width + this.margin.width,
      height: bounds.height + this.margin.height,
    })
  }

  /** Sends to the top frame's preload; a page that has none hears nothing, as in Electron. */
  async send(channel: string, args: readonly unknown[]): Promise<void> {
    args.forEach((arg, index) => jsonOnly(arg, `argument ${index + 1}`))
    const context = this.contextOf(this.frames.top)
    if (context !== undefined) await this.tell(context, { channel, body: args.map(boxed) })
  }

  /** Runs an expression in the preload's world of the top frame, which shares the page's document. */
  async evaluate(expression: string): Promise<unknown> {
    const contextId = this.contextOf(this.frames.top)
    if (contextId === undefined) return undefined
    const { result } = await this.session.send('Runtime.evaluate', {
      contextId,
      expression,
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    })
    return result.value as unknown
  }

  /** Puts text where the caret is, as an input method would. */
  async insertText(text: string): Promise<void> {
    await this.page.keyboard.insertText(text)
  }

  /** Speaks to this page by the DevTools protocol. */
  get control(): CDPSession {
    return this.session
  }

  private contextOf(frame: HostFrame): number | undefined {
    // While a navigation commits there can be two; the last one is the document to come.
    let last: number | undefined
    for (const [context, frameId] of this.contexts) {
      if (this.frames.find(frameId) === frame) last = context
    }
    return last
  }

  private hear(payload: string, context: number): void {
    const frame = this.frames.find(this.contexts.get(context) ?? '')
    if (frame === undefined) return
    const message = JSON.parse(payload) as Omit<PageMessage, 'args'> & { args: unknown[][] }
    const reply = (ok: boolean, value: unknown): void => {
      void this.tell(context, { id: message.id, ok, body: [boxed(value)] })
    }
    this.emit('message', { ...message, args: message.args.map(([arg]) => arg) }, frame, reply)
  }

  private async tell(contextId: number, message: object): Promise<void> {
    const expression = `${this.scripts.receiver}(${JSON.stringify(message)})`
    // The document may be gone by now; then nobody waits for this any more.
    await this.session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined)
  }
}
