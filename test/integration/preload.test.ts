import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const built = resolve(import.meta.dirname, '../../out/preload/index.cjs')

interface Loaded {
  readonly required: readonly string[]
  readonly exposed: Readonly<Record<string, unknown>>
  readonly invoked: readonly unknown[][]
}

/**
 * Loads the built preload as Electron's sandbox does: one CommonJS script in a context without Node,
 * whose `require` knows `electron` and refuses everything else.
 */
function load(): Loaded {
  const required: string[] = []
  const exposed: Record<string, unknown> = {}
  const invoked: unknown[][] = []
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => {
        exposed[name] = value
      },
    },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args)
        return Promise.resolve('answer')
      },
      on: () => undefined,
      removeListener: () => undefined,
    },
  }
  const module = { exports: {} }
  const require = (name: string): unknown => {
    required.push(name)
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  const script = `(function (require, module, exports) {${readFileSync(built, 'utf8')}\n})`
  const wrapped: unknown = runInNewContext(script, {}, { filename: built })
  if (typeof wrapped !== 'function') throw new Error('The preload is no script')
  Reflect.apply(wrapped, undefined, [require, module, module.exports])
  return { required, exposed, invoked }
}

describe('the built preload', () => {
  it('is there: npm run build makes it', () => {
    expect(existsSync(built)).toBe(true)
  })

  it('requires only electron and runs without Node', () => {
    expect(load().required).toEqual(['electron'])
  })

  it('is one script: it imports nothing', () => {
    expect(readFileSync(built, 'utf8')).not.toMatch(/^\s*(import|export)\s|\bimport\(/m)
  })

  it('exposes two functions and hands out neither ipcRenderer nor its event', async () => {
    const { exposed, invoked } = load()
    expect(Object.keys(exposed)).toEqual(['latchkey'])
    const bridge = exposed['latchkey']
    expect(Object.keys(Object(bridge) as object).sort()).toEqual(['call', 'on'])
    const call: unknown = Reflect.get(Object(bridge) as object, 'call')
    if (typeof call !== 'function') throw new Error('call is no function')
    expect(await Reflect.apply(call, undefined, ['state.snapshot', {}])).toBe('answer')
    expect(invoked).toEqual([['latchkey:call', 'state.snapshot', {}]])
  })
})
