/** The test's side: starts an app on the Chromium host, attaches to its pages, and ends it. */
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { isAnswer, isReady, type HostCall, type HostReady } from './channel'
import { isRunning } from './chromium'
import type { HostControls } from './controls'

export interface LaunchOptions {
  readonly appDir: string
  readonly args?: readonly string[]
  /** The whole environment of the app; the test's own if left out. */
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** The bundled host; that of the build if left out. */
  readonly hostFile?: string
}

type Controls = {
  [K in keyof HostControls]: (
    ...args: Parameters<HostControls[K]>
  ) => Promise<Awaited<ReturnType<HostControls[K]>>>
}

/** Where `npm run build` puts the host. */
export const builtHost = resolve(import.meta.dirname, '../../out/tools/chromium-host.mjs')

/**
 * Starts the app and resolves when its pages can be attached to; rejects, with what the app
 * printed, if it ends before.
 */
export async function launchOnChromiumHost({
  appDir,
  args = [],
  env = process.env,
  cwd = process.cwd(),
  hostFile = builtHost,
}: LaunchOptions): Promise<HostedApp> {
  if (!existsSync(hostFile)) throw new Error(`${hostFile} is not built: npm run build`)
  const child = fork(hostFile, [appDir, '--host-debuggable', ...args], {
    env,
    cwd,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const app = new HostedApp(child)
  await app.attach()
  return app
}

/** An app that runs on the Chromium host. */
export class HostedApp {
  /** Resolves with the exit code; with null if a signal ended the process. */
  readonly exited: Promise<number | null>
  /** What the app has printed so far. */
  stdout = ''
  stderr = ''
  /** The host's controls, by name (controls.ts). */
  readonly controls: Controls
  private browser: Browser | undefined
  private ready: HostReady | undefined
  private readonly calls = new Map<number, (message: object) => void>()
  private count = 0

  constructor(readonly process: ChildProcess) {
    this.exited = new Promise((resolveExit) => {
      process.once('exit', (code) => {
        resolveExit(code)
      })
    })
    process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text))
    process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text))
    this.controls = new Proxy({} as Controls, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          this.call('host', String(name), args),
    })
  }

  get pid(): number {
    if (this.process.pid === undefined) throw new Error('The host was not started.')
    return this.process.pid
  }

  get chromiumPid(): number {
    return this.attached.chromiumPid
  }

  /** Where another client can attach by the DevTools protocol. */
  get endpoint(): string {
    return this.attached.endpoint
  }

  private get attached(): HostReady {
    if (this.ready === undefined) throw new Error('The app is not attached to.')
    return this.ready
  }

  /** Waits for the host and attaches to its Chromium; called by {@link launchOnChromiumHost}. */
  async attach(): Promise<void> {
    const said = new Promise<HostReady>((resolveReady) => {
      this.process.on('message', (message: unknown) => {
        if (isReady(message)) resolveReady(message)
        if (isAnswer(message)) this.calls.get(message.latchkeyAnswer)?.(message)
      })
    })
    this.ready = await this.orEnded(said)
    this.browser = await this.orEnded(chromium.connectOverCDP(this.ready.endpoint))
  }

  /** The pages of the app's windows, those that have loaded something. */
  pages(): Page[] {
    const [context] = this.browser?.contexts() ?? []
    return (context?.pages() ?? []).filter((page) => !page.url().startsWith('about:blank'))
  }

  /** The page of the first window that fits; waits for it. Without a predicate, any will do. */
  async waitForWindow(
    predicate: (page: Page) => boolean | Promise<boolean> = () => true,
    { timeout = 15_000 }: { timeout?: number } = {},
  ): Promise<Page> {
    const [context] = this.browser?.contexts() ?? []
    if (context === undefined) throw new Error('The app is not attached to.')
    const found = new Promise<Page>((resolveFound, reject) => {
      const look = async (): Promise<void> => {
        for (const page of this.pages()) {
          await page.waitForLoadState('domcontentloaded')
          if (await predicate(page)) resolveFound(page)
        }
      }
      const again = (): void => {
        look().catch((error: unknown) => {
          // A page that closes while it is looked at is none that was waited for.
          if (!/closed/i.test(String(error)))
            reject(error instanceof Error ? error : new Error(String(error)))
        })
      }
      const follow = (page: Page): void => {
        page.on('framenavigated', again)
        page.on('load', again)
      }
      context.pages().forEach(follow)
      context.on('page', follow)
      again()
      setTimeout(() => {
        const urls = this.pages().map((page) => page.url())
        reject(
          new Error(
            `No such window came; there are: ${urls.join(', ') || 'none'}.\n${this.stderr}`,
          ),
        )
      }, timeout).unref()
    })
    return this.orEnded(found)
  }

  /** Calls a function of the app's `globalThis.latchkeySeam`; its errors come out here. */
  seam(name: string, ...args: unknown[]): Promise<unknown> {
    return this.call('seam', name, args)
  }

  private async call(to: HostCall['to'], name: string, args: readonly unknown[]): Promise<unknown> {
    const latchkeyCall = ++this.count
    const answered = new Promise<unknown>((resolveCall, reject) => {
      this.calls.set(latchkeyCall, (message) => {
        this.calls.delete(latchkeyCall)
        if (!isAnswer(message)) return
        if (message.ok) resolveCall(message.value)
        else reject(Object.assign(new Error(message.error.message), message.error))
      })
    })
    this.process.send({ latchkeyCall, to, name, args } satisfies HostCall)
    return this.orEnded(answered)
  }

  /** Asks the app to quit and waits until it has; resolves with its exit code. */
  async close(): Promise<number | null> {
    await this.browser?.close().catch(() => undefined)
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGTERM')
    }
    return this.exited
  }

  /** Ends the host without asking, as a crash would, and waits until Chromium is gone too. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.exited
    await this.browser?.close().catch(() => undefined)
    if (this.ready !== undefined) await ended(this.ready.chromiumPid)
  }

  /** `work`, unless the app ends first. */
  private async orEnded<T>(work: Promise<T>): Promise<T> {
    const early = this.exited.then((code) => {
      throw new Error(`The app ended with code ${String(code)}.\n${this.stdout}${this.stderr}`)
    })
    return Promise.race([work, early])
  }
}

/** Resolves when no process of that id is left; rejects after ten seconds. No event tells of a stranger's end. */
export async function ended(pid: number): Promise<void> {
  const deadline = Date.now() + 10_000
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`The process ${pid} goes on.`)
    await new Promise((resolveLater) => setTimeout(resolveLater, 20))
  }
}
