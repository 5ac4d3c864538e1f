/**
 * How the program begins and ends beside others of itself, with its last window, and with the session: it ends
 * where nothing would show the way back.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPlace } from '../../src/main/scripts/place'
import { builtHost, launchOnChromiumHost } from '../chromium-host/launch'
import { addRuuvi, clickTray } from '../walks/accounts'
import type { Person } from '../walks/person'
import { expect, test } from './fixtures'
import { trayShows } from './quick-ways'
import { fakeDesktop, knowsTray, startTray } from './window-ways'

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
  await addRuuvi(person, 'home@ruuvi.example')
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

test('a second start that takes the instance lock from a living program hands over to it all the same', async ({
  computer,
  person,
}) => {
  const desktop = fakeDesktop(person)
  await addRuuvi(person, 'home@ruuvi.example')
  await expect.poll(() => findPlace(computer.profile).kind).toBe('at')
  const book = join(computer.profile, 'book.json')
  const before = readFileSync(book, 'utf8')
  // As where the temporary folder is cleared: nothing tells any more that the lock is held.
  rmSync(join(computer.profile, 'chromium-host.sock'))
  await expect(computer.start({}, ['--quick-login'])).rejects.toThrow(/ended with code 0/)
  await desktop.shows('main', 'quick-login')
  expect(readFileSync(book, 'utf8')).toBe(before)
  // One that is stopped hears nothing, and has the book in its memory none the less.
  process.kill(person.app.pid, 'SIGSTOP')
  const start = computer.start().catch((error: unknown) => String(error))
  try {
    expect(await start).toMatch(
      /ended with code 1[^]*Latchkey runs already, but it does not answer/,
    )
  } finally {
    process.kill(person.app.pid, 'SIGCONT')
  }
})

test('a second start while the program ends is done after it', async ({ computer, person }) => {
  test.skip(person.app.desktop === undefined, 'The host says what Electron would do.')
  // What is to be written waits for somebody who reads it, and the program for that, a few seconds long.
  const drafts = ['outcomes', 'settings'].map((name) => join(computer.profile, `${name}.json.new`))
  for (const draft of drafts) expect(spawnSync('mkfifo', [draft]).status).toBe(0)
  await addRuuvi(person, 'home@ruuvi.example')
  const settings = await person.openSettings()
  await settings.page.getByRole('radio', { name: 'Keep running' }).click()
  await person.app.seam('quit')
  await expect(computer.start({}, ['--quick-login'])).rejects.toThrow(/ended with code 0/)
  const readers = drafts.map((draft) => openSync(draft, 'r+'))
  await hasEnded(person)
  for (const reader of readers) closeSync(reader)
  expect(person.app.output()).toMatch(/is to be started anew: \[.*"--quick-login"\]/)
})

test('a start that cannot make its lock says so, and changes nothing', async ({ computer }) => {
  test.skip(process.platform !== 'linux', 'Elsewhere nothing tells it from a program that runs.')
  // In the way of the host's lock, as a disk that may only be read is in the way of Electron's.
  const lock = join(computer.profile, 'chromium-host.sock')
  writeFileSync(lock, '')
  writeFileSync(`${lock}.taking`, String(process.pid))
  await expect(computer.start()).rejects.toThrow(
    /ended with code 1[^]*could not start[^]*runs only once/,
  )
  expect(existsSync(join(computer.profile, 'book.json'))).toBe(false)
})

test('under Wayland a second start brings a window that may be minimised, and nothing is promised that the desktop may drop', async ({
  computer,
}) => {
  const person = await computer.start({ XDG_SESSION_TYPE: 'wayland' })
  const desktop = fakeDesktop(person)
  await addRuuvi(person, 'home@ruuvi.example')
  await trayShows(person, /^Open home@ruuvi\.example to copy its token$/)
  await desktop.controls.focusWindow(null)
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  expect(await desktop.shown()).toEqual(['main'])
  expect((await desktop.window('main')).focused).toBe(true)
  // Before the person's eyes it is not looked for.
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  await desktop.shows('main', 'quick-login')
  await desktop.close('quick-login')
  const settings = await person.openSettings()
  await settings.press('Record shortcut')
  await settings.page.keyboard.press('Control+Shift+L')
  await settings.reads('Your desktop was asked for Ctrl+Shift+L.')
  await settings.reads('add a shortcut in your desktop’s own settings that runs:')
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
