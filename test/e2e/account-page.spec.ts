/** An account's own page: what happened to it, where it is logged in, and its token as a command. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Locator } from '@playwright/test'
import { addRuuvi } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, test } from './fixtures'

const run = promisify(execFile)
const password = 'correct horse battery'

/** The lines of a list on the page, by its name. */
function lines(person: Person, name: string): Locator {
  return person.page.getByRole('list', { name }).getByRole('listitem')
}

async function historyIs(person: Person, kinds: readonly string[]): Promise<void> {
  await expect(lines(person, 'History').locator('span')).toHaveText([...kinds])
}

test('the history tells of login, refresh, rejection once, and outlives a restart', async ({
  computer,
  person,
}) => {
  const email = 'history@cloudreve.example'
  const { cloudreve } = computer.sandbox
  cloudreve.addUser({ email, password })
  const { refresh_token: given } = cloudreve.tokenFor(email)
  await person.begin('Cloudreve', 'Add an existing token')
  await person.fill('Refresh token', given)
  await person.press('Check and add')
  await person.isLoggedIn()
  await person.openAccount(email)
  const before = ['Confirmed by the service', 'Logged in', 'Added to Latchkey']
  await historyIs(person, before)
  // The next check has to refresh again, and finds that nobody is logged in any more.
  cloudreve.settings.accessTokenSeconds = 1
  await person.pick('Refresh token')
  await historyIs(person, ['Token refreshed', ...before])

  cloudreve.revoke(given)
  for (let asked = 0; asked < 2; asked += 1) {
    await person.pick('Check now')
    await person.reads('You need to log in again')
  }
  const whole = ['Token rejected', 'Token refreshed', ...before]
  await historyIs(person, whole)

  await person.app.close()
  const later = await computer.start()
  await later.openAccount(email)
  await historyIs(later, whole)
  expect(await computer.files()).not.toContain(given)
})

test('other sessions at the service are listed and ended, and this one is not', async ({
  computer,
  person,
}) => {
  const email = 'many@ruuvi.example'
  const own = await addRuuvi(person, email)
  const { ruuvi } = computer.sandbox
  const [first = '', ...others] = [1, 2, 3, 4].map(() => ruuvi.tokenFor(email))
  await person.openAccount(email)
  expect(computer.sandbox.requests.list().some(({ path }) => path === '/sessions')).toBe(false)

  await person.press('Show the list')
  const rows = lines(person, 'Where you are logged in')
  await expect(rows).toHaveCount(5)
  await expect(rows.first()).toContainText('This one')
  await expect(rows.first().getByRole('button')).toHaveCount(0)
  const alive = () => [first, ...others].filter((token) => ruuvi.isValid(token)).length
  await rows.nth(1).getByRole('button').click()
  await expect(rows.nth(1)).toContainText('Ended')
  expect(alive()).toBe(3)

  const { page } = person
  const question = page.getByRole('alertdialog')
  await person.press('End all others')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(person.button('End all others')).toBeFocused()
  await person.pick('Log out')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(person.button('More actions')).toBeFocused()
  expect(alive()).toBe(3)

  ruuvi.faults.next('endSession', { kind: 'status', status: 500 })
  await person.press('End all others')
  await question.getByRole('button', { name: 'End all others' }).click()
  // The button that asked is gone while that goes on.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await person.reads('3 ended, 1 not.')
  expect(alive()).toBe(1)

  await person.press('End all others')
  await question.getByRole('button', { name: 'End all others' }).click()
  await expect.poll(alive).toBe(0)
  expect(ruuvi.isValid(own)).toBe(true)
  await person.press('Ask again')
  await expect(rows).toHaveCount(1)
})

test('a copied curl command asks the service whose token it is', async ({ person }) => {
  test.skip(process.platform === 'win32', 'The line is written for PowerShell there.')
  const email = 'curl@ruuvi.example'
  const token = await addRuuvi(person, email)
  await person.openAccount(email)
  const copy = async (form: string): Promise<string> => {
    await person.press('Copy as')
    await person.page.getByRole('menuitem', { name: form }).click()
    await person.reads(/copied\. It leaves the clipboard in/)
    return await person.app.seam('readClipboard')
  }
  await expect.poll(() => copy('curl command')).toMatch(/^curl /)
  const line = await person.app.seam('readClipboard')
  const { stdout } = await run(
    '/bin/sh',
    ['-c', `${line} --silent --show-error --write-out ' %{http_code}'`],
    { env: { PATH: process.env['PATH'] } },
  )
  expect(stdout).toContain(email)
  expect(stdout).toMatch(/ 200$/)
  await expect.poll(() => copy('Authorization header')).toBe(`Authorization: Bearer ${token}`)
})
