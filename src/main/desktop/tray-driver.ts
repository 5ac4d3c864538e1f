/** Draws the tray from the program's state and does what is picked there. */
import type { AccountId } from '../../shared/account'
import type { Change, QuickLoginOutcome } from '../../shared/contract'
import { unreachable, type Failure, type Result } from '../../shared/failure'
import { coverAccount } from '../../shared/cover'
import type { Text } from '../../shared/text'
import { hidingAddresses, type Formats } from '../../shared/text/format'
import { copyToken, type CopySecret } from '../accounts/copy-token'
import { Overview } from '../accounts/overview'
import type { Caller } from '../bridge/dispatcher'
import type { WindowDesk } from '../bridge/handlers/surroundings'
import type { Program } from '../program'
import type { TrayLook } from './tray-face'
import { coverTray } from './tray-cover'
import { needsAttention, trayMenu, trayTooltip, type TrayAction } from './tray-menu'

export interface TrayDriverOptions {
  readonly program: Pick<Program, 'views' | 'quickLogin' | 'runner' | 'sessions' | 'handlers'>
  readonly windows: Pick<WindowDesk, 'open'>
  readonly tray: { show(look: TrayLook): void }
  readonly text: Text
  readonly formats: Formats
  /** Whether others may be looking, so that no address is shown. */
  readonly hidesAddresses: () => boolean
  readonly copySecret: CopySecret
  /** Tells how something went that was asked for in the tray, which has no room for words. */
  readonly notify: (words: string) => void
  readonly quit: () => void
}

/** The tray asks as a window would, without being one. */
const nobody: Caller = { windowId: 0, paste: () => undefined }

export class TrayDriver {
  private readonly overview: Overview
  private checking = false

  constructor(private readonly options: TrayDriverOptions) {
    this.overview = new Overview(options.program.views)
    this.draw()
    options.program.quickLogin.onRefreshed(({ account, asker, failure }) => {
      if (asker !== 'tray') return
      if (failure) this.tellFailure(account, failure)
      else options.notify(options.text.tray.notices.refreshed(this.label(account)))
    })
  }

  /** Takes over what has changed, the same as every window does. */
  apply(change: Change): void {
    if (change.checkAll) this.checking = change.checkAll.kind === 'running'
    this.overview.apply(change)
    this.draw()
  }

  run(action: TrayAction): void {
    const { windows, program, quit } = this.options
    switch (action.kind) {
      case 'quick-login':
        return void this.quickLogin(action.account)
      case 'resume':
        return void this.resume(action.account)
      case 'copy-token':
        return void this.copy(action.account)
      case 'open':
        return windows.open('main', { kind: 'home' })
      case 'quick-window':
        return windows.open('quick-login', undefined)
      case 'add':
        return windows.open('main', { kind: 'add' })
      case 'settings':
        return windows.open('settings', undefined)
      case 'check-all':
        return void program.handlers['health.checkAll']({}, nobody)
      case 'stop-checking':
        return void program.handlers['health.cancel']({}, nobody)
      case 'quit':
        return quit()
    }
    return unreachable(action)
  }

  private draw(): void {
    const { program, tray, text, hidesAddresses } = this.options
    const { checking } = this
    const hides = hidesAddresses()
    const accounts = hides ? coverTray(this.overview) : this.overview
    const formats = hides ? hidingAddresses(this.options.formats) : this.options.formats
    const facts = (id: AccountId) => program.views.details(id)?.facts ?? []
    tray.show({
      items: trayMenu({ accounts, facts, checking, text, formats }),
      tooltip: trayTooltip(accounts, text),
      attention: needsAttention(accounts),
    })
  }

  private async quickLogin(account: AccountId): Promise<void> {
    const outcome = await this.options.program.quickLogin.run(account, 'tray')
    if (outcome.ok) this.tellOutcome(account, outcome.value)
    else this.tellFailure(account, outcome.failure)
  }

  private tellOutcome(account: AccountId, outcome: QuickLoginOutcome): void {
    const { windows, text, notify } = this.options
    switch (outcome.kind) {
      case 'active': {
        const { active, loggedIn } = text.tray.notices
        return notify((outcome.also === 'logged-in' ? loggedIn : active)(this.label(account)))
      }
      case 'attempt':
        // The small window, at exactly the field that only the person can fill.
        return windows.open('quick-login', { kind: 'attempt', attempt: outcome.attempt })
      case 'told':
        return outcome.failure
          ? this.tellFailure(account, outcome.failure)
          : this.openAccount(account)
    }
    return unreachable(outcome)
  }

  private async resume(account: AccountId): Promise<void> {
    const { program, windows } = this.options
    const resumed = await program.runner.resume(account)
    if (!resumed.ok) return this.tellFailure(account, resumed.failure)
    windows.open('main', { kind: 'attempt', attempt: resumed.value.id })
  }

  private async copy(account: AccountId): Promise<void> {
    const { program, copySecret, text, notify } = this.options
    const copied: Result<unknown> = await copyToken(account, program.sessions, copySecret)
    if (copied.ok) notify(text.tray.notices.copied(this.label(account)))
    else this.tellFailure(account, copied.failure)
  }

  /** Says what went wrong, and opens the account's page, which says what to do. */
  private tellFailure(account: AccountId, failure: Failure): void {
    const { text, notify } = this.options
    notify(text.tray.notices.failed(this.label(account), text.failures[failure.code].title))
    this.openAccount(account)
  }

  private openAccount(account: AccountId): void {
    this.options.windows.open('main', { kind: 'account', account })
  }

  private label(account: AccountId): string {
    const { program, hidesAddresses } = this.options
    const shown = program.views.account(account)
    if (!shown) return ''
    return hidesAddresses() ? coverAccount(shown).label : shown.label
  }
}
