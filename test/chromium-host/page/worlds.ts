/**
 * What the host runs inside a page. The preload lives in an isolated world of its own, as under
 * Electron's context isolation; only there does the binding to the host exist, so no script of the
 * page can reach it. The two worlds share nothing but the document: they meet at an event target
 * that is handed over before the page's first script runs, and that nothing else holds.
 *
 * These functions are sent into pages as text. They may use their parameters and what a page has,
 * never anything else of this module.
 */
import type { jsonOnly as JsonOnly } from './json-only'

/** The few things of a page's global object that are used here; the project has no DOM types. */
interface PageWorld {
  readonly window: unknown
  readonly top: unknown
  readonly CustomEvent: new (type: string, init: { detail: unknown }) => object
  readonly MouseEvent: new (type: string, init: { relatedTarget: object }) => object
  readonly structuredClone: (value: unknown) => unknown
  addEventListener(
    type: string,
    listener: (event: HandOver) => void,
    options?: { once?: boolean; capture?: boolean },
  ): void
  dispatchEvent(event: object): boolean
}

interface HandOver {
  readonly relatedTarget: Meeting
  stopImmediatePropagation(): void
}

interface Meeting {
  addEventListener(type: string, listener: (event: { readonly detail: unknown }) => void): void
  dispatchEvent(event: object): boolean
}

type Callable = (...args: unknown[]) => unknown

/** A value on its way between the worlds: a tag and what belongs to it. */
type Coded = readonly [tag: string, ...parts: unknown[]]

export interface WorldEnd {
  /** Defines `key` on the other world's global object: read-only, frozen all the way down. */
  define(key: string, value: unknown): void
}

export interface PreloadSettings {
  /** Whether frames below the top one get the preload too (nodeIntegrationInSubFrames). */
  readonly subframes: boolean
  readonly handOver: string
  readonly binding: string
  readonly receiver: string
  readonly process: Readonly<Record<string, unknown>>
}

/**
 * One end of the passage between the worlds. Plain values are copied, functions become proxies
 * that call synchronously, promises become promises; a symbol is refused with a TypeError, as
 * Electron's context bridge does.
 */
export function makeEnd(
  world: PageWorld,
  target: Meeting,
  mine: string,
  theirs: string,
  global: object,
): WorldEnd {
  const functions = new Map<number, Callable>()
  const ids = new WeakMap<Callable, number>()
  const foreign = new WeakMap<Callable, number>()
  const answers = new Map<number, readonly unknown[]>()
  const promises = new Map<number, { resolve: Callable; reject: Callable }>()
  let count = 0

  const post = (...message: unknown[]): void => {
    target.dispatchEvent(new world.CustomEvent(theirs, { detail: message }))
  }

  const encodeError = (error: unknown): Coded =>
    error instanceof Error
      ? ['error', error.name, error.message]
      : ['error', 'Error', String(error)]

  const encodeFunction = (value: Callable): Coded => {
    const origin = foreign.get(value)
    if (origin !== undefined) return ['yours', origin]
    const id = ids.get(value) ?? ++count
    ids.set(value, id)
    functions.set(id, value)
    return ['function', id]
  }

  const encodePromise = (value: PromiseLike<unknown>): Coded => {
    const id = ++count
    value.then(
      (result) => {
        try {
          post('settle', id, true, encode(result, 0))
        } catch (error) {
          post('settle', id, false, encodeError(error))
        }
      },
      (error: unknown) => post('settle', id, false, encodeError(error)),
    )
    return ['promise', id]
  }

  const encode = (value: unknown, depth: number): Coded => {
    if (depth > 1000) throw new TypeError('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned: a symbol.')
    if (typeof value === 'function') return encodeFunction(value as Callable)
    if (value === null || typeof value !== 'object') return ['value', value]
    if (Array.isArray(value)) return ['array', value.map((item) => encode(item, depth + 1))]
    if (value instanceof Error) return encodeError(value)
    if (value instanceof Promise) return encodePromise(value)
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (kind !== 'Object') return ['value', world.structuredClone(value)]
    const entries = Object.entries(value).map(([key, item]) => [key, encode(item, depth + 1)])
    return ['object', entries]
  }

  const decodeFunction = (id: number): Callable => {
    const proxy = (...args: unknown[]): unknown => {
      const call = ++count
      post(
        'call',
        call,
        id,
        args.map((arg) => encode(arg, 0)),
      )
      const answer = answers.get(call)
      answers.delete(call)
      if (answer === undefined) throw new Error('The other world did not answer.')
      const result = decode(answer[1] as Coded)
      if (answer[0] === true) return result
      throw result
    }
    foreign.set(proxy, id)
    return proxy
  }

  const decode = (coded: Coded): unknown => {
    const [tag, first, second] = coded
    switch (tag) {
      case 'array':
        return (first as Coded[]).map(decode)
      case 'object':
        return Object.fromEntries((first as [string, Coded][]).map(([k, v]) => [k, decode(v)]))
      case 'function':
        return decodeFunction(first as number)
      case 'yours':
        return functions.get(first as number)
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(first as number, { resolve, reject })
        })
      case 'error':
        return Object.assign(new Error(String(second)), { name: String(first) })
      default:
        return first
    }
  }

  const answerCall = (call: unknown, id: number, args: Coded[]): void => {
    try {
      const called = functions.get(id)
      if (called === undefined) throw new Error('No such function.')
      post('return', call, true, encode(called(...args.map(decode)), 0))
    } catch (error) {
      post('return', call, false, encodeError(error))
    }
  }

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      if (kind === 'Object' || kind === 'Array') Object.values(Object.freeze(value)).forEach(freeze)
    }
    return typeof value === 'function' ? Object.freeze(value) : value
  }

  target.addEventListener(mine, ({ detail }) => {
    const [what, id, ok, payload] = detail as [string, number, unknown, unknown]
    if (what === 'call') answerCall(id, ok as number, payload as Coded[])
    if (what === 'return') answers.set(id, [ok, payload])
    if (what === 'settle') {
      const waiting = promises.get(id)
      promises.delete(id)
      if (ok === true) waiting?.resolve(decode(payload as Coded))
      else waiting?.reject(decode(payload as Coded))
    }
    if (what === 'define') {
      // As in Electron: enumerable, and neither writable nor configurable.
      const value = freeze(decode(ok as Coded))
      Object.defineProperty(global, String(id), { value, enumerable: true })
    }
  })

  return { define: (key, value) => post('define', key, encode(value, 0)) }
}

/** Runs in the page's own world, before its scripts: waits for the preload's world to come by. */
export function runMainWorld(
  world: PageWorld & object,
  handOver: string,
  connect: typeof makeEnd,
): void {
  world.addEventListener(
    handOver,
    (event) => {
      event.stopImmediatePropagation()
      connect(world, event.relatedTarget, 'to-main', 'to-preload', world)
    },
    { once: true, capture: true },
  )
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
