/** Draws the tray from the program's state and does what is picked there. */
import type { AccountId } from '../../shared/account'
import { unreachable } from '../../shared/failure'
import type { Text } from '../../shared/text'
import { copyToken } from '../accounts/copy-token'
import type { Program } from '../program'
import type { SecretClipboard } from './clipboard'
import type { TrayIcon } from './tray'
import { trayMenu, trayTooltip, type TrayAction } from './tray-menu'
import type { Windows } from './windows'

export interface TrayDriverOptions {
  readonly program: Pick<Program, 'views' | 'quickLogin' | 'runner' | 'sessions'>
  readonly windows: Windows
  readonly tray: TrayIcon
  readonly text: Text
  readonly secrets: SecretClipboard
  readonly quit: () => void
}

export class TrayDriver {
  constructor(private readonly options: TrayDriverOptions) {}

  draw(): void {
    const { program, tray, text } = this.options
    const accounts = program.views.accounts()
    const items = trayMenu({ accounts, servers: program.views.servers(), text })
    tray.show(items, trayTooltip(accounts, text))
  }

  run(action: TrayAction): void {
    const { windows, quit } = this.options
    switch (action.kind) {
      case 'quick-login':
        return void this.quickLogin(action.account)
      case 'resume':
        return void this.resume(action.account)
      case 'copy-token':
        return void this.copy(action.account)
      case 'open':
        return windows.show({ kind: 'home' })
      case 'add':
        return windows.show({ kind: 'add' })
      case 'quit':
        return quit()
    }
    return unreachable(action)
  }

  private async quickLogin(account: AccountId): Promise<void> {
    const { program, windows } = this.options
    const outcome = await program.quickLogin.run(account)
    if (!outcome.ok) return this.tell(account)
    switch (outcome.value.kind) {
      case 'active':
        return
      case 'attempt':
        return windows.show({ kind: 'attempt', attempt: outcome.value.attempt })
      case 'told':
        return windows.show({ kind: 'account', account })
    }
  }

  private async resume(account: AccountId): Promise<void> {
    const resumed = await this.options.program.runner.resume(account)
    if (!resumed.ok) return this.tell(account)
    this.options.windows.show({ kind: 'attempt', attempt: resumed.value.id })
  }

  private async copy(account: AccountId): Promise<void> {
    const { program, secrets } = this.options
    const copy = (secret: string): Promise<number> => secrets.copy(secret)
    const copied = await copyToken(account, program.sessions, copy)
    if (!copied.ok) this.tell(account)
  }

  /** A tray has no room for words: the account's page says what went wrong. */
  private tell(account: AccountId): void {
    this.options.windows.show({ kind: 'account', account })
  }
}
