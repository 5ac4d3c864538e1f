/**
 * Where Latchkey starts: reads as a table of contents. What the program does without a window stands
 * in program.ts; what speaks to the desktop stands in desktop/.
 */
import { join } from 'node:path'
import { app, clipboard, dialog, powerMonitor, session, shell, utilityProcess } from 'electron'
import { wordsForCommand } from '../cli/words'
import { packChange } from '../shared/pack'
import { loadText } from '../shared/text/load'
import { chooseLocale, type Locale } from '../shared/text/locale'
import { readServerMap } from './accounts/servers'
import { loadedWhenAsked } from './adapters/http-later'
import { adapters } from './adapters/list'
import { createDispatcher } from './bridge/dispatcher'
import { openBridge } from './bridge/ipc'
import { veilChange } from './bridge/veil'
import { followAppearance } from './desktop/appearance'
import { backupDialogs } from './desktop/backup-dialogs'
import { SecretClipboard } from './desktop/clipboard'
import { followContentProtection } from './desktop/content-protection'
import { readDevelopment } from './desktop/development'
import { watchFaults } from './desktop/faults'
import { guardContents, guardSession } from './desktop/guards'
import { Lifecycle, quitInOrder } from './desktop/lifecycle'
import { createLinkOpener } from './desktop/links'
import { copyWhileOpen, openLocking, whenFirstOpen } from './desktop/locking'
import { openManners } from './desktop/manners'
import { followApplicationMenu } from './desktop/menu'
import { openNotifications } from './desktop/notifications'
import { registerPageScheme, servePages } from './desktop/page'
import { installSeam } from './desktop/seam'
import { scriptCommand } from './desktop/script-command'
import { TrayIcon } from './desktop/tray'
import { TrayDriver } from './desktop/tray-driver'
import { openPlaces } from './desktop/window-place'
import { hasUpdateFeed, loadUpdater, Updates } from './desktop/updates'
import { Windows } from './desktop/windows'
import { desktopAtFirst, followWishes, watchLinuxTray } from './desktop/wishes'
import { logKeychain } from './diagnostics/keychain-log'
import { LogFile } from './diagnostics/log-file'
import { logRequests } from './diagnostics/request-log'
import { logStart } from './diagnostics/system'
import { KeychainClient } from './keychain/client'
import { createLog } from './log'
import { Observed } from './observed'
import { openProgram, type Program } from './program'

const development = readDevelopment(app.isPackaged, process.env)
const platform = platformOf(process.platform)

// A development build has a list and a lock of its own, as it has secrets of its own.
app.setName(app.isPackaged ? 'Latchkey' : 'Latchkey (development)')
if (development.profile !== undefined) app.setPath('userData', development.profile)
app.enableSandbox()
// Under Wayland no program hears keys that are pressed elsewhere; the desktop's portal passes them on.
app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
registerPageScheme()

const logFile = new LogFile({ folder: join(app.getPath('userData'), 'logs') })
const log = createLog((line, kind) => {
  logFile.write(line)
  if (kind === 'bug') process.stderr.write(`${line}\n`)
})
watchFaults({ process, app, log, flush: () => logFile.flushNow() })

// Before anything is read: two programs on one book would overwrite each other's accounts.
const command = wordsForCommand(process.argv, app.isPackaged)
if (command) {
  // Words for the program that runs already: no window, and no lock to take from it.
  const profile = app.getPath('userData')
  import('../cli/start')
    .then(({ startCommand }) => startCommand(command, profile, app.getVersion()))
    .then(
      (code) => app.exit(code),
      (error: unknown) => {
        log.bug('command', error, 'command')
        app.exit(1)
      },
    )
} else if (app.requestSingleInstanceLock()) {
  logFile.begin()
  logStart(log, app.getVersion(), development.host)
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => stop(error))
} else {
  app.exit(0)
}

async function start(): Promise<void> {
  const now = Date.now
  const pageSession = session.fromPartition('latchkey')
  const pages = servePages(pageSession, join(__dirname, '../renderer'), development.pageServer)
  guardSession(pageSession, pages, !app.isPackaged)
  // No page of Latchkey is in the default session, so nothing in it may do anything.
  guardSession(session.defaultSession)
  guardContents(app, () => pages)

  const client = loadedWhenAsked(async () => {
    const { createSystemHttpClient } = await import('./adapters/system-http')
    return createSystemHttpClient({
      resolveProxy: (url) => pageSession.resolveProxy(url),
      userAgent: `Latchkey/${app.getVersion()}`,
    })
  })
  const http = logRequests(client, log, now)
  const keychain = new KeychainClient({
    spawn: () =>
      utilityProcess.fork(join(__dirname, 'keychain.cjs'), [], {
        serviceName: 'latchkey-keychain',
      }),
    service: development.keychainService,
  })
  logKeychain(keychain, log)
  const secrets = new SecretClipboard({
    ...{ platform, now },
    seconds: () => program.settings.value.clipboardSeconds,
    onKept: () => notify(program.language.text.tray.notices.stillCopied),
  })
  const copySecret = copyWhileOpen(secrets, () => program.lock.isLocked, now)
  const openedLinks: string[] = []
  const desktop = new Observed(desktopAtFirst(platform, app.isPackaged || development.seam))
  desktop.set({
    ...desktop.value,
    scriptCommand: scriptCommand({
      ...{ packaged: app.isPackaged, windows: platform === 'windows' },
      ...{ appPath: app.getAppPath(), program: process.execPath },
    }),
  })
  const updates = new Updates({
    ...{ platform, desktop, log, load: loadUpdater },
    hasFeed: hasUpdateFeed(app.isPackaged, process.resourcesPath),
  })
  const program: Program = await openProgram({
    folder: app.getPath('userData'),
    adapters,
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
    systemLocale: systemLocale(),
    now,
    log,
    diagnostics: {
      recentLog: (count) => logFile.recent(count),
      copy: (words) => clipboard.writeText(words),
      showLog: () => shell.showItemInFolder(logFile.path),
    },
    copySecret,
    windows: {
      open: (kind, place) => locking.screen.open(kind, place),
      close: (windowId) => windows.close(windowId),
      hold: (windowId, held) => windows.hold(windowId, held),
    },
    backupDesk: backupDialogs(
      () => program.language,
      (path) => shell.showItemInFolder(path),
    ),
    desktop,
    checkForUpdates: () => void updates.check(),
    linkOpener: (servers) =>
      createLinkOpener({
        adapters,
        servers,
        sandbox: development.sandboxAddresses,
        open: async (url) => {
          openedLinks.push(url)
          if (!development.seam) await shell.openExternal(url)
        },
      }),
  })

  followAppearance(program.settings)
  followContentProtection(program.settings)
  openManners(program)
  const dispatch = createDispatcher({
    handlers: program.handlers,
    log,
    checkOutputs: !app.isPackaged,
    locked: () => program.lock.isLocked,
  })
  const sent: string[] = []
  const bridge = openBridge(
    dispatch,
    (url) => pages.isOwn(url),
    development.seam ? (message) => sent.push(JSON.stringify(message)) : undefined,
  )
  const resources = join(app.getAppPath(), 'resources')
  const places = await openPlaces(app.getPath('userData'))
  const windows: Windows = new Windows({
    ...{ platform, session: pageSession, pages, bridge, places, language: program.language },
    preload: join(__dirname, '../preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    devTools: !app.isPackaged,
    zoomFactor: () => program.settings.value.zoom / 100,
    trayBounds: () => tray.bounds,
    onNothingShown: () => lifecycle.nothingShown(),
    onRecording: (recording) => shortcut.suspend(recording),
  })
  const locking = openLocking({ program, windows, secrets, power: powerMonitor, now })
  const { screen } = locking
  const hidesAddresses = (): boolean => program.settings.value.hideAddresses
  const notify = openNotifications({
    ...{ program, hidesAddresses },
    open: (place) => screen.open('main', place),
  })
  const tray = new TrayIcon({ resources, platform, run: (action) => driver.run(action) })
  program.quickLogin.onRefreshed(({ account, asker, failure }) => {
    if (asker === 'window') bridge.broadcast('accounts.refreshed', { account, failure })
  })
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
    installSeam({ tray, clipboard, openedLinks, sent, quit: () => app.quit() })
  }

  const { settings } = program
  const accounts = (): boolean => program.views.anyAccount
  const lifecycle = new Lifecycle({ windows: screen, settings, desktop, accounts })
  const openQuickLogin = (): void => screen.open('quick-login')
  const shortcut = followWishes({ settings, desktop, log, platform, openQuickLogin })
  quitInOrder(async () => {
    shortcut.release()
    updates.end()
    await Promise.allSettled([secrets.clear(), places.flush(), program.close()])
  }, log)
  lifecycle.begin()

  // All accounts are drawn for it, and the window's own process is starting meanwhile.
  const driver: TrayDriver = new TrayDriver({
    ...{ program, screen, tray, copySecret, notify, hidesAddresses },
    quit: () => app.quit(),
  })
  program.mirror.onChange((change) => {
    const told = program.lock.isLocked ? veilChange(change) : change
    bridge.broadcast('state.changed', packChange(told))
    driver.apply(change)
  })
  // Its questions need a window to be shown in.
  void program.scripts.listen()
  windows.onFirstPage(() => {
    updates.begin()
    // Nothing is asked of the keychain before there is something to see, or while Latchkey is locked.
    whenFirstOpen(program.lock, () => void keychain.retry({ unattended: true }))
    if (platform === 'linux') {
      void watchLinuxTray(desktop, () => tray.renew())
      void locking.watchLinuxScreen()
    }
  })
}

async function stop(error: unknown): Promise<void> {
  log.bug('start', error, 'start')
  try {
    const words = (await loadText(systemLocale())).dialogs
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox(words.startFailed, words.startFailedText(reason))
  } finally {
    app.exit(1)
  }
}

function systemLocale(): Locale {
  return chooseLocale(app.getPreferredSystemLanguages())
}

function platformOf(system: NodeJS.Platform): 'linux' | 'mac' | 'windows' {
  if (system === 'darwin') return 'mac'
  return system === 'win32' ? 'windows' : 'linux'
}
