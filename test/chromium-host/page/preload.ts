/** Turns the app's preload file into the scripts that every new document of a window runs first. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { jsonOnly } from './json-only'
import { runPreload, type PreloadSettings } from './sandboxed-preload'
import { makeEnd, runMainWorld } from './worlds'

type Callable = (...args: never[]) => unknown

/** The name of the isolated world that the preload runs in. */
export const preloadWorld = 'latchkey-preload'

export interface PreloadScripts {
  readonly mainWorld: string
  readonly isolatedWorld: string
  /** The binding's name in the isolated world. */
  readonly binding: string
  /** The isolated world's function that takes what the host sends. */
  readonly receiver: string
  /** Why the file cannot run at all: unreadable, or not CommonJS. */
  readonly problem: Error | undefined
}

/**
 * Reads a preload file as Electron's sandbox does: one CommonJS file. A file that does not parse as
 * such (an ES module) is reported in `problem`, and the page loads without it, as in Electron.
 */
export function preloadScripts(file: string | undefined, subframes: boolean): PreloadScripts {
  const mark = randomUUID().replaceAll('-', '')
  const settings: PreloadSettings = {
    subframes,
    handOver: `hand-over-${mark}`,
    binding: `host${mark}`,
    receiver: `receive${mark}`,
    process: {
      platform: process.platform,
      arch: process.arch,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      env: { LATCHKEY_HOST: 'chromium' },
      versions: {},
    },
  }
  let wrapped = 'undefined'
  let problem: Error | undefined
  if (file !== undefined) {
    try {
      const source = readFileSync(file, 'utf8')
      const candidate = `(function (exports, require, module, process) {${source}\n})`
      new Script(candidate, { filename: file })
      wrapped = candidate
    } catch (error) {
      problem = error instanceof Error ? error : new Error(String(error))
    }
  }
  return {
    mainWorld: call(runMainWorld, JSON.stringify(settings.handOver), makeEnd),
    isolatedWorld: call(runPreload, JSON.stringify(settings), makeEnd, jsonOnly, wrapped),
    binding: settings.binding,
    receiver: settings.receiver,
    problem,
  }
}

/** A call of a function as text, with the page's global object before the other arguments. */
function call(...[called, ...args]: readonly (string | Callable)[]): string {
  return `(${String(called)})(globalThis, ${args.map(String).join(', ')})`
}
