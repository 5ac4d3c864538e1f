/** Draws only what changed: a tray that is drawn anew closes a menu that is open. */
import type { TrayItem } from './tray-menu'

/** What a tray can show; the system's own, or a test's. */
export interface TraySurface {
  setToolTip(tooltip: string): void
  setItems(items: readonly TrayItem[]): void
}

export class TrayFace {
  private items: readonly TrayItem[] = []
  private tooltip: string | undefined

  constructor(private readonly surface: TraySurface) {}

  /** Shows the items and the tooltip, each only if it is not what is shown already. */
  show(items: readonly TrayItem[], tooltip: string): void {
    if (tooltip !== this.tooltip) {
      this.tooltip = tooltip
      this.surface.setToolTip(tooltip)
    }
    if (JSON.stringify(items) === JSON.stringify(this.items)) return
    this.items = items
    this.surface.setItems(items)
  }

  get shown(): readonly TrayItem[] {
    return this.items
  }
}
