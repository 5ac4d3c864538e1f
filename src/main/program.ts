/**
 * Puts the program together, without a window: what it reads at the start, what it knows, and the
 * handlers of the bridge. Electron is added around it in desktop/around-windows.ts; tests run it as it is.
 */
import type { AccountId } from '../shared/account'
import type { Snapshot } from '../shared/contract'
import type { CheckAll } from '../shared/health'
import type { ScriptQuestion } from '../shared/scripts'
import type { Removal } from '../shared/removal'
import type { DesktopView } from '../shared/settings'
import type { Result } from '../shared/failure'
import type { Locale } from '../shared/text/locale'
import { shellOf } from './accounts/curl-line'
import { Expiry } from './accounts/expiry'
import { ExpiryNotices } from './accounts/expiry-notices'
import { finishWhenReady } from './accounts/finish-when-ready'
import type { FileSteps } from './accounts/file-steps'
import { Gate } from './accounts/gate'
import { Health } from './accounts/health'
import { Lanes } from './accounts/lanes'
import { OtherSessions } from './accounts/other-sessions'
import { Passwords } from './accounts/passwords'
import { QuickLogin } from './accounts/quick-login'
import { Registry } from './accounts/registry'
import { Removals } from './accounts/removals'
import { Servers, type ServerOverrides } from './accounts/servers'
import { Sessions } from './accounts/sessions'
import { clientsFor } from './accounts/site-trust'
import { TouchBatch } from './accounts/touch-batch'
import { Vault } from './accounts/vault'
import { Views } from './accounts/views'
import { Backups, backupViews } from './backup/backups'
import type { BackupDesk } from './backup/desk'
import { openBookFiles } from './book-files'
import type { RootHttpClient } from './adapters/http'
import type { Adapter } from './adapters/walk'
import type { Handlers } from './bridge/dispatcher'
import { accountHandlers } from './bridge/handlers/accounts'
import { backupHandlers } from './bridge/handlers/backup'
import { diagnosticsHandlers, type DiagnosticsDesk } from './bridge/handlers/diagnostics'
import { flowHandlers } from './bridge/handlers/flow'
import { healthHandlers } from './bridge/handlers/health'
import { lockHandlers } from './bridge/handlers/lock'
import { removalHandlers } from './bridge/handlers/removal'
import { scriptHandlers } from './bridge/handlers/scripts'
import { serverHandlers } from './bridge/handlers/servers'
import { settingsHandlers } from './bridge/handlers/settings'
import { surroundingHandlers, type WindowDesk } from './bridge/handlers/surroundings'
import { Mirror } from './bridge/mirror'
import { endInTurn, within } from './ending'
import { openFirstFiles, type FirstFiles } from './first-files'
import { Keeper } from './flows/keeper'
import { Runner } from './flows/runner'
import type { Keychain } from './keychain/keychain'
import type { Language } from './language'
import type { Lock } from './lock/lock'
import type { Log } from './log'
import { Observed } from './observed'
import { Scripts } from './scripts/scripts'
import type { SettingsStore } from './settings/settings'
import { writeBack } from './write-back'

export interface ProgramOptions {
  /** Where the book and its companions live. */
  readonly folder: string
  readonly adapters: readonly Adapter[]
  readonly overrides: ServerOverrides
  readonly http: RootHttpClient
  readonly keychain: Keychain
  readonly surroundings: Snapshot['surroundings']
  /** The best of the system's languages that Latchkey speaks. */
  readonly systemLocale: Locale
  /** What was read already, if it was needed before. */
  readonly first?: FirstFiles
  readonly now: () => number
  readonly log: Log
  readonly diagnostics: DiagnosticsDesk
  readonly copySecret: (secret: string) => Promise<number>
  readonly windows: WindowDesk
  readonly backupDesk: BackupDesk
  /** What the desktop offers; whoever asks it sets this. */
  readonly desktop: Observed<DesktopView>
  /** The program was started once more, with these words, and Electron's lock did not tell. */
  readonly startedAgain?: (words: readonly string[]) => void
  /** Looks for a newer version of the program, where there is somebody to ask. */
  readonly checkForUpdates?: () => void
  /** Makes the function that opens pages in the person's browser, once the servers are known. */
  readonly linkOpener: (servers: Servers) => (url: string) => Promise<Result<void>>
  /** How files are read and written, if not as on any disk. */
  readonly fileSteps?: FileSteps
  /** What a try of the passphrase costs, if not as for a person's. */
  readonly passphraseLog2N?: number
}

export interface Program {
  readonly handlers: Handlers
  readonly mirror: Mirror
  readonly views: Views
  readonly runner: Runner
  readonly quickLogin: QuickLogin
  readonly sessions: Sessions
  readonly settings: SettingsStore
  readonly language: Language
  readonly health: Health
  readonly removals: Removals
  readonly lock: Lock
  /** Answers commands once it is told to listen. */
  readonly scripts: Scripts
  /** Waits for the work on accounts that is under way. */
  idle(): Promise<void>
  /** Writes what was read from its last good copy anew; for after the first window. */
  writeBack(): Promise<void>
  /** Writes at once what would be written in a while. */
  flush(): Promise<void>
  /** Ends work on accounts within a few seconds, writes what waits to be written, closes the keychain. */
  close(): Promise<void>
}

/** Opens the book and puts everything around it. The caller holds the instance lock. */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { folder, adapters, http, now, surroundings } = options
  const { settings, language, locksmith, notices } =
    options.first ?? (await openFirstFiles(options))
  const { book, usage, notice } = await openBookFiles(options)
  const { keychain } = locksmith
  const checkAll = new Observed<CheckAll>({ kind: 'never' })
  const scriptQuestions = new Observed<ScriptQuestion[]>([])
  const removing = new Observed<Removal[]>([])
  const backing = backupViews()
  const vault = new Vault(keychain)
  const lanes = new Lanes()
  const lock = locksmith.lock({ book, lanes, log: options.log })
  const servers = new Servers(book, adapters, options.overrides, now)
  const clientFor = clientsFor(http, servers)
  const registry = new Registry(book, usage, vault, now)
  const closing = new AbortController()
  const touched = (account: AccountId): void => mirror.account(account)
  const touchedSoon = new TouchBatch(touched).add
  const gate = new Gate(now)
  const sessions = new Sessions({
    ...{ book, usage, vault, registry, servers, lanes, gate },
    ...{ clientFor, language, now, touched, touchedSoon, closing: closing.signal },
  })
  const isLoggingIn = (account: AccountId): boolean => runner.isLoggingIn(account)
  const views = new Views({
    ...{ book, usage, servers, sessions, isLoggingIn, keychain, adapters, language, now },
  })
  const loggedIn = (account: AccountId): void => void sessions.check(account)
  const passwords = new Passwords(book, vault, lanes)
  const keeper = new Keeper({
    ...{ book, registry, lanes, passwords, language, now, loggedIn },
    brought: (attempt) => runner.leaveEarlier(attempt),
    wanted: (account, signal) => removals.giveWay(account, signal),
  })
  const runner = new Runner({
    ...{ book, servers, keeper, passwords, clientFor, language, now, closing: closing.signal },
    inMemory: () => keychain.state.kind === 'memory',
    touched: (attempt) => mirror.attempt(attempt),
    touchedAccount: touched,
    freed: () => finishing.again(),
  })
  const mirror = new Mirror({
    ...{ surroundings, views, runner },
    keychain: () => keychain.state,
    book: () => notice,
    settingsFile: notices.settingsFile,
    lockFile: notices.lockFile,
    whole: {
      ...{ locale: language, lock: lock.view, settings, desktop: options.desktop, checkAll },
      ...{ removals: removing, scriptQuestions, ...backing },
    },
  })
  const quickLogin = new QuickLogin({
    book,
    usage,
    views,
    sessions,
    attempts: runner,
    now,
    used: (account) => mirror.used(account),
  })
  const elsewhere = new OtherSessions({
    ...{ book, servers, sessions, gate, clientFor, language, now, closing: closing.signal },
  })
  const openSite = options.linkOpener(servers)
  const { copySecret, windows } = options
  const copying = { book, servers, sessions, copySecret, shell: shellOf(surroundings.platform) }
  const { mailbox } = surroundings

  const expiry = new Expiry(
    () => book.accounts,
    now,
    (account) => {
      touched(account)
      health.expiring()
    },
  )
  const expiries = await ExpiryNotices.open(folder, now, options.fileSteps)
  const health: Health = new Health({
    ...{ book, usage, gate, sessions, views, keychain, settings, progress: checkAll },
    ...{ expiries, ends: expiry, now, closing: closing.signal },
  })
  expiry.watch()
  book.onChange((change) => {
    for (const id of [...change.accounts, ...change.goneAccounts]) mirror.account(id)
    for (const id of change.accounts) expiry.note(book.account(id))
    // At once, so that no answer on its way can bring a removed account back.
    for (const id of change.goneAccounts) runner.drop(id)
    if (change.sites) mirror.sitesChanged()
    // One that is gone may have been the last one at a server that is no longer offered.
    else if (change.goneAccounts.length > 0) mirror.serversChanged()
    health.watchSoon()
  })
  const removals: Removals = new Removals({ book, now, view: removing, sessions, attempts: runner })
  const scripts = new Scripts({
    ...{ folder, views, sessions, quickLogin, keychain, language, settings, now },
    ...{ questions: scriptQuestions, desktop: options.desktop, log: options.log },
    locked: () => lock.isLocked,
    show: () => options.windows.open('main', undefined),
    startedAgain: options.startedAgain ?? (() => undefined),
  })
  const backups = new Backups({
    ...{ book, servers, usage, vault, lanes, keychain, passwords, language, now, views: backing },
    ...{ desk: options.backupDesk, fileSteps: options.fileSteps, log: options.log },
    passphraseLog2N: options.passphraseLog2N,
  })
  keychain.onState(() => mirror.keychainChanged())
  lock.view.onChange(({ kind }) => {
    if (kind !== 'locked') return removals.goOn()
    removals.pause()
    // What was typed stays only with a session that no keychain has taken yet.
    runner.leaveAll()
    health.cancel()
    backups.forget()
    scripts.permission.close()
  })
  const finish = () => registry.finishInterrupted(lanes)
  const unfinished = { finish, store: (when?: 'last') => runner.storeHeld(when) }
  const finishing = finishWhenReady(unfinished, keychain, options.log)

  const underWay = [
    () => lock.idle(),
    () => finishing.idle(),
    () => runner.idle(),
    () => removals.idle(),
    () => backups.idle(),
    () => lanes.idle(),
    () => book.idle(),
    () => settings.idle(),
    () => health.idle(),
  ]

  return {
    handlers: {
      ...surroundingHandlers({
        ...{ book, mirror, keychain, lock, runner, servers },
        ...{ openSite, mailbox, windows, copySecret },
      }),
      ...flowHandlers(runner),
      ...accountHandlers({ book, sessions, views, passwords, quickLogin, elsewhere, copying }),
      ...serverHandlers({ servers, views, http, language, now }),
      ...settingsHandlers(settings, options.checkForUpdates ?? (() => undefined)),
      ...healthHandlers(health),
      ...lockHandlers(lock),
      ...removalHandlers(removals),
      ...scriptHandlers(scripts.permission),
      ...diagnosticsHandlers({ mirror, desk: options.diagnostics, now }),
      ...backupHandlers(backups),
    },
    ...{ mirror, views, runner, quickLogin, sessions, settings, language },
    ...{ health, removals, lock, scripts },
    async idle() {
      for (const ended of underWay) await ended()
    },
    writeBack: () => writeBack(book, settings, notices.settingsFile, options.log),
    flush: () => usage.flush(),
    close: () => {
      const { log } = options
      const steps = [
        () => closing.abort(),
        () => expiry.stop(),
        () => removals.stop(),
        () => scripts.close(),
        () => keychain.stopAsking(),
        () => lock.stop(),
        () => backups.forget(),
        () => finishing.end(),
        () => within(closeLimitMs, endInTurn(underWay, log)),
        () => keychain.close(),
        () => within(closeLimitMs, usage.flush()),
      ]
      return endInTurn(steps, log)
    },
  }
}

/** Work that has not ended by then is finished by the next start. */
const closeLimitMs = 3_000
