/** The ways to a quick login, and accounts in each state to try them on. */
import { addRuuvi, clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, type Computer } from './fixtures'

export const password = 'correct horse battery'

/** How a quick login is asked for, and where it says what only the account's state can say. */
export interface Way {
  readonly name: string
  start(person: Person, label: string): Promise<void>
  /** Who looks at the window that tells. */
  told(person: Person): Promise<Person>
}

export const ways: readonly Way[] = [
  {
    name: 'the tray',
    start: async (person, label) => {
      await clickTray(person, new RegExp(escape(label)))
    },
    told: (person) => Promise.resolve(person),
  },
  {
    name: 'the quick-login window',
    async start(person, label) {
      await clickTray(person, /^Quick login/)
      const quick = await person.at('quick-login')
      // What it had to say for an earlier account stays until it was read.
      const back = quick.button('Back to the accounts')
      const field = quick.page.getByRole('combobox', { name: 'Find an account' })
      await back.or(field).first().waitFor()
      if (await back.isVisible()) await back.click()
      await field.fill(label)
      await expect(quick.page.getByRole('option')).toHaveCount(1)
      const taken = quick.page.evaluate(listGoes)
      await field.press('Enter')
      await taken
      // Saying who is active, the window goes by itself; called in that moment, it would go as well.
      await quick.page.locator('.quick-active').waitFor({ state: 'hidden' })
    },
    told: (person) => person.at('quick-login'),
  },
]

/** Runs in the page: resolves when the list has made room for what came of the choice, or says it itself. */
const listGoes = `new Promise((resolve) => {
  new MutationObserver((_, observer) => {
    if (document.querySelector('[role=combobox]') && !document.querySelector('.notice')) return
    observer.disconnect()
    resolve(undefined)
  }).observe(document.body, { childList: true, subtree: true })
})`

/** The same person at the quick-login window, where whatever is missing is asked for. */
export function atQuickLogin(person: Person): Promise<Person> {
  return person.at('quick-login')
}

/** Waits until the tray has a line for the account that fits. */
export async function trayShows(person: Person, line: RegExp): Promise<void> {
  const shown = (): Promise<readonly string[]> => person.app.seam('trayMenu')
  await expect.poll(shown).toContainEqual(expect.stringMatching(line))
}

/** Waits until the account is the active one and ready: its line says no other state. */
export async function isReady(person: Person, label: string): Promise<void> {
  await trayShows(person, new RegExp(`^✓ ${escape(label)} \\([^)]*\\)$`))
}

export type ServiceName = 'Ruuvi Cloud' | 'IPCola' | 'Cloudreve'
export const services = [
  'Ruuvi Cloud',
  'IPCola',
  'Cloudreve',
] as const satisfies readonly ServiceName[]

/** The request with which each service is asked about a token. */
export const checks: Readonly<Record<ServiceName, RegExp>> = {
  'Ruuvi Cloud': /^\/user$/,
  IPCola: /\/user\/info$/,
  Cloudreve: /\/user\/me$/,
}

/** Adds an account that the service knows, with a token and without its password. */
export async function addReady(person: Person, service: ServiceName, email: string): Promise<void> {
  const { ipcola, cloudreve } = person.sandbox
  switch (service) {
    case 'Ruuvi Cloud':
      await addRuuvi(person, email)
      return
    case 'IPCola':
      ipcola.addUser({ email, password })
      await person.begin(service, 'Add an existing token')
      await person.fill('Token', ipcola.tokenFor(email))
      await person.press('Check and add')
      return person.isLoggedIn()
    case 'Cloudreve':
      cloudreve.settings.loginCaptcha = false
      cloudreve.addUser({ email, password })
      await person.begin(service, 'Log in')
      await person.fill('E-mail', email)
      await person.fill('Password', password)
      await person.press('Log in')
      return person.isLoggedIn()
  }
}

/** Adds an account by logging in, has its password remembered, and logs out again. */
export async function addRemembered(
  person: Person,
  service: 'IPCola' | 'Cloudreve',
  email: string,
): Promise<void> {
  const { ipcola, cloudreve } = person.sandbox
  if (service === 'IPCola') ipcola.addUser({ email, password })
  else cloudreve.addUser({ email, password })
  cloudreve.settings.loginCaptcha = false
  await person.begin(service, 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
  await person.page.getByLabel('Remember this password for quick login').check()
  if (service === 'IPCola') await person.solveCaptcha('ipcola')
  await person.press('Log in')
  await person.isLoggedIn()
  await person.reads('The password is remembered for quick login.')
  await endSession(person, service, email)
}

export async function logOut(person: Person, email: string): Promise<void> {
  await person.openAccount(email)
  await person.pick('Log out')
  await person.page.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click()
  await person.reads('You need to log in again')
}

/** Brings an account to where it needs a login: logged out, or its token withdrawn where that is all there is. */
export async function endSession(
  person: Person,
  service: ServiceName,
  email: string,
): Promise<void> {
  if (service !== 'IPCola') return logOut(person, email)
  await person.openAccount(email)
  // For good: the page that is opened asks by itself, and one refusal could be the answer to that.
  person.sandbox.ipcola.revokeAll(email)
  await person.pick('Check now')
  await person.reads('You need to log in again')
}

/** Reads all remembered passwords with a client that is not Latchkey's. */
export async function keptPasswords({ keyring }: Computer): Promise<(string | undefined)[]> {
  if (!keyring) return []
  const items = await keyring.items()
  const found = items.filter(({ attributes }) => attributes['account']?.endsWith('/password'))
  return Promise.all(found.map(({ attributes }) => keyring.lookup(attributes)))
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Main has heard what the window has asked for so far: calls come in order, but the tray's way is another. */
export async function heard({ page }: Person): Promise<void> {
  await page.evaluate("latchkey.call('state.snapshot', {})")
}
