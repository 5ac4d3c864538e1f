/**
 * The one way to Latchkey's windows once the program is there. While it is locked there is only the
 * window that takes the passphrase: all others are gone with their processes, and what would open one
 * of them waits.
 */
import type { Place, WindowKind } from '../../shared/contract'
import type { Lock } from '../lock/lock'
import type { ClearedWindows, Manner } from './window-manner'
import type { Rectangle } from './window-place'

/** What is needed of Latchkey's windows. */
export interface GuardedWindows {
  readonly anyShown: boolean
  readonly inSight: boolean
  isShown(kind: WindowKind): boolean
  open(kind: WindowKind, place?: Place): void
  /** Opens the unlock window where others were, as they were. */
  openUnlock(manner: Manner, over: Rectangle): void
  /** Ends every window, seen or not; gives what was on the screen, if anything was. */
  clear(): ClearedWindows | undefined
}

export interface LockScreenOptions {
  readonly lock: Pick<Lock, 'view' | 'isLocked'>
  readonly windows: GuardedWindows
}

export class LockScreen {
  private shut: boolean
  /** What is done once the passphrase was given: what was asked for last. */
  private wanted: (() => void) | undefined
  /** The windows that were there before the lock. */
  private before: readonly WindowKind[] = []

  constructor(private readonly options: LockScreenOptions) {
    const { lock } = options
    this.shut = lock.isLocked
    lock.view.onChange(() => {
      // A wrong passphrase changes the view, too.
      if (lock.isLocked === this.shut) return
      this.shut = lock.isLocked
      if (this.shut) this.replaceWindows()
      else this.bringBack()
    })
  }

  /** Whether a window is on the screen, minimised or not. */
  get anyShown(): boolean {
    return this.options.windows.anyShown
  }

  /** Whether the person sees one in which something can be done, which that for the passphrase is not. */
  get atWork(): boolean {
    return !this.shut && this.options.windows.inSight
  }

  /** Opens a window, now or after unlocking. */
  open(kind: WindowKind, place?: Place): void {
    if (kind === 'unlock') this.unlock()
    else this.whenUnlocked(() => this.options.windows.open(kind, place))
  }

  /** Asks for the passphrase; does nothing where none is needed. */
  unlock(): void {
    if (!this.shut) return
    this.forgetIfClosed()
    this.options.windows.open('unlock')
  }

  /** Does something now; while locked, asks for the passphrase and does it then. */
  whenUnlocked(wanted: () => void): void {
    if (!this.shut) return wanted()
    this.unlock()
    this.wanted = wanted
  }

  private replaceWindows(): void {
    const { windows } = this.options
    const cleared = windows.clear()
    this.wanted = undefined
    this.before = cleared?.kinds ?? []
    if (cleared) windows.openUnlock(cleared.manner, cleared.over)
  }

  private bringBack(): void {
    const { windows } = this.options
    this.forgetIfClosed()
    const { before, wanted } = this
    this.before = []
    this.wanted = undefined
    const asked = windows.isShown('unlock')
    // At once: what was typed goes with its window, and no account ever comes into it.
    windows.clear()
    if (!asked) return
    for (const kind of before) windows.open(kind)
    if (wanted) wanted()
    else if (before.length === 0) windows.open('main')
  }

  /** Who closes the unlock window does not want any more what it was to lead to. */
  private forgetIfClosed(): void {
    if (this.options.windows.isShown('unlock')) return
    this.wanted = undefined
    this.before = []
  }
}
