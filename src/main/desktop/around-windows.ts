/**
 * Puts the program and the desktop together, behind the first window: its code is read while that
 * window's process starts. What the program does without a window stands in program.ts.
 */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { app, clipboard, powerMonitor } from 'electron'
import type { Locale } from '../../shared/text/locale'
import { readServerMap } from '../accounts/servers'
import { loadedWhenAsked } from '../adapters/http-later'
import { adapters } from '../adapters/list'
import type { ResolveProxy } from '../adapters/proxy'
import { createDispatcher, type Dispatch } from '../bridge/dispatcher'
import type { Bridge } from '../bridge/ipc'
import { tellWindows } from '../bridge/tell-windows'
import type { LogFile } from '../diagnostics/log-file'
import { logRequests } from '../diagnostics/request-log'
import { endInTurn } from '../ending'
import type { FirstFiles } from '../first-files'
import type { KeychainClient } from '../keychain/client'
import type { Log } from '../log'
import { Observed } from '../observed'
import { openProgram, type Program } from '../program'
import { backupDialogs } from './backup-dialogs'
import { SecretClipboard } from './clipboard'
import type { Development } from './development'
import { Lifecycle, quitInOrder } from './lifecycle'
import type { FurtherStarts } from './further-starts'
import { createLinkOpener } from './links'
import { copyWhileOpen, openLocking, whenFirstOpen } from './locking'
import { followApplicationMenu } from './menu'
import { openNotifications } from './notifications'
import { installSeam } from './seam'
import { startAnew } from './start-anew'
import { startWords } from './starts'
import { TrayIcon } from './tray'
import { TrayDriver } from './tray-driver'
import { hasUpdateFeed, loadUpdater, Updates } from './updates'
import { isWayland } from './wayland'
import type { PlaceKeeper } from './window-place'
import type { Windows } from './windows'
import { desktopAtFirst, followWishes, watchLinuxTray } from './wishes'

export interface AroundOptions {
  readonly development: Development
  readonly platform: 'linux' | 'mac' | 'windows'
  readonly now: () => number
  readonly log: Log
  readonly logFile: LogFile
  /** Where the book and its companions live. */
  readonly folder: string
  readonly keychain: KeychainClient
  readonly first: FirstFiles
  /** The best of the system's languages that Latchkey speaks. */
  readonly systemLocale: Locale
  readonly places: PlaceKeeper
  readonly bridge: Bridge
  readonly windows: Windows
  /** The main window was opened already. */
  readonly openedAhead: boolean
  /** What went to windows so far; the seam for tests shows it. */
  readonly sent: readonly string[]
  readonly furtherStarts: FurtherStarts
  /** Takes what answers calls, those that wait first. */
  readonly open: (dispatch: Dispatch) => void
  readonly resolveProxy: ResolveProxy
  readonly openInBrowser: (url: string) => Promise<void>
  readonly showInFolder: (path: string) => void
}

/** Opens all that is not there yet: what answers the windows' calls, and behind that what nobody waits for. */
export async function openAround(options: AroundOptions): Promise<void> {
  const { development, platform, now, log, logFile, folder, keychain, first } = options
  const { bridge, windows, openInBrowser, showInFolder } = options
  const client = loadedWhenAsked(async () => {
    const { createSystemHttpClient } = await import('../adapters/system-http')
    return createSystemHttpClient({
      resolveProxy: options.resolveProxy,
      userAgent: `Latchkey/${app.getVersion()}`,
    })
  })
  const http = logRequests(client, log, now)
  const wayland = isWayland(platform, process.env)
  const secrets = new SecretClipboard({
    ...{ platform, now, wayland },
    seconds: () => program.settings.value.clipboardSeconds,
    onKept: () => notify(program.language.text.tray.notices.stillCopied),
  })
  const copySecret = copyWhileOpen(secrets, () => program.lock.isLocked, now)
  const openedLinks: string[] = []
  const running = {
    ...{ packaged: app.isPackaged, executable: process.execPath },
    ...{ appPath: app.getAppPath(), env: process.env },
  }
  const canStartAtLogin = app.isPackaged || development.seam
  const desktop = new Observed(desktopAtFirst({ platform, running, canStartAtLogin }))
  const updates = new Updates({
    ...{ platform, desktop, log, load: loadUpdater },
    hasFeed: hasUpdateFeed(app.isPackaged, process.resourcesPath),
  })
  const program: Program = await openProgram({
    ...{ folder, adapters, first },
    overrides: {
      replace: readServerMap('LATCHKEY_SERVERS', development.servers),
      beside: readServerMap('LATCHKEY_SANDBOX', development.sandbox),
    },
    http,
    keychain,
    surroundings: {
      host: development.host,
      platform,
      version: app.getVersion(),
      mailbox: development.mailbox,
    },
    systemLocale: options.systemLocale,
    now,
    log,
    diagnostics: {
      recentLog: (count) => logFile.recent(count),
      copy: (words) => clipboard.writeText(words),
      showLog: () => showInFolder(logFile.path),
    },
    copySecret,
    windows: {
      open: (kind, place) => locking.screen.open(kind, place),
      close: (windowId) => windows.close(windowId),
      hold: (windowId, held) => windows.hold(windowId, held),
    },
    backupDesk: backupDialogs(() => program.language, showInFolder),
    desktop,
    startedAgain: (words) => options.furtherStarts.startedAgain(words),
    checkForUpdates: () => void updates.check(),
    linkOpener: (servers) =>
      createLinkOpener({
        adapters,
        servers,
        sandbox: development.sandboxAddresses,
        open: async (url) => {
          openedLinks.push(url)
          if (!development.seam) await openInBrowser(url)
        },
      }),
  })

  const resources = join(app.getAppPath(), 'resources')
  const locking = openLocking({ program, windows, secrets, power: powerMonitor, now })
  const { screen } = locking
  const hidesAddresses = (): boolean => program.settings.value.hideAddresses
  const notify = openNotifications({
    ...{ program, hidesAddresses },
    open: (place) => screen.open('main', place),
  })
  const tray = new TrayIcon({ resources, platform, run: (action) => driver?.run(action) })
  tellWindows(program, bridge)
  followApplicationMenu(program.lock, {
    mac: platform === 'mac',
    development: !app.isPackaged,
    addAccount: () => screen.open('main', { kind: 'add' }),
    openSettings: () => screen.open('settings'),
    showShortcuts: () => screen.open('main', { kind: 'shortcuts' }),
    settings: program.settings,
    language: program.language,
  })
  if (development.seam) {
    const { sent } = options
    installSeam({ tray, clipboard, openedLinks, sent, quit: () => app.quit() })
  }

  const { settings } = program
  const accounts = (): boolean => program.views.anyAccount
  const { furtherStarts } = options
  const lifecycle = new Lifecycle({ windows: screen, settings, desktop, accounts, furtherStarts })
  const openQuickLogin = (): void => screen.open('quick-login')
  const shortcut = followWishes({ settings, desktop, log, platform, running, openQuickLogin })
  const isQuitting = quitInOrder(async () => {
    furtherStarts.leave()
    const endings = [
      () => shortcut.release(),
      () => updates.end(),
      () => secrets.clear(),
      () => options.places.flush(),
      () => program.close(),
    ]
    await Promise.all(endings.map((end) => endInTurn([end], log)))
    const again = furtherStarts.unheard
    // A newer version that takes over with the end must find nobody in its way.
    const updating = desktop.value.updates?.kind === 'ready'
    if (again && !updating) startAnew(running, startWords(again))
  }, log)
  let driver: TrayDriver | undefined = undefined
  program.mirror.onChange((change) => driver?.apply(change))
  lifecycle.begin(options.openedAhead)
  options.open(
    createDispatcher({
      handlers: program.handlers,
      log,
      checkOutputs: !app.isPackaged,
      locked: () => program.lock.isLocked,
    }),
  )

  // A page that has waited is answered first; all accounts are drawn for the tray.
  await setImmediate()
  if (isQuitting()) return
  driver = new TrayDriver({
    ...{ program, screen, tray, copySecret, notify, hidesAddresses },
    // A menu takes the focus from any window, and under Wayland only a window that has it is heeded.
    canCopy: !wayland,
    quit: () => app.quit(),
  })
  // Its questions need a window to be shown in.
  void program.scripts.listen()
  windows.onFirstPage(() => {
    updates.begin()
    void program.writeBack()
    // Nothing is asked of the keychain before there is something to see, or while Latchkey is locked.
    whenFirstOpen(program.lock, () => void keychain.retry({ unattended: true }))
    if (platform === 'linux') {
      void watchLinuxTray(desktop, () => tray.renew())
      void locking.watchLinuxScreen()
    }
  })
  windows.connect({
    trayBounds: () => tray.bounds,
    onNothingShown: () => lifecycle.nothingShown(),
    onSessionEnd: () => void Promise.allSettled([options.places.flush(), program.flush()]),
    onRecording: (recording) => shortcut.suspend(recording),
  })
}
