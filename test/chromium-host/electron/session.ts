import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { SchemeMap } from '../scheme'
import { proxyFor } from '../proxy'
import { emitterMembers, facade, facadeOf } from './facade'
import { HostProtocol } from './protocol'
import { HostWebRequest } from './web-request'

const members = [
  'protocol',
  'webRequest',
  'setPermissionRequestHandler',
  'setPermissionCheckHandler',
  'setDevicePermissionHandler',
  'setDisplayMediaRequestHandler',
  'setSpellCheckerEnabled',
  'isSpellCheckerEnabled',
  'isPersistent',
  'resolveProxy',
  'clearStorageData',
  'clearCache',
  ...emitterMembers,
] as const

type Shape = Omit<
  Pick<Electron.Session, (typeof members)[number]>,
  'protocol' | 'webRequest' | keyof EventEmitter
>
type PermissionRequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DevicePermissionHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0]

/** What the app has made of a session. */
export interface ToldSession {
  /** Empty for the default session. */
  readonly partition: string
  readonly persistent: boolean
  /** Whether the handlers grant what a page would be glad of; without a handler Electron does. */
  readonly grantsChecks: boolean
  readonly grantsDevices: boolean
  /** Whether a page in it may load anything from elsewhere. */
  readonly loadsFromElsewhere: boolean
}

/**
 * Rules for the pages of one partition. Only the rules are separate: all partitions share the
 * storage of one Chromium profile, which is thrown away at the end.
 */
export class HostSession extends EventEmitter implements Shape {
  readonly protocol: HostProtocol
  readonly webRequest = new HostWebRequest()
  permissionRequestHandler: PermissionRequestHandler = null
  permissionCheckHandler: PermissionCheckHandler = null
  private devicePermissionHandler: DevicePermissionHandler = null
  private spellChecker = true

  constructor(
    readonly partition: string,
    schemes: SchemeMap,
    isReady: () => boolean,
    private readonly clearStorage: () => Promise<void>,
  ) {
    super()
    this.protocol = new HostProtocol(schemes, isReady)
    facade('session', this, members)
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.permissionRequestHandler = handler
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this.permissionCheckHandler = handler
  }

  /** Chromium offers no device to a page here; only {@link told} asks. */
  setDevicePermissionHandler(handler: DevicePermissionHandler): void {
    this.devicePermissionHandler = handler
  }

  setDisplayMediaRequestHandler(): void {
    // Without this handler Electron refuses, and so does the host with one.
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellChecker
  }

  /** Asks the app's handlers, for what no page can be brought to ask. */
  async told(): Promise<ToldSession> {
    const origin = 'https://elsewhere.example/'
    const { partition } = this
    const device = { deviceId: '1', name: 'key', vendorId: 1, productId: 1, collections: [] }
    const { cancel = false } = await this.webRequest.askBefore({
      ...{ id: 0, url: origin, method: 'GET', resourceType: 'xhr', referrer: '' },
      ...{ timestamp: Date.now(), uploadData: [] },
    })
    return {
      partition,
      persistent: this.isPersistent(),
      grantsChecks:
        this.permissionCheckHandler?.(null, 'media', origin, {
          ...{ requestingUrl: origin, isMainFrame: true },
        }) ?? true,
      grantsDevices: this.devicePermissionHandler?.({ deviceType: 'hid', origin, device }) ?? true,
      loadsFromElsewhere: !cancel,
    }
  }

  /** Whether the app asked for storage that lasts; on this host none does. */
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }

  /** The system's proxy for `url` as this host knows it: from the environment. */
  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(proxyFor(url, process.env))
  }

  clearStorageData(): Promise<void> {
    return this.clearStorage()
  }

  clearCache(): Promise<void> {
    return Promise.resolve()
  }
}

/** All sessions by partition; the empty partition is the default one. */
export class Sessions {
  private readonly byPartition = new Map<string, HostSession>()

  constructor(private readonly make: (partition: string) => HostSession) {}

  get(partition: string): HostSession {
    const known = this.byPartition.get(partition)
    if (known !== undefined) return known
    const made = this.make(partition)
    this.byPartition.set(partition, made)
    return made
  }

  /** Every session that the app has touched. */
  get all(): readonly HostSession[] {
    return [...this.byPartition.values()]
  }

  get default(): HostSession {
    return this.get('')
  }

  /** electron.session */
  module(): { readonly defaultSession: HostSession; fromPartition(name: string): HostSession } {
    const shown = (partition: string): HostSession => facadeOf(this.get(partition))
    return {
      get defaultSession() {
        return shown('')
      },
      fromPartition: shown,
    }
  }
}
