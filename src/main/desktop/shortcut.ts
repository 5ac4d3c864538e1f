/** The one shortcut that works from anywhere: it opens quick login. */
import type { DesktopView } from '../../shared/settings'

/** What is needed of Electron's globalShortcut. */
export interface ShortcutRegistry {
  register(accelerator: string, callback: () => void): boolean
  unregister(accelerator: string): void
  setSuspended(suspended: boolean): void
}

export class QuickLoginShortcut {
  private registered: string | undefined

  constructor(
    private readonly registry: ShortcutRegistry,
    private readonly press: () => void,
  ) {}

  /** Takes another shortcut, '' for none; gives why it does not work. */
  set(accelerator: string): DesktopView['shortcutProblem'] {
    this.release()
    if (accelerator === '') return undefined
    try {
      // Nothing can be registered while shortcuts are suspended.
      this.registry.setSuspended(false)
      if (!this.registry.register(accelerator, this.press)) return 'taken'
      this.registered = accelerator
      return undefined
    } catch {
      // Electron throws where it cannot read the keys.
      return 'invalid'
    }
  }

  /** While a new one is recorded, the keys of this one must reach the field. */
  suspend(suspended: boolean): void {
    this.registry.setSuspended(suspended)
  }

  /** Gives the keys back to the desktop. */
  release(): void {
    if (this.registered !== undefined) this.registry.unregister(this.registered)
    this.registered = undefined
  }
}
