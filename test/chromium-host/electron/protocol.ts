import type Electron from 'electron'
import type { SchemeMap } from '../scheme'
import { facade } from './facade'

const members = ['registerSchemesAsPrivileged', 'handle', 'unhandle', 'isProtocolHandled'] as const

type Shape = Pick<Electron.Protocol, (typeof members)[number]>
type Handler = Parameters<Electron.Protocol['handle']>[1]

/** The app's own schemes; only `standard` ones, as only they have origins (see scheme.ts). */
export class HostProtocol implements Shape {
  private readonly handlers = new Map<string, Handler>()

  constructor(
    private readonly schemes: SchemeMap,
    private readonly isReady: () => boolean,
  ) {
    facade('protocol', this, members)
  }

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (this.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const custom of customSchemes) {
      const { scheme, privileges } = custom
      if (privileges?.standard !== true) {
        throw new Error(`The Chromium host can map only standard schemes; ${scheme} is none.`)
      }
      this.schemes.register(custom)
    }
  }

  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) {
      throw new Error(`Failed to register protocol: ${scheme}`)
    }
    if (!this.schemes.has(scheme)) {
      throw new Error(
        `The Chromium host handles only schemes that were registered as privileged; ${scheme} was not.`,
      )
    }
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme)
  }

  handlerOf(scheme: string): Handler | undefined {
    return this.handlers.get(scheme)
  }
}
