/**
 * What the host runs inside a page. The preload lives in an isolated world of its own, as under
 * Electron's context isolation; only there does the binding to the host exist, so no script of the
 * page can reach it. The two worlds share nothing but the document: they meet at an event target
 * that is handed over before the page's first script runs, and that nothing else holds.
 *
 * These functions are sent into pages as text. They may use their parameters and what a page has,
 * never anything else of this module.
 */

/** The few things of a page's global object that are used here; the project has no DOM types. */
export interface PageWorld {
  readonly window: unknown
  readonly top: unknown
  readonly CustomEvent: (new (type: string, init: { detail: unknown }) => object) & {
    readonly prototype: object
  }
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

export interface Meeting {
  addEventListener(type: string, listener: (event: object) => void): void
  dispatchEvent(event: object): boolean
}

export type Callable = (...args: unknown[]) => unknown

/** A value on its way between the worlds: a tag and what belongs to it. */
type Coded = readonly [tag: string, ...parts: unknown[]]

export interface WorldEnd {
  /** Defines `key` on the other world's global object: read-only, frozen all the way down. */
  define(key: string, value: unknown): void
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

  // Taken before the page's scripts run: they could replace any of these later, and so get hold of
  // the target, or of what passes over it.
  const { CustomEvent } = world
  const { apply } = Reflect
  const dispatch = target.dispatchEvent.bind(target)
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is only ever applied to an event
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get

  const post = (...message: unknown[]): void => {
    dispatch(new CustomEvent(theirs, { detail: message }))
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

  target.addEventListener(mine, (event) => {
    if (readDetail === undefined) return
    const detail = apply(readDetail, event, []) as [string, number, unknown, unknown]
    const [what, id, ok, payload] = detail
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
