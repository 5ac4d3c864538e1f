import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DesktopView } from '../../shared/settings'
import { Observed } from '../observed'
import { hasUpdateFeed, Updates, type Updater, type UpdatesOptions } from './updates'

class FakeUpdater extends EventEmitter {
  autoDownload = true
  autoInstallOnAppQuit = true
  autoRunAppAfterInstall = true
  allowDowngrade = true
  allowPrerelease = true
  disableWebInstaller = false
  logger: Updater['logger'] = console
  looks = 0
  active = true
  answer: () => void = () => this.emit('update-not-available', { version: '1.0.0' })

  checkForUpdates(): Promise<object | null> {
    this.looks += 1
    if (!this.active) return Promise.resolve(null)
    this.answer()
    return Promise.resolve({})
  }
}

function open(more: Partial<UpdatesOptions> = {}) {
  const fake = new FakeUpdater()
  const desktop = new Observed<DesktopView>({ tray: 'there', canStartAtLogin: true })
  const logged: string[] = []
  let loads = 0
  const updates = new Updates({
    ...{ platform: 'mac', hasFeed: true, desktop },
    log: { info: (line) => logged.push(line), bug: (where) => logged.push(where) },
    load: () => {
      loads += 1
      // It has every member that Updates uses.
      return Promise.resolve(fake as unknown as Updater)
    },
    ...more,
  })
  return { fake, updates, logged, loads: () => loads, view: () => desktop.value.updates }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('without a feed', () => {
  it('nothing is loaded or asked, and nothing is said of updates', async () => {
    const { updates, loads, view } = open({ hasFeed: false })
    updates.begin()
    await updates.check()
    await vi.advanceTimersByTimeAsync(7 * 24 * 60 * 60_000)
    expect([loads(), view(), vi.getTimerCount()]).toEqual([0, undefined, 0])
  })

  it('is how every package is that was made without one, and every checkout', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-feed-'))
    expect(hasUpdateFeed(true, folder)).toBe(false)
    writeFileSync(join(folder, 'app-update.yml'), 'provider: generic')
    expect(hasUpdateFeed(true, folder)).toBe(true)
    expect(hasUpdateFeed(false, folder)).toBe(false)
    rmSync(folder, { recursive: true })
  })
})

describe('with a feed', () => {
  it('looks a minute after the start and each day, until the end', async () => {
    const { updates, fake } = open()
    updates.begin()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(fake.looks).toBe(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(fake.looks).toBe(1)
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000)
    expect(fake.looks).toBe(2)
    updates.end()
    await vi.advanceTimersByTimeAsync(48 * 60 * 60_000)
    expect(fake.looks).toBe(2)
  })

  it('fetches where what comes is signed, installs when the person quits, and restarts nothing', async () => {
    const { updates, fake, view } = open()
    fake.answer = () => fake.emit('update-available', { version: '1.1.0' })
    await updates.check()
    expect(fake).toMatchObject({
      ...{ autoDownload: true, autoInstallOnAppQuit: true, autoRunAppAfterInstall: false },
      ...{ allowDowngrade: false, allowPrerelease: false, disableWebInstaller: true, logger: null },
    })
    expect(view()).toEqual({ kind: 'fetching', version: '1.1.0' })
    fake.emit('update-downloaded', { version: '1.1.0' })
    expect(view()).toEqual({ kind: 'ready', version: '1.1.0' })
    await updates.check()
    expect([fake.looks, view()?.kind]).toEqual([1, 'ready'])
  })

  it('only tells of a newer version on Linux, where packages bear no signature', async () => {
    const { updates, fake, view } = open({ platform: 'linux' })
    fake.answer = () => fake.emit('update-available', { version: '1.1.0' })
    await updates.check()
    expect(fake).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false })
    expect(view()).toEqual({ kind: 'available', version: '1.1.0' })
  })

  it('says when there is nothing newer, and what went wrong, and looks again when asked', async () => {
    const { updates, fake, view, logged } = open()
    await updates.check()
    expect(view()).toEqual({ kind: 'up-to-date' })
    fake.answer = () => {
      throw new Error('no answer')
    }
    await updates.check()
    expect(view()).toEqual({ kind: 'failed', reason: 'no answer' })
    expect(logged).toEqual(['updates: no answer'])
    fake.answer = () => fake.emit('error', new Error('not signed by the application owner'))
    await updates.check()
    expect(view()).toEqual({ kind: 'failed', reason: 'not signed by the application owner' })
  })

  it('says so where the updater asks nothing and tells nothing, and can be told to look again', async () => {
    const { updates, fake, view } = open()
    fake.active = false
    await updates.check()
    expect(view()).toEqual({ kind: 'cannot' })
    await updates.check()
    expect(fake.looks).toBe(2)
  })
})
