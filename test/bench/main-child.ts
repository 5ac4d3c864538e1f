/**
 * One start of the built main process, or the least that it could be, in a process of its own that
 * tells its parent what that cost. Arguments: what to do, and the profile's folder.
 */
import { createHook } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { electronStandIn } from './electron-stand-in'

// Words behind the program's name would be a command to it.
const [what, profile = '', forMs] = process.argv.splice(2)
const bundle = resolve('out/main/index.cjs')
const settleMs = 10_000

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Counts how often timers of this process wake it. */
function watchTimers(): { fired(): number } {
  const timers = new Set<number>()
  let fired = 0
  createHook({
    init: (id, type) => {
      if (type === 'Timeout') timers.add(id)
    },
    before: (id) => {
      if (timers.has(id)) fired += 1
    },
  }).enable()
  return { fired: () => fired }
}

/** Parts that a start puts off, and every person's program loads: behind its first window, with its first call and request. */
const soon = ['around-windows', 'contract', 'system-http']
/** The language that the stand-in speaks. */
const language = 'en'

/**
 * The files of the bundle: the entry and what it needs, with the parts of these names where they are
 * loaded later. Parts that only some ever load, such as other languages or the updater, are no part of it.
 */
function filesOf(file: string, later: readonly string[], found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [line, path = ''] of readFileSync(file, 'utf8').matchAll(
    /^.*require\("(\.[^"]+)"\).*$/gm,
  )) {
    const waits = line.includes('=>')
    const wanted = later.some((name) => new RegExp(`/${name}-[\\w-]{8}\\.cjs$`).test(path))
    if (!waits || wanted) filesOf(join(dirname(file), path), later, found)
  }
  return found
}

/** Reads and parses files of the program and the book, and nothing else. */
function parse(files: ReadonlySet<string>): number {
  const began = process.cpuUsage()
  for (const file of files) new Script(readFileSync(file, 'utf8'), { filename: file })
  JSON.parse(readFileSync(join(profile, 'book.json'), 'utf8'))
  return spent(began)
}

/** Runs the bundle as Electron would, with the stand-in for Electron. */
function startMain(onWindow: (call: () => Promise<unknown>) => void): void {
  const electron = electronStandIn(profile, onWindow)
  const load: unknown = Reflect.get(Module, '_load')
  if (typeof load !== 'function') throw new Error('Node loads modules in another way here.')
  const loadOther = (name: string, rest: readonly unknown[]): unknown =>
    Reflect.apply(load, Module, [name, ...rest])
  Reflect.set(Module, '_load', (name: string, ...rest: unknown[]): unknown =>
    name === 'electron' ? electron : loadOther(name, rest),
  )
  createRequire(import.meta.url)(bundle)
}

switch (what) {
  case 'start': {
    const began = process.cpuUsage()
    startMain(() => {
      process.send?.(spent(began), () => process.exit(0))
    })
    break
  }
  case 'open': {
    const began = process.cpuUsage()
    startMain((call) => {
      void call().then(() => process.send?.(spent(began), () => process.exit(0)))
    })
    break
  }
  case 'parse-book': {
    const book = readFileSync(join(profile, 'book.json'), 'utf8')
    const began = process.cpuUsage()
    JSON.parse(book)
    process.send?.(spent(began), () => process.exit(0))
    break
  }
  case 'parse':
    process.send?.(parse(filesOf(bundle, [language, ...soon])), () => process.exit(0))
    break
  case 'parse-start':
    process.send?.(parse(filesOf(bundle, [language])), () => process.exit(0))
    break
  case 'idle': {
    const watch = watchTimers()
    startMain(() => {
      // What a start does is over by then.
      setTimeout(() => {
        const before = watch.fired()
        setTimeout(
          // The timer that ends the time is not the program's.
          () => process.send?.(watch.fired() - before - 1, () => process.exit(0)),
          Number(forMs),
        )
      }, settleMs)
    })
    break
  }
  case undefined:
  default:
    throw new Error(`Nothing is known of "${what}".`)
}
