/** Puts the tray menu where the system shows it. */
import { join } from 'node:path'
import {
  Menu,
  Tray,
  nativeImage,
  nativeTheme,
  type MenuItemConstructorOptions,
  type NativeImage,
  type Rectangle,
} from 'electron'
import { escapeLabel } from './menu-label'
import { TrayFace, type TrayLook } from './tray-face'
import { trayIconName, type Platform } from './tray-icons'
import type { TrayAction, TrayItem } from './tray-menu'

export interface TrayOptions {
  /** The folder with the drawn icons. */
  readonly resources: string
  readonly platform: Platform
  readonly run: (action: TrayAction) => void
}

export class TrayIcon {
  private tray: Tray | undefined
  private name = ''
  private readonly images = new Map<string, NativeImage>()
  private readonly face = new TrayFace({
    setIcon: (attention) => this.drawIcon(attention),
    setToolTip: (tooltip) => this.tray?.setToolTip(tooltip),
    // The system draws the menu itself, so a new one takes the place of the old. Linux needs
    // setContextMenu; where the desktop has no tray at all, nothing is shown.
    setItems: (items) =>
      this.tray?.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.menuItem(item)))),
  })

  constructor(private readonly options: TrayOptions) {
    nativeTheme.on('updated', () => {
      if (this.tray) this.drawIcon(this.shown.attention)
    })
  }

  /** Throws where an icon is missing, which is a fault of the package. */
  show(look: TrayLook): void {
    this.face.show(look)
  }

  /** Puts the icon up anew: on Linux a tray that came after the icon does not know of it. */
  renew(): void {
    this.tray?.destroy()
    this.tray = undefined
    this.name = ''
    this.face.again()
  }

  /** What is shown, for the seam that tests use. */
  get shown(): TrayLook {
    return this.face.shown
  }

  /** The name of the picture that is shown, without its folder. */
  get icon(): string {
    return this.name
  }

  /** Where the icon is on the screen; undefined where the system does not tell. */
  get bounds(): Rectangle | undefined {
    const bounds = this.tray?.getBounds()
    return bounds && bounds.width > 0 ? bounds : undefined
  }

  click(label: string): boolean {
    const item = this.shown.items.find((one) => one.kind === 'action' && one.label === label)
    if (item?.kind !== 'action') return false
    this.options.run(item.action)
    return true
  }

  private drawIcon(attention: boolean): void {
    const { platform } = this.options
    const name = trayIconName({ platform, dark: isPanelDark(platform), attention })
    if (name === this.name) return
    this.name = name
    const image = this.image(name)
    if (this.tray) this.tray.setImage(image)
    else this.tray = this.putUp(image)
  }

  private putUp(image: NativeImage): Tray {
    const tray = new Tray(image)
    // Elsewhere a click opens the menu; on Windows only the other button does.
    if (this.options.platform === 'windows') {
      tray.on('click', () => this.options.run({ kind: 'quick-window' }))
    }
    return tray
  }

  private menuItem(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' }
      case 'text':
        return { label: escapeLabel(item.label), enabled: false }
      case 'action': {
        const { action, colour } = item
        return {
          label: escapeLabel(item.label),
          click: () => this.options.run(action),
          ...(colour === undefined ? {} : { icon: this.image(join('marks', `${colour}.png`)) }),
        }
      }
    }
  }

  /** A picture with its twin of twice the size, which Electron finds by its name. */
  private image(name: string): NativeImage {
    const known = this.images.get(name)
    if (known) return known
    const image = nativeImage.createFromPath(join(this.options.resources, name))
    if (image.isEmpty()) throw new Error(`The picture resources/${name} is missing or no picture.`)
    this.images.set(name, image)
    return image
  }
}

function isPanelDark(platform: Platform): boolean {
  // The taskbar's colour is set apart from that of programs, and only Windows tells it.
  if (platform !== 'windows') return nativeTheme.shouldUseDarkColors
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
}
