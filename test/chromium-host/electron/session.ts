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

/**
 * Rules for the pages of one partition. Only the rules are separate: all partitions share the
 * storage of one Chromium profile, which is thrown away at the end.
 */
export class HostSession extends EventEmitter implements Shape {
  readonly protocol: HostProtocol
  readonly webRequest = new HostWebRequest()
  permissionRequestHandler: PermissionRequestHandler = null
  permissionCheckHandler: PermissionCheckHandler = null
  private spellChecker = true

  constructor(
    private readonly partition: string,
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

  setDevicePermissionHandler(): void {
    // Chromium offers no device to a page here: nothing is ever asked.
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
