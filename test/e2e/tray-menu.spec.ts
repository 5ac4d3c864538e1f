/** The tray's menu and icon: what stands there, and that it changes with what it tells of. */
import { addRuuvi, clickTray } from '../walks/accounts'
import { expect, test } from './fixtures'

test('the active account of a server is marked, and the one used last comes first', async ({
  person,
}) => {
  await addRuuvi(person, 'one@ruuvi.example')
  await addRuuvi(person, 'two@ruuvi.example')
  const lines = () => person.app.seam('trayMenu')
  await expect.poll(lines).toContainEqual(expect.stringMatching(/^✓ one@ruuvi\.example/))
  await clickTray(person, /^two@ruuvi\.example/)
  await expect.poll(async () => (await lines())[0]).toMatch(/^✓ two@ruuvi\.example/)
  expect((await lines()).filter((line) => line.startsWith('✓'))).toHaveLength(1)
  await expect.poll(lines).toContain('Copy token of two@ruuvi.example')
  expect(await lines()).not.toContain('Copy token of one@ruuvi.example')
})

test('what waits for a code is told, and goes when it is done', async ({ person }) => {
  const email = 'waits@ruuvi.example'
  await person.begin('Ruuvi Cloud', 'Log in')
  await person.fill('E-mail', email)
  await person.press('Send the code')
  await person.sees('Enter the code')
  const lines = () => person.app.seam('trayMenu')
  await expect.poll(lines).toContain(`Waits for the code sent to ${email}.`)
  await expect.poll(() => person.app.seam('trayTooltip')).toBe('Latchkey: one account needs you')
  await person.fill('Code or link', await person.codeFrom(email))
  await person.press('Log in')
  await person.isLoggedIn()
  await expect.poll(lines).not.toContain(`Waits for the code sent to ${email}.`)
  await expect.poll(() => person.app.seam('trayTooltip')).toBe('Latchkey')
})

test('the icon asks for attention once a token is rejected, and its token is not copied', async ({
  computer,
  person,
}) => {
  const token = await addRuuvi(person, 'withdrawn@ruuvi.example')
  const icon = () => person.app.seam('trayIcon')
  await expect.poll(icon).not.toMatch(/attention/i)
  computer.sandbox.ruuvi.revoke(token)
  await clickTray(person, /withdrawn@ruuvi\.example/)
  await expect.poll(icon).toMatch(/attention/i)
  expect(await person.app.seam('trayTooltip')).toBe('Latchkey: one account needs you')
  const lines = await person.app.seam('trayMenu')
  expect(lines.filter((line) => line.startsWith('Copy token'))).toEqual([])
  expect(JSON.stringify(await person.app.seam('trayItems'))).not.toContain(token)
})

test('the settings open from the tray, and all accounts are checked', async ({
  computer,
  person,
}) => {
  await addRuuvi(person, 'checked@ruuvi.example')
  await clickTray(person, /^Settings/)
  const settings = await person.app.window('settings')
  await expect(settings.getByRole('heading', { name: 'Settings' }).first()).toBeVisible()
  const asked = () => computer.sandbox.requests.list().filter(({ path }) => path === '/user').length
  await expect.poll(() => person.app.seam('trayMenu')).toContain('Check all accounts')
  const before = asked()
  await clickTray(person, /^Check all accounts/)
  await expect.poll(asked).toBeGreaterThan(before)
})
