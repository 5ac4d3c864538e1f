import { EventEmitter } from 'node:events'
import { mkdirSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type Electron from 'electron'
import { InstanceLock } from '../instance-lock'
import type { HostBrowserWindow } from './browser-window'
import { hostEvent, HostEvent } from './event'
import { emitterMembers, facade, facadeOf, only } from './facade'
import type { HostWebContents } from './web-contents'
import type { Windows } from './windows'

const members = [
  'whenReady',
  'isReady',
  'quit',
  'exit',
  'relaunch',
  'getPath',
  'setPath',
  'getName',
  'setName',
  'name',
  'getVersion',
  'getAppPath',
  'getLocale',
  'getSystemLocale',
  'getPreferredSystemLanguages',
  'isPackaged',
  'requestSingleInstanceLock',
  'hasSingleInstanceLock',
  'releaseSingleInstanceLock',
  'enableSandbox',
  'setAppUserModelId',
  'getLoginItemSettings',
  'setLoginItemSettings',
  'setAboutPanelOptions',
  'commandLine',
  'focus',
  'hide',
  'show',
  'dock',
  ...emitterMembers,
] as const

type Shape = Omit<
  Pick<Electron.App, (typeof members)[number]>,
  'commandLine' | 'dock' | 'whenReady' | keyof EventEmitter
>

/** What package.json tells about the app. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly productName?: string
}

export interface AppOptions {
  readonly path: string
  readonly manifest: Manifest
  /** From `--user-data-dir=`, as Electron takes it. */
  readonly userData: string | undefined
  readonly languages: readonly string[]
  readonly windows: Windows
  /** Ends the process, and everything that belongs to it. */
  readonly end: (code: number) => void
}

export class HostApp extends EventEmitter implements Shape {
  readonly isPackaged = false
  /** Whether the app asked for the sandbox of every page; on this host each has one anyway. */
  sandboxed = false
  /** Electron has one on macOS only, and this host has none there either. */
  readonly dock = undefined
  readonly commandLine = only('app.commandLine', {
    // Chromium is started beside the app and not by it, so switches come too late to matter.
    appendSwitch: (): void => undefined,
  } satisfies Partial<Electron.CommandLine>)

  private readonly paths = new Map<string, string>()
  private readonly lock: InstanceLock
  private readonly becameReady: Promise<void>
  private resolveReady: () => void = () => undefined
  private ready = false
  private quitting = false
  private ended = false
  private appName: string
  private opensAtLogin = false

  constructor(private readonly options: AppOptions) {
    super()
    this.appName = options.manifest.productName ?? options.manifest.name
    this.becameReady = new Promise((resolveReady) => (this.resolveReady = resolveReady))
    if (options.userData !== undefined) this.paths.set('userData', resolve(options.userData))
    this.lock = new InstanceLock(({ argv, workingDirectory, additionalData }) => {
      this.emit('second-instance', new HostEvent(), [...argv], workingDirectory, additionalData)
    })
    options.windows.on('all-closed', () => {
      this.allClosed()
    })
    facade('app', this, members, { writable: ['name'] })
  }

  get name(): string {
    return this.appName
  }

  set name(name: string) {
    this.appName = name
  }

  getName(): string {
    return this.appName
  }

  setName(name: string): void {
    this.appName = name
  }

  whenReady(): Promise<void> {
    return this.becameReady
  }

  isReady(): boolean {
    return this.ready
  }

  /** Called by the host when the app's main file has run. */
  becomeReady(): void {
    if (this.ended) return
    this.ready = true
    this.emit('will-finish-launching')
    this.emit('ready', new HostEvent(), {})
    this.resolveReady()
  }

  announceContents(contents: HostWebContents): void {
    contents.on('render-process-gone', (event: HostEvent, details: object) => {
      this.emit('render-process-gone', event, facadeOf(contents), details)
    })
    this.emit('web-contents-created', new HostEvent(), facadeOf(contents))
  }

  announceWindow(window: HostBrowserWindow): void {
    this.emit('browser-window-created', new HostEvent(), facadeOf(window))
  }

  /** A process of the app has ended, and nobody asked it to end well. */
  announceGone(details: Electron.Details): void {
    this.emit('child-process-gone', new HostEvent(), details)
  }

  /** Electron's order: before-quit, close on each window, will-quit, quit. Each of the first three can stop it. */
  quit(): void {
    if (this.quitting || this.ended) return
    if (this.prevented('before-quit')) return
    this.quitting = true
    for (const window of this.options.windows.all) {
      window.close()
      if (!window.isDestroyed()) {
        this.quitting = false
        return
      }
    }
    if (this.prevented('will-quit')) {
      this.quitting = false
      return
    }
    this.end(0)
  }

  exit(exitCode = 0): void {
    this.quitting = true
    for (const window of this.options.windows.all) window.destroy()
    this.end(exitCode)
  }

  /** Only said: whoever has started the host waits for this one to end, and finds no other. */
  relaunch({ args = [] }: Electron.RelaunchOptions = {}): void {
    console.error(`The app is to be started anew: ${JSON.stringify(args)}`)
  }

  private end(code: number): void {
    if (this.ended) return
    this.ended = true
    this.emit('quit', new HostEvent(), code)
    this.lock.release()
    this.options.end(code)
  }

  private prevented(name: 'before-quit' | 'will-quit'): boolean {
    const event = new HostEvent()
    this.emit(name, event)
    return event.defaultPrevented
  }

  private allClosed(): void {
    if (this.quitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.paths.get(name) ?? this.defaultPath(name)
  }

  setPath(name: string, path: string): void {
    this.getPath(name as Parameters<Electron.App['getPath']>[0])
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`Failed to set path: ${path} is no directory`)
    }
    this.paths.set(name, path)
  }

  private defaultPath(name: string): string {
    switch (name) {
      case 'home':
        return homedir()
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.execPath
      case 'appData':
        return appData()
      case 'userData':
      case 'sessionData':
        return this.created(this.paths.get('userData') ?? join(appData(), this.appName))
      case 'logs':
        return this.created(
          process.platform === 'darwin' && !this.options.userData
            ? join(homedir(), 'Library', 'Logs', this.appName)
            : join(this.getPath('userData'), 'logs'),
        )
      default:
        throw new Error(`The Chromium host has no electron.app.getPath('${name}').`)
    }
  }

  private created(folder: string): string {
    mkdirSync(folder, { recursive: true })
    return folder
  }

  getVersion(): string {
    return this.options.manifest.version
  }

  getAppPath(): string {
    return this.options.path
  }

  getLocale(): string {
    return this.options.languages[0] ?? 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [...this.options.languages]
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return this.lock.take(this.getPath('userData'), {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData,
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.lock.held
  }

  releaseSingleInstanceLock(): void {
    this.lock.release()
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  focus(): void {
    this.options.windows.all.find((window) => window.isVisible())?.focus()
  }

  /** A person opens the app again, as from the Dock. */
  activate(): void {
    const hasVisibleWindows = this.options.windows.all.some((window) => window.isVisible())
    this.emit('activate', hostEvent({}), hasVisibleWindows)
  }

  hide(): void {
    // macOS only.
  }

  show(): void {
    // macOS only.
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.opensAtLogin = settings.openAtLogin ?? false
  }

  /** Nothing here is started by a system. */
  getLoginItemSettings(): Electron.LoginItemSettings {
    const { opensAtLogin } = this
    return {
      openAtLogin: opensAtLogin,
      wasOpenedAtLogin: false,
      status: opensAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: opensAtLogin,
      launchItems: [],
    }
  }

  setAppUserModelId(): void {
    // Windows only.
  }

  setAboutPanelOptions(): void {
    // The host shows no about panel.
  }
}

function appData(): string {
  const { platform, env } = process
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
