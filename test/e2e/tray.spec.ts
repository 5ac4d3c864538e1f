/** Quick login from the tray: the rows of the table that need no password. */
import { addRuuvi, clickTray } from '../walks/accounts'
import { expect, test } from './fixtures'

const password = 'correct horse battery'

test('a ready account becomes active, then its token is checked', async ({ computer, person }) => {
  await addRuuvi(person, 'one@ruuvi.example')
  await addRuuvi(person, 'two@ruuvi.example')
  const asked = () => computer.sandbox.requests.list().filter(({ path }) => path === '/user').length
  const before = asked()
  await clickTray(person, /^two@ruuvi\.example/)
  await expect
    .poll(() => person.app.seam('trayMenu'))
    .toContainEqual(expect.stringMatching(/^✓ two@ruuvi\.example/))
  await expect.poll(asked).toBeGreaterThan(before)
})

test('an expired token that can be refreshed is refreshed', async ({ computer, person }) => {
  const email = 'brief@cloudreve.example'
  const { cloudreve } = computer.sandbox
  cloudreve.settings.accessTokenSeconds = 1
  cloudreve.addUser({ email, password })
  await person.begin('Cloudreve', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
  await person.press('Log in')
  await person.isLoggedIn()
  cloudreve.settings.accessTokenSeconds = 3600
  const refreshed = computer.sandbox.requests.waitFor(({ path }) => path.endsWith('/refresh'))
  await clickTray(person, /brief@cloudreve\.example/)
  await refreshed
  await person.openAccount(email)
  await person.reads(/Expires in/)
})

test('an account that needs a login opens it at the missing field, and no mail is sent', async ({
  computer,
  person,
}) => {
  const email = 'withdrawn@ruuvi.example'
  const token = await addRuuvi(person, email)
  computer.sandbox.ruuvi.revoke(token)
  await clickTray(person, /withdrawn@ruuvi\.example/)
  await expect
    .poll(() => person.app.seam('trayMenu'))
    .toContainEqual(expect.stringMatching(/withdrawn@ruuvi\.example.*Log in again/))
  await clickTray(person, /withdrawn@ruuvi\.example.*Log in again/)
  await person.sees('Where should the code go?')
  await person.reads(email)
  expect(computer.sandbox.mailbox.messages(email)).toHaveLength(0)
})

test('a blocked account says so, with the way out', async ({ computer, person }) => {
  const email = 'blocked@cloudreve.example'
  const { cloudreve } = computer.sandbox
  cloudreve.addUser({ email, password })
  await person.begin('Cloudreve', 'Log in')
  await person.fill('E-mail', email)
  await person.fill('Password', password)
  await person.press('Log in')
  await person.isLoggedIn()
  cloudreve.setStatus(email, 'manual_banned')
  await clickTray(person, /blocked@cloudreve\.example/)
  await expect
    .poll(() => person.app.seam('trayMenu'))
    .toContainEqual(expect.stringMatching(/blocked@cloudreve\.example.*Blocked/))
  await clickTray(person, /blocked@cloudreve\.example.*Blocked/)
  await person.sees(email)
  await person.reads('The service has blocked this account')
  await expect(person.button('Open the site').first()).toBeVisible()
})

test('the tray copies the token of an active account', async ({ person }) => {
  const token = await addRuuvi(person, 'copy@ruuvi.example')
  await clickTray(person, /^Copy token of copy@ruuvi\.example/)
  await expect.poll(() => person.app.seam('readClipboard')).toBe(token)
})

test('the tray adds, opens and quits', async ({ person }) => {
  await clickTray(person, /^Add account/)
  await person.sees('Add an account')
  const gone = person.page.waitForEvent('close')
  await clickTray(person, /^Quit/)
  await gone
})
