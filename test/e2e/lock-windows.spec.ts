/**
 * The lock on the desktop: whatever locks Latchkey, every window that showed accounts is gone with its
 * process, the one that takes the passphrase learns nothing, and what was there comes back after it.
 */
import type { Page } from '@playwright/test'
import type { WindowKind } from '../../src/shared/contract'
import { startMadeUpScreen } from '../integration/session-bus/made-up-screen'
import { addRuuvi, clickTray } from '../walks/accounts'
import { Person } from '../walks/person'
import { expect, test, type Computer } from './fixtures'
import { trayShows } from './quick-ways'
import { openTerminal } from './terminal'

const email = 'kim@ruuvi.example'
const passphrase = 'hovgarden at dusk'

test('whatever locks it, windows go with what they showed, and come back with the passphrase', async ({
  computer,
  person,
}) => {
  const { app } = person
  const controls = desktopOf(person)
  const token = await addRuuvi(person, email)
  await call(person.page, 'settings.change', { scripts: 'on', lockAfterMinutes: 1 })
  await call(person.page, 'lock.turnOn', { passphrase })
  await trayShows(person, /^Lock$/)
  const terminal = await openTerminal(computer.profile)
  expect(await terminal.latchkey('token', 'ruuvi')).toMatchObject({ code: 0, out: `${token}\n` })

  const settings = await person.openSettings()
  await clickTray(person, /^Quick login/)
  const quick = await person.at('quick-login')
  await quick.page.getByRole('option').waitFor()
  await quick.page.keyboard.press('Escape')
  await person.openAccount(email)
  await clickTray(person, /^Copy token/)
  await expect.poll(() => visibleNotices(person)).toEqual([`Token of ${email} copied.`])
  expect(await app.seam('readClipboard')).toBe(token)

  const before = (await app.seam('sentToWindows')).length
  const gone = [person, settings, quick].map(({ page }) => page.waitForEvent('close'))
  await clickTray(person, /^Lock$/)
  await Promise.all(gone)
  const unlocking = await app.window('unlock')
  await unlocking.getByRole('heading', { level: 1 }).waitFor()
  expect(await shown(person)).toEqual(['unlock'])
  expect(await unlocking.content()).not.toContain(email)
  expect((await call(unlocking, 'state.snapshot', {})).ok).toBe(true)
  expect(await call(unlocking, 'health.checkAll', {})).toMatchObject({
    failure: { code: 'latchkey-locked' },
  })
  const sent = (await app.seam('sentToWindows')).slice(before)
  expect(sent.filter((message) => message.includes('ruuvi.example'))).toEqual([])
  expect(await app.seam('trayMenu')).toEqual([
    ...['Latchkey is locked', 'Unlock…', '-', 'Quit Latchkey'],
  ])
  expect(await app.seam('trayTooltip')).toBe('Latchkey is locked')
  expect(await visibleNotices(person)).toEqual([])
  await expect.poll(() => app.seam('readClipboard')).toBe('')
  const refused = await terminal.latchkey('token', 'ruuvi')
  expect(refused).toMatchObject({ code: 5, out: '' })
  expect(refused.err).toContain('Latchkey is locked')
  await terminal.close()

  await call(unlocking, 'window.open', { window: 'settings' })
  expect(await shown(person)).toEqual(['unlock'])
  await unlock(unlocking)
  await expect.poll(() => shown(person)).toEqual(['main', 'settings'])

  // What was set of the tray is heeded the next time.
  await call(await app.window('main'), 'settings.change', { hideAddressesWhenLocked: false })
  const screen = await startScreen(computer)
  const triggers: readonly (() => Promise<void>)[] = [
    () => controls.emitPower('suspend'),
    () => controls.emitPower('lock-screen'),
    () => Promise.resolve(screen?.say('org.gnome.ScreenSaver', true)),
    async () => {
      await controls.setIdleTime(60)
      // Waking is one of the moments at which it looks how long nobody has been there.
      await controls.emitPower('resume')
      await controls.setIdleTime(0)
    },
  ]
  for (const trigger of triggers) {
    const page = await app.window('main')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const closed = page.waitForEvent('close')
    await trigger()
    await closed
    await trayShows(person, /^✓ kim@ruuvi\.example \([^)]*\)$/)
    await unlock(await app.window('unlock'))
    await expect.poll(() => shown(person)).toEqual(['main', 'settings'])
  }
  await screen?.close()

  const again = await atMain(person)
  await again.openAccount(email)
  await again.press('Copy token')
  await expect.poll(() => app.seam('readClipboard')).toBe(token)
})

test('a start asks for the passphrase first, and wrong ones count across it', async ({
  computer,
  person,
}) => {
  const failedTries = 3
  desktopOf(person)
  await addRuuvi(person, email)
  await call(person.page, 'lock.turnOn', { passphrase })
  await trayShows(person, /^Lock$/)
  await clickTray(person, /^Lock$/)
  const page = await person.app.window('unlock')
  for (let tries = 0; tries < failedTries; tries += 1) {
    expect(await tryPassphrase(page, 'not this one')).toBe('wrong-passphrase')
  }
  expect(await tryPassphrase(page, passphrase)).toBe('too-many-tries')
  await person.app.kill()

  const next = await computer.start()
  expect(await shown(next)).toEqual(['unlock'])
  const { value } = await call(next.page, 'state.snapshot', {})
  expect(value).toMatchObject({ lock: { kind: 'locked', failedTries } })
  await expect(computer.start()).rejects.toThrow(/ended with code 0/)
  expect(await shown(next)).toEqual(['unlock'])
  await expect.poll(() => tryPassphrase(next.page, 'nor this')).toBe('wrong-passphrase')
  expect(await tryPassphrase(next.page, passphrase)).toBe('too-many-tries')
  const closed = next.page.waitForEvent('close')
  await next.fill('Passphrase', passphrase)
  await next.press('Unlock')
  await closed
  await (await atMain(next)).openAccount(email)
})

interface Answer {
  readonly ok: boolean
  readonly value?: unknown
  readonly failure?: { readonly code: string }
}

function call(page: Page, name: string, input: object): Promise<Answer> {
  return page.evaluate(`latchkey.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
}

async function tryPassphrase(page: Page, typed: string): Promise<string | undefined> {
  return (await call(page, 'lock.unlock', { passphrase: typed })).failure?.code
}

/** Gives the right passphrase until it is looked at; the window goes with it. */
async function unlock(page: Page): Promise<void> {
  const closed = page.waitForEvent('close')
  await expect
    .poll(() => tryPassphrase(page, passphrase).catch(() => page.isClosed()))
    .not.toBe('too-many-tries')
  await closed
}

async function atMain({ app, sandbox }: Person): Promise<Person> {
  const page = await app.window('main')
  return new Person({ app: { ...app, page }, sandbox })
}

function desktopOf({ app }: Person) {
  test.skip(app.desktop === undefined, 'The desktop is real.')
  if (app.desktop === undefined) throw new Error('unreachable')
  return app.desktop
}

async function visibleNotices(person: Person): Promise<string[]> {
  const all = await desktopOf(person).notifications()
  return all.flatMap(({ title, visible }) => (visible ? [title] : []))
}

/** The windows that there are, on the screen or not. */
async function shown(person: Person): Promise<WindowKind[]> {
  const kinds = { index: 'main', settings: 'settings', unlock: 'unlock' } as const
  return (await desktopOf(person).windows())
    .flatMap(({ url }) => {
      const name = /(\w[\w-]*)\.html/.exec(url)?.[1]
      return name === 'index' || name === 'settings' || name === 'unlock'
        ? [kinds[name]]
        : (['quick-login'] as const)
    })
    .sort()
}

async function startScreen({ keyring }: Computer) {
  const address = keyring?.env['DBUS_SESSION_BUS_ADDRESS']
  return address === undefined ? undefined : startMadeUpScreen(address)
}
