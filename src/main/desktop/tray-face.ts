/** Draws only what changed: a tray that is drawn anew closes a menu that is open. */
import type { TrayItem } from './tray-menu'

/** What a tray shows at one time. */
export interface TrayLook {
  readonly items: readonly TrayItem[]
  readonly tooltip: string
  /** The icon says that the person is needed. */
  readonly attention: boolean
}

/** What a tray can show; the system's own, or a test's. */
export interface TraySurface {
  setIcon(attention: boolean): void
  setToolTip(tooltip: string): void
  setItems(items: readonly TrayItem[]): void
}

export class TrayFace {
  private look: TrayLook | undefined

  constructor(private readonly surface: TraySurface) {}

  /** Shows the icon, the tooltip and the items, each only if it is not what is shown already. */
  show(look: TrayLook): void {
    const before = this.look
    this.look = look
    if (look.attention !== before?.attention) this.surface.setIcon(look.attention)
    if (look.tooltip !== before?.tooltip) this.surface.setToolTip(look.tooltip)
    if (JSON.stringify(look.items) !== JSON.stringify(before?.items)) {
      this.surface.setItems(look.items)
    }
  }

  /** Draws everything once more, on a surface that is new. */
  again(): void {
    const { look } = this
    this.look = undefined
    if (look) this.show(look)
  }

  get shown(): TrayLook {
    return this.look ?? { items: [], tooltip: '', attention: false }
  }
}
