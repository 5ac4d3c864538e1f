/**
 * Several windows: they never disagree, they come and go as the person means it, and the program ends
 * where nothing would show the way back. A tray's existence is that of a made-up status-notifier watcher
 * on the test's own session bus.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WindowKind } from '../../src/shared/contract'
import { builtHost, launchOnChromiumHost } from '../chromium-host/launch'
import { startMadeUpTray } from '../integration/session-bus/made-up-tray'
import { addRuuvi, clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, test, type Computer } from './fixtures'

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

test('a second start brings quick login beside a window, the main window else, and ends', async ({
  computer,
  person,
}) => {
  const desktop = fakeDesktop(person)
  const tray = await startTray(computer)
  await knowsTray(person, 'there')
  // With no account yet there is nothing quick to be had.
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  expect(await desktop.shown()).toEqual(['main'])
  await addRuuvi(person, first)
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  await desktop.shows('main', 'quick-login')
  await desktop.close('quick-login')
  await desktop.close('main')
  await desktop.shows()
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  await desktop.shows('main')
  await desktop.close('main')
  await expect(computer.start({}, ['--quick-login'])).rejects.toThrow(/ended with code 0/)
  await desktop.shows('quick-login')
  await tray.close()
})

test('closing the last window ends the program where there is no tray', async ({ person }) => {
  const desktop = fakeDesktop(person)
  await knowsTray(person, 'missing')
  const settings = await person.openSettings()
  await desktop.close('main')
  await settings.sees('Settings')
  await desktop.close('settings')
  await hasEnded(person)
})

test('closing the last window keeps the tray, if there is one', async ({ computer, person }) => {
  const desktop = fakeDesktop(person)
  await knowsTray(person, 'missing')
  const tray = await startTray(computer)
  await knowsTray(person, 'there')
  await desktop.close('main')
  await desktop.shows()
  await clickTray(person, /^Open Latchkey/)
  const page = await person.app.reopened()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tray.close()
  await knowsTray(person, 'missing')
  await desktop.close('main')
  await hasEnded(person)
})

test('the person’s own word on closing counts more than the tray', async ({ computer, person }) => {
  const desktop = fakeDesktop(person)
  await knowsTray(person, 'missing')
  const settings = await person.openSettings()
  await settings.page.getByRole('radio', { name: 'Keep running' }).click()
  await settings.reads('This desktop shows no tray. To come back, start Latchkey again.')
  await desktop.close('settings')
  await desktop.close('main')
  await desktop.shows()
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  await desktop.shows('main')
  const again = await person.app.reopened()
  await again.getByRole('button', { name: 'Settings' }).click()
  const quit = (await person.at('settings')).page.getByRole('radio', { name: 'Quit', exact: true })
  await quit.click()
  await expect(quit).toBeChecked()
  const tray = await startTray(computer)
  await knowsTray(person, 'there')
  await desktop.close('settings')
  await desktop.close('main')
  await hasEnded(person)
  await tray.close()
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

test('starting at login is one file while it is wanted, and shows no window', async ({
  computer,
  person,
}) => {
  test.skip(process.platform !== 'linux', 'Elsewhere the system keeps it.')
  fakeDesktop(person)
  const config = computer.env['XDG_CONFIG_HOME'] ?? ''
  const file = join(config, 'autostart/latchkey.desktop')
  const settings = await person.openSettings()
  const wanted = settings.page.getByRole('switch', {
    name: 'Start when you log in to this computer',
  })
  await wanted.click()
  await expect.poll(() => existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toMatch(/^Exec=".*" "--hidden"$/m)
  await wanted.click()
  await expect.poll(() => existsSync(file)).toBe(false)
  await person.app.close()

  const tray = await startTray(computer)
  const hidden = await launchOnChromiumHost({
    appDir: process.cwd(),
    hostFile: builtHost,
    args: ['--hidden'],
    env: {
      ...process.env,
      ...computer.env,
      LATCHKEY_PROFILE: computer.profile,
      LATCHKEY_SEAM: '1',
    },
  })
  try {
    expect(await hidden.seam('clickTray', 'Settings…')).toBe(true)
    const page = await hidden.waitForWindow()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await hidden.controls.windows()).toHaveLength(1)
  } finally {
    await hidden.close()
    await tray.close()
  }
})

/** The desktop where a test stands in for it; where it is real, there is nothing to try here. */
function fakeDesktop(person: Person) {
  const { desktop: controls } = person.app
  test.skip(controls === undefined, 'The desktop is real.')
  if (controls === undefined) throw new Error('unreachable')
  const all = async () =>
    (await controls.windows()).map((window) => ({ ...window, kind: kindOf(window.url) }))
  const window = async (kind: WindowKind) => {
    const found = (await all()).find((one) => one.kind === kind)
    if (!found) throw new Error(`There is no window ${kind}.`)
    return found
  }
  /** What is on the screen, in the order of its making. */
  const shown = async () => (await all()).flatMap(({ visible, kind }) => (visible ? [kind] : []))
  return {
    controls,
    window,
    shown,
    idOf: async (kind: WindowKind) => (await window(kind)).id,
    shows: (...kinds: WindowKind[]) =>
      expect
        .poll(async () => (await shown()).sort(), { message: 'windows on the screen' })
        .toEqual([...kinds].sort()),
    close: async (kind: WindowKind) => controls.closeWindow((await window(kind)).id),
  }
}

function kindOf(url: string): WindowKind {
  if (url.includes('quick-login')) return 'quick-login'
  if (url.includes('unlock')) return 'unlock'
  return url.includes('settings') ? 'settings' : 'main'
}

function startTray({ keyring }: Computer) {
  const address = keyring?.env['DBUS_SESSION_BUS_ADDRESS']
  test.skip(address === undefined, 'Only Linux asks its session bus for a tray.')
  return startMadeUpTray(address ?? '')
}

/** Waits until the program has told its windows that the desktop shows a tray, or none. */
async function knowsTray(person: Person, tray: 'there' | 'missing'): Promise<void> {
  const last = async (): Promise<string | undefined> =>
    (await person.app.seam('sentToWindows'))
      .flatMap((message) => /"tray":"(\w+)"/.exec(message)?.[1] ?? [])
      .at(-1)
  await expect.poll(last).toBe(tray)
}

async function trayShows(person: Person, line: RegExp): Promise<void> {
  await expect.poll(() => person.app.seam('trayMenu')).toContainEqual(expect.stringMatching(line))
}

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

async function hasEnded({ app }: Person): Promise<void> {
  const runs = (): boolean => {
    try {
      return process.kill(app.pid, 0)
    } catch {
      return false
    }
  }
  await expect.poll(runs).toBe(false)
}
