/** What the person is doing at the window when the whole program is killed. */
import type { AccountEntry } from '../../../src/main/accounts/book'
import type { ServiceName } from '../../sandbox/kit/names'
import { passwords } from '../../walks/passwords'
import type { Person } from '../../walks/person'
import { clickTray } from '../../walks/accounts'

export interface WindowDeed {
  readonly id: string
  readonly service?: ServiceName
  /** What the person wants to be gone afterwards. */
  readonly ends?: 'account' | 'session'
  /** Makes the world in which the deed can be done. */
  prepare?(person: Person, email: string): void
  /** `subject` is an account that is logged in; deeds without one are about a new address. */
  run(person: Person, who: Who): Promise<void>
}

export interface Who {
  readonly email: string
  readonly subject: AccountEntry | undefined
}

const names: Readonly<Record<ServiceName, string>> = {
  ipcola: 'IPCola',
  ruuvi: 'Ruuvi Cloud',
  cloudreve: 'Cloudreve',
}

function flow(service: ServiceName, title: string, prepare?: WindowDeed['prepare']): WindowDeed {
  return {
    id: `${service} ${title.toLowerCase()}`,
    service,
    ...(prepare && { prepare }),
    async run(person, { email }) {
      await person.begin(names[service], title)
      await goOn(person, service, email)
    },
  }
}

const known: WindowDeed['prepare'] = ({ sandbox: { ipcola, cloudreve, ruuvi } }, email) => {
  ipcola.addUser({ email, password: passwords.ipcola })
  ruuvi.addUser(email)
  cloudreve.addUser({ email, password: passwords.cloudreve })
}

/** Those that must not be repeated, and that wait for a mail in between. */
const lasting: readonly WindowDeed[] = [
  flow('ipcola', 'Register'),
  flow('ruuvi', 'Register'),
  flow('cloudreve', 'Register'),
  flow('ipcola', 'Reset the password', known),
  flow('cloudreve', 'Reset the password', known),
]

/** Flows; those that last come as often as all others together. */
export const flowDeeds: readonly WindowDeed[] = [
  ...lasting,
  ...lasting,
  flow('ipcola', 'Log in', known),
  flow('ruuvi', 'Log in', known),
  flow('cloudreve', 'Log in', ({ sandbox: { cloudreve } }, email) => {
    cloudreve.addUser({ email, password: passwords.cloudreve, twoFactor: true })
  }),
  flow('ipcola', 'Add an existing token', known),
  flow('ruuvi', 'Add an existing token', known),
  flow('cloudreve', 'Add an existing token', known),
]

async function confirm(person: Person, what: string): Promise<void> {
  await person.page.getByRole('alertdialog').getByRole('button', { name: what }).click()
}

export const accountDeeds: readonly WindowDeed[] = [
  {
    id: 'remove',
    ends: 'account',
    async run(person, { subject }) {
      await person.openAccount(subject?.label ?? '')
      await person.pick('Remove')
      await person.press(/^Remove now: /)
    },
  },
  {
    id: 'log out',
    ends: 'session',
    async run(person, { subject }) {
      await person.openAccount(subject?.label ?? '')
      await person.pick('Log out')
      await confirm(person, 'Log out')
    },
  },
  {
    id: 'check',
    async run(person, { subject }) {
      await person.openAccount(subject?.label ?? '')
      await person.pick('Check now')
    },
  },
  {
    id: 'rename',
    async run(person, { subject }) {
      await person.openAccount(subject?.label ?? '')
      await person.press('Label, colour and tags')
      await person.fill('Label', `${subject?.email ?? ''} renamed`)
      await person.press('Save')
    },
  },
  {
    id: 'switch',
    async run(person, { subject }) {
      await clickTray(person, new RegExp((subject?.label ?? '').slice(0, 12)))
    },
  },
]

/** Fills in whatever the steps ask for and goes on, until somebody is logged in or nothing helps. */
export async function goOn(
  person: Person,
  service: ServiceName,
  email: string,
  pressed: () => void = () => undefined,
): Promise<boolean> {
  const { page } = person
  const end = page.getByRole('heading', { level: 1, name: 'You are logged in' })
  const submit = page.getByRole('main').locator('form button[type=submit]')
  for (let step = 0; step < 8; step += 1) {
    await end.or(submit).first().waitFor()
    if (await end.isVisible()) return true
    const title = await page.getByRole('heading', { level: 1 }).first().innerText()
    await fillIn(person, service, email)
    pressed()
    await submit.click()
    // Another step, an end, or a complaint about this one.
    const other = page.getByRole('heading', { level: 1 }).filter({ hasNotText: title })
    const refused = page.getByRole('main').getByRole('alert')
    await other.or(refused).first().waitFor()
    if (await refused.first().isVisible()) return false
  }
  return false
}

async function fillIn(person: Person, service: ServiceName, email: string): Promise<void> {
  const { sandbox, page } = person
  const { ipcola, ruuvi, cloudreve, mailbox } = sandbox
  const password = service === 'ruuvi' ? '' : passwords[service]
  const token = (): string => {
    if (service === 'cloudreve') return cloudreve.tokenFor(email).refresh_token
    return service === 'ipcola' ? ipcola.tokenFor(email) : ruuvi.tokenFor(email)
  }
  const known: Readonly<Record<string, () => string>> = {
    'E-mail': () => email,
    Password: () => password,
    'New password': () => password,
    'Code from the mail': () => ipcola.vcodeFor(email),
    'Code or link': () => ruuvi.codeFor(email),
    'Activation link': () => cloudreve.activationLinkFor(email),
    'Link from the mail': () => mailbox.latest(email)?.link ?? '',
    'One-time code': () => cloudreve.totp(email),
    Token: token,
    'Access token': token,
    'Refresh token': token,
  }
  for (const [label, text] of Object.entries(known)) {
    const field = person.field(label)
    if ((await field.count()) === 1 && (await field.isEditable())) await field.fill(text())
  }
  const remember = page.getByRole('checkbox', { name: /^Remember this password/ })
  if ((await remember.count()) === 1) await remember.check()
  for (const captcha of ['ipcola', 'cloudreve'] as const) {
    const label = captcha === 'ipcola' ? 'What does the picture say?' : 'Characters in the picture'
    if ((await person.field(label).count()) === 1) await person.solveCaptcha(captcha)
  }
}
