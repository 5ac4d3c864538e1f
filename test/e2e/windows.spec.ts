/** Several windows: they never disagree, and they come and go as the person means it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addRuuvi, clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, test } from './fixtures'
import { trayShows } from './quick-ways'
import { fakeDesktop } from './window-ways'

const first = 'home@ruuvi.example'
const second = 'work@ruuvi.example'

test('three windows and the tray show the same, in the order of what happened', async ({
  person,
}) => {
  await addRuuvi(person, first)
  await addRuuvi(person, second)
  const settings = await person.openSettings()
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  const option = (label: string) => quick.page.getByRole('option', { name: new RegExp(label) })
  await option(first).waitFor()

  await person.openAccount(second)
  await person.page.getByRole('main').getByRole('button', { name: 'Make active' }).click()
  await expect(option(second)).toHaveAccessibleName(/Active/)
  await expect(option(first)).not.toHaveAccessibleName(/Active/)
  await trayShows(person, /^✓ work@ruuvi\.example/)

  await person.press('Label, colour and tags')
  await person.fill('Label', 'Greenhouse')
  await person.press('Save')
  await option('Greenhouse').waitFor()
  await trayShows(person, /^✓ Greenhouse/)

  await settings.page.getByRole('switch', { name: 'Notify me' }).click()
  await expect(settings.page.getByRole('switch', { name: 'Notify me' })).not.toBeChecked()

  const windows = [person.page, settings.page, quick.page]
  const dark = () =>
    Promise.all(
      windows.map((page) =>
        page.evaluate<boolean>('matchMedia("(prefers-color-scheme: dark)").matches'),
      ),
    )
  const appearance = settings.page.getByRole('combobox', { name: 'Appearance' })
  await appearance.selectOption('Dark')
  await expect.poll(dark).toEqual([true, true, true])
  await appearance.selectOption('Light')
  await expect.poll(dark).toEqual([false, false, false])

  const revs = await sentRevs(person)
  expect(revs).toEqual([...revs].sort((one, other) => one - other))
  const times = (rev: number) => revs.filter((one) => one === rev).length
  expect(times(Math.max(...revs))).toBe(3)
})

test('windows are where they were left, and never off the screen', async ({ computer, person }) => {
  const left = { x: 240, y: 120, width: 900, height: 600 }
  const desktop = fakeDesktop(person)
  await desktop.controls.moveWindow(await desktop.idOf('main'), left)
  await desktop.controls.maximizeWindow(await desktop.idOf('main'))
  await person.app.close()
  const again = await computer.start()
  // It is made large when it comes on the screen, which may be after its page is there.
  await expect
    .poll(() => fakeDesktop(again).window('main'))
    .toMatchObject({ bounds: left, maximized: true })
  await again.app.close()
  const file = join(computer.profile, 'window-place.json')
  const content = JSON.parse(readFileSync(file, 'utf8')) as { main: { bounds: object } }
  content.main.bounds = { ...left, x: 5_000 }
  writeFileSync(file, JSON.stringify(content))
  const brought = await fakeDesktop(await computer.start()).window('main')
  expect(brought.bounds).toEqual({ ...left, x: 1_020 })
})

test('quick login goes on Escape, and with the focus unless something is typed', async ({
  person,
}) => {
  await addRuuvi(person, first)
  const desktop = fakeDesktop(person)
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  await quick.page.getByRole('option').waitFor()
  await desktop.shows('main', 'quick-login')
  expect(await desktop.window('quick-login')).toMatchObject({
    alwaysOnTop: true,
    // In the middle of the screen: no tray tells here where it is.
    bounds: { x: 680, y: 300, width: 560, height: 480 },
  })
  await quick.page.keyboard.press('Escape')
  await desktop.shows('main')
  await clickTray(person, /^Quick login/)
  await desktop.shows('main', 'quick-login')
  await desktop.controls.focusWindow(null)
  await desktop.shows('main')
  await clickTray(person, /^Quick login/)
  await desktop.shows('main', 'quick-login')
  await call(quick, 'window.hold', { held: true })
  await desktop.controls.focusWindow(await desktop.idOf('main'))
  expect(await desktop.shown()).toEqual(['main', 'quick-login'])
  await call(quick, 'window.close', {})
  await desktop.shows('main')
})

test('a recorded shortcut opens quick login, and keys that are taken are told', async ({
  person,
}) => {
  await addRuuvi(person, first)
  const desktop = fakeDesktop(person)
  const { controls } = desktop
  const settings = await person.openSettings()
  const record = async (keys: string): Promise<void> => {
    await settings.press('Record shortcut')
    await settings.page.keyboard.press(keys)
  }
  expect(await controls.registeredShortcuts()).toEqual([])
  await record('Control+Shift+L')
  await expect.poll(() => controls.registeredShortcuts()).toEqual(['Control+Shift+L'])
  expect(await controls.pressShortcut('Control+Shift+L')).toBe(true)
  await desktop.shows('main', 'settings', 'quick-login')
  const quick = await person.at('quick-login')
  await quick.page.getByRole('option').waitFor()
  await quick.page.keyboard.press('Escape')
  await desktop.shows('main', 'settings')

  await settings.press('Change: Shortcut')
  await expect.poll(() => controls.pressShortcut('Control+Shift+L')).toBe(false)
  await controls.takeShortcut('Control+Alt+T')
  await settings.page.keyboard.press('Control+Alt+T')
  await settings.reads('Another program has these keys.')
  expect(await controls.registeredShortcuts()).toEqual([])
  await settings.press('Remove shortcut')
  await settings.reads('Not set')
})

/** The revs of the changes that went to windows, in the order of their sending. */
async function sentRevs(person: Person): Promise<number[]> {
  return (await person.app.seam('sentToWindows')).flatMap((message) => {
    const { rev } = JSON.parse(message) as { rev?: number }
    return rev === undefined ? [] : [rev]
  })
}

async function call({ page }: Person, name: string, input: object): Promise<void> {
  await page.evaluate(`latchkey.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
}
