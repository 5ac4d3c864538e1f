/** Ten thousand accounts in the built app: what the window draws, sends and asks for, counted. */
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { clickTray } from '../walks/accounts'
import { answers } from './answers'
import { expect, test, type Computer } from './fixtures'

const count = 10_000
/** More than this many rows in the page would be one row for each account sooner or later. */
const rowLimit = 80

const label = (index: number): string => `Customer ${String(index).padStart(5, '0')}`

/** Writes the profile of somebody who has many accounts, three quarters of them at one server. */
async function crowd({ profile, sandbox }: Computer): Promise<void> {
  const server = (index: number) =>
    index % 4 === 3
      ? { adapter: 'ipcola', server: `ipcola+${sandbox.urls.ipcola}` }
      : { adapter: 'ruuvi', server: `ruuvi+${sandbox.urls.ruuvi}` }
  const accounts = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    ...server(index),
    email: `person.${index}@mail.example.org`,
    label: label(index),
    tags: index % 10 === 0 ? ['work', 'europe'] : [],
    position: index,
    createdAt: 1_790_000_000_000,
    hasSecret: true,
    passwordRemembered: false,
    tokenExpiresAt: 4_000_000_000_000,
  }))
  const save = (name: string, content: object): Promise<void> =>
    writeFile(join(profile, name), JSON.stringify({ version: 1, ...content }))
  await save('book.json', { accounts, sites: [], settings: {} })
  await save('settings.json', { backgroundChecks: false, notifications: false })
}

/** Starts the program with them and waits for its list. */
async function begin(computer: Computer) {
  await crowd(computer)
  const person = await computer.start()
  const { page } = person
  const list = page.getByRole('navigation', { name: 'Accounts' })
  const row = (name: string): Locator => list.getByRole('button', { name: new RegExp(name) })
  await row(label(3)).waitFor()
  return { person, page, list, row }
}

/** The labels of a stretch of rows, from top to bottom. */
async function labels(page: Page, from: number, to: number): Promise<string[]> {
  return (await page.locator('nav .row-label').allTextContents()).slice(from, to)
}

/** The page has drawn twice: whatever was on its way has been shown. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })`)

/** Milliseconds from a key to the frame that shows what it did in the list, measured in the page. */
async function timed(page: Page, key: string): Promise<number> {
  await drawn(page)
  await page.evaluate(watchPainting)
  await page.keyboard.press(key)
  return page.evaluate<number>('globalThis.painted')
}

/** Runs in the page, which keeps the promise until it is asked for. */
const watchPainting = `void (globalThis.painted = new Promise((resolve) => {
  let start
  addEventListener('keydown', () => { start = performance.now() }, { capture: true, once: true })
  const observer = new MutationObserver(() => {
    if (start === undefined) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
  })
  const column = document.querySelector('nav .list-column')
  observer.observe(column, { subtree: true, childList: true, attributes: true, characterData: true })
}))`

function note(what: string, milliseconds: number): void {
  test.info().annotations.push({ type: what, description: `${Math.round(milliseconds)} ms` })
}

test('the window gets them in one message, draws a few rows and reaches every one by keyboard', async ({
  computer,
}) => {
  const { person, page, list } = await begin(computer)
  const messages = await person.app.seam('sentToWindows')
  const snapshot = messages.filter((message) => message.includes(label(count - 1)))
  expect(snapshot).toHaveLength(1)
  expect(Buffer.byteLength(snapshot[0] ?? '')).toBeLessThan(2_000_000)

  const rows = page.locator('nav .row')
  const fewRows = async (): Promise<void> => {
    await drawn(page)
    const drawnRows = await rows.count()
    expect(drawnRows).toBeGreaterThan(5)
    expect(drawnRows).toBeLessThan(rowLimit)
  }
  await fewRows()

  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  const focused = page.locator('nav .row:focus .row-label')
  await expect(focused).toHaveText(label(3))
  await page.keyboard.press('End')
  await expect(focused).toHaveText(label(9_998))
  await expect(focused).toBeInViewport()
  await fewRows()
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('PageUp')
  await expect(focused).toBeInViewport()
  await fewRows()
  await page.keyboard.press('End')
  // The wheel takes the row out of sight, not the focus off it.
  await list.hover()
  await page.mouse.wheel(0, -1_000_000)
  await expect(page.getByText(label(3))).toBeInViewport()
  await fewRows()
  await page.keyboard.press('ArrowUp')
  await expect(focused).toHaveText(label(9_997))
  await expect(focused).toBeInViewport()

  await page.keyboard.press('Enter')
  await person.sees(label(9_997))
  const place = (): Promise<number> => page.evaluate(`document.querySelector('nav').scrollTop`)
  const before = await place()
  expect(before).toBeGreaterThan(500_000)
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  await person.sees('Your accounts')
  expect(await place()).toBe(before)
})

test('a key stroke in the search asks nobody and finds among all of them', async ({ computer }) => {
  const { person, page, list, row } = await begin(computer)
  const before = await answers(person)
  const search = page.getByRole('searchbox')
  await search.focus()
  note('key stroke to painted', await timed(page, 'w'))
  note('key stroke to painted', await timed(page, 'Backspace'))
  await page.keyboard.type('customer 04711', { delay: 5 })
  await expect(row(label(4_711))).toBeVisible()
  await expect(page.locator('nav .row')).toHaveCount(1)
  await search.fill('europe 0123')
  await expect(page.locator('nav .row')).toHaveCount(1)
  await search.fill('needs login')
  await expect(list).toContainText('No account matches')
  await search.press('Escape')
  await expect(row(label(3))).toBeVisible()
  await drawn(page)
  expect(await answers(person)).toBe(before)

  await search.fill('europe')
  await page.locator('nav .row-tag', { hasText: 'work' }).first().click()
  await expect(list.getByRole('heading').first()).toContainText('1,000')
  await page.getByRole('button', { name: /^Show all again/ }).click()
  await expect(row(label(3))).toBeVisible()
  expect(await answers(person)).toBe(before)
})

test('what quick login would pick stays in sight, from one end of its list to the other and back', async ({
  computer,
}) => {
  const { person } = await begin(computer)
  await clickTray(person, /^Quick login/)
  const { page } = await person.at('quick-login')
  const { keyboard } = page
  const options = page.getByRole('option')
  const chosen = page.getByRole('option', { selected: true })
  await expect(options.first()).toBeInViewport({ ratio: 1 })

  // Whoever types begins at the top, wherever the list was scrolled to.
  await page.evaluate(`document.querySelector('[role=listbox]').scrollTo(0, 600)`)
  await expect(options.first()).not.toBeInViewport()
  await keyboard.type('customer')
  await expect(options.first()).toBeInViewport({ ratio: 1 })

  await keyboard.press('End')
  await expect(chosen).toHaveId((await options.last().getAttribute('id')) ?? '')
  await expect(chosen).toBeInViewport({ ratio: 1 })
  await expect(options.first()).not.toBeInViewport()
  await keyboard.press('Home')
  await expect(options.first()).toBeInViewport({ ratio: 1 })

  // Both keys before a frame tells that the list has scrolled.
  await page.evaluate(`(async () => {
    for (const key of ['End', 'Home']) {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await Promise.resolve()
    }
  })()`)
  await expect(options.first()).toBeInViewport({ ratio: 1 })
})

test('the order is changed by keyboard and by dragging, and stays', async ({ computer }) => {
  const { person, page, list, row } = await begin(computer)
  const told = async (): Promise<number> =>
    (await person.app.seam('sentToWindows')).filter((one) => one.includes(label(3))).length
  const before = await told()
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  note('move by keyboard to painted', await timed(page, 'Alt+ArrowDown'))
  await expect.poll(() => labels(page, 0, 3)).toEqual([label(7), label(3), label(11)])
  await expect(list.getByRole('status')).toHaveText(`${label(3)}: place 2 of 2,500.`)
  await expect(page.locator('nav .row:focus .row-label')).toHaveText(label(3))
  expect(await told()).toBe(before + 1)

  const from = row(label(15))
  const target = await row(label(7)).boundingBox()
  const start = await from.boundingBox()
  if (!target || !start) throw new Error('The rows are not in sight.')
  await page.mouse.move(start.x + 40, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 40, start.y + 4, { steps: 4 })
  await page.mouse.move(target.x + 40, target.y + 4, { steps: 8 })
  // A drag that stands still tells the page where it is.
  await page.mouse.move(target.x + 41, target.y + 5)
  await expect(page.locator('.drop-line')).toHaveCSS('top', '40px')
  await page.mouse.up()
  await expect.poll(() => labels(page, 0, 4)).toEqual([15, 7, 3, 11].map(label))
  await expect(page.locator('.drop-line')).toHaveCount(0)

  await person.app.close()
  const again = await computer.start()
  await again.page.locator('nav .row').first().waitFor()
  expect(await labels(again.page, 0, 4)).toEqual([15, 7, 3, 11].map(label))
})

test('label, colour and tags are kept, and a hidden account is found', async ({ computer }) => {
  const { person, page, list, row } = await begin(computer)
  await row(label(3)).click()
  await person.sees(label(3))
  await person.press('Label, colour and tags')
  await person.fill('Label', 'Corner shop')
  await page.getByRole('radio', { name: 'Teal' }).check()
  await person.field('Tags').fill('garden')
  await page.keyboard.press('Enter')
  await person.press('Save')
  await person.reads('Corner shop is saved.')
  await expect(row('Corner shop')).toContainText('garden')
  await expect(row('Corner shop').getByText('Teal')).toBeAttached()
  const book = await readFile(join(computer.profile, 'book.json'), 'utf8')
  const { accounts } = JSON.parse(book) as { accounts: Record<string, unknown>[] }
  const kept = { label: 'Corner shop', colour: 'teal', tags: ['garden'] }
  expect(accounts[3]).toEqual({ ...accounts[3], ...kept })

  await person.pick('Hide from lists')
  await person.reads('Corner shop is hidden; the search finds it.')
  await expect(row('Corner shop')).toHaveCount(0)
  const search = page.getByRole('searchbox')
  await search.fill('corner')
  await expect(row('Corner shop')).toContainText('Hidden')
  await search.fill('')
  await row(label(7)).focus()
  await page.keyboard.press('End')
  const line = list.getByRole('button', { name: '1 hidden' })
  await expect(line).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row('Corner shop')).toBeVisible()
  await row('Corner shop').click()
  await person.press('Show in lists again')
  await person.reads('Corner shop is back in the list.')
  await expect(line).toHaveCount(0)
})
