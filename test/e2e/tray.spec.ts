/** The tray: what stands there, that it changes with what it tells of, and what it does beside quick login. */
import { textFor } from '../../src/shared/text'
import { addRuuvi, clickTray } from '../walks/accounts'
import { expect, test } from './fixtures'
import { trayShows } from './quick-ways'

test('what the tray tells and does while all is well', async ({ computer, person }) => {
  test.slow()
  await test.step('the tray copies the token of an active account', async () => {
    const token = await addRuuvi(person, 'copy@ruuvi.example')
    await clickTray(person, /^Copy token of copy@ruuvi\.example/)
    await expect.poll(() => person.app.seam('readClipboard')).toBe(token)
  })

  await test.step('the active account of a server is marked, and the one used last comes first', async () => {
    await addRuuvi(person, 'one@ruuvi.example')
    await addRuuvi(person, 'two@ruuvi.example')
    const lines = () => person.app.seam('trayMenu')
    await clickTray(person, /one@ruuvi\.example/)
    await expect.poll(lines).toContainEqual(expect.stringMatching(/^✓ one@ruuvi\.example/))
    await clickTray(person, /^two@ruuvi\.example/)
    await expect.poll(async () => (await lines())[0]).toMatch(/^✓ two@ruuvi\.example/)
    expect((await lines()).filter((line) => line.startsWith('✓'))).toHaveLength(1)
    await expect.poll(lines).toContain('Copy token of two@ruuvi.example')
    expect(await lines()).not.toContain('Copy token of one@ruuvi.example')
  })

  await test.step('what waits for a code is told, and goes when it is done', async () => {
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

  await test.step('the settings open from the tray, and all accounts are checked', async () => {
    await addRuuvi(person, 'checked@ruuvi.example')
    await clickTray(person, /^Settings/)
    const settings = await person.app.window('settings')
    await expect(settings.getByRole('heading', { name: 'Settings' }).first()).toBeVisible()
    const asked = () =>
      computer.sandbox.requests.list().filter(({ path }) => path === '/user').length
    await expect.poll(() => person.app.seam('trayMenu')).toContain('Check all accounts')
    const before = asked()
    await clickTray(person, /^Check all accounts/)
    await expect.poll(asked).toBeGreaterThan(before)
  })

  await test.step('another language reaches what is on the screen and what is not, there and back', async () => {
    const finnish = textFor('fi')
    const settings = await person.app.window('settings')
    const heading = (name: string) => settings.getByRole('heading', { name }).first()
    const choose = (label: string, language: string) =>
      settings.getByRole('combobox', { name: label }).selectOption(language)
    await choose('Language', 'Suomi')
    await expect(heading(finnish.settings.title)).toBeVisible()
    await expect(settings).toHaveTitle(finnish.app.windowTitles.settings)
    await expect(person.page.locator('html')).toHaveAttribute('lang', 'fi')
    await expect(person.page.getByRole('button', { name: finnish.accounts.add })).toBeVisible()
    await expect.poll(() => person.app.seam('trayMenu')).toContain(finnish.tray.checkAll)
    await choose(finnish.settings.language, 'English')
    await expect(heading('Settings')).toBeVisible()
    await expect.poll(() => person.app.seam('trayMenu')).toContain('Check all accounts')
  })
})

test('what the tray tells of a token that is rejected, and its other ways', async ({
  computer,
  person,
}) => {
  test.slow()
  const email = 'gone@r.example'
  await test.step('the icon asks for attention once a token is rejected, and its token is not copied', async () => {
    const token = await addRuuvi(person, email)
    const icon = () => person.app.seam('trayIcon')
    await expect.poll(icon).not.toMatch(/attention/i)
    computer.sandbox.ruuvi.revoke(token)
    await clickTray(person, /gone@r\.example/)
    await expect.poll(icon).toMatch(/attention/i)
    expect(await person.app.seam('trayTooltip')).toBe('Latchkey: one account needs you')
    const lines = await person.app.seam('trayMenu')
    expect(lines.filter((line) => line.startsWith('Copy token'))).toEqual([])
    expect(JSON.stringify(await person.app.seam('trayItems'))).not.toContain(token)
  })

  await test.step('a token that was withdrawn is found by one click, and the next one opens the login', async () => {
    await trayShows(person, /gone@r\.example.*Log in again/)
    await clickTray(person, /gone@r\.example.*Log in again/)
    const quick = await person.at('quick-login')
    await quick.sees('Have a code sent')
    await quick.reads(email)
    expect(computer.sandbox.mailbox.messages(email)).toHaveLength(0)
  })

  await test.step('the tray adds, opens and quits', async () => {
    await clickTray(person, /^Add account/)
    await person.sees('Add an account')
    const gone = person.page.waitForEvent('close')
    await clickTray(person, /^Quit/)
    await gone
  })
})
