/** The health of many accounts: the check of all, what is notified, and what happens after sleep. */
import type { Person } from '../walks/person'
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'

/** A promise that the test resolves: a fault's hold on an answer. */
function hold() {
  let release: () => void = () => undefined
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  return { until, release: () => release() }
}

/**
 * Adds accounts, and waits until each was looked at once more, as every new account is: such a look
 * must not meet the faults that a test plans, nor be counted among the requests of a check. Gives their tokens.
 */
async function addLookedAt(person: Person, names: readonly string[]): Promise<readonly string[]> {
  const tokens: string[] = []
  for (const name of names) tokens.push(await addRuuvi(person, `${name}@ruuvi.example`))
  const { requests } = person.sandbox
  const told = () => requests.list().filter(({ path }) => path === '/subscription').length
  await expect.poll(told).toBe(2 * names.length)
  return tokens
}

async function overview(person: Person): Promise<void> {
  await person.press(/^Latchkey: Overview/)
  await person.page.getByRole('heading', { level: 2, name: 'Check all' }).waitFor()
}

test('all accounts are checked: the fine ones, one that was logged out, one out of reach', async ({
  computer,
  person,
}) => {
  const { ruuvi, requests } = computer.sandbox
  const tokens = await addLookedAt(person, ['away', 'one', 'two', 'revoked'])
  ruuvi.revoke(tokens[3] ?? '')
  const { until, release } = hold()
  ruuvi.faults.next('user', { kind: 'status', status: 503 })
  ruuvi.faults.next('user', { kind: 'delay', until })
  await overview(person)
  const asked = () => requests.list().filter(({ path }) => path === '/user').length
  const before = asked()
  await person.press('Check all accounts')
  const bar = person.page.getByRole('progressbar', { name: 'Accounts checked' })
  await expect(bar).toHaveAttribute('aria-valuemax', '4')
  // The one whose answer is held keeps one place; the other accounts go on beside it.
  await expect(bar).toHaveAttribute('aria-valuenow', '3')
  await person.picture('check-all')
  await person.app.desktop?.focusWindow(null)
  release()
  await person.reads(/Checked just now/)
  await person.reads('2 are fine')
  await person.reads('1 needs you')
  await person.reads('1 could not be asked')
  expect(asked() - before).toBe(4)

  const line = person.page.getByRole('listitem').filter({ hasText: '1 could not be asked' })
  await line.getByRole('button', { name: 'Show' }).click()
  await line.getByRole('button', { name: 'away@ruuvi.example' }).click()
  await person.sees('away@ruuvi.example')
  await person.reads(/Last accepted/)

  if (!person.app.desktop) return
  const notifications = await person.app.desktop.notifications()
  expect(notifications).toMatchObject([{ title: 'revoked@ruuvi.example needs you' }])
  await person.app.desktop.clickNotification(0)
  await person.sees('revoked@ruuvi.example')
  await person.reads('You need to log in again')
})

test('what the person looks on at is not notified', async ({ computer, person }) => {
  const [seen = ''] = await addLookedAt(person, ['seen'])
  computer.sandbox.ruuvi.revoke(seen)
  await overview(person)
  await person.press('Check all accounts')
  await person.reads('1 needs you')
  expect((await person.app.desktop?.notifications()) ?? []).toEqual([])
})

test('a check of all stops when it is told to', async ({ computer, person }) => {
  const { ruuvi, requests } = computer.sandbox
  await addLookedAt(person, ['a', 'b', 'c', 'd'])
  const { until, release } = hold()
  ruuvi.faults.always('user', { kind: 'delay', until, hold: 'request' })
  await overview(person)
  const asked = () => requests.list().filter(({ path }) => path === '/user').length
  const before = asked()
  await person.press('Check all accounts')
  await expect.poll(asked).toBe(before + 2)
  await person.press('Stop')
  await person.reads(/Stopped just now after 0 of 4/)
  release()
  ruuvi.faults.clear()
  await person.press('Check again')
  await person.reads('4 are fine')
  expect(asked()).toBe(before + 2 + 4)
})

test('a server that asks for a pause gets it, then the check goes on', async ({
  computer,
  person,
}) => {
  const { ruuvi, requests } = computer.sandbox
  await addLookedAt(person, ['a', 'b', 'c'])
  await overview(person)
  const asked = () => requests.list().filter(({ path }) => path === '/user')
  const before = asked().length
  ruuvi.faults.next('user', { kind: 'throttled', retryAfter: 4 })
  await person.press('Check all accounts')
  await person.reads(/asks for a pause\. It goes on at \d\d:\d\d/)
  // One other may have been on its way already; nothing more leaves in the pause.
  const inPause = asked().length
  expect(inPause - before).toBeLessThanOrEqual(2)
  await person.openAccount('c@ruuvi.example')
  await person.pick('Check now')
  await person.reads(/c@ruuvi\.example: /)
  expect(asked().length).toBe(inPause)
  await overview(person)
  await person.reads('3 are fine')
})

test('a token that ran out while the computer slept is renewed when it wakes', async ({
  computer,
  person,
}) => {
  const { desktop } = person.app
  test.skip(desktop === undefined, 'Only the stand-in for the desktop can be put to sleep.')
  const { clock, cloudreve, requests } = computer.sandbox
  const [email, password] = ['slept@cloudreve.example', 'correct horse battery']
  const twoHoursMs = 2 * 3_600_000
  // The service's clock is behind: it takes tokens that are over for the program.
  clock.advance(-twoHoursMs)
  cloudreve.settings.accessTokenSeconds = 3600
  cloudreve.addUser({ email, password })
  await person.begin('Cloudreve', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
  await person.press('Log in')
  await person.isLoggedIn()
  // Joins the check after the login, or follows it: no answer to either is on its way any more.
  await person.openAccount(email)
  await person.pick('Check now')
  await person.reads(`${email} is fine.`)
  clock.advance(twoHoursMs)
  requests.clear()
  await desktop?.emitPower('resume')
  await requests.waitFor(({ path }) => path.endsWith('/refresh'))
  await person.reads(/Expires in/)
})
