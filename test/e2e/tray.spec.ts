/** What the tray does beside quick login, whose table has a spec of its own. */
import { addRuuvi, clickTray } from '../walks/accounts'
import { expect, test } from './fixtures'
import { trayShows } from './quick-ways'

test('a token that was withdrawn is found by one click, and the next one opens the login', async ({
  computer,
  person,
}) => {
  const email = 'gone@r.example'
  const token = await addRuuvi(person, email)
  computer.sandbox.ruuvi.revoke(token)
  await clickTray(person, /gone@r\.example/)
  await trayShows(person, /gone@r\.example.*Log in again/)
  await clickTray(person, /gone@r\.example.*Log in again/)
  const quick = await person.at('quick-login')
  await quick.sees('Where should the code go?')
  await quick.reads(email)
  expect(computer.sandbox.mailbox.messages(email)).toHaveLength(0)
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
