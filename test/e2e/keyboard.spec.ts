/** The whole way by keyboard alone: Tab, arrows, Enter and typing, with the focus in sight at every stop. */
import type { Locator, Page } from '@playwright/test'
import { keptSecrets } from './secrets'
import { expect, test } from './fixtures'

/** More stops than any page has: whoever is not there by then cannot be reached. */
const stopLimit = 40

test('from the first start to an account, a switch and a removal without a mouse', async ({
  computer,
}) => {
  const { ipcola, ruuvi, cloudreve } = computer.sandbox.urls
  const person = await computer.start({
    LATCHKEY_SERVERS: '',
    LATCHKEY_SANDBOX: JSON.stringify({ ipcola, ruuvi, cloudreve }),
  })
  const { page } = person
  const main = page.getByRole('main')
  const button = (name: string | RegExp): Locator =>
    main.getByRole('button', { name, exact: typeof name === 'string' })

  async function logIn(email: string): Promise<void> {
    await enter(page, main.getByRole('button', { name: /^Ruuvi Cloud/ }))
    await person.sees('Ruuvi Cloud')
    await choose(page, main.getByRole('radio', { name: /127\.0\.0\.1/ }))
    await enter(page, button(/^Log in (?!instead)/))
    await expect(person.field('E-mail')).toBeFocused()
    await page.keyboard.type(email)
    await page.keyboard.press('Enter')
    await person.sees('Enter the code')
    await expect(person.field('Code or link')).toBeFocused()
    await focusIsSeen(page)
    await page.keyboard.type(await person.codeFrom(email))
    await page.keyboard.press('Enter')
    await person.isLoggedIn()
    await titleHasFocus(page)
  }

  await person.sees('Every account, one click away')
  await logIn('home@ruuvi.example')
  await enter(page, button('Add another account'))
  await logIn('work@ruuvi.example')

  await enter(page, button('Make active'))
  await person.reads('The tray copies its token, and scripts that you allow get it.')
  await titleHasFocus(page)
  await enter(page, button('Show the account'))
  await person.sees('work@ruuvi.example')
  await titleHasFocus(page)

  const list = page.getByRole('navigation', { name: 'Accounts' })
  await goInto(page, list)
  await arrowTo(page, list.getByRole('button', { name: /home@ruuvi\.example/ }), 'ArrowUp')
  await page.keyboard.press('Enter')
  await person.sees('home@ruuvi.example')
  await enter(page, button('Make active'))
  await person.reads('The tray copies its token, and scripts that you allow get it.')
  await titleHasFocus(page)

  await enter(page, button('More actions'))
  const remove = page.getByRole('menuitem', { name: 'Remove', exact: true })
  await arrowTo(page, remove, 'ArrowDown')
  await page.keyboard.press('Enter')
  await person.sees('Your accounts')
  await titleHasFocus(page)
  const told = (name: string) => page.getByRole('button', { name, exact: true })
  await page.keyboard.press('F8')
  await enter(page, told('Undo the removal of home@ruuvi.example'))
  await person.sees('home@ruuvi.example')
  await titleHasFocus(page)
  await enter(page, button('More actions'))
  await arrowTo(page, remove, 'ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F8')
  await enter(page, told('Remove home@ruuvi.example now'))
  // In between the book still has an account whose secret is gone.
  await expect(async () => expect(await keptSecrets(computer)).toHaveLength(1)).toPass()
  expect((await keptSecrets(computer)).map((kept) => kept.email)).toEqual(['work@ruuvi.example'])
})

/** Goes to an element with Tab and presses Enter. */
async function enter(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; !(await hasFocus(page, wanted)); stop += 1) {
    if (stop === stopLimit) throw new Error(`Not reached with Tab: ${String(wanted)}`)
    await page.keyboard.press('Tab')
    await focusIsSeen(page)
  }
  await page.keyboard.press('Enter')
}

/** Goes with Tab to where something has the focus in an area that is one stop. */
async function goInto(page: Page, area: Locator): Promise<void> {
  for (let stop = 0; (await area.locator(':focus').count()) === 0; stop += 1) {
    if (stop === stopLimit) throw new Error(`Not reached with Tab: ${String(area)}`)
    await page.keyboard.press('Tab')
    await focusIsSeen(page)
  }
}

/** Goes to a group of choices with Tab and to one of them with the arrows. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; stop < stopLimit; stop += 1) {
    await page.keyboard.press('Tab')
    await focusIsSeen(page)
    if (await page.evaluate<boolean>(`document.activeElement.matches('input[type=radio]')`)) break
  }
  await arrowTo(page, wanted, 'ArrowDown')
  await expect(wanted).toBeChecked()
}

async function arrowTo(page: Page, wanted: Locator, key: string): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; !(await hasFocus(page, wanted)); stop += 1) {
    if (stop === stopLimit) throw new Error(`Not reached with ${key}: ${String(wanted)}`)
    await page.keyboard.press(key)
    await focusIsSeen(page)
  }
}

async function hasFocus(page: Page, wanted: Locator): Promise<boolean> {
  return (await wanted.and(page.locator(':focus')).count()) > 0
}

/** Where the focus goes when a page opens, or when the button that had it is gone. */
async function titleHasFocus(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

/** The focus is within the window, uncovered, and drawn differently from the rest. */
async function focusIsSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<string>(focusFault)).toBe('')
}

/** Runs in the page. Behind the last stop the window itself has the focus, which shows nothing. */
const focusFault = `(() => {
  const element = document.activeElement
  if (element === document.body) return ''
  const name = element.getAttribute('aria-label') ?? element.textContent
  const box = element.getBoundingClientRect()
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  if (!top || !(element.contains(top) || top.contains(element))) return name + ' is covered'
  const shows = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  }
  const shown = shows(element) || element.matches('[role=menuitem][data-highlighted]')
  return shown ? '' : name + ' has the focus and does not show it'
})()`
