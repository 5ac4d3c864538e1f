/** What the tray shows: a pure function of state. */
import type { AccountColour, AccountId, AccountView, Fact, ServerId } from '../../shared/account'
import { hasUsableToken } from '../../shared/account-need'
import type { Removal } from '../../shared/removal'
import type { Text } from '../../shared/text'
import type { Formats } from '../../shared/text/format'
import { cutLabel, fitLabel } from './menu-label'
import { trayFacts } from './tray-facts'

export type TrayAction =
  | { readonly kind: 'quick-login'; readonly account: AccountId }
  | { readonly kind: 'resume'; readonly account: AccountId }
  | { readonly kind: 'copy-token'; readonly account: AccountId }
  | { readonly kind: 'open-account'; readonly account: AccountId }
  | { readonly kind: 'undo-removal'; readonly account: AccountId }
  | { readonly kind: 'open' }
  | { readonly kind: 'quick-window' }
  | { readonly kind: 'add' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'check-all' }
  | { readonly kind: 'stop-checking' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock' }
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

/** While locked, accounts are listed only if the person has set it so. */
export type TrayLock =
  | { readonly kind: 'off' }
  | { readonly kind: 'open' }
  | { readonly kind: 'locked'; readonly showsAccounts: boolean }

export interface TrayState {
  readonly accounts: TrayAccounts
  /** What the service told about an account; asked for active ones only. */
  readonly facts: (account: AccountId) => readonly Fact[]
  /** What was taken off the list, and can be had back for a moment. */
  readonly removals: readonly Removal[]
  /** Whether the desktop heeds what is copied from here, without a window in front. */
  readonly canCopy: boolean
  /** All accounts are being checked right now. */
  readonly checking: boolean
  /** Whether there is a passphrase to lock with, and what it leaves to be seen. */
  readonly lock: TrayLock
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
  const { accounts, lock, text } = state
  if (lock.kind === 'locked') return lockedMenu(state, lock.showsAccounts)
  const shown = offered(accounts)
  const words = text.tray
  return [
    ...undoLines(state),
    ...(accounts.needs.keychain ? [action(words.keychainLocked, { kind: 'open' })] : []),
    ...shown.flatMap((account) => [accountLine(account, state), ...factsLine(account, state)]),
    ...(accounts.total === 0 ? [textLine(words.noAccounts)] : []),
    ...(accounts.total > shown.length ? [action(words.allAccounts, { kind: 'open' })] : []),
    ...section(accounts.waiting.flatMap((account) => waiting(account, text))),
    ...section(accounts.active.flatMap((account) => copyToken(account, state))),
    { kind: 'separator' },
    action(words.quickLogin, { kind: 'quick-window' }),
    action(words.addAccount, { kind: 'add' }),
    ...(accounts.total === 0 ? [] : [checkLine(state)]),
    action(words.open, { kind: 'open' }),
    action(words.settings, { kind: 'settings' }),
    ...(lock.kind === 'open' ? [action(words.lock, { kind: 'lock' })] : []),
    { kind: 'separator' },
    action(words.quit, { kind: 'quit' }),
  ]
}

function undoLines({ removals, text }: TrayState): TrayItem[] {
  const lines = removals
    .filter(({ kind }) => kind === 'waiting')
    .map(({ account, label }) =>
      action(fitLabel(label, lineLimit, nameLeast, text.accounts.removal.undoOf), {
        kind: 'undo-removal',
        account,
      }),
    )
  return lines.length === 0 ? [] : [...lines.slice(0, trayLimit), { kind: 'separator' }]
}

/** Nothing of an account but, if the person wishes, its name, which leads to it by way of the passphrase. */
function lockedMenu(state: TrayState, showsAccounts: boolean): TrayItem[] {
  const { accounts, text } = state
  const words = text.tray
  const shown = showsAccounts ? offered(accounts) : []
  return [
    textLine(words.locked),
    action(words.unlock, { kind: 'unlock' }),
    ...section(shown.map((account) => accountLine(account, state))),
    { kind: 'separator' },
    action(words.quit, { kind: 'quit' }),
  ]
}

/** What the tray's icon says on its own: how many accounts wait, and a locked keychain once. */
export function trayTooltip({ accounts, lock, text }: TrayGlance): string {
  if (lock.kind === 'locked') return text.tray.locked
  return text.tray.tooltip(accounts.needs.accounts, accounts.needs.keychain)
}

/** Whether the icon itself says that the person is needed; locked on purpose is no such need. */
export function needsAttention({ accounts, lock }: Omit<TrayGlance, 'text'>): boolean {
  return lock.kind !== 'locked' && (accounts.needs.accounts > 0 || accounts.needs.keychain)
}

/** What shows without the menu being opened. */
interface TrayGlance {
  readonly accounts: Pick<TrayAccounts, 'needs'>
  readonly lock: TrayLock
  readonly text: Text
}

/** The accounts to offer first, and behind them the active ones that are not among these. */
function offered({ recent, active }: TrayAccounts): readonly AccountView[] {
  const first = recent.slice(0, trayLimit)
  const others = active.filter(({ id }) => first.every((one) => one.id !== id))
  return [...first, ...others.slice(0, trayLimit)]
}

function accountLine(account: AccountView, { accounts, lock, text }: TrayState): TrayItem {
  const { active, colour } = account
  // While Latchkey is locked every account is, and its first line has said so.
  const state = lock.kind === 'locked' ? undefined : account.state
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

function copyToken(account: AccountView, { canCopy, text }: TrayState): TrayItem[] {
  if (!hasUsableToken(account)) return []
  const { copyToken: copy, openToCopy } = text.tray
  const label = fitLabel(account.label, lineLimit, nameLeast, canCopy ? copy : openToCopy)
  return [action(label, { kind: canCopy ? 'copy-token' : 'open-account', account: account.id })]
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
