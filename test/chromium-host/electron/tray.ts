import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { emitterMembers, facade, facadeOf, targetOf } from './facade'
import type { HostMenu } from './menu'
import { toImage, type HostNativeImage } from './native-image'

const members = [
  'setContextMenu',
  'setImage',
  'setPressedImage',
  'setToolTip',
  'setTitle',
  'getTitle',
  'setIgnoreDoubleClickEvents',
  'popUpContextMenu',
  'closeContextMenu',
  'getBounds',
  'isDestroyed',
  'destroy',
  ...emitterMembers,
] as const
type Shape = Omit<
  Pick<Electron.Tray, (typeof members)[number]>,
  'setContextMenu' | 'setImage' | 'setPressedImage' | 'popUpContextMenu' | keyof EventEmitter
>

/** A tray icon that nobody sees; tests reach it by what the app keeps of it. */
export class HostTray extends EventEmitter implements Shape {
  private image: HostNativeImage
  private menu: HostMenu | null = null
  private title = ''
  private toolTip = ''
  private destroyed = false

  constructor(image: HostNativeImage | string) {
    super()
    this.image = toImage(image)
    facade('Tray', this, members, { isAlive: () => !this.destroyed })
  }

  setContextMenu(menu: HostMenu | null): void {
    this.menu = menu && targetOf(menu)
  }

  setImage(image: HostNativeImage | string): void {
    this.image = toImage(image)
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  popUpContextMenu(menu?: HostMenu): void {
    const shown = menu === undefined ? this.menu : targetOf(menu)
    shown?.popup()
  }

  closeContextMenu(): void {
    this.menu?.closePopup()
  }

  /** Unknown, as on Linux, where the desktop does not tell. */
  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 0, height: 0 }
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  destroy(): void {
    this.destroyed = true
  }

  /** What a person would see. */
  describe(): { toolTip: string; title: string; hasImage: boolean; menu: HostMenu | null } {
    const { toolTip, title, image, menu } = this
    return { toolTip, title, hasImage: !image.isEmpty(), menu: menu && facadeOf(menu) }
  }

  setPressedImage(): void {
    // macOS only.
  }

  setIgnoreDoubleClickEvents(): void {
    // macOS only.
  }
}
