/** The frames of one page, as Chromium reports them and as the app sees them. */
import type Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { facade, facadeOf } from '../electron/facade'
import type { SchemeMap } from '../scheme'

const frameMembers = [
  'url',
  'origin',
  'name',
  'parent',
  'top',
  'frames',
  'framesInSubtree',
  'routingId',
  'processId',
  'frameTreeNodeId',
  'detached',
  'isDestroyed',
] as const

/** What Chromium's `Page.Frame` tells about a document. */
interface FrameReport {
  readonly id: string
  readonly parentId?: string
  readonly name?: string
  readonly url: string
  readonly urlFragment?: string
  readonly securityOrigin: string
}

let nextRoutingId = 1

/** A frame; it stays the same object over navigations, as Electron's does within one process. */
export class HostFrame implements Omit<
  Pick<Electron.WebFrameMain, (typeof frameMembers)[number]>,
  'parent' | 'top' | 'frames' | 'framesInSubtree'
> {
  readonly routingId = nextRoutingId++
  readonly frameTreeNodeId = this.routingId
  url = ''
  origin = 'null'
  name = ''
  detached = false
  readonly children = new Set<HostFrame>()

  constructor(
    readonly id: string,
    readonly above: HostFrame | null,
    /** The page's number; there is no telling Chromium's processes apart from here. */
    readonly processId: number,
  ) {
    facade('WebFrameMain', this, frameMembers)
  }

  get parent(): HostFrame | null {
    return this.above && facadeOf(this.above)
  }

  get top(): HostFrame | null {
    return this.above === null ? facadeOf<HostFrame>(this) : this.above.top
  }

  get frames(): HostFrame[] {
    return [...this.children].map((child) => facadeOf(child))
  }

  get framesInSubtree(): HostFrame[] {
    const below = [...this.children].flatMap((child) => child.framesInSubtree)
    return [facadeOf<HostFrame>(this), ...below]
  }

  isDestroyed(): boolean {
    return this.detached
  }
}

/** Follows a page's frame tree. */
export class FrameTree {
  private readonly byId = new Map<string, HostFrame>()
  private main: HostFrame

  constructor(
    private readonly schemes: SchemeMap,
    private readonly processId: number,
    private readonly onNavigated: (frame: HostFrame) => void,
  ) {
    this.main = new HostFrame('', null, processId)
  }

  get top(): HostFrame {
    return this.main
  }

  find(id: string): HostFrame | undefined {
    return this.byId.get(id)
  }

  /** Starts to follow; resolves when the tree is known. The page's domain `Page` must be enabled. */
  async follow(session: CDPSession): Promise<void> {
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.attach(frameId, parentFrameId)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      this.report(frame)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.byId.get(frameId)
      if (frame === undefined) return
      frame.url = this.schemes.toApp(url)
      this.onNavigated(frame)
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.detach(frameId)
    })
    const { frameTree } = await session.send('Page.getFrameTree')
    this.report(frameTree.frame)
  }

  private attach(id: string, parentId: string | undefined): HostFrame {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    if (parentId === undefined) {
      // Chromium may give the top frame a new id when it changes its process; Electron's stays.
      const main = this.main.id === '' ? new HostFrame(id, null, this.processId) : this.main
      this.main = main
      this.byId.set(id, main)
      return main
    }
    const above = this.byId.get(parentId) ?? this.main
    const frame = new HostFrame(id, above, this.processId)
    above.children.add(frame)
    this.byId.set(id, frame)
    return frame
  }

  private report(report: FrameReport): void {
    const frame = this.attach(report.id, report.parentId)
    frame.url = this.schemes.toApp(report.url + (report.urlFragment ?? ''))
    // Chromium writes an opaque origin as '://'; the web, and Electron, as 'null'.
    const origin = report.securityOrigin
    frame.origin = /^[a-z]/.test(origin) ? this.schemes.toApp(origin) : 'null'
    frame.name = report.name ?? ''
    this.onNavigated(frame)
  }

  private detach(id: string): void {
    const frame = this.byId.get(id)
    if (frame === undefined || frame === this.main) return
    for (const child of frame.children) this.detach(child.id)
    frame.detached = true
    frame.above?.children.delete(frame)
    this.byId.delete(id)
  }
}
