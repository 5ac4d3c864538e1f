/** What the files of the built main process load of each other. */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const built = resolve(import.meta.dirname, '../../out/main')

/** A file of the build, and all that it may ever load. */
function reachedFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g)) {
    reachedFrom(join(dirname(file), path), found)
  }
  return found
}

describe('the entry of the main process', () => {
  const entry = join(built, 'index.cjs')

  it.each(['keychain.cjs', 'cli.cjs'])('is not started by %s, which is another program', (name) => {
    const reached = reachedFrom(join(built, name))
    expect(reached.size).toBeGreaterThan(1)
    expect(reached).not.toContain(entry)
  })

  it('loads the program behind the first window', () => {
    const direct = readFileSync(entry, 'utf8').split('\n')
    const around = direct.filter((line) => line.includes('/around-windows-'))
    expect(around).toHaveLength(1)
    expect(around[0]).toContain('=>')
  })
})
