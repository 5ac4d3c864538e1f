/** Finds Chromium, starts it cut off from every network, and makes sure that it ends. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { randomUUID } from 'node:crypto'

// Required, because for an import Node reads all seven megabytes through once more, for their exports.
const { chromium } = createRequire(import.meta.url)(
  'playwright-core',
) as typeof import('playwright-core')

export interface ChromiumOptions {
  readonly headed: boolean
  /** The language that pages see, such as `en-US`. */
  readonly language: string
  /** Whether a second client may attach; without it nothing listens, and only this process can drive the pages. */
  readonly debuggable: boolean
}

export interface NewPage {
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
}

const profilePrefix = 'latchkey-chromium-'

/** Where Chromium is: `LATCHKEY_CHROMIUM`, else the usual places. Throws with what to do. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['LATCHKEY_CHROMIUM']
  const candidates = chosen
    ? [chosen]
    : [
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/snap/bin/chromium',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Program Files\\Chromium\\Application\\chrome.exe',
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ]
  const found = candidates.find((candidate) => existsSync(candidate))
  if (found !== undefined) return found
  throw new Error(
    chosen
      ? `LATCHKEY_CHROMIUM names ${chosen}, and there is no such file.`
      : 'No Chromium was found. Install it (Debian: apt install chromium), or set LATCHKEY_CHROMIUM to its path.',
  )
}

/**
 * Nothing leaves Chromium, whatever asks for it: names and addresses resolve to nothing, and every
 * connection, loopback included, has to go through a proxy that can therefore not be reached. What
 * a page may have is answered by the host (network.ts).
 */
const sealed = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://sealed.invalid:1',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Frames of other origins stay in their page's process, where the page's own session sees them.
  '--disable-site-isolation-trials',
  // Keeps Chromium from warning, in a bar above the page, of the switches that seal it.
  '--test-type',
]

/**
 * Chromium draws parts of its own bars as pages, two for each window, and no window here shows them:
 * half of what a start costs. This takes the place of Playwright's list, as the last of two such
 * switches counts; the rest of it is what of that list concerns pages.
 */
const withoutOwnPages = `--disable-features=${[
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
].join(',')}`

/** A running Chromium with a profile of its own that is thrown away with it. */
export class Chromium {
  private readonly expected = new Map<string, (page: Page) => void>()

  private constructor(
    private readonly context: BrowserContext,
    private readonly browser: CDPSession,
    private readonly profile: string,
    /** The browser's process. */
    readonly pid: number,
    /**
     * On a screen, Chromium's first page, out of the way: it keeps Chromium alive without windows,
     * and what it opens are windows without tabs.
     */
    private readonly keeper: Page | undefined,
    /** Where a test attaches by the DevTools protocol, if that was asked for. */
    readonly endpoint: string | undefined,
  ) {}

  /** Starts Chromium; about a second. `stray` gets each page that no window asked for. */
  static async launch(
    options: ChromiumOptions,
    prepare: (context: BrowserContext) => Promise<unknown>,
    stray: (page: Page) => void,
  ): Promise<Chromium> {
    sweepProfiles()
    const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`))
    try {
      const context = await launchContext(options, profile)
      await prepare(context)
      const owner = context.browser()
      if (owner === null) throw new Error('Playwright gave no browser for its context.')
      const browser = await owner.newBrowserCDPSession()
      const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
      const pid = processInfo.find(({ type }) => type === 'browser')?.id
      if (pid === undefined) throw new Error('Chromium did not tell its process id.')
      const endpoint = options.debuggable ? readEndpoint(profile) : undefined
      const [first] = context.pages()
      const keeper = options.headed ? first : undefined
      if (keeper !== undefined) await minimize(context, keeper)
      const running = new Chromium(context, browser, profile, pid, keeper, endpoint)
      context.on('page', (page) => {
        const waiting = running.expected.get(page.url())
        if (waiting === undefined) stray(page)
        else waiting(page)
      })
      return running
    } catch (error) {
      removeProfile(profile)
      throw error
    }
  }

  /** Called once when Chromium ends, by {@link close} or by itself. */
  onGone(listener: () => void): void {
    this.context.once('close', listener)
  }

  /** Opens an empty page in a window of its own. Its url is `about:blank#` and a mark. */
  async open(size: NewPage): Promise<Page> {
    const mark = `about:blank#${randomUUID()}`
    const opened = new Promise<Page>((resolve) => this.expected.set(mark, resolve))
    if (this.keeper?.isClosed() === false) {
      const { width, height, x, y } = size
      const features = `popup,noopener,width=${width},height=${height},left=${x},top=${y}`
      await this.keeper.evaluate(`void open('${mark}', '_blank', '${features}')`)
    } else {
      const { x: left, y: top, width, height } = size
      const target = { url: mark, newWindow: true, left, top, width, height }
      await this.browser.send('Target.createTarget', target)
    }
    const page = await opened
    this.expected.delete(mark)
    return page
  }

  async session(page: Page): Promise<CDPSession> {
    return this.context.newCDPSession(page)
  }

  /** Speaks to the browser as a whole. */
  get control(): CDPSession {
    return this.browser
  }

  async close(): Promise<void> {
    await this.context.close().catch(() => undefined)
    removeProfile(this.profile, 5)
  }

  /** Ends Chromium at once; for the moment in which this process itself ends. */
  kill(): void {
    try {
      process.kill(this.pid, 'SIGKILL')
    } catch {
      // It has already ended.
    }
    removeProfile(this.profile, 5)
  }
}

async function launchContext(
  { headed, language, debuggable }: ChromiumOptions,
  profile: string,
): Promise<BrowserContext> {
  const isRoot = process.getuid?.() === 0
  const launch = (chromiumSandbox: boolean): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath: findChromium(),
      headless: !headed,
      viewport: null,
      chromiumSandbox,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      serviceWorkers: 'block',
      timeout: 60_000,
      args: [
        ...sealed,
        ...quiet,
        withoutOwnPages,
        `--lang=${language}`,
        `--accept-lang=${language}`,
        ...(debuggable ? ['--remote-debugging-port=0'] : []),
      ],
    })
  // Chromium refuses its sandbox to root.
  if (isRoot) return launch(false)
  try {
    return await launch(true)
  } catch (error) {
    const refused = error instanceof Error && /sandbox/i.test(error.message)
    if (headed || !refused) throw error
    console.error(
      'This system allows no sandbox to Chromium; going on without, as nothing foreign is loaded.',
    )
    return launch(false)
  }
}

async function minimize(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
  await session.detach()
}

function readEndpoint(profile: string): string {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  return `http://127.0.0.1:${port ?? ''}`
}

/** Removes the profiles of hosts that were killed. */
function sweepProfiles(): void {
  for (const entry of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${profilePrefix}(\\d+)-`).exec(entry)?.[1])
    if (!Number.isInteger(pid) || isRunning(pid)) continue
    removeProfile(join(tmpdir(), entry))
  }
}

/** Removes what can be removed now. Chromium's last helper may still write; the next start sweeps what is left. */
function removeProfile(folder: string, maxRetries = 0): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries })
  } catch {
    // Somebody still writes there, or sweeps it as well.
  }
}

/** Whether a process of that id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
