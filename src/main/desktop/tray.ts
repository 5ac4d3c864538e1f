/** Puts the tray menu where the system shows it. */
import { Menu, Tray, nativeImage, type MenuItemConstructorOptions } from 'electron'
import type { TrayAction, TrayItem } from './tray-menu'

export interface TrayOptions {
  readonly icon: string
  /** The icon is one colour that macOS paints for light and dark menu bars. */
  readonly template: boolean
  readonly run: (action: TrayAction) => void
}

export class TrayIcon {
  private tray: Tray | undefined
  private items: readonly TrayItem[] = []

  constructor(private readonly options: TrayOptions) {}

  /** Shows the items. The system draws the menu itself, so a new one takes the place of the old. */
  show(items: readonly TrayItem[], tooltip: string): void {
    if (JSON.stringify(items) === JSON.stringify(this.items)) return
    this.items = items
    const tray = this.tray ?? this.create()
    tray.setToolTip(tooltip)
    // Linux needs setContextMenu; where the desktop has no tray at all, nothing is shown.
    tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.menuItem(item))))
  }

  /** What is shown, and a click on it, for the seam that tests use. */
  get shown(): readonly TrayItem[] {
    return this.items
  }

  click(label: string): boolean {
    const item = this.items.find((one) => one.kind === 'action' && one.label === label)
    if (item?.kind !== 'action') return false
    this.options.run(item.action)
    return true
  }

  private create(): Tray {
    const icon = nativeImage.createFromPath(this.options.icon)
    if (this.options.template) icon.setTemplateImage(true)
    this.tray = new Tray(icon)
    return this.tray
  }

  private menuItem(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' }
      case 'text':
        return { label: item.label, enabled: false }
      case 'action': {
        const { label, action } = item
        return { label, click: () => this.options.run(action) }
      }
    }
  }
}
