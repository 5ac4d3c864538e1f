import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { emitterMembers, facade, facadeOf, targetOf } from './facade'

const itemMembers = [
  'label',
  'sublabel',
  'toolTip',
  'type',
  'role',
  'id',
  'icon',
  'accelerator',
  'registerAccelerator',
  'enabled',
  'visible',
  'checked',
  'submenu',
  'click',
  'commandId',
  'menu',
] as const

type Options = Electron.MenuItemConstructorOptions
type ItemShape = Omit<
  Pick<Electron.MenuItem, (typeof itemMembers)[number]>,
  'submenu' | 'menu' | 'click' | 'role' | 'icon'
>

let nextCommand = 1

export class HostMenuItem implements ItemShape {
  readonly commandId = nextCommand++
  readonly type: Electron.MenuItem['type']
  readonly role: string | undefined
  readonly icon: Options['icon']
  readonly id: string
  readonly submenu: HostMenu | undefined
  label: string
  sublabel: string
  toolTip: string
  accelerator: string | null
  registerAccelerator: boolean
  enabled: boolean
  visible: boolean
  checked: boolean
  menu!: HostMenu
  private readonly action: Options['click']

  constructor(options: Options) {
    const submenu = options.submenu
    this.submenu =
      submenu === undefined
        ? undefined
        : Array.isArray(submenu)
          ? HostMenu.buildFromTemplate(submenu)
          : // A menu that the app has can only be one of this host's.
            (submenu as unknown as HostMenu)
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu')
    this.role = options.role
    this.icon = options.icon
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? null
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.action = options.click
    facade('MenuItem', this, itemMembers, {
      writable: ['label', 'sublabel', 'toolTip', 'enabled', 'visible', 'checked'],
    })
  }

  /** What picking the item does: a checkbox changes first, as in Electron, and a disabled item does nothing. */
  click(event: Electron.KeyboardEvent = {}, window?: object): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    const shown: object = facadeOf<HostMenuItem>(this)
    // The app's callback gets the host's own item and window, which Electron's types cannot name.
    const action = this.action as
      ((item: object, window: unknown, event: object) => void) | undefined
    action?.(shown, window, event)
  }
}

const menuMembers = [
  'items',
  'append',
  'insert',
  'getMenuItemById',
  'popup',
  'closePopup',
  ...emitterMembers,
] as const

export class HostMenu extends EventEmitter {
  private static application: HostMenu | null = null
  /** The menu that a popup shows now, for tests. */
  static shown: HostMenu | null = null
  private readonly entries: HostMenuItem[] = []

  constructor() {
    super()
    facade('Menu', this, menuMembers)
  }

  static buildFromTemplate(template: (Options | HostMenuItem)[]): HostMenu {
    const menu = new HostMenu()
    for (const entry of template) {
      const made = targetOf(entry)
      menu.append(made instanceof HostMenuItem ? made : new HostMenuItem(made))
    }
    return facadeOf(menu)
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    HostMenu.application = menu
  }

  static getApplicationMenu(): HostMenu | null {
    return HostMenu.application
  }

  get items(): HostMenuItem[] {
    return this.entries.map((item) => facadeOf(item))
  }

  append(item: HostMenuItem): void {
    this.insert(this.entries.length, item)
  }

  insert(position: number, item: HostMenuItem): void {
    const entry = targetOf(item)
    entry.menu = facadeOf<HostMenu>(this)
    this.entries.splice(position, 0, entry)
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  popup(): void {
    HostMenu.shown = this
    this.emit('menu-will-show')
  }

  closePopup(): void {
    if (HostMenu.shown !== this) return
    HostMenu.shown = null
    this.emit('menu-will-close')
  }
}
