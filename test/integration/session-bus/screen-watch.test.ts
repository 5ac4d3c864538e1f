import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { screenSavers, watchScreenLock } from '../../../src/main/session-bus/screen-watch'
import { SessionBus } from '../../../src/main/session-bus/session-bus'
import { busAddress, TestBus } from '../keychain/test-bus'
import { startMadeUpScreen, type MadeUpScreen } from './made-up-screen'

const limit = 10_000

describe.runIf(process.platform === 'linux')('the watch for a locked screen', () => {
  let folder: string
  let bus: TestBus
  let screen: MadeUpScreen
  let end: () => void
  let locked: number

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'screen-'))
    bus = await TestBus.start({ folder, env: { PATH: process.env['PATH'] }, services: [] })
    screen = await startMadeUpScreen(busAddress(folder))
    locked = 0
    end = await watchScreenLock({
      connect: () => SessionBus.connect([busAddress(folder)], limit),
      limit,
      locked: () => (locked += 1),
    })
  })
  afterEach(async () => {
    end()
    await screen.close()
    await bus.close()
    await rm(folder, { recursive: true, force: true })
  })

  const hears = (times: number) => vi.waitFor(() => expect(locked).toBe(times), { timeout: limit })

  it.each(screenSavers)('hears %s', async (name) => {
    screen.say(name, true)
    await hears(1)
  })

  it('hears only that it is locked, and nothing of others', async () => {
    screen.say('org.gnome.ScreenSaver', false)
    screen.say('com.example.ScreenSaver', true)
    screen.say('org.gnome.ScreenSaver', true, 'WakeUpScreen')
    // Signals of one sender come in their order: what was not meant has been heard by then.
    screen.say('org.gnome.ScreenSaver', true)
    await hears(1)
    screen.say('org.gnome.ScreenSaver', true)
    await hears(2)
  })

  it('hears nothing any more once it is over', async () => {
    end()
    screen.say('org.gnome.ScreenSaver', true)
    await screen.heard()
    expect(locked).toBe(0)
  })

  it('does nothing where there is no bus', async () => {
    const none = await watchScreenLock({
      connect: () => SessionBus.connect([`unix:path=${join(folder, 'none')}`], limit),
      limit,
      locked: () => (locked += 1),
    })
    none()
    expect(locked).toBe(0)
  })
})
