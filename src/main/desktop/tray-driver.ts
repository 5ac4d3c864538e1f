/**
 * Draws the tray from the program's state and does what is picked there. Of what ends after Latchkey was
 * locked nothing is told: it would name an account.
 */
import type { AccountId } from '../../shared/account'
import type { Change, QuickLoginOutcome } from '../../shared/contract'
import { unreachable, type Failure, type Result } from '../../shared/failure'
import { coverAccount, coverRemoval } from '../../shared/cover'
import type { Removal } from '../../shared/removal'
import type { Text } from '../../shared/text'
import { hidingAddresses } from '../../shared/text/format'
import { copyToken, type CopySecret } from '../accounts/copy-token'
import { Overview } from '../accounts/overview'
import type { Caller } from '../bridge/dispatcher'
import type { Program } from '../program'
import type { LockScreen } from './lock-screen'
import type { TrayLook } from './tray-face'
import { coverTray } from './tray-cover'
import { needsAttention, trayMenu, trayTooltip, type TrayAction, type TrayLock } from './tray-menu'

export interface TrayDriverOptions {
  readonly program: Pick<
    Program,
    | ('views' | 'quickLogin' | 'runner' | 'sessions' | 'handlers' | 'removals')
    | ('lock' | 'settings' | 'language')
  >
  readonly screen: Pick<LockScreen, 'open' | 'unlock' | 'whenUnlocked'>
  readonly tray: { show(look: TrayLook): void }
  /** Whether others may be looking, so that no address is shown. */
  readonly hidesAddresses: () => boolean
  readonly copySecret: CopySecret
  /** Whether the desktop heeds what is copied without a window in front; under Wayland it does not. */
  readonly canCopy: boolean
  /** Tells how something went that was asked for in the tray, which has no room for words. */
  readonly notify: (words: string) => void
  readonly quit: () => void
}

/** The tray asks as a window would, without being one. */
const nobody: Caller = { windowId: 0, paste: () => undefined }

export class TrayDriver {
  private overview: Overview
  private checking = false
  private removals: readonly Removal[] = []

  constructor(private readonly options: TrayDriverOptions) {
    this.overview = new Overview(options.program.views)
    this.draw()
    options.program.quickLogin.onRefreshed(({ account, asker, failure }) => {
      if (asker !== 'tray' || options.program.lock.isLocked) return
      if (failure) this.tellFailure(account, failure)
      else options.notify(this.text.tray.notices.refreshed(this.label(account)))
    })
  }

  /** Takes over what has changed, the same as every window does. */
  apply(change: Change): void {
    if (change.checkAll) this.checking = change.checkAll.kind === 'running'
    if (change.removals) this.removals = change.removals
    // What accounts wait for is said in words that the change does not bring.
    if (change.locale) this.overview = new Overview(this.options.program.views)
    else this.overview.apply(change)
    this.draw()
  }

  /** Does what was picked; what has to do with accounts waits for the passphrase while locked. */
  run(action: TrayAction): void {
    const { kind } = action
    const always = kind === 'lock' || kind === 'unlock' || kind === 'quit'
    if (always) this.act(action)
    else this.options.screen.whenUnlocked(() => this.act(action))
  }

  private act(action: TrayAction): void {
    const { screen, program, quit } = this.options
    switch (action.kind) {
      case 'quick-login':
        return void this.quickLogin(action.account)
      case 'resume':
        return void this.resume(action.account)
      case 'copy-token':
        return void this.copy(action.account)
      case 'open-account':
        return this.openAccount(action.account)
      case 'undo-removal':
        return this.undoRemoval(action.account)
      case 'open':
        return screen.open('main', { kind: 'home' })
      case 'quick-window':
        return screen.open('quick-login', undefined)
      case 'add':
        return screen.open('main', { kind: 'add' })
      case 'settings':
        return screen.open('settings', undefined)
      case 'check-all':
        return void program.handlers['health.checkAll']({}, nobody)
      case 'stop-checking':
        return void program.handlers['health.cancel']({}, nobody)
      case 'lock':
        return program.lock.lock()
      case 'unlock':
        return screen.unlock()
      case 'quit':
        return quit()
    }
    return unreachable(action)
  }

  private draw(): void {
    const { program, tray, hidesAddresses, canCopy } = this.options
    const { checking, lock, text } = this
    const { formats: plain } = program.language
    const hides = hidesAddresses()
    const accounts = hides ? coverTray(this.overview) : this.overview
    const formats = hides ? hidingAddresses(plain) : plain
    const removals = hides ? this.removals.map(coverRemoval) : this.removals
    const facts = (id: AccountId) => program.views.details(id)?.facts ?? []
    tray.show({
      items: trayMenu({ accounts, facts, removals, canCopy, checking, lock, text, formats }),
      tooltip: trayTooltip({ accounts, lock, text }),
      attention: needsAttention({ accounts, lock }),
    })
  }

  private get text(): Text {
    return this.options.program.language.text
  }

  private get lock(): TrayLock {
    const { lock, settings } = this.options.program
    if (!lock.isOn) return { kind: 'off' }
    if (!lock.isLocked) return { kind: 'open' }
    return { kind: 'locked', showsAccounts: !settings.value.hideAddressesWhenLocked }
  }

  private async quickLogin(account: AccountId): Promise<void> {
    const { quickLogin, lock } = this.options.program
    const outcome = await quickLogin.run(account, 'tray')
    if (lock.isLocked) return
    if (outcome.ok) this.tellOutcome(account, outcome.value)
    else this.tellFailure(account, outcome.failure)
  }

  private tellOutcome(account: AccountId, outcome: QuickLoginOutcome): void {
    const { screen, notify } = this.options
    const { text } = this
    switch (outcome.kind) {
      case 'active': {
        const { active, loggedIn } = text.tray.notices
        return notify((outcome.also === 'logged-in' ? loggedIn : active)(this.label(account)))
      }
      case 'attempt':
        // The small window, at exactly the field that only the person can fill.
        return screen.open('quick-login', { kind: 'attempt', attempt: outcome.attempt })
      case 'told':
        return outcome.failure
          ? this.tellFailure(account, outcome.failure)
          : this.openAccount(account)
    }
    return unreachable(outcome)
  }

  private async resume(account: AccountId): Promise<void> {
    const { program, screen } = this.options
    const resumed = await program.runner.resume(account)
    if (program.lock.isLocked) return
    if (!resumed.ok) return this.tellFailure(account, resumed.failure)
    screen.open('main', { kind: 'attempt', attempt: resumed.value.id })
  }

  private undoRemoval(account: AccountId): void {
    const { program, notify } = this.options
    const { undone } = this.text.accounts.removal
    // Too late: that it is gone stands in the menu and in every window.
    if (program.removals.undo(account).ok) notify(undone(this.label(account)))
  }

  private async copy(account: AccountId): Promise<void> {
    const { program, copySecret, notify } = this.options
    const copied: Result<unknown> = await copyToken(account, program.sessions, copySecret)
    if (program.lock.isLocked) return
    if (copied.ok) notify(this.text.tray.notices.copied(this.label(account)))
    else this.tellFailure(account, copied.failure)
  }

  /** Says what went wrong, and opens the account's page, which says what to do. */
  private tellFailure(account: AccountId, failure: Failure): void {
    const { text } = this
    this.options.notify(
      text.tray.notices.failed(this.label(account), text.failures[failure.code].title),
    )
    this.openAccount(account)
  }

  private openAccount(account: AccountId): void {
    this.options.screen.open('main', { kind: 'account', account })
  }

  private label(account: AccountId): string {
    const { program, hidesAddresses } = this.options
    const shown = program.views.account(account)
    if (!shown) return ''
    return hidesAddresses() ? coverAccount(shown).label : shown.label
  }
}
