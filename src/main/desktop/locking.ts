/** Puts the lock's desktop side together: its windows, what locks by itself, and what goes with it. */
import type { CopySecret } from '../accounts/copy-token'
import type { Lock } from '../lock/lock'
import type { Program } from '../program'
import { LockScreen, type GuardedWindows } from './lock-screen'
import { followLockTriggers, type Power } from './lock-triggers'

/** What is copied here and may still lie on the clipboard. */
interface Secrets {
  copy: CopySecret
  /** Takes it off, or tells the person that it may have stayed; never rejects. */
  clearOrTell(): Promise<void>
}

export interface LockingOptions {
  readonly program: Pick<Program, 'lock' | 'settings'>
  readonly windows: GuardedWindows
  readonly secrets: Pick<Secrets, 'clearOrTell'>
  readonly power: Power
  readonly now: () => number
}

export interface Locking {
  /** The one way to the windows. */
  readonly screen: LockScreen
  /** Hears from a Linux desktop when its screen is locked; Electron tells of that elsewhere only. */
  watchLinuxScreen(): Promise<void>
}

export function openLocking({ program, windows, secrets, power, now }: LockingOptions): Locking {
  const { lock, settings } = program
  // Before the windows go, because some systems let only a program in front look at the clipboard.
  lock.view.onChange(({ kind }) => {
    if (kind === 'locked') void secrets.clearOrTell()
  })
  const screen = new LockScreen({ lock, windows })
  const triggers = followLockTriggers({ lock, settings, power, now })
  return {
    screen,
    watchLinuxScreen: async () => {
      // The bus is loaded only now, because the first page comes first.
      const { SessionBus, sessionBusAddresses } = await import('../session-bus/session-bus')
      const { watchScreenLock } = await import('../session-bus/screen-watch')
      const limit = 3_000
      await watchScreenLock({
        connect: () => SessionBus.connect(sessionBusAddresses(process.env), limit),
        limit,
        locked: () => triggers.screenLocked(),
      })
    },
  }
}

/** Copies secrets, but none that arrives when Latchkey is locked already. */
export function copyWhileOpen(
  secrets: Secrets,
  locked: () => boolean,
  now: () => number,
): CopySecret {
  return async (secret) => {
    if (locked()) return now()
    const clearsAt = await secrets.copy(secret)
    if (!locked()) return clearsAt
    await secrets.clearOrTell()
    return now()
  }
}

/** Does something as soon as Latchkey is not locked, once. */
export function whenFirstOpen(
  { isLocked, view }: Pick<Lock, 'isLocked' | 'view'>,
  run: () => void,
): void {
  if (!isLocked) return run()
  const stop = view.onChange(({ kind }) => {
    if (kind === 'locked') return
    stop()
    run()
  })
}
