/**
 * What locks Latchkey without the person's word: being away, sleep, the screen's own lock. Where the
 * system does not tell, docs/architecture.md says so.
 */
import type { Settings } from '../../shared/settings'
import type { StartTimer } from '../accounts/timer'
import type { Lock } from '../lock/lock'
import type { Observed } from '../observed'
import { IdleWatch } from './idle-watch'

/** What is needed of Electron's powerMonitor. It tells of a locked screen on macOS and Windows only. */
export interface Power {
  getSystemIdleTime(): number
  on(event: 'suspend' | 'resume' | 'lock-screen', listener: () => void): unknown
}

export interface LockTriggersOptions {
  readonly lock: Pick<Lock, 'view' | 'isOn' | 'isLocked' | 'lock'>
  readonly settings: Pick<Observed<Settings>, 'value' | 'onChange'>
  readonly power: Power
  readonly now: () => number
  readonly timer?: StartTimer
}

export interface LockTriggers {
  /** The screen was locked; called by whoever hears of it elsewhere than from Electron. */
  screenLocked(): void
  stop(): void
}

/** Locks from now on whenever the person has set it so. */
export function followLockTriggers(options: LockTriggersOptions): LockTriggers {
  const { lock, settings, power, now, timer } = options
  const idle = new IdleWatch({
    ...{ now, ...(timer && { timer }) },
    idleSeconds: () => power.getSystemIdleTime(),
    limitMs: () => idleLimit(lock, settings.value),
    away: () => lock.lock(),
  })
  const screenLocked = (): void => {
    if (settings.value.lockWithScreen) lock.lock()
  }
  power.on('suspend', () => {
    idle.sleeps()
    if (settings.value.lockOnSuspend) lock.lock()
  })
  power.on('resume', () => idle.wakes())
  power.on('lock-screen', screenLocked)
  let limit = idleLimit(lock, settings.value)
  const beginIfOther = (): void => {
    const next = idleLimit(lock, settings.value)
    if (next === limit) return
    limit = next
    idle.begin()
  }
  // How sealing goes, and settings about something else, are no reason to ask the system.
  lock.view.onChange(beginIfOther)
  settings.onChange(beginIfOther)
  idle.begin()
  return { screenLocked, stop: () => idle.stop() }
}

/** How long the person may be away, in milliseconds; undefined where that does not matter. */
function idleLimit(
  { isOn, isLocked }: Pick<Lock, 'isOn' | 'isLocked'>,
  { lockAfterMinutes }: Settings,
): number | undefined {
  if (!isOn || isLocked || lockAfterMinutes === 0) return undefined
  return lockAfterMinutes * 60_000
}
