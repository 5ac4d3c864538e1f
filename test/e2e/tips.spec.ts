/** The names of buttons that are only icons, as those who see them get to know them. */
import { addRuuvi, clickTray } from '../walks/accounts'
import { expect, test } from './fixtures'
import { addReady, endSession } from './quick-ways'

test('an icon says its name to who points at it or comes to it by key, and stops when it is pressed', async ({
  person,
}) => {
  await addRuuvi(person, 'home@ruuvi.example')
  const { page } = person
  const tip = page.locator('#tooltip')
  const add = page.locator('.sidebar').getByRole('button', { name: 'Add account' })
  const search = page.getByRole('searchbox')
  await search.focus()
  await expect(tip).toBeHidden()

  await add.hover()
  await expect(tip).toHaveText('Add account')
  await expect(tip).toBeInViewport({ ratio: 1 })
  await tip.hover()
  await expect(tip).toBeVisible()
  await search.hover()
  await expect(tip).toBeHidden()
  await expect(tip).toHaveText('')

  await page.keyboard.press('Shift+Tab')
  await expect(add).toBeFocused()
  await expect(tip).toHaveText('Add account')
  await page.keyboard.press('Escape')
  await expect(tip).toBeHidden()
  await expect(add).toBeFocused()

  await search.fill('home')
  await page.getByRole('button', { name: 'Clear the search' }).hover()
  await expect(tip).toHaveText('Clear the search')
  await page.keyboard.press('Escape')
  await expect(tip).toBeHidden()
  await expect(search).toHaveValue('home')
  await search.hover()
  await page.getByRole('button', { name: 'Clear the search' }).hover()
  await expect(tip).toHaveText('Clear the search')
  await search.fill('')
  await expect(tip).toBeHidden()
  await expect(tip).toHaveText('')

  await add.hover()
  await expect(tip).toBeVisible()
  // The press brings the focus, with which Chromium would show the tip again.
  const again = page.evaluate(nextInterest)
  await page.mouse.down()
  await expect(tip).toBeHidden()
  await again
  await expect(tip).toBeHidden()
  await page.mouse.up()
  await person.sees('Add an account')
  await expect(tip).toHaveText('')
})

test('Escape puts a tip away before anything else', async ({ person }) => {
  const email = 'shop@ipcola.example'
  await addReady(person, 'IPCola', email)
  await person.openAccount(email)
  await person.press('Label, colour and tags')
  await expect(person.field('Label')).toBeFocused()
  await person.page.locator('.sidebar').getByRole('button', { name: 'Add account' }).hover()
  await expect(person.page.locator('#tooltip')).toHaveText('Add account')
  await person.page.keyboard.press('Escape')
  await expect(person.page.locator('#tooltip')).toBeHidden()
  await expect(person.field('Label')).toBeFocused()
  await person.page.keyboard.press('Escape')
  await expect(person.field('Label')).toBeHidden()

  await endSession(person, 'IPCola', email)
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  const { page } = quick
  const tip = page.locator('#tooltip')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(quick.field('Password')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(tip).toHaveText('Show password')
  await page.keyboard.press('Escape')
  await expect(tip).toBeHidden()
  await expect(quick.field('Password')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toBeFocused()
})

/** Runs in the page: resolves when Chromium has noticed the next time that somebody is at a button with a tip. */
const nextInterest = `new Promise((noticed) => {
  const tip = document.querySelector('#tooltip')
  tip.addEventListener('interest', () => noticed(null), { once: true })
})`
