/** Every file below a folder: profile, Chromium's own profile, temporary files, crash reports. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Place } from './canary'

/** One place per file, its name included; what goes away meanwhile is left out. */
export async function filePlaces(folder: string, kind = 'file'): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const read = entries.map(async (entry): Promise<readonly Place[]> => {
    const path = join(entry.parentPath, entry.name)
    const where = relative(folder, path)
    const named: Place = { kind: 'file name', where, content: where }
    if (!entry.isFile()) return [named]
    const content = await readFile(path).catch(() => undefined)
    return content === undefined ? [named] : [named, { kind, where, content }]
  })
  return (await Promise.all(read)).flat()
}

/** What a crash leaves in the folder in which the program runs, where the system writes it there. */
export async function crashPlaces(folder: string): Promise<readonly Place[]> {
  const names = (await readdir(folder)).filter((name) => /^(core|core\..*|.*\.dmp)$/.test(name))
  const read = names.map(async (where) => ({
    kind: 'crash output',
    where,
    content: await readFile(join(folder, where)),
  }))
  return Promise.all(read)
}
