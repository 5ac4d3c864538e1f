/**
 * What a preload finds around it in its isolated world: the `electron`, `require` and `process` of a
 * sandboxed one. The function is sent into pages as text (see worlds.ts): it may use its parameters
 * and what a page has, never anything else of this module.
 */
import type { jsonOnly as JsonOnly } from './json-only'
import type { Callable, makeEnd, Meeting, PageWorld } from './worlds'

export interface PreloadSettings {
  /** Whether frames below the top one get the preload too (nodeIntegrationInSubFrames). */
  readonly subframes: boolean
  readonly handOver: string
  readonly binding: string
  readonly receiver: string
  readonly process: Readonly<Record<string, unknown>>
}

/** Runs in the isolated world: sets up the `electron` of a sandboxed preload and runs the file. */
export function runPreload(
  world: PageWorld & Record<string, unknown> & { EventTarget: new () => Meeting },
  settings: PreloadSettings,
  connect: typeof makeEnd,
  checkJson: typeof JsonOnly,
  preload: Callable | undefined,
): void {
  const toHost = world[settings.binding] as (payload: string) => void
  Reflect.deleteProperty(world, settings.binding)
  const isTop = world.top === world.window
  if (!isTop && !settings.subframes) return

  const meeting = new world.EventTarget()
  const end = connect(world, meeting, 'to-preload', 'to-main', world)
  world.dispatchEvent(new world.MouseEvent(settings.handOver, { relatedTarget: meeting }))
  const exposed = new Set<string>()

  const refusing = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown
        if (key === '__esModule' || key === 'then' || key === 'default') return undefined
        throw new Error(`The Chromium host has no ${name}.${key}.`)
      },
    })

  const listeners = new Map<string, { listener: Callable; once: boolean }[]>()
  const waiting = new Map<number, { resolve: Callable; reject: Callable }>()
  let count = 0

  const post = (kind: string, channel: string, args: unknown[]): number => {
    args.forEach((arg, index) => checkJson(arg, `argument ${index + 1}`))
    const id = ++count
    toHost(
      JSON.stringify({
        kind,
        id,
        channel,
        args: args.map((arg) => [arg].slice(0, arg === undefined ? 0 : 1)),
      }),
    )
    return id
  }
  const listen = (channel: string, listener: Callable, once: boolean): unknown => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const ipcRenderer: object = refusing('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        waiting.set(post('invoke', channel, args), { resolve, reject })
      }),
    send: (channel: string, ...args: unknown[]) => void post('send', channel, args),
    on: (channel: string, listener: Callable) => listen(channel, listener, false),
    once: (channel: string, listener: Callable) => listen(channel, listener, true),
    removeListener: (channel: string, listener: Callable) => {
      const rest = (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener)
      listeners.set(channel, rest)
      return ipcRenderer
    },
  })

  const deliver = (channel: string, args: unknown[]): void => {
    const known = listeners.get(channel) ?? []
    listeners.set(
      channel,
      known.filter((entry) => !entry.once),
    )
    for (const { listener } of known) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }
  Object.defineProperty(world, settings.receiver, {
    value: (message: { id?: number; channel?: string; ok?: boolean; body: [unknown][] }) => {
      const args = message.body.map(([value]) => value)
      if (message.channel !== undefined) return deliver(message.channel, args)
      const call = waiting.get(message.id ?? 0)
      waiting.delete(message.id ?? 0)
      if (message.ok === true) return call?.resolve(args[0])
      return call?.reject(new Error(String(args[0])))
    },
  })

  const electron = refusing('electron (in a preload)', {
    ipcRenderer,
    contextBridge: refusing('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (exposed.has(key)) {
          throw new Error(`Cannot bind an API on top of an existing property on the window object`)
        }
        exposed.add(key)
        end.define(key, api)
      },
    }),
  })
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name} (a sandboxed preload can require only 'electron')`)
  }
  const module = { exports: {} }
  try {
    preload?.(module.exports, require, module, refusing('process (in a preload)', settings.process))
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    toHost(JSON.stringify({ kind: 'preload-error', id: 0, channel: '', args: [[text]] }))
    throw error
  }
}
