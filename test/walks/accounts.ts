import { expect } from '@playwright/test'
import type { Person, Walk } from './person'

/** Adds a Ruuvi account by its token: the quickest way to one. Gives the token. */
export async function addRuuvi(person: Person, email: string): Promise<string> {
  person.sandbox.ruuvi.addUser(email)
  const token = person.sandbox.ruuvi.tokenFor(email)
  await person.begin('Ruuvi Cloud', 'Add an existing token')
  await person.fill('Access token', token)
  await person.press('Check and add')
  await person.isLoggedIn()
  return token
}

export const accountWalks: readonly Walk[] = [
  {
    id: 'accounts-switch',
    title: 'Accounts: switch from the tray, copy the token, rename, remove',
    async run(person) {
      await addRuuvi(person, 'home@tags.example')
      const token = await addRuuvi(person, 'work@tags.example')
      await person.openAccount('work@tags.example')
      await clickTray(person, /^(?!✓).*work@tags\.example/)
      await person.page.getByText('The tray and the scripts that you allow use its token').waitFor()
      await person.picture('active')
      await person.page.getByRole('main').getByRole('button', { name: 'Copy token' }).click()
      await person.reads(/Token of .* copied/)
      if ((await person.app.seam('readClipboard')) !== token) throw new Error('Not the token')
      await person.press('Label, colour and tags')
      await person.fill('Label', 'Greenhouse')
      await person.page.getByRole('radio', { name: 'Green' }).check()
      await person.fill('Tags', 'garden')
      await person.page.keyboard.press('Enter')
      await person.picture('describe')
      await person.press('Save')
      await person.sees('Greenhouse')
      await person.picture('renamed')
      await person.pick('Remove')
      await person.reads('Greenhouse is off your list.')
      await person.picture('removed')
      await person.press('Undo the removal of Greenhouse')
      await person.sees('Greenhouse')
      if (!person.sandbox.ruuvi.isValid(token)) throw new Error('The session was ended too early')
      await person.pick('Remove')
      // Beside the message itself stands what is read out of it.
      const toast = person.page.getByText('Greenhouse is off your list.', { exact: true })
      await person.press('Remove now: Greenhouse')
      await toast.waitFor({ state: 'detached' })
      // The message goes with the press; the service is told after it.
      await expect.poll(() => person.sandbox.ruuvi.isValid(token)).toBe(false)
    },
  },
  {
    id: 'accounts-overview',
    title: 'Accounts: the overview, the search and the settings',
    async run(person) {
      await person.press(/^Latchkey: Overview/)
      await person.page.getByRole('heading', { level: 1 }).waitFor()
      await person.picture('overview')
      const search = person.page.getByRole('searchbox')
      if (await search.isVisible()) {
        await search.fill('cloudreve')
        await person.picture('search')
        await search.fill('')
      }
      const settings = await person.openSettings()
      await settings.picture('settings')
      await settings.press('Copy diagnostics…')
      await settings.page.getByLabel('What is copied').waitFor()
      await settings.picture('diagnostics')
      await settings.page.keyboard.press('Escape')
      const hides = settings.page.getByRole('switch', { name: 'Hide addresses' })
      await hides.click()
      await expect(hides).toBeChecked()
      await settings.picture('privacy')
      await person.picture('addresses-hidden')
      await hides.click()
      await expect(hides).not.toBeChecked()
    },
  },
]

/** Clicks the line of the tray's menu that fits. */
export async function clickTray(person: Person, wanted: RegExp): Promise<string> {
  const lines = await person.app.seam('trayMenu')
  const line = lines.find((one) => wanted.test(one))
  if (line === undefined) throw new Error(`The tray has no such line: ${lines.join(' | ')}`)
  await person.app.seam('clickTray', line)
  return line
}
