/**
 * Notes at build time which packages' code lands in a part of the program, so that nobody has to guess
 * what is shipped: test/integration/dependencies.test.ts holds docs/dependencies.md against it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Code of a package in one part of the program. */
export interface BundledPackage {
  /** Where npm put it, which is its key in the lockfile. */
  readonly folder: string
  /** How much of it is left before minifying, in bytes. */
  readonly bytes: number
}

/** Writes `packages/<part>.json` beside the folder of that part, each time it is built. */
export function noteBundledPackages(part: 'main' | 'preload' | 'renderer'): Plugin {
  return {
    name: 'note-bundled-packages',
    generateBundle({ dir = '' }, bundle) {
      const sizes = new Map<string, number>()
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const folder = folderOf(id)
          if (folder !== undefined && renderedLength > 0) {
            sizes.set(folder, (sizes.get(folder) ?? 0) + renderedLength)
          }
        }
      }
      const packages = [...sizes].map(([folder, bytes]): BundledPackage => ({ folder, bytes }))
      const beside = join(dir, '..', 'packages')
      mkdirSync(beside, { recursive: true })
      const text = JSON.stringify(packages.sort(byFolder), null, 2)
      writeFileSync(join(beside, `${part}.json`), `${text}\n`)
    },
  }
}

/** The package that a module is of; what the bundler itself adds bears its name behind a NUL. */
export function folderOf(id: string): string | undefined {
  const path = id.replaceAll('\\', '/')
  const found = /(?:^|\/)(node_modules\/.*)$/.exec(path)?.[1]
  const own = /^\0?(vite|rolldown)\//.exec(path)?.[1]
  if (found === undefined) return own && `node_modules/${own}`
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(found)?.[0]
}

function byFolder(one: BundledPackage, other: BundledPackage): number {
  return one.folder < other.folder ? -1 : 1
}
