/**
 * Where Latchkey starts: reads as a table of contents, as far as the first window. What stands around
 * that window is put together behind it (desktop/around-windows.ts); what the program does without a
 * window stands in program.ts.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, session, shell, utilityProcess } from 'electron'
import type { HandedOver } from '../cli/hand-over'
import { wordsForCommand } from '../cli/words'
import type { Text } from '../shared/text'
import { loadText } from '../shared/text/load'
import { chooseLocale, type Locale } from '../shared/text/locale'
import type { Dispatch } from './bridge/dispatcher'
import { openBridge } from './bridge/ipc'
import { followAppearance } from './desktop/appearance'
import { followContentProtection } from './desktop/content-protection'
import { readDevelopment } from './desktop/development'
import { watchFaults } from './desktop/faults'
import { FurtherStarts } from './desktop/further-starts'
import { guardContents, guardSession } from './desktop/guards'
import { takeIdentity } from './desktop/identity'
import { isLockHeld } from './desktop/instance-lock'
import { firstArguments } from './desktop/lifecycle'
import { openManners } from './desktop/manners'
import { registerPageScheme, servePages } from './desktop/page'
import { opensMain, startWords } from './desktop/starts'
import { isWayland } from './desktop/wayland'
import { openPlaces } from './desktop/window-place'
import { Windows } from './desktop/windows'
import { logKeychain } from './diagnostics/keychain-log'
import { LogFile } from './diagnostics/log-file'
import { logStart } from './diagnostics/system'
import { openFirstFiles } from './first-files'
import { KeychainClient } from './keychain/client'
import { createLog } from './log'
import { addressFile } from './scripts/address-file'

const development = readDevelopment(app.isPackaged, process.env)
const platform = platformOf(process.platform)

// A development build has a list and a lock of its own, as it has secrets of its own.
app.setName(app.isPackaged ? 'Latchkey' : 'Latchkey (development)')
takeIdentity(app, platform)
if (development.profile !== undefined) app.setPath('userData', development.profile)
app.enableSandbox()
// Under Wayland no program hears keys that are pressed elsewhere; the desktop's portal passes them on.
app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
registerPageScheme()
// Else Electron makes a menu of its own, in English, for the time until Latchkey's is there.
Menu.setApplicationMenu(null)

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
  begin().catch((error: unknown) => stop(error))
} else if (isLockHeld(app.getPath('userData'), platform)) {
  app.exit(0)
} else {
  void app
    .whenReady()
    .then(() => refuse('no lock', ({ noLock }) => noLock(app.getPath('userData'))))
}

/** Starts, unless a program turns out to run on the profile that Electron's lock says nothing of. */
async function begin(): Promise<void> {
  const [other] = await Promise.all([findOther(app.getPath('userData')), app.whenReady()])
  switch (other) {
    case 'nobody':
      logFile.begin()
      logStart(log, app.getVersion(), development.host)
      return start()
    case 'taken':
      return app.exit(0)
    case 'deaf':
      return refuse('runs already', ({ runsAlready }) => runsAlready)
  }
}

/** One look for a file, which a program that has ended in order has taken away. */
async function findOther(profile: string): Promise<HandedOver> {
  if (!existsSync(addressFile(profile))) return 'nobody'
  const { handOver } = await import('../cli/hand-over')
  return handOver(profile, startWords(firstArguments()))
}

async function start(): Promise<void> {
  const now = Date.now
  const folder = app.getPath('userData')
  const systemLocale = bestLocale()
  const pageSession = session.fromPartition('latchkey')
  const pages = servePages(pageSession, join(__dirname, '../renderer'), development.pageServer)
  guardSession(pageSession, pages, !app.isPackaged)
  // No page of Latchkey is in the default session, so nothing in it may do anything.
  guardSession(session.defaultSession)
  guardContents(app, () => pages)
  // Whether it ends is decided when nothing is shown: quick login stays, out of sight, for the next time.
  app.on('window-all-closed', () => undefined)
  const furtherStarts = new FurtherStarts()
  app.on('second-instance', (_event, argv) => furtherStarts.startedAgain(argv))

  const keychain = new KeychainClient({
    spawn: () =>
      utilityProcess.fork(join(__dirname, 'keychain.cjs'), [], {
        serviceName: 'latchkey-keychain',
      }),
    service: development.keychainService,
  })
  logKeychain(keychain, log)
  const [first, places] = await Promise.all([
    openFirstFiles({ folder, keychain, now, systemLocale }),
    openPlaces(folder),
  ])
  followAppearance(first.settings)
  followContentProtection(first.settings)
  openManners(first)

  let open: (dispatch: Dispatch) => void = () => undefined
  const opened = new Promise<Dispatch>((resolve) => (open = resolve))
  const sent: string[] = []
  const bridge = openBridge(
    // What a page asks before the program is there waits for it.
    async (name, input, caller) => (await opened)(name, input, caller),
    (url) => pages.isOwn(url),
    development.seam ? (message) => sent.push(JSON.stringify(message)) : undefined,
  )
  const windows = new Windows({
    ...{ platform, session: pageSession, pages, bridge, places, language: first.language },
    preload: join(__dirname, '../preload/index.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icon.png'),
    devTools: !app.isPackaged,
    tellsMinimized: !isWayland(platform, process.env),
    zoomFactor: () => first.settings.value.zoom / 100,
  })
  // The window's own process starts while the rest of the program is read.
  const openedAhead = !first.locksmith.startsLocked && opensMain(firstArguments())
  if (openedAhead) windows.open('main')

  const { openAround } = await import('./desktop/around-windows')
  await openAround({
    ...{ development, platform, now, log, logFile, folder, keychain, first, systemLocale },
    ...{ places, bridge, windows, openedAhead, sent, furtherStarts, open },
    resolveProxy: (url) => pageSession.resolveProxy(url),
    openInBrowser: (url) => shell.openExternal(url),
    showInFolder: (path) => shell.showItemInFolder(path),
  })
}

async function stop(error: unknown): Promise<void> {
  log.bug('start', error, 'start')
  const reason = error instanceof Error ? error.message : String(error)
  await sayNoStart(() => reason)
}

/** Does not start, for a reason that is no bug. */
async function refuse(
  why: string,
  reason: (words: Text['dialogs']['startRefused']) => string,
): Promise<void> {
  log.info(`no start: ${why}`)
  await sayNoStart(({ startRefused }) => reason(startRefused))
}

async function sayNoStart(reason: (words: Text['dialogs']) => string): Promise<void> {
  try {
    const words = (await loadText(bestLocale())).dialogs
    dialog.showErrorBox(words.startFailed, words.startFailedText(reason(words)))
  } finally {
    app.exit(1)
  }
}

function bestLocale(): Locale {
  return chooseLocale(app.getPreferredSystemLanguages())
}

function platformOf(system: NodeJS.Platform): 'linux' | 'mac' | 'windows' {
  if (system === 'darwin') return 'mac'
  return system === 'win32' ? 'windows' : 'linux'
}
