/**
 * Runs a built app as Electron would, on Node and an installed Chromium (see README.md). This file
 * puts the parts together: Chromium (chromium.ts), the network of its pages (network.ts), what the
 * app gets for `electron` (electron/), what runs inside the pages (page/), and what a test may do
 * (controls.ts). It knows no app: nothing of Latchkey's own belongs here.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answer, isCall, type HostReady } from './channel'
import { Chromium } from './chromium'
import { hostControls } from './controls'
import { HostApp, type Manifest } from './electron/app'
import { browserWindowClass } from './electron/browser-window-class'
import { HostClipboard } from './electron/clipboard'
import { HostPower, HostShortcuts, HostTheme, Opened } from './electron/desktop'
import { showToPerson } from './looker'
import { Dialogs } from './electron/dialog'
import { HostIpcMain } from './electron/ipc-main'
import { electronModule } from './electron/module'
import type { HostNotification } from './electron/notification'
import { HostSession, Sessions } from './electron/session'
import { UtilityProcesses } from './electron/utility-process'
import { Windows } from './electron/windows'
import { Ending } from './ending'
import { preferredLanguages } from './languages'
import { loadApp } from './loader'
import { Network, PageOwners } from './network'
import type { HostPage } from './page/host-page'
import { applyPermissions } from './permissions'
import { SchemeMap } from './scheme'

export interface HostOptions {
  /** The folder with the app's package.json. */
  readonly appDir: string
  readonly headed: boolean
  /** Whether a second client may drive the pages too; for tests. */
  readonly debuggable: boolean
  /** No window that is out of sight is ever ready to be shown; for tests. */
  readonly paintsShownOnly: boolean
  /** What the app is started with, behind its folder. */
  readonly args: readonly string[]
}

/** Starts the app in this process and returns; the process ends when the app does. */
export function startHost(options: HostOptions): void {
  const { appDir, headed, debuggable, paintsShownOnly, args } = options
  const path = resolve(appDir)
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest & {
    readonly main?: string
  }
  const languages = preferredLanguages(process.env)
  const windows = new Windows()
  const schemes = new SchemeMap()
  const owners = new PageOwners()
  const clipboard = new HostClipboard(new HostClipboard())
  const ipcMain = new HostIpcMain()
  const dialogs = new Dialogs()
  const opened = new Opened(headed ? showToPerson : undefined)
  const shortcuts = new HostShortcuts()
  const power = new HostPower()
  const utilities = new UtilityProcesses((details) => app.announceGone(details))
  const notifications: HostNotification[] = []

  const network = new Network(schemes, owners, async (owner, url) => {
    await applyPermissions((await chromium).control, owner, url, schemes.toApp(url))
  })
  const chromium = Chromium.launch(
    { headed, debuggable, language: languages[0] ?? 'en-US' },
    (context) => context.route('**/*', network.handle),
    // A page that no window asked for is one that a page tried to open.
    (page) => void page.close().catch(() => undefined),
  )

  const ending = new Ending(utilities)
  const app = new HostApp({
    path,
    manifest,
    userData: valueOf('--user-data-dir', args),
    languages,
    windows,
    end: ending.begin,
  })
  chromium.then(
    (started) => {
      ending.watch(started)
      started.onGone(() => {
        if (ending.begun) return
        console.error('Chromium has ended by itself; the app ends with it.')
        app.exit(1)
      })
      announce(started)
    },
    (error: unknown) => {
      if (ending.begun) return
      console.error(error instanceof Error ? error.message : error)
      app.exit(1)
    },
  )

  const theme = new HostTheme((dark) => {
    for (const { contents } of windows.all) void colour(contents.page, dark)
  })
  const sessions = new Sessions(
    (partition) =>
      new HostSession(
        partition,
        schemes,
        () => app.isReady(),
        () => clearStorage(windows, schemes),
      ),
  )
  const BrowserWindow = browserWindowClass({
    chromium,
    headed,
    paintsShownOnly,
    schemes,
    sessions,
    owners,
    windows,
    ipcMain,
    clipboard,
    isReady: () => app.isReady(),
    onContentsMade: (contents) => {
      if (theme.shouldUseDarkColors) void colour(contents.page, true)
      app.announceContents(contents)
    },
    onWindowMade: (window) => app.announceWindow(window),
  })
  const electron = electronModule({
    app,
    BrowserWindow,
    ipcMain,
    sessions,
    clipboard,
    notifications,
    dialogs,
    opened,
    shortcuts,
    theme,
    power,
    utilities,
  })
  const controls = hostControls({
    app,
    windows,
    dialogs,
    power,
    theme,
    clipboard,
    opened,
    notifications,
    shortcuts,
    ipcMain,
    schemes,
    sessions,
  })
  listenToTest(controls, () => {
    app.exit(0)
  })
  listenToSignals(app)
  // Electron warns of these where Node by itself would end the process.
  process.on('unhandledRejection', (reason) => {
    if (!ending.begun) console.error('Unhandled rejection:', reason)
  })

  process.env['LATCHKEY_HOST'] = 'chromium'
  process.argv = [process.execPath, path, ...args]
  console.error(
    `${manifest.productName ?? manifest.name} runs on the Chromium host, which imitates Electron for development and tests.`,
  )
  loadApp(join(path, manifest.main ?? 'index.js'), electron)
  setImmediate(() => {
    app.becomeReady()
  })
}

/** The value of a switch such as `--user-data-dir=/x`. */
function valueOf(name: string, args: readonly string[]): string | undefined {
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Tells a page the person's colours; a page that is gone by then needs none. */
async function colour(opening: Promise<HostPage>, dark: boolean): Promise<void> {
  await opening
    .then(({ page }) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }))
    .catch(() => undefined)
}

/** Clears what the open pages have stored. */
async function clearStorage(windows: Windows, schemes: SchemeMap): Promise<void> {
  for (const { contents } of windows.all) {
    const { control } = await contents.page
    const url = schemes.toChromium(contents.getURL())
    if (!url.startsWith('https:')) continue
    const { origin } = new URL(url)
    await control.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  }
}

/** Tells the process that started this one, if there is a channel to it, where to attach. */
function announce({ endpoint, pid }: Chromium): void {
  if (endpoint === undefined) return
  process.send?.({ latchkeyReady: true, endpoint, chromiumPid: pid } satisfies HostReady)
}

function listenToTest(controls: object, onGone: () => void): void {
  if (process.send === undefined) return
  process.on('message', (message) => {
    if (!isCall(message)) return
    const target: unknown =
      message.to === 'host' ? controls : Reflect.get(globalThis, 'latchkeySeam')
    void answer(message, target).then((answered) => process.send?.(answered))
  })
  process.once('disconnect', onGone)
}

/** The first signal asks the app, as a desktop would; a second one does not ask. */
function listenToSignals(app: HostApp): void {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) app.exit(1)
      asked = true
      app.quit()
    })
  }
}
