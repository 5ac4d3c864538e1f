/**
 * The walls around what the host offers. Whatever the app touches is seen through one of these
 * functions, so that a member which the host lacks fails at once and by name instead of being
 * `undefined` somewhere later.
 */

/** What Promise resolution and module interop ask any object for; none is an Electron member. */
const askedOfAnything = new Set(['then', 'toJSON', '__esModule', 'default', 'constructor'])

/** Members that stay usable after the object behind them is destroyed, as in Electron. */
const outlivesDestruction = new Set([
  'isDestroyed',
  'on',
  'once',
  'off',
  'addListener',
  'removeListener',
  'removeAllListeners',
  'listenerCount',
])

/** Every emitter's part of a facade; Electron's emitters are Node's. */
export const emitterMembers = [
  'on',
  'once',
  'off',
  'emit',
  'addListener',
  'removeListener',
  'removeAllListeners',
  'listenerCount',
] as const

const facades = new WeakMap<object, object>()
const targets = new WeakMap<object, object>()

function missing(name: string): Error {
  return new Error(
    `The Chromium host has no electron.${name}. test/chromium-host/README.md says how to add it.`,
  )
}

interface FacadeOptions<T> {
  /** Properties that the app may set. */
  readonly writable?: readonly (keyof T & string)[]
  /** False once the object is destroyed: from then on its members throw as Electron's do. */
  readonly isAlive?: () => boolean
  /** Methods that the app may call and that do nothing here. */
  readonly ignored?: readonly string[]
}

/**
 * Shows of `target` only `members`; any other member throws an Error that names it. Methods come
 * bound. One target has one facade, which {@link facadeOf} and {@link targetOf} translate.
 */
export function facade<T extends object>(
  name: string,
  target: T,
  members: readonly (keyof T & string)[],
  { writable = [], isAlive = () => true, ignored = [] }: FacadeOptions<T> = {},
): T {
  const shown = new Set<string>(members)
  const settable = new Set<string>(writable)
  const bound = new Map<string, unknown>()
  const proxy: T = new Proxy(target, {
    get(_, key) {
      if (typeof key === 'symbol') return Reflect.get(target, key) as unknown
      if (!shown.has(key)) {
        if (askedOfAnything.has(key)) return undefined
        if (ignored.includes(key)) return () => undefined
        throw missing(`${name}.${key}`)
      }
      if (!isAlive() && !outlivesDestruction.has(key)) {
        throw new TypeError('Object has been destroyed')
      }
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      const known = bound.get(key)
      if (known !== undefined) return known
      const method = (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args)
        return result === target ? proxy : result
      }
      bound.set(key, method)
      return method
    },
    set(_, key, value) {
      if (typeof key !== 'string' || !settable.has(key)) throw missing(`${name}.${String(key)} =`)
      return Reflect.set(target, key, value)
    },
    has: (_, key) => typeof key === 'string' && shown.has(key),
    ownKeys: () => [...shown],
    getOwnPropertyDescriptor: () => undefined,
  })
  facades.set(target, proxy)
  targets.set(proxy, target)
  return proxy
}

/** The facade made for `target`; an object without one is returned as it is. */
export function facadeOf<T extends object>(target: T): T {
  return (facades.get(target) as T | undefined) ?? target
}

/** The object behind a facade; any other object is returned as it is. */
export function targetOf<T extends object>(shown: T): T {
  return (targets.get(shown) as T | undefined) ?? shown
}

/** A record whose own keys can be read and nothing else: the module itself and its name spaces. */
export function only<T extends object>(name: string, record: T): T {
  return new Proxy(record, {
    get(_, key) {
      if (typeof key === 'symbol' || Object.hasOwn(record, key)) {
        return Reflect.get(record, key) as unknown
      }
      if (askedOfAnything.has(key)) return undefined
      throw missing(name === '' ? key : `${name}.${key}`)
    },
    set(_, key) {
      throw missing(`${name}.${String(key)} =`)
    },
  })
}

type Constructor = abstract new (...args: never[]) => object

/**
 * A class whose instances come out as their facades (made by its constructor) and of whose static
 * members only `statics` are shown.
 */
export function onlyClass<T extends Constructor>(
  name: string,
  type: T,
  statics: readonly (keyof T & string)[],
): T {
  const shown = new Set<string>(statics)
  return new Proxy(type, {
    construct: (target, args, newTarget) =>
      facadeOf(Reflect.construct(target, args, newTarget) as object),
    get(target, key) {
      if (typeof key === 'symbol' || key === 'prototype' || key === 'name' || shown.has(key)) {
        return Reflect.get(target, key) as unknown
      }
      if (askedOfAnything.has(key)) return undefined
      throw missing(`${name}.${key}`)
    },
  })
}
