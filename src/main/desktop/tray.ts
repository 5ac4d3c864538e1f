/** Puts the tray menu where the system shows it. */
import { Menu, Tray, nativeImage, type MenuItemConstructorOptions } from 'electron'
import { TrayFace } from './tray-face'
import type { TrayAction, TrayItem } from './tray-menu'

export interface TrayOptions {
  readonly icon: string
  /** The icon is one colour that macOS paints for light and dark menu bars. */
  readonly template: boolean
  readonly run: (action: TrayAction) => void
}

export class TrayIcon {
  private tray: Tray | undefined
  private readonly face = new TrayFace({
    setToolTip: (tooltip) => this.created().setToolTip(tooltip),
    // The system draws the menu itself, so a new one takes the place of the old. Linux needs
    // setContextMenu; where the desktop has no tray at all, nothing is shown.
    setItems: (items) =>
      this.created().setContextMenu(
        Menu.buildFromTemplate(items.map((item) => this.menuItem(item))),
      ),
  })

  constructor(private readonly options: TrayOptions) {}

  show(items: readonly TrayItem[], tooltip: string): void {
    this.face.show(items, tooltip)
  }

  /** What is shown, and a click on it, for the seam that tests use. */
  get shown(): readonly TrayItem[] {
    return this.face.shown
  }

  click(label: string): boolean {
    const item = this.shown.find((one) => one.kind === 'action' && one.label === label)
    if (item?.kind !== 'action') return false
    this.options.run(item.action)
    return true
  }

  private created(): Tray {
    if (this.tray) return this.tray
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
