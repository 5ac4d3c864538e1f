/** What the tray shows: a pure function of state. */
import type { AccountColour, AccountId, AccountView, Fact, ServerId } from '../../shared/account'
import { hasUsableToken } from '../../shared/account-need'
import type { Text } from '../../shared/text'
import type { Formats } from '../../shared/text/format'
import { cutLabel, fitLabel } from './menu-label'
import { trayFacts } from './tray-facts'

export type TrayAction =
  | { readonly kind: 'quick-login'; readonly account: AccountId }
  | { readonly kind: 'resume'; readonly account: AccountId }
  | { readonly kind: 'copy-token'; readonly account: AccountId }
  | { readonly kind: 'open' }
  | { readonly kind: 'quick-window' }
  | { readonly kind: 'add' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'check-all' }
  | { readonly kind: 'stop-checking' }
  | { readonly kind: 'quit' }

export type TrayItem =
  | {
      readonly kind: 'action'
      readonly label: string
      readonly action: TrayAction
      /** The colour that the person gave to the account. */
      readonly colour?: AccountColour
    }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' }

/** What the tray has to know of the accounts, however many there are. */
export interface TrayAccounts {
  readonly total: number
  /** Those to offer first. */
  readonly recent: readonly AccountView[]
  readonly active: readonly AccountView[]
  readonly waiting: readonly AccountView[]
  readonly needs: { readonly accounts: number; readonly keychain: boolean }
  serverName(server: ServerId): string
}

export interface TrayState {
  readonly accounts: TrayAccounts
  /** What the service told about an account; asked for active ones only. */
  readonly facts: (account: AccountId) => readonly Fact[]
  /** All accounts are being checked right now. */
  readonly checking: boolean
  readonly text: Text
  readonly formats: Formats
}

/** What a section shows at most; the others are one click further, in the window. */
export const trayLimit = 9

/** How long lines may be. A menu grows with its longest line, and some systems let it fill the screen. */
const lineLimit = 60
/** What is left of a name at least, and what a server's name may take. */
const nameLeast = 20
const whereLimit = 24
const sentenceLimit = 80

/** Lists accounts by last use, what waits for the person, and the few things always at hand. */
export function trayMenu(state: TrayState): TrayItem[] {
  const { accounts, text } = state
  const shown = offered(accounts)
  const words = text.tray
  return [
    ...(accounts.needs.keychain ? [action(words.keychainLocked, { kind: 'open' })] : []),
    ...shown.flatMap((account) => [accountLine(account, state), ...factsLine(account, state)]),
    ...(accounts.total === 0 ? [textLine(words.noAccounts)] : []),
    ...(accounts.total > shown.length ? [action(words.allAccounts, { kind: 'open' })] : []),
    ...section(accounts.waiting.flatMap((account) => waiting(account, text))),
    ...section(accounts.active.flatMap((account) => copyToken(account, text))),
    { kind: 'separator' },
    action(words.quickLogin, { kind: 'quick-window' }),
    action(words.addAccount, { kind: 'add' }),
    ...(accounts.total === 0 ? [] : [checkLine(state)]),
    action(words.open, { kind: 'open' }),
    action(words.settings, { kind: 'settings' }),
    { kind: 'separator' },
    action(words.quit, { kind: 'quit' }),
  ]
}

/** What the tray's icon says on its own: how many accounts wait, and a locked keychain once. */
export function trayTooltip({ needs }: Pick<TrayAccounts, 'needs'>, text: Text): string {
  return text.tray.tooltip(needs.accounts, needs.keychain)
}

/** Whether the icon itself says that the person is needed. */
export function needsAttention({ needs }: Pick<TrayAccounts, 'needs'>): boolean {
  return needs.accounts > 0 || needs.keychain
}

/** The accounts to offer first, and behind them the active ones that are not among these. */
function offered({ recent, active }: TrayAccounts): readonly AccountView[] {
  const first = recent.slice(0, trayLimit)
  const others = active.filter(({ id }) => first.every((one) => one.id !== id))
  return [...first, ...others.slice(0, trayLimit)]
}

function accountLine(account: AccountView, { accounts, text }: TrayState): TrayItem {
  const { state, active, colour } = account
  const where = cutLabel(accounts.serverName(account.server), whereLimit)
  const label = fitLabel(account.label, lineLimit, nameLeast, (name) =>
    text.tray.account({ label: name, where, state, active }),
  )
  const line = {
    kind: 'action',
    label,
    action: { kind: 'quick-login', account: account.id },
  } as const
  return colour === undefined ? line : { ...line, colour }
}

/** What the service tells about an active account, beneath it; nothing to click on. */
function factsLine(account: AccountView, { facts, text, formats }: TrayState): TrayItem[] {
  if (!account.active) return []
  const told = trayFacts(facts(account.id), text, formats)
  if (told.length === 0) return []
  return [textLine(text.tray.facts(told.map((fact) => cutLabel(fact, lineLimit / 2))))]
}

function waiting(account: AccountView, text: Text): TrayItem[] {
  if (!account.waiting) return []
  // Most sentences name the address, which is what most accounts are called.
  const named = account.waiting.text.includes(account.label)
  const sentence = cutLabel(account.waiting.text, sentenceLimit)
  const line = named
    ? sentence
    : fitLabel(account.label, sentenceLimit, nameLeast, (name) => text.tray.waiting(name, sentence))
  return [action(line, { kind: 'resume', account: account.id })]
}

function copyToken(account: AccountView, text: Text): TrayItem[] {
  if (!hasUsableToken(account)) return []
  const label = fitLabel(account.label, lineLimit, nameLeast, text.tray.copyToken)
  return [action(label, { kind: 'copy-token', account: account.id })]
}

function checkLine({ checking, text }: TrayState): TrayItem {
  return checking
    ? action(text.tray.stopChecking, { kind: 'stop-checking' })
    : action(text.tray.checkAll, { kind: 'check-all' })
}

function section(items: readonly TrayItem[]): TrayItem[] {
  return items.length === 0 ? [] : [{ kind: 'separator' }, ...items.slice(0, trayLimit)]
}

function action(label: string, does: TrayAction): TrayItem {
  return { kind: 'action', label, action: does }
}

function textLine(label: string): TrayItem {
  return { kind: 'text', label }
}
