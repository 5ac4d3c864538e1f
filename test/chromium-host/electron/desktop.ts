/**
 * What Electron knows of the desktop around the app. Nothing here touches the real desktop: what the
 * app does is kept for tests, and what the desktop does is said by them. Where a person looks on, what
 * the app opens is shown to them (looker.ts).
 */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { emitterMembers, facade, only } from './facade'

/** Things that the app asked the system to open. */
export class Opened {
  readonly external: string[] = []
  readonly paths: string[] = []

  /** `look` is called with what a person who looks on wants to see; tests look at what was asked for. */
  constructor(private readonly look: (what: string) => void = () => undefined) {}

  /** electron.shell */
  module(): Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> {
    return only('shell', {
      openExternal: (url: string) => {
        this.external.push(url)
        this.look(url)
        return Promise.resolve()
      },
      openPath: (path: string) => {
        this.paths.push(path)
        this.look(path)
        return Promise.resolve('')
      },
      showItemInFolder: (path: string) => {
        this.paths.push(path)
        this.look(path)
      },
      beep: () => undefined,
    })
  }
}

/** Keys that Electron can read: modifiers, and one key at the end. */
const readable =
  /^((Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)\+)*([A-Z0-9]|F\d{1,2}|[a-z]+\d*|[!-/:-@[-`{-~]|Plus|Space|Tab|[A-Z][A-Za-z]+)$/

export class HostShortcuts {
  private readonly actions = new Map<string, () => void>()
  /** What other programs have. */
  private readonly taken = new Set<string>()
  private suspended = false

  get registered(): string[] {
    return [...this.actions.keys()]
  }

  /** Does what the key would do; gives whether the app has it. */
  press(accelerator: string): boolean {
    const action = this.suspended ? undefined : this.actions.get(accelerator)
    action?.()
    return action !== undefined
  }

  /** Another program takes the keys. */
  take(accelerator: string): void {
    this.taken.add(accelerator)
  }

  /** electron.globalShortcut */
  module(): Pick<
    Electron.GlobalShortcut,
    | 'register'
    | 'registerAll'
    | 'unregister'
    | 'unregisterAll'
    | 'isRegistered'
    | 'setSuspended'
    | 'isSuspended'
  > {
    const register = (accelerator: string, action: () => void): boolean => {
      if (!readable.test(accelerator)) {
        throw new TypeError(`Error processing argument at index 0, conversion failure`)
      }
      if (this.suspended || this.taken.has(accelerator) || this.actions.has(accelerator)) {
        return false
      }
      this.actions.set(accelerator, action)
      return true
    }
    return only('globalShortcut', {
      register,
      registerAll: (accelerators: string[], action: () => void) => {
        for (const accelerator of accelerators) register(accelerator, action)
      },
      unregister: (accelerator: string) => {
        this.actions.delete(accelerator)
      },
      unregisterAll: () => {
        this.actions.clear()
      },
      isRegistered: (accelerator: string) => this.actions.has(accelerator),
      setSuspended: (suspended: boolean) => {
        this.suspended = suspended
      },
      isSuspended: () => this.suspended,
    })
  }
}

const themeMembers = [
  'themeSource',
  'shouldUseDarkColors',
  'shouldUseDarkColorsForSystemIntegratedUI',
  'shouldUseHighContrastColors',
  'prefersReducedTransparency',
  ...emitterMembers,
] as const

/** The colours that pages are told to prefer; `apply` brings a change to the open pages. */
export class HostTheme
  extends EventEmitter
  implements Omit<Pick<Electron.NativeTheme, (typeof themeMembers)[number]>, keyof EventEmitter>
{
  readonly shouldUseHighContrastColors = false
  readonly prefersReducedTransparency = false
  private source: Electron.NativeTheme['themeSource'] = 'system'
  private systemIsDark = false

  constructor(private readonly apply: (dark: boolean) => void) {
    super()
    facade('nativeTheme', this, themeMembers, { writable: ['themeSource'] })
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.source
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.change(() => (this.source = source))
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark'
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.systemIsDark
  }

  /** The person changes the desktop's colours. */
  setSystem(dark: boolean): void {
    this.change(() => (this.systemIsDark = dark))
  }

  private change(make: () => void): void {
    const before = this.shouldUseDarkColors
    make()
    if (before === this.shouldUseDarkColors) return
    this.apply(this.shouldUseDarkColors)
    this.emit('updated')
  }
}

const powerMembers = [
  'getSystemIdleTime',
  'getSystemIdleState',
  'isOnBatteryPower',
  ...emitterMembers,
] as const

export const powerEvents = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'shutdown',
  'on-ac',
  'on-battery',
] as const
export type PowerEvent = (typeof powerEvents)[number]

export class HostPower
  extends EventEmitter
  implements Omit<Pick<Electron.PowerMonitor, (typeof powerMembers)[number]>, keyof EventEmitter>
{
  /** Seconds since the person did something, as a test says. */
  idle = 0

  constructor() {
    super()
    facade('powerMonitor', this, powerMembers)
  }

  getSystemIdleTime(): number {
    return this.idle
  }

  getSystemIdleState(idleThreshold: number): 'active' | 'idle' {
    return this.idle >= idleThreshold ? 'idle' : 'active'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

const screenMembers = [
  'getPrimaryDisplay',
  'getAllDisplays',
  'getDisplayNearestPoint',
  'getDisplayMatching',
  'getCursorScreenPoint',
  ...emitterMembers,
] as const

/** One screen of a usual size. */
export class HostScreen
  extends EventEmitter
  implements Omit<Pick<Electron.Screen, (typeof screenMembers)[number]>, keyof EventEmitter>
{
  constructor() {
    super()
    facade('screen', this, screenMembers)
  }

  getPrimaryDisplay(): Electron.Display {
    const area = { x: 0, y: 0, width: 1920, height: 1080 }
    return {
      id: 1,
      label: 'Chromium host',
      bounds: area,
      workArea: area,
      size: { width: area.width, height: area.height },
      workAreaSize: { width: area.width, height: area.height },
      nativeOrigin: { x: 0, y: 0 },
      maximumCursorSize: { width: 32, height: 32 },
      scaleFactor: 1,
      rotation: 0,
      colorDepth: 24,
      depthPerComponent: 8,
      colorSpace: '',
      displayFrequency: 60,
      accelerometerSupport: 'unavailable',
      touchSupport: 'unavailable',
      monochrome: false,
      internal: false,
      detected: true,
    }
  }

  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()]
  }

  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay()
  }

  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay()
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 }
  }
}
