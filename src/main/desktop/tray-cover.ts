import { coverAccount } from '../../shared/cover'
import type { TrayAccounts } from './tray-menu'

/** What the tray knows of the accounts, without a whole address in it. */
export function coverTray(accounts: TrayAccounts): TrayAccounts {
  return {
    total: accounts.total,
    needs: accounts.needs,
    recent: accounts.recent.map(coverAccount),
    active: accounts.active.map(coverAccount),
    waiting: accounts.waiting.map(coverAccount),
    serverName: (server) => accounts.serverName(server),
  }
}
