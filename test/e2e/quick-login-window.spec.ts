/** The quick-login window by keyboard: found by a few letters, left with Escape, held while something is typed. */
import { addRuuvi, clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { answers } from './answers'
import { expect, test } from './fixtures'
import { addReady, endSession, isReady, password } from './quick-ways'

test('filters, walks, copies, opens and closes by keyboard', async ({ person }) => {
  await addRuuvi(person, 'home@ruuvi.example')
  const token = await addRuuvi(person, 'work@ruuvi.example')
  const quick = await openQuick(person)
  const { page } = quick
  const field = page.getByRole('combobox', { name: 'Find an account' })
  const options = page.getByRole('option')
  await expect(field).toBeFocused()
  await expect(options).toHaveCount(2)

  await page.keyboard.type('example')
  await expect(options).toHaveCount(2)
  const first = await chosen(quick)
  await page.keyboard.press('ArrowDown')
  expect(await chosen(quick)).not.toBe(first)
  await page.keyboard.press('Home')
  expect(await chosen(quick)).toBe(first)

  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await page.keyboard.type('WORK ruuvi')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('Control+c')
  await expect.poll(() => person.app.seam('readClipboard')).toBe(token)
  await quick.reads(/Token of work@ruuvi\.example copied/)

  await page.keyboard.press('Control+Enter')
  await person.sees('work@ruuvi.example')
  await isGone(person)

  await openQuick(person)
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await isGone(person)
})

test('Enter and the digits switch, and the window goes by itself', async ({ person }) => {
  await addRuuvi(person, 'home@ruuvi.example')
  await addRuuvi(person, 'work@ruuvi.example')
  const quick = await openQuick(person)
  const found = quick.page.getByRole('option')
  await expect(found).toHaveCount(2)
  await quick.page.keyboard.type('home')
  await expect(found).toHaveCount(1)
  const homeTold = await listenFor(quick, 'home@ruuvi.example is active')
  await quick.page.keyboard.press('Enter')
  await homeTold()
  await isReady(person, 'home@ruuvi.example')
  await isGone(person)

  await openQuick(person)
  await expect(found).toHaveCount(2)
  const workTold = await listenFor(quick, 'work@ruuvi.example is active')
  await quick.page.keyboard.press('Control+2')
  await workTold()
  await isReady(person, 'work@ruuvi.example')
  await isGone(person)
})

test('the picture is read in the window, which stays while it is', async ({ person }) => {
  const email = 'shop@ipcola.example'
  await addReady(person, 'IPCola', email)
  await endSession(person, 'IPCola', email)
  const quick = await openQuick(person)
  const { page } = quick
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.type('shop')
  await page.keyboard.press('Enter')
  const secret = quick.field('Password')
  await expect(secret).toBeFocused()

  // With nothing typed it goes with the focus, and comes back as it was left; it was held while it asked.
  await answers(quick)
  await lookElsewhere(person)
  await isGone(person)
  await openQuick(person)
  const told = await answers(person)
  await secret.fill(password)
  // The window asks to be held as soon as something is typed.
  await expect.poll(() => answers(person)).toBeGreaterThan(told)
  await lookElsewhere(person)
  await expect(secret).toHaveValue(password)
  await isThere(person)

  await quick.fill('What does the picture say?', 'no idea')
  await quick.press('Log in')
  await quick.reads(/captcha error|read differently/)
  await expect(secret).toHaveValue(password)
  await quick.newPicture('ipcola')
  await quick.solveCaptcha('ipcola')
  const saysActive = await listenFor(quick, `${email} is active`)
  await quick.press('Log in')
  await saysActive()
  await isReady(person, email)
  await isGone(person)
})

test('Escape steps back from a login to the list, then closes', async ({ person }) => {
  const email = 'shop@ipcola.example'
  await addReady(person, 'IPCola', email)
  await endSession(person, 'IPCola', email)
  const quick = await openQuick(person)
  await expect(quick.page.getByRole('option')).toHaveCount(1)
  await quick.page.keyboard.press('Enter')
  await expect(quick.field('Password')).toBeFocused()
  await quick.page.keyboard.press('Escape')
  await expect(quick.page.getByRole('combobox')).toBeFocused()
  await isThere(person)
  await quick.page.keyboard.press('Escape')
  await isGone(person)
})

async function openQuick(person: Person): Promise<Person> {
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  await isThere(person)
  return quick
}

/** The option that Enter would pick. */
function chosen({ page }: Person): Promise<string> {
  return page.getByRole('option', { selected: true }).innerText()
}

/** Whether the window is on the screen; undefined where only the system knows. */
async function shown({ app }: Person): Promise<boolean | undefined> {
  const windows = await app.desktop?.windows()
  return windows?.some(({ url, visible }) => url.includes('quick-login') && visible)
}

async function isThere(person: Person): Promise<void> {
  await expect.poll(() => shown(person)).not.toBe(false)
}

async function isGone(person: Person): Promise<void> {
  await expect.poll(() => shown(person)).not.toBe(true)
}

/**
 * Listens for what the page says from now on, however shortly, and gives what waits for it. The window
 * goes by itself a moment later, and in a page that nobody sees nothing can be looked for.
 */
async function listenFor({ page }: Person, text: string): Promise<() => Promise<unknown>> {
  await page.evaluate(`globalThis.said = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.body.innerText.includes(${JSON.stringify(text)})) return
      observer.disconnect()
      resolve(true)
    })
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  undefined // What is awaited here is only that it listens.
  `)
  return () => page.evaluate('globalThis.said')
}

/** A person uses another program; the real desktop is left alone. */
async function lookElsewhere({ app }: Person): Promise<void> {
  await app.desktop?.focusWindow(null)
}
