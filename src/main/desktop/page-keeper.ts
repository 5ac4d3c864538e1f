/**
 * Keeps a page in its window: loads it again when its process has ended or it could not be loaded,
 * though not over and over, and tells how it stands.
 */

/** What is needed of Electron's WebContents. */
export interface KeptContents {
  on(event: 'did-finish-load', listener: () => void): unknown
  on(
    event: 'did-fail-load',
    listener: (
      event: unknown,
      errorCode: number,
      errorDescription: string,
      validatedURL: string,
      isMainFrame: boolean,
    ) => void,
  ): unknown
  // eslint-disable-next-line @typescript-eslint/unified-signatures -- Electron declares each event by itself, and one signature for two would not fit.
  on(event: 'render-process-gone', listener: () => void): unknown
}

export interface KeeperOptions {
  readonly contents: KeptContents
  /** Loads the page; its failure is heard from the contents. */
  readonly load: () => Promise<unknown>
  readonly now: () => number
  /** The page is there, for the first time or again. */
  readonly onLoaded: () => void
  /** The page is not there, and will not be before somebody asks for it. */
  readonly onGivenUp: () => void
}

/** A page that fails again this soon would fail for ever: it is left alone. Milliseconds. */
const restMs = 30_000

/** Chromium's number for a load that something else took the place of, or that was refused. */
const aborted = -3

export class PageKeeper {
  loaded = false
  private settled = false
  private givenUp = false
  private lastTry = -Infinity
  private readonly waiting: (() => void)[] = []

  constructor(private readonly options: KeeperOptions) {
    const { contents } = options
    contents.on('did-finish-load', () => this.arrived())
    contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
      if (isMainFrame && code !== aborted) this.lost()
    })
    contents.on('render-process-gone', () => this.lost())
  }

  /** Tries once more if the page was given up: the person has asked for it. */
  retry(): void {
    if (this.givenUp) this.load()
  }

  load(): void {
    this.givenUp = false
    this.options.load().catch(() => {
      // `did-fail-load` has told, or the window is gone.
    })
  }

  /** Calls back once: when the page is there, or has failed for the first time. */
  onSettled(listener: () => void): void {
    if (this.settled) listener()
    else this.waiting.push(listener)
  }

  private arrived(): void {
    this.loaded = true
    this.options.onLoaded()
    this.settle()
  }

  private lost(): void {
    this.loaded = false
    const now = this.options.now()
    if (now - this.lastTry >= restMs) {
      this.lastTry = now
      this.load()
    } else {
      this.givenUp = true
      this.options.onGivenUp()
    }
    this.settle()
  }

  private settle(): void {
    this.settled = true
    for (const listener of this.waiting.splice(0)) listener()
  }
}
