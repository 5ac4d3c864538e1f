/** Made-up services, servers and accounts for the gallery and for tests. */
import type {
  AccountDetails,
  AccountId,
  AccountView,
  AdapterId,
  Fact,
  FlowId,
  ServerId,
  ServerView,
  ServiceView,
} from '../../shared/account'
import type { Snapshot } from '../../shared/contract'
import type { AttemptId } from '../../shared/flow'
import type { ScriptQuestion } from '../../shared/scripts'
import { defaultSettings, type DesktopView, type Settings } from '../../shared/settings'
import { material } from './material'

/** As nobody has changed anything yet. */
export const settings: Settings = defaultSettings

export const desktop: DesktopView = { tray: 'there', canStartAtLogin: true }

/** A program that waits for an answer. */
export function scriptQuestion(program: string, wants: ScriptQuestion['wants']): ScriptQuestion {
  const id = `question-${program}` as ScriptQuestion['id']
  return { id, program, wants, account: ids.account('account-ipcola-1'), askedAt: Date.now() }
}

/** Brands a made-up id: the one place where samples may claim what the contract would check. */
export const ids = {
  account: (id: string) => id as AccountId,
  adapter: (id: string) => id as AdapterId,
  server: (id: string) => id as ServerId,
  attempt: (id: string) => id as AttemptId,
}

const minute = 60_000
const day = 24 * 60 * minute

function offers(
  service: string,
  missing: Partial<Record<FlowId, { reason: string; instead: FlowId }>>,
): ServiceView['flows'] {
  const words: Record<FlowId, { title: string; text: string }> = {
    register: { title: 'Register', text: `Make a new account at ${service}.` },
    login: { title: 'Log in', text: `Use an account that you already have at ${service}.` },
    verify: { title: 'Confirm an address', text: 'Enter what the mail brought you.' },
    reset: { title: 'Reset the password', text: 'Choose a new one with the help of a mail.' },
    token: { title: 'Add an existing token', text: 'Paste it; it is checked, then kept.' },
  }
  const offer = (flow: FlowId) => {
    const gap = missing[flow]
    return gap
      ? { available: false as const, title: words[flow].title, ...gap }
      : { available: true as const, ...words[flow] }
  }
  return {
    register: offer('register'),
    login: offer('login'),
    verify: offer('verify'),
    reset: offer('reset'),
    token: offer('token'),
  }
}

export const services: ServiceView[] = [
  {
    adapter: ids.adapter('ipcola'),
    name: 'IPCola',
    tagline: 'Proxy network. Asks for an e-mail, a password and a code from a mail.',
    picture: 'globe',
    asks: [
      { what: 'A code from a mail', why: 'It shows that the address is yours.' },
      { what: 'A picture to read', why: 'So that programs cannot try passwords.' },
    ],
    site: 'https://ipcola.com',
    ownSites: false,
    flows: offers('IPCola', {
      verify: {
        reason: 'The code from the mail is part of registering here; there is nothing to confirm.',
        instead: 'login',
      },
    }),
    abilities: { check: true, refresh: false, logOut: false, sessions: false },
  },
  {
    adapter: ids.adapter('ruuvi'),
    name: 'Ruuvi Cloud',
    tagline: 'Sensor readings. Asks for an e-mail only and sends a short code to it.',
    picture: 'sensor',
    asks: [
      {
        what: 'Your e-mail address',
        why: 'There is no password: whoever reads the mail of this address gets in.',
      },
      {
        what: 'A code from a mail',
        why: 'Ruuvi Cloud mails it when you press the button, and not before. It works once, for a few minutes.',
      },
      {
        what: 'Nothing more',
        why: 'The code logs you in, and makes the account if there was none. The token goes into your keychain, so the next time no code is needed.',
      },
    ],
    site: 'https://ruuvi.com',
    ownSites: false,
    flows: offers('Ruuvi Cloud', {
      reset: {
        reason: 'There are no passwords here. Log in with a fresh code and end other sessions.',
        instead: 'login',
      },
    }),
    abilities: { check: true, refresh: false, logOut: true, sessions: true },
  },
  {
    adapter: ids.adapter('cloudreve'),
    name: 'Cloudreve',
    tagline: 'File storage that people run themselves. Asks for the address of the site first.',
    picture: 'cloud',
    asks: [
      { what: 'The address of the site', why: 'Many people run one.' },
      {
        what: 'E-mail and password',
        why: 'Most sites then mail a link, which shows that the address is yours.',
      },
    ],
    site: 'https://cloudreve.org',
    ownSites: true,
    flows: offers('Cloudreve', {}),
    abilities: { check: true, refresh: true, logOut: true, sessions: false },
  },
]

export const servers: ServerView[] = [
  {
    id: ids.server('ipcola https://api.ipcola.com'),
    adapter: ids.adapter('ipcola'),
    baseUrl: 'https://api.ipcola.com',
    name: 'IPCola',
    kind: 'production',
    facts: [],
    removable: false,
    settings: [
      {
        name: 'vcodeMethod',
        label: 'Method of the code request',
        hint: 'IPCola documents no request for codes. If you know it, enter it here.',
        value: 'POST',
        options: [
          { value: 'POST', label: 'POST' },
          { value: 'GET', label: 'GET' },
        ],
      },
      {
        name: 'vcodePath',
        label: 'Path of the code request',
        hint: 'Begins with a slash. While it is empty, codes are asked for on IPCola’s site.',
        value: '',
      },
    ],
  },
  {
    id: ids.server('ruuvi https://network.ruuvi.com'),
    adapter: ids.adapter('ruuvi'),
    baseUrl: 'https://network.ruuvi.com',
    name: 'Production',
    kind: 'production',
    facts: [],
    removable: false,
    settings: [],
  },
  {
    id: ids.server('ruuvi https://testnet.ruuvi.com'),
    adapter: ids.adapter('ruuvi'),
    baseUrl: 'https://testnet.ruuvi.com',
    name: 'Testnet',
    kind: 'test',
    facts: [],
    removable: false,
    settings: [],
  },
  {
    id: ids.server('cloudreve https://files.example.org'),
    adapter: ids.adapter('cloudreve'),
    baseUrl: 'https://files.example.org',
    name: 'Family files',
    kind: 'site',
    facts: [
      { key: 'version', label: 'Version', value: { kind: 'text', text: '4.18.0' } },
      { key: 'signUp', label: 'New accounts', value: { kind: 'text', text: 'open' } },
      { key: 'captcha', label: 'Picture to read', value: { kind: 'text', text: 'at log in' } },
    ],
    removable: true,
    settings: [],
  },
]

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
      text: 'Waits for the code sent to work@example.org.',
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

/** What the service told about some of them. */
const facts: Readonly<Record<string, Fact[]>> = {
  'account-ipcola-1': [
    { key: 'id', label: 'User number', value: { kind: 'number', number: 48213 } },
    { key: 'since', label: 'Member since', value: { kind: 'date', at: Date.UTC(2024, 4, 12) } },
    { key: 'country', label: 'Country', value: { kind: 'text', text: 'FI' } },
  ],
  'account-cloudreve-1': [
    { key: 'name', label: 'Nickname', value: { kind: 'text', text: 'Anna' } },
    { key: 'group', label: 'Group', value: { kind: 'text', text: 'Family' } },
    { key: 'used', label: 'Storage used', value: { kind: 'bytes', bytes: 7.4 * 1024 ** 3 } },
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
