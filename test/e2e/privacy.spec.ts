/** What others get to see: diagnostics before they are copied, addresses while they are hidden. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { addRuuvi } from '../walks/accounts'
import { expect, test } from './fixtures'

test('what others get to see holds no address and no secret', async ({ computer, person }) => {
  const email = 'anna.secret@tags.example'
  const token = await addRuuvi(person, email)
  const shown = () => person.page.locator('body')
  const settings = await person.openSettings()

  await test.step('diagnostics: what is shown is what is copied', async () => {
    await settings.press('Copy diagnostics…')
    const text = await settings.page.getByLabel('What is copied').textContent()
    await settings.press('Copy')
    await settings.reads(/^\s*Copied\.$/)
    expect(await person.app.seam('readClipboard')).toBe(text)
    expect(text).toContain('Ruuvi Cloud: 1 ready')
    expect(text).toMatch(/info Latchkey [\d.]+ starts on/)
    expect(text).toMatch(/info GET 127\.0\.0\.1:\d+\/user 200 after \d+ ms/)
    expect(text).toContain('info keychain is ready')
    for (const secret of [token, email, 'anna.secret']) expect(text).not.toContain(secret)
    await settings.picture('diagnostics')
  })

  await test.step('the log on the disk is nobody else’s, and holds no more', async () => {
    const path = join(computer.profile, 'logs', 'latchkey.log')
    const log = await readFile(path, 'utf8')
    expect(log).toContain('info keychain is ready')
    for (const secret of [token, 'anna.secret']) expect(log).not.toContain(secret)
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
    await settings.press('Open the log folder')
    if (person.app.desktop) {
      await expect.poll(() => person.app.desktop?.openedPaths()).toEqual([path])
    }
    await settings.page.keyboard.press('Escape')
  })

  await test.step('addresses go by a key, from windows and tray, and are found all the same', async () => {
    await expect(shown()).toContainText(email)
    await settings.page.keyboard.press('Control+Shift+H')
    await expect(settings.page.getByRole('switch', { name: 'Hide addresses' })).toBeChecked()
    await expect(shown()).not.toContainText('anna.secret')
    await expect(shown()).toContainText('a…@tags.example')
    const tray = (await person.app.seam('trayMenu')).join('\n')
    expect(tray).not.toContain('anna.secret')
    expect(tray).toContain('a…@tags.example')
    await person.page.keyboard.press('Control+K')
    await person.page.keyboard.type(email)
    await expect(person.page.getByRole('option').first()).toContainText('a…@tags.example')
    await person.page.keyboard.press('Escape')
    await person.picture('hidden')
  })

  await test.step('a label keeps its address when a word is added to it unseen', async () => {
    await person.openAccount('a…@tags.example')
    await person.press('Label, colour and tags')
    await expect(person.page.getByLabel('Label')).toHaveAttribute('type', 'password')
    await person.page.keyboard.press('End')
    await person.page.keyboard.type(' work')
    await person.page.keyboard.press('Enter')
    await person.reads('a…@tags.example work')
    await expect(shown()).not.toContainText('anna.secret')
    await person.page.keyboard.press('Control+K')
    await person.page.keyboard.type('Show addresses')
    await person.page.keyboard.press('Enter')
    await expect(shown()).toContainText(`${email} work`)
  })

  await test.step('windows are kept out of pictures: those that are open, and those to come', async () => {
    const { desktop } = person.app
    if (!desktop) return
    const guarded = async (): Promise<boolean[]> =>
      (await desktop.windows()).map((window) => window.contentProtection)
    expect(await guarded()).toEqual([false, false])
    await person.page.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'latchkey') as {
        call(name: string, input: unknown): Promise<unknown>
      }
      await bridge.call('settings.change', { contentProtection: true })
      await bridge.call('window.open', { window: 'quick-login' })
    })
    await expect.poll(guarded).toEqual([true, true, true])
  })
})
