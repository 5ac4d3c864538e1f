import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { screenSavers, watchScreenLock } from '../../../src/main/session-bus/screen-watch'
import { SessionBus, theBus } from '../../../src/main/session-bus/session-bus'
import { busAddress, TestBus } from '../keychain/test-bus'
import { startMadeUpScreen, type MadeUpScreen } from './made-up-screen'

const limit = 10_000

describe.runIf(process.platform === 'linux')('the watch for a locked screen', () => {
  let folder: string
  let bus: TestBus
  let screen: MadeUpScreen
  let watching: SessionBus | undefined
  let end: () => void
  let locked: number

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'screen-'))
    bus = await TestBus.start({ folder, env: { PATH: process.env['PATH'] }, services: [] })
    screen = await startMadeUpScreen(busAddress(folder))
    locked = 0
    end = await watchScreenLock({
      connect: async () => (watching = await SessionBus.connect([busAddress(folder)], limit)),
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

  /** Resolves when the watch has heard all that was said so far, since signals come in their order. */
  const allHeard = async (): Promise<void> => {
    const name = 'com.example.Marker'
    const rule = `type='signal',interface='${name}'`
    await watching?.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] }, limit)
    const heard = new Promise<void>((resolve) => {
      watching?.onSignal((signal) => {
        if (signal.interface === name) resolve()
      })
    })
    screen.say(name, true)
    await heard
  }

  it.each(screenSavers)('hears %s', async (name) => {
    screen.say(name, true)
    await allHeard()
    expect(locked).toBe(1)
  })

  it('hears each time that it is locked, and nothing else', async () => {
    screen.say('org.gnome.ScreenSaver', true)
    screen.say('org.gnome.ScreenSaver', false)
    screen.say('org.gnome.ScreenSaver', true, 'WakeUpScreen')
    screen.say('com.example.ScreenSaver', true)
    screen.say('org.gnome.ScreenSaver', true)
    await allHeard()
    expect(locked).toBe(2)
  })

  it('leaves the bus when it is over', () => {
    expect(watching?.closed).toBe(false)
    end()
    expect(watching?.closed).toBe(true)
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
