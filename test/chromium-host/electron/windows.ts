import { EventEmitter } from 'node:events'
import type { HostBrowserWindow } from './browser-window'

/** The open windows in the order of their making, and which of them has the focus. */
export class Windows extends EventEmitter<{ 'all-closed': [] }> {
  private readonly open = new Set<HostBrowserWindow>()
  private focus: HostBrowserWindow | null = null

  get all(): HostBrowserWindow[] {
    return [...this.open]
  }

  get focused(): HostBrowserWindow | null {
    return this.focus
  }

  add(window: HostBrowserWindow): void {
    this.open.add(window)
  }

  /** Forgets a closed window; after the last one, says so. */
  remove(window: HostBrowserWindow): void {
    if (!this.open.delete(window)) return
    if (this.focus === window) this.focus = null
    if (this.open.size === 0) this.emit('all-closed')
  }

  /** Moves the focus, telling first the window that loses it. */
  setFocused(window: HostBrowserWindow | null): void {
    const before = this.focus
    if (before === window) return
    this.focus = window
    before?.emit('blur')
    window?.emit('focus')
  }
}
