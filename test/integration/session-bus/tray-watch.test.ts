import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionBus } from '../../../src/main/session-bus/session-bus'
import { watchTray, type TrayPresence } from '../../../src/main/session-bus/tray-watch'
import { busAddress, TestBus } from '../keychain/test-bus'
import { startMadeUpTray, type MadeUpTray } from './made-up-tray'

const limit = 10_000

describe.runIf(process.platform === 'linux')('the watch for a tray', () => {
  let folder: string
  let bus: TestBus
  let tray: MadeUpTray | undefined
  let end: () => void = () => undefined
  let told: TrayPresence[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tray-'))
    bus = await TestBus.start({ folder, env: { PATH: process.env['PATH'] }, services: [] })
    tray = undefined
    told = []
  })
  afterEach(async () => {
    end()
    await tray?.close()
    await bus.close()
    await rm(folder, { recursive: true, force: true })
  })

  const address = () => busAddress(folder)
  const watch = async () => {
    end = await watchTray({
      connect: () => SessionBus.connect([address()], limit),
      limit,
      tell: (presence) => told.push(presence),
    })
  }
  const hears = (...presences: TrayPresence[]) =>
    vi.waitFor(() => expect(told).toEqual(presences), { timeout: limit })

  it('knows a desktop without a tray', async () => {
    await watch()
    expect(told).toEqual(['missing'])
  })

  it('knows a desktop with one', async () => {
    tray = await startMadeUpTray(address())
    await watch()
    expect(told).toEqual(['there'])
  })

  it('tells when the tray comes, and when it goes', async () => {
    await watch()
    tray = await startMadeUpTray(address())
    await hears('missing', 'there')
    await tray.close()
    tray = undefined
    await hears('missing', 'there', 'missing')
  })

  it('is not taken in by a watcher that nobody draws for', async () => {
    tray = await startMadeUpTray(address(), false)
    await watch()
    expect(told).toEqual(['missing'])
    tray.setHost(true)
    await hears('missing', 'there')
    tray.setHost(false)
    await hears('missing', 'there', 'missing')
  })

  it('does not pretend to know when the bus is gone', async () => {
    tray = await startMadeUpTray(address())
    await watch()
    await bus.close()
    await hears('there', 'unknown')
  })

  it('says nothing for sure where there is no bus', async () => {
    end = await watchTray({
      connect: () => SessionBus.connect([`unix:path=${join(folder, 'none')}`], limit),
      limit,
      tell: (presence) => told.push(presence),
    })
    expect(told).toEqual(['unknown'])
  })
})
