/** What the tray shows: a pure function of state. */
import type { AccountId, AccountView, ServerView } from '../../shared/account'
import { hasUsableToken, personNeeds } from '../../shared/account-need'
import type { Text } from '../../shared/text'

export type TrayAction =
  | { readonly kind: 'quick-login'; readonly account: AccountId }
  | { readonly kind: 'resume'; readonly account: AccountId }
  | { readonly kind: 'copy-token'; readonly account: AccountId }
  | { readonly kind: 'open' }
  | { readonly kind: 'add' }
  | { readonly kind: 'quit' }

export type TrayItem =
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }

export interface TrayState {
  readonly accounts: readonly AccountView[]
  readonly servers: readonly ServerView[]
  readonly text: Text
}

/** What a section shows at most; the others are one click further, in the window. */
export const trayLimit = 9

/** Lists accounts by last use, what waits for the person, and the few things always at hand. */
export function trayMenu({ accounts, servers, text }: TrayState): TrayItem[] {
  const byUse = [...accounts].sort(
    (one, other) =>
      (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0) || one.position - other.position,
  )
  const where = new Map(servers.map((server) => [server.id, server.name]))
  const shown = byUse.slice(0, trayLimit)
  const items: TrayItem[] = shown.map((account) => ({
    kind: 'action',
    label: text.tray.account({
      label: account.label,
      where: where.get(account.server) ?? account.server,
      state: account.state,
      active: account.active,
    }),
    action: { kind: 'quick-login', account: account.id },
  }))
  if (accounts.length === 0) items.push({ kind: 'text', label: text.tray.noAccounts })
  if (accounts.length > trayLimit) {
    items.push({ kind: 'action', label: text.tray.allAccounts, action: { kind: 'open' } })
  }
  return [
    ...items,
    ...section(byWait(accounts).flatMap((account) => waiting(account, text))),
    ...section(byUse.flatMap((account) => copyToken(account, text))),
    { kind: 'separator' },
    { kind: 'action', label: text.tray.addAccount, action: { kind: 'add' } },
    { kind: 'action', label: text.tray.open, action: { kind: 'open' } },
    { kind: 'separator' },
    { kind: 'action', label: text.tray.quit, action: { kind: 'quit' } },
  ]
}

/** What the tray's icon says on its own: how many accounts wait, and a locked keychain once. */
export function trayTooltip(accounts: readonly AccountView[], text: Text): string {
  const needs = personNeeds(accounts)
  return text.tray.tooltip(needs.accounts.length, needs.keychain.length > 0)
}

function section(items: readonly TrayItem[]): TrayItem[] {
  return items.length === 0 ? [] : [{ kind: 'separator' }, ...items.slice(0, trayLimit)]
}

/** What waits since yesterday is forgotten or settled sooner than what waits since a minute. */
function byWait(accounts: readonly AccountView[]): AccountView[] {
  return [...accounts].sort((one, other) => (other.waiting?.since ?? 0) - (one.waiting?.since ?? 0))
}

function waiting(account: AccountView, text: Text): TrayItem[] {
  if (!account.waiting) return []
  const label = text.tray.waiting(account.label, account.waiting.text)
  return [{ kind: 'action', label, action: { kind: 'resume', account: account.id } }]
}

function copyToken(account: AccountView, text: Text): TrayItem[] {
  if (!account.active || !hasUsableToken(account)) return []
  const label = text.tray.copyToken(account.label)
  return [{ kind: 'action', label, action: { kind: 'copy-token', account: account.id } }]
}
