/**
 * The whole way by keyboard alone: Tab, arrows, Enter and typing, with the focus in sight at every stop.
 * Everything is found by its role and its name, as by somebody who does not see it.
 */
import type { Locator, Page } from '@playwright/test'
import { passwords } from '../walks/passwords'
import { keptSecrets } from './secrets'
import { expect, test } from './fixtures'

/** More stops than any page has: whoever is not there by then cannot be reached. */
const stopLimit = 40

test('from the first start to an account, a switch and a removal without a mouse', async ({
  computer,
}) => {
  // Three accounts are made, with a look at every stop on the way to each.
  test.slow()
  const { ipcola, ruuvi, cloudreve } = computer.sandbox.urls
  const person = await computer.start({
    LATCHKEY_SERVERS: '',
    LATCHKEY_SANDBOX: JSON.stringify({ ipcola, ruuvi, cloudreve }),
  })
  const { page } = person
  const main = page.getByRole('main')
  const button = (name: string | RegExp): Locator =>
    main.getByRole('button', { name, exact: typeof name === 'string' })

  /** Begins a flow at the sandbox of a service, from the page that lists the services. */
  async function begin(service: string, flow: string): Promise<void> {
    await enter(page, main.getByRole('button', { name: new RegExp(`^${service}`) }))
    await person.sees(service)
    await choose(page, page.getByRole('radio', { name: /127\.0\.0\.1/ }))
    await enter(page, button(new RegExp(`^${flow} (?!instead)`)))
  }
  /** Types into the field that is to have the focus, and goes on with Enter. */
  async function answer(label: string, text: string): Promise<void> {
    await type(page, person.field(label), text)
    await page.keyboard.press('Enter')
  }
  async function ends(): Promise<void> {
    await person.isLoggedIn()
    await titleHasFocus(page)
  }

  await person.sees('Every account, one click away')
  await begin('Ruuvi Cloud', 'Register')
  await answer('E-mail', 'home@ruuvi.example')
  await person.sees('Enter the code')
  await answer('Code or link', await person.codeFrom('home@ruuvi.example'))
  await ends()

  const shop = 'shop@ipcola.example'
  await enter(page, button('Add another account'))
  await begin('IPCola', 'Register')
  await answer('E-mail', shop)
  await person.sees('Enter the code, choose a password')
  computer.sandbox.ipcola.requestVcode(shop)
  await type(page, person.field('Code from the mail'), await person.codeFrom(shop))
  await reach(page, person.field('New password'))
  await answer('New password', passwords.ipcola)
  await ends()

  const work = 'work@ruuvi.example'
  computer.sandbox.ruuvi.addUser(work)
  await enter(page, button('Add another account'))
  await begin('Ruuvi Cloud', 'Log in')
  await answer('E-mail', work)
  await person.sees('Enter the code')
  await answer('Code or link', await person.codeFrom(work))
  await ends()

  await enter(page, button('Make active'))
  await person.reads('The tray and the scripts that you allow use its token.')
  await titleHasFocus(page)
  await enter(page, button('Show the account'))
  await person.sees(work)
  await titleHasFocus(page)

  const list = page.getByRole('navigation', { name: 'Accounts' })
  await goInto(page, list)
  await arrowTo(page, list.getByRole('button', { name: /home@ruuvi\.example/ }), 'ArrowUp')
  await page.keyboard.press('Enter')
  await person.sees('home@ruuvi.example')
  await enter(page, button('Make active'))
  await person.reads('The tray and the scripts that you allow use its token.')
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
  await enter(page, told('Remove now: home@ruuvi.example'))
  // In between the book still has an account whose secret is gone.
  await expect(async () => expect(await keptSecrets(computer)).toHaveLength(2)).toPass()
  expect((await keptSecrets(computer)).map((kept) => kept.email).sort()).toEqual([shop, work])
})

/** Goes to an element with Tab and presses Enter. */
async function enter(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted)
  await page.keyboard.press('Enter')
}

/** Goes to an element with Tab; the focus is in sight at every stop on the way. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await go(page, 'Tab', wanted)
}

/** Goes with Tab to where something has the focus in an area that is one stop. */
async function goInto(page: Page, area: Locator): Promise<void> {
  await go(page, 'Tab', area, (element) => element.matches(':focus-within'))
}

/** Goes to a group of choices with Tab and to one of them with the arrows. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  const group = page.getByRole('group').filter({ has: wanted })
  await goInto(page, group)
  await go(page, 'ArrowDown', wanted)
  await expect(wanted).toBeChecked()
}

async function arrowTo(page: Page, wanted: Locator, key: string): Promise<void> {
  await go(page, key, wanted)
}

/** Types where the focus is to be already, after a look at whether that can be seen. */
async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await expect(wanted).toBeFocused()
  await focusIsSeen(page)
  await page.keyboard.type(text)
}

/** What is asked of an element of the page; this project knows no DOM. */
interface PageElement {
  matches(state: ':focus' | ':focus-within'): boolean
}

/** Presses a key until the focus is there, and looks at every stop whether it can be seen. */
async function go(
  page: Page,
  key: string,
  wanted: Locator,
  isThere = (element: PageElement): boolean => element.matches(':focus'),
): Promise<void> {
  await wanted.waitFor()
  for (let stop = 0; !(await wanted.evaluate(isThere)); stop += 1) {
    if (stop === stopLimit) throw new Error(`Not reached with ${key}: ${String(wanted)}`)
    await page.keyboard.press(key)
    await focusIsSeen(page)
  }
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
