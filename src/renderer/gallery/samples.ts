/** Made-up accounts and the state around them, for the gallery and for tests. */
import type { AccountDetails, AccountId, AccountView, Fact, ServerView } from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import type { ScriptQuestion } from '../../shared/scripts'
import { defaultSettings, type DesktopView, type Settings } from '../../shared/settings'
import { factLabel, material, realWaiting } from './material'
import { ids } from './sample-ids'
import { servers, services } from './sample-services'

/** As nobody has changed anything yet. */
export const settings: Settings = defaultSettings

export const desktop: DesktopView = { tray: 'there', canStartAtLogin: true }

/** A program that waits for an answer. */
export function scriptQuestion(program: string, wants: ScriptQuestion['wants']): ScriptQuestion {
  const id = `question-${program}` as ScriptQuestion['id']
  return { id, program, wants, account: ids.account('account-ipcola-1'), askedAt: Date.now() }
}

const minute = 60_000
const day = 24 * 60 * minute

/** Makes an account; `more` says what is different. */
export function account(
  id: string,
  server: ServerView | undefined,
  more: Partial<AccountView> = {},
): AccountView {
  if (!server) throw new Error('The sample account has no server.')
  return {
    id: ids.account(id),
    adapter: server.adapter,
    server: server.id,
    email: 'home@example.org',
    label: 'home@example.org',
    tags: [],
    hidden: false,
    position: 0,
    state: 'ready',
    active: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: false,
    ...more,
  }
}

const [ipcola, ruuvi, testnet, cloudreve] = servers

export const accounts: AccountView[] = [
  account('account-ipcola-1', ipcola, {
    email: 'shop@example.org',
    label: 'Shop',
    active: true,
    lastUsedAt: Date.now() - 20 * minute,
  }),
  account('account-ipcola-2', ipcola, {
    email: 'second.shop.with.a.rather.long.name@mail.example.org',
    label: 'Second shop',
    position: 1,
    state: 'needs-login',
    failure: { code: 'token-rejected', detail: 'token expired', serviceCode: '-104' },
  }),
  account('account-ruuvi-1', ruuvi, { label: 'Home sensors', active: true, position: 2 }),
  account('account-ruuvi-2', ruuvi, {
    email: 'work@example.org',
    label: 'work@example.org',
    position: 3,
    state: 'needs-verification',
    hasSecret: false,
    waiting: {
      flow: 'register',
      step: 'code',
      text: realWaiting(
        { adapter: 'ruuvi', step: 'code' },
        'Waits for the code sent to work@example.org.',
      ),
      since: Date.now() - 12 * minute,
    },
  }),
  account('account-ruuvi-3', testnet, { label: 'Bench', position: 4, state: 'unreachable' }),
  account('account-cloudreve-1', cloudreve, {
    email: 'anna@example.org',
    label: 'Family',
    position: 5,
    active: true,
    refreshable: true,
    tokenExpiresAt: Date.now() + 50 * minute,
  }),
  account('account-cloudreve-2', cloudreve, {
    email: 'old@example.org',
    label: 'Old archive',
    position: 6,
    state: 'blocked',
    failure: { code: 'account-blocked', serviceCode: '40017' },
  }),
]

function fact(adapter: string, key: string, sample: string, value: Fact['value']): Fact {
  return { key, label: factLabel(adapter, key, sample), value }
}

/** What the service told about some of them. */
const facts: Readonly<Record<string, Fact[]>> = {
  'account-ipcola-1': [
    fact('ipcola', 'id', 'User number', { kind: 'text', text: '48213' }),
    fact('ipcola', 'created', 'Member since', { kind: 'date', at: Date.UTC(2024, 4, 12) }),
    fact('ipcola', 'country', 'Registered in', { kind: 'text', text: 'FI' }),
  ],
  'account-cloudreve-1': [
    fact('cloudreve', 'nickname', 'Nickname', { kind: 'text', text: 'Anna' }),
    fact('cloudreve', 'group', 'Group', { kind: 'text', text: 'Family' }),
    fact('cloudreve', 'used', 'Storage used', { kind: 'bytes', bytes: 7.4 * 1024 ** 3 }),
  ],
}

/** What only an account's own page shows. */
export function details(id: AccountId): AccountDetails {
  return {
    account: id,
    createdAt: Date.now() - 40 * day,
    checkedAt: Date.now() - 4 * minute,
    verifiedAt: Date.now() - 4 * minute,
    facts: facts[id] ?? [],
    history: [
      { kind: 'logged-in', at: Date.now() - 4 * day },
      { kind: 'created', at: Date.now() - 40 * day },
    ],
  }
}

/** A window's whole state; `more` says what is different. */
export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    rev: 1,
    surroundings: { host: 'electron', platform: 'linux', version: '0.1.0' },
    locale: 'en',
    services: material ? [...material.services] : services,
    servers,
    accounts,
    attempts: [],
    keychain: { kind: 'ready' },
    lock: { kind: 'off' },
    book: { kind: 'fine' },
    settingsFile: { kind: 'fine' },
    lockFile: { kind: 'fine' },
    settings,
    desktop,
    checkAll: { kind: 'never' },
    removals: [],
    scriptQuestions: [],
    backupExport: { kind: 'idle' },
    backupImport: { kind: 'idle' },
    ...more,
  }
}
