/**
 * Starts the built app on either host, with a profile of its own. The host is chosen by
 * `LATCHKEY_E2E_HOST` (`electron` or `chromium`), else by whether Electron's binary is there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import type { Seam } from '../../src/main/desktop/seam'
import type { WindowKind } from '../../src/shared/contract'
import { launchOnChromiumHost, type HostedApp } from '../chromium-host/launch'

export type HostName = 'electron' | 'chromium'

export interface LaunchAppOptions {
  readonly host?: HostName
  /** The folder that holds the book. */
  readonly profile: string
  /** What is added to the environment: the keyring's bus, `LATCHKEY_SERVERS`, and so on. */
  readonly env: Readonly<Record<string, string>>
  /** What is put on the program's command line. */
  readonly args?: readonly string[]
}

export interface RunningApp {
  readonly host: HostName
  readonly page: Page
  readonly pid: number
  /** Calls a function of the seam in the main process. */
  seam<N extends keyof Seam>(name: N, ...args: Parameters<Seam[N]>): ReturnType<Seam[N]>
  /** What stands in for the desktop; undefined where the desktop is real. */
  readonly desktop: HostedApp['controls'] | undefined
  /** The page of a window, as soon as there is one; it may be hidden. */
  window(kind: WindowKind): Promise<Page>
  /** The window's page after its process has ended: another one, or the same again. */
  reopened(): Promise<Page>
  /** What the program has printed so far. */
  output(): string
  close(): Promise<void>
  /** Ends it without asking, as a crash would. */
  kill(): Promise<void>
}

const root = resolve(import.meta.dirname, '../..')

export async function launchApp(options: LaunchAppOptions): Promise<RunningApp> {
  const host = options.host ?? defaultHost()
  const env = {
    ...systemEnv(),
    ...inEnglish,
    ...options.env,
    LATCHKEY_PROFILE: options.profile,
    LATCHKEY_SEAM: '1',
  }
  const { args = [] } = options
  return host === 'electron' ? onElectron(env, args) : onChromiumHost(env, args)
}

async function onChromiumHost(
  env: Record<string, string>,
  args: readonly string[],
): Promise<RunningApp> {
  const app = await launchOnChromiumHost({ appDir: root, env, cwd: root, args })
  const page = await app.waitForWindow()
  return {
    host: 'chromium',
    page,
    desktop: app.controls,
    window: (kind) => app.waitForWindow((one) => isPageOf(kind, one)),
    reopened: () => app.waitForWindow((one) => one !== page && isPageOf('main', one)),
    pid: app.pid,
    seam: (name, ...args) => app.seam(name, ...args) as ReturnType<Seam[typeof name]>,
    output: () => app.stdout + app.stderr,
    close: async () => {
      await app.close()
    },
    kill: () => app.kill(),
  }
}

async function onElectron(
  env: Record<string, string>,
  more: readonly string[],
): Promise<RunningApp> {
  const args = [...(process.platform === 'linux' ? ['--no-sandbox'] : []), root, ...more]
  const app = await _electron.launch({ args, env, cwd: root })
  let printed = ''
  app.process().stderr?.on('data', (text: Buffer) => (printed += text.toString()))
  app.process().stdout?.on('data', (text: Buffer) => (printed += text.toString()))
  const page = await app.firstWindow()
  const seam = async (name: string, args: readonly unknown[]): Promise<unknown> =>
    app.evaluate(
      (_electronModule, call) => {
        const found: unknown = Reflect.get(globalThis.latchkeySeam ?? {}, call.name)
        if (typeof found !== 'function') throw new Error(`The seam has no ${call.name}`)
        return Reflect.apply(found, undefined, call.args) as unknown
      },
      { name, args: [...args] },
    )
  return {
    host: 'electron',
    page,
    desktop: undefined,
    window: async (kind) =>
      app.windows().find((one) => isPageOf(kind, one)) ??
      app.waitForEvent('window', (one) => isPageOf(kind, one)),
    reopened: async () => {
      await page.waitForLoadState()
      return page
    },
    pid: app.process().pid ?? 0,
    seam: (name, ...rest) => seam(name, rest) as ReturnType<Seam[typeof name]>,
    output: () => printed,
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
      await app.close().catch(() => undefined)
    },
  }
}

/** Whether a window shows the page of that name. */
function isPageOf(kind: WindowKind, page: Page): boolean {
  const name = kind === 'main' ? 'index' : kind
  return new URL(page.url()).pathname === `/${name}.html`
}

function defaultHost(): HostName {
  const wanted = process.env['LATCHKEY_E2E_HOST']
  if (wanted === 'electron' || wanted === 'chromium') return wanted
  return electronIsThere() ? 'electron' : 'chromium'
}

/** Electron's package holds no program; `install-electron` writes where it has put it into path.txt. */
function electronIsThere(): boolean {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  return existsSync(named) && existsSync(join(folder, 'dist', readFileSync(named, 'utf8').trim()))
}

/** The specs read English, whatever the person speaks who runs them. */
export const inEnglish = { LC_ALL: 'C.UTF-8', LANGUAGE: 'en' }

function systemEnv(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('LATCHKEY_'))
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
