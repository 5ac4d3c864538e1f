/**
 * What every window and the tray draw: a snapshot, and one small event for each change. Changes that
 * happen together travel together; `rev` lets a window see that it missed one.
 */
import type { AccountId, ServerId } from '../../shared/account'
import type { BookNotice, Change, KeychainView, Snapshot } from '../../shared/contract'
import type { AttemptId } from '../../shared/flow'
import type { Views } from '../accounts/views'
import type { Runner } from '../flows/runner'
import type { Observed } from '../observed'

/** Parts of the state that are sent whole when they change. */
export type WholeParts = Pick<
  Snapshot,
  | ('locale' | 'lock' | 'settings' | 'desktop' | 'checkAll' | 'removals' | 'scriptQuestions')
  | ('backupExport' | 'backupImport')
>

export interface MirrorOptions {
  readonly surroundings: Snapshot['surroundings']
  readonly views: Views
  readonly runner: Pick<Runner, 'view' | 'views'>
  readonly keychain: () => KeychainView
  readonly book: () => BookNotice
  /** How the file of settings was found at the start. */
  readonly settingsFile: BookNotice
  /** The same for the lock's record. */
  readonly lockFile: BookNotice
  readonly whole: { readonly [K in keyof WholeParts]: Observed<WholeParts[K]> }
}

export class Mirror {
  private rev = 0
  private planned = false
  private readonly accounts = new Set<AccountId>()
  private readonly uses = new Set<AccountId>()
  private readonly attempts = new Set<AttemptId>()
  private shownServers = new Set<ServerId>()
  private servers = false
  private keychain = false
  private shut: boolean
  private readonly whole = new Set<keyof WholeParts>()
  private readonly listeners = new Set<(change: Change) => void>()

  constructor(private readonly options: MirrorOptions) {
    this.shownServers = new Set(options.views.servers().map((server) => server.id))
    this.shut = isShut(options.keychain())
    for (const part of wholeParts) {
      options.whole[part].onChange(() => {
        this.whole.add(part)
        this.plan()
      })
    }
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot(): Snapshot {
    const { surroundings, views, runner, keychain, book, whole } = this.options
    const { settingsFile, lockFile } = this.options
    return {
      rev: this.rev,
      surroundings,
      locale: whole.locale.value,
      services: views.services(),
      servers: views.servers(),
      accounts: views.accounts(),
      attempts: runner.views(),
      keychain: keychain(),
      book: book(),
      lock: whole.lock.value,
      settingsFile,
      lockFile,
      settings: whole.settings.value,
      desktop: whole.desktop.value,
      checkAll: whole.checkAll.value,
      removals: whole.removals.value,
      scriptQuestions: whole.scriptQuestions.value,
      backupExport: whole.backupExport.value,
      backupImport: whole.backupImport.value,
    }
  }

  account(id: AccountId): void {
    this.accounts.add(id)
    this.plan()
  }

  /** Of this account only its use has changed: whether it is active, and when it was used last. */
  used(id: AccountId): void {
    this.uses.add(id)
    this.plan()
  }

  attempt(id: AttemptId): void {
    this.attempts.add(id)
    this.plan()
  }

  /** Which servers are offered may have changed. */
  serversChanged(): void {
    this.servers = true
    this.plan()
  }

  /** The steps of attempts show what the settings of their servers make of them. */
  sitesChanged(): void {
    for (const { id } of this.options.runner.views()) this.attempts.add(id)
    this.serversChanged()
  }

  /** A keychain that opens or shuts shows in the state of every account that has a secret. */
  keychainChanged(): void {
    this.keychain = true
    const shut = isShut(this.options.keychain())
    if (shut !== this.shut) {
      for (const account of this.options.views.accounts()) {
        if (account.hasSecret) this.accounts.add(account.id)
      }
    }
    this.shut = shut
    this.plan()
  }

  private plan(): void {
    if (this.planned) return
    this.planned = true
    queueMicrotask(() => this.flush())
  }

  private flush(): void {
    this.planned = false
    this.rev += 1
    const { keychain } = this.options
    const change: Change = {
      rev: this.rev,
      ...this.accountChanges(),
      ...this.attemptChanges(),
      ...(this.servers ? this.serverChanges() : {}),
      ...(this.keychain ? { keychain: keychain() } : {}),
      ...this.wholeChanges(),
    }
    this.servers = false
    this.keychain = false
    for (const listener of this.listeners) listener(change)
  }

  private wholeChanges(): Partial<WholeParts> {
    const { locale, lock, settings, desktop, checkAll, removals } = this.options.whole
    const { scriptQuestions, backupExport, backupImport } = this.options.whole
    const changed = new Set(this.whole)
    this.whole.clear()
    return {
      ...(changed.has('locale') ? { locale: locale.value } : {}),
      ...(changed.has('lock') ? { lock: lock.value } : {}),
      ...(changed.has('settings') ? { settings: settings.value } : {}),
      ...(changed.has('desktop') ? { desktop: desktop.value } : {}),
      ...(changed.has('checkAll') ? { checkAll: checkAll.value } : {}),
      ...(changed.has('removals') ? { removals: removals.value } : {}),
      ...(changed.has('scriptQuestions') ? { scriptQuestions: scriptQuestions.value } : {}),
      ...(changed.has('backupExport') ? { backupExport: backupExport.value } : {}),
      ...(changed.has('backupImport') ? { backupImport: backupImport.value } : {}),
    }
  }

  private accountChanges(): Pick<Change, 'accounts' | 'uses' | 'goneAccounts'> {
    const { views } = this.options
    const drawn = split(this.accounts, (id) => views.account(id))
    // An account may bring the server that it is at into the list, and travels with it.
    if (drawn.there.some(({ server }) => !this.shownServers.has(server))) this.servers = true
    const used = [...this.uses].filter((id) => !this.accounts.has(id))
    const uses = split(used, (id) => views.use(id)).there
    this.accounts.clear()
    this.uses.clear()
    return {
      ...(drawn.there.length > 0 ? { accounts: drawn.there } : {}),
      ...(uses.length > 0 ? { uses } : {}),
      ...(drawn.gone.length > 0 ? { goneAccounts: drawn.gone } : {}),
    }
  }

  private attemptChanges(): Pick<Change, 'attempts' | 'goneAttempts'> {
    const { runner } = this.options
    const drawn = split(this.attempts, (id) => runner.view(id))
    this.attempts.clear()
    return {
      ...(drawn.there.length > 0 ? { attempts: drawn.there } : {}),
      ...(drawn.gone.length > 0 ? { goneAttempts: drawn.gone } : {}),
    }
  }

  private serverChanges(): Pick<Change, 'servers' | 'goneServers'> {
    const servers = this.options.views.servers()
    const ids = new Set(servers.map((server) => server.id))
    const gone = [...this.shownServers].filter((id) => !ids.has(id))
    this.shownServers = ids
    return { servers, ...(gone.length > 0 ? { goneServers: gone } : {}) }
  }
}

/** Whether accounts with a secret look locked; state.ts says the same. */
function isShut({ kind }: KeychainView): boolean {
  return kind === 'locked' || kind === 'denied'
}

const wholeParts = [
  ...(['locale', 'lock', 'settings', 'desktop', 'checkAll', 'removals'] as const),
  ...(['scriptQuestions', 'backupExport', 'backupImport'] as const),
]

function split<I, V>(ids: Iterable<I>, draw: (id: I) => V | undefined): { there: V[]; gone: I[] } {
  const there: V[] = []
  const gone: I[] = []
  for (const id of ids) {
    const drawn = draw(id)
    if (drawn === undefined) gone.push(id)
    else there.push(drawn)
  }
  return { there, gone }
}
