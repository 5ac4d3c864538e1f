/** The palette and the keys of the main window, without a mouse. */
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'
import { answers } from './answers'
import { isReady } from './quick-ways'

test('finds accounts and actions, runs them, and gives the focus back', async ({ person }) => {
  await addRuuvi(person, 'home@ruuvi.example')
  const token = await addRuuvi(person, 'work@ruuvi.example')
  const { page } = person
  const { keyboard } = page
  const palette = page.getByRole('dialog', { name: 'Palette' })
  const field = palette.getByRole('combobox')
  const search = page.getByRole('searchbox')

  await search.focus()
  await keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(search).toBeFocused()

  await keyboard.press('Control+k')
  await keyboard.type('home')
  await expect(palette.getByRole('option')).toHaveCount(1)
  await keyboard.press('Enter')
  await isReady(person, 'home@ruuvi.example')
  await person.reads('home@ruuvi.example is active.')

  await keyboard.press('Control+k')
  await keyboard.type('work')
  await keyboard.press('Control+Enter')
  await person.sees('work@ruuvi.example')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await keyboard.press('Control+k')
  await keyboard.type('header')
  await keyboard.press('Enter')
  await expect.poll(() => person.app.seam('readClipboard')).toContain(token)

  await keyboard.press('Control+k')
  await keyboard.type('rename')
  await keyboard.press('Enter')
  await keyboard.type('Greenhouse')
  await keyboard.press('Enter')
  await person.sees('Greenhouse')

  await keyboard.press('Control+k')
  await keyboard.type('overview')
  await keyboard.press('Enter')
  await person.sees('Your accounts')
})

test('switches with the digits', async ({ person }) => {
  await addRuuvi(person, 'home@ruuvi.example')
  await addRuuvi(person, 'work@ruuvi.example')
  const { page } = person
  await page.getByRole('searchbox').focus()
  // What the digits mean is what this window shows, which it hears of after the tray.
  const shown = page.getByRole('navigation', { name: 'Accounts' }).getByRole('button')
  const active = async (email: string): Promise<void> => {
    await expect(shown.filter({ hasText: email })).toHaveAccessibleName(/Active/)
    await isReady(person, email)
  }
  await page.keyboard.press('Control+1')
  await active('work@ruuvi.example')
  await page.keyboard.press('Control+2')
  await active('home@ruuvi.example')
  // The latest used comes first now, so the same key goes back.
  await page.keyboard.press('Control+2')
  await active('work@ruuvi.example')
})

test('lists every shortcut, and one Escape closes the list', async ({ person }) => {
  const { page } = person
  await addRuuvi(person, 'home@ruuvi.example')
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Control+n')
  await person.sees('Add an account')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Palette: every action and account')).toBeVisible()
  await expect(sheet.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('asks the main process nothing while somebody types', async ({ person }) => {
  await addRuuvi(person, 'home@ruuvi.example')
  const { page } = person
  await page.keyboard.press('Control+k')
  const before = await answers(person)
  await page.keyboard.type('home ruuvi sandbox')
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('home ruuvi sandbox')
  expect(await answers(person)).toBe(before)
})
