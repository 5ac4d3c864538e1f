/** The names of buttons that are only icons, as those who see them get to know them. */
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'

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
  await search.fill('')
  await expect(tip).toBeHidden()
  await expect(tip).toHaveText('')

  await add.hover()
  await expect(tip).toBeVisible()
  await page.mouse.down()
  await expect(tip).toBeHidden()
  await page.mouse.up()
  await person.sees('Add an account')
  await expect(tip).toHaveText('')
})
