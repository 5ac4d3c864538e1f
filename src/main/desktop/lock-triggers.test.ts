import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { FakeClock } from '../../../test/fakes/clock'
import type { LockView } from '../../shared/lock'
import { defaultSettings, type Settings } from '../../shared/settings'
import { Observed } from '../observed'
import { followLockTriggers, type LockTriggers } from './lock-triggers'

const minute = 60_000

class MadeUpPower extends EventEmitter {
  idle = 0
  getSystemIdleTime(): number {
    return this.idle
  }
}

class MadeUpLock {
  readonly view = new Observed<LockView>({ kind: 'open' })
  times = 0
  get isOn(): boolean {
    return this.view.value.kind !== 'off'
  }
  get isLocked(): boolean {
    return this.view.value.kind === 'locked'
  }
  lock(): void {
    if (!this.isOn || this.isLocked) return
    this.times += 1
    this.view.set({ kind: 'locked', failedTries: 0 })
  }
}

describe('what locks Latchkey by itself', () => {
  let clock: FakeClock
  let power: MadeUpPower
  let lock: MadeUpLock
  let settings: Observed<Settings>
  let triggers: LockTriggers

  beforeEach(() => {
    clock = new FakeClock()
    power = new MadeUpPower()
    lock = new MadeUpLock()
    settings = new Observed(defaultSettings)
    triggers = followLockTriggers({ lock, settings, power, now: clock.now, timer: clock.timer })
  })

  const wish = (change: Partial<Settings>) => settings.set({ ...settings.value, ...change })

  it('is sleep, if it is set so', () => {
    wish({ lockOnSuspend: false })
    power.emit('suspend')
    expect(lock.times).toBe(0)
    wish({ lockOnSuspend: true })
    power.emit('suspend')
    expect(lock.times).toBe(1)
  })

  it('is a screen that is locked, whoever tells of it, if it is set so', () => {
    wish({ lockWithScreen: false })
    power.emit('lock-screen')
    triggers.screenLocked()
    expect(lock.times).toBe(0)
    wish({ lockWithScreen: true })
    power.emit('lock-screen')
    expect(lock.times).toBe(1)
    lock.view.set({ kind: 'open' })
    triggers.screenLocked()
    expect(lock.times).toBe(2)
  })

  it('is being away for as long as is set', async () => {
    wish({ lockAfterMinutes: 1 })
    power.idle = 60
    await clock.advance(minute)
    expect(lock.times).toBe(1)
    expect(clock.timers).toBe(0)
  })

  it('is a sleep beyond that, where sleep by itself locks nothing', () => {
    wish({ lockOnSuspend: false, lockAfterMinutes: 30 })
    power.emit('suspend')
    clock.sleep(30 * minute)
    power.emit('resume')
    expect(lock.times).toBe(1)
  })

  it('waits for nothing where the limit is never, Latchkey is locked, or has no passphrase', () => {
    expect(clock.timers).toBe(1)
    wish({ lockAfterMinutes: 0 })
    expect(clock.timers).toBe(0)
    wish({ lockAfterMinutes: 5 })
    expect(clock.timers).toBe(1)
    lock.lock()
    expect(clock.timers).toBe(0)
    lock.view.set({ kind: 'open' })
    expect(clock.timers).toBe(1)
    lock.view.set({ kind: 'off' })
    expect(clock.timers).toBe(0)
  })

  it('is not put off by what else changes', async () => {
    power.idle = 600
    await clock.advance(6 * minute)
    lock.view.set({ kind: 'resealing', to: 'sealed', done: 1, total: 2 })
    wish({ notifications: false })
    await clock.advance(4 * minute)
    expect(lock.times).toBe(1)
  })
})
