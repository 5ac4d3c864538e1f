/** Made-up services and servers for the gallery and for tests. */
import type { FlowId, ServerView, ServiceView } from '../../shared/account'
import { material } from './material'
import { ids } from './sample-ids'

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
        why: 'The code logs you in, and registers you if there was no account. The token goes into your keychain, so the next time no code is needed.',
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
      { what: 'The address of the site', why: 'Anybody can run a Cloudreve site.' },
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

function ipcolaSettings(): ServerView['settings'] {
  const looks = material?.settings['ipcola']
  if (looks) return looks.map((look) => ({ ...look, value: look.options?.[0]?.value ?? '' }))
  return [
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
  ]
}

function siteFacts(): ServerView['facts'] {
  if (material) return [...material.site]
  return [
    { key: 'version', label: 'Version', value: { kind: 'text', text: '4.18.0' } },
    { key: 'signUp', label: 'Registration', value: { kind: 'text', text: 'Open to anybody' } },
    { key: 'captcha', label: 'Picture to read', value: { kind: 'text', text: 'at log in' } },
  ]
}

export const servers: ServerView[] = [
  {
    id: ids.server('ipcola https://api.ipcola.com'),
    adapter: ids.adapter('ipcola'),
    baseUrl: 'https://api.ipcola.com',
    name: 'IPCola',
    kind: 'production',
    facts: [],
    removable: false,
    settings: ipcolaSettings(),
  },
  {
    id: ids.server('ruuvi https://network.ruuvi.com'),
    adapter: ids.adapter('ruuvi'),
    baseUrl: 'https://network.ruuvi.com',
    name: 'Ruuvi Cloud',
    kind: 'production',
    facts: [],
    removable: false,
    settings: [],
  },
  {
    id: ids.server('ruuvi https://testnet.ruuvi.com'),
    adapter: ids.adapter('ruuvi'),
    baseUrl: 'https://testnet.ruuvi.com',
    name: 'Ruuvi Testnet',
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
    facts: siteFacts(),
    removable: true,
    settings: [],
  },
]
