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
  private suspended = false

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
      this.suspend(false)
      if (!this.registry.register(accelerator, () => this.pressed(accelerator))) return 'taken'
      this.registered = accelerator
      return undefined
    } catch {
      // Electron throws where it cannot read the keys.
      return 'invalid'
    }
  }

  /** While a new one is recorded, the keys of this one must reach the field. */
  suspend(suspended: boolean): void {
    this.suspended = suspended
    this.registry.setSuspended(suspended)
  }

  /** Gives the keys back to the desktop. */
  release(): void {
    if (this.registered !== undefined) this.registry.unregister(this.registered)
    this.registered = undefined
  }

  /** A Wayland desktop goes on telling of keys that were given back, or that are suspended. */
  private pressed(accelerator: string): void {
    if (accelerator === this.registered && !this.suspended) this.press()
  }
}
