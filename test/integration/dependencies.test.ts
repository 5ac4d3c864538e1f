/**
 * docs/dependencies.md against what is really shipped: the packages whose code the build has put into
 * the program, those that lie beside it, and Electron.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { namesIn, tableUnder } from '../../scripts/tables.mjs'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const dependencies = z.record(z.string(), z.string()).default({})
const lockEntry = z.object({
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  license: z.union([z.string(), z.array(z.string())]).optional(),
  dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
})
const lockfile = z.object({ packages: z.record(z.string(), lockEntry) })
const manifest = z.object({ dependencies, devDependencies: dependencies })
const bundled = z.array(z.object({ folder: z.string(), bytes: z.number() }))

const readLock = (path: string) => lockfile.parse(JSON.parse(read(path))).packages
const locked = readLock('package-lock.json')
const { dependencies: beside, devDependencies } = manifest.parse(JSON.parse(read('package.json')))

const page = read('docs/dependencies.md')
const rows = tableUnder(page, 'Every package').rows.map((row) => ({
  name: namesIn(row['package'])[0] ?? '',
  askedBy: namesIn(row['asked for by'])[0],
  does: row['what it does'] ?? '',
  why: row['why it is no own code'] ?? '',
  licence: row['licence'] ?? '',
  script: row['install script'] ?? '',
  size: row['kB'] ?? '',
}))

/** Licences that ask for no more than their text beside the program. */
const allowed = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
]

const bundledBytes = new Map<string, number>()
for (const part of ['main', 'preload', 'renderer']) {
  for (const { folder, bytes } of bundled.parse(JSON.parse(read(`out/packages/${part}.json`)))) {
    bundledBytes.set(folder, (bundledBytes.get(folder) ?? 0) + bytes)
  }
}

/** Where npm puts what the package in `folder` asks for: the nearest `node_modules` that has it. */
function placeOf(name: string, folder: string): string | undefined {
  const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
  if (place in locked) return place
  if (folder === '') return undefined
  const above = /^(.*?)\/?node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(folder)?.[1] ?? ''
  return placeOf(name, above)
}

/** The package in `folder` and all that it brings. */
function reach(folder: string, seen = new Set<string>()): Set<string> {
  if (seen.has(folder)) return seen
  seen.add(folder)
  const entry = locked[folder]
  const asked = {
    ...entry?.dependencies,
    ...entry?.optionalDependencies,
    ...entry?.peerDependencies,
  }
  for (const name of Object.keys(asked)) {
    const place = placeOf(name, folder)
    if (place !== undefined) reach(place, seen)
  }
  return seen
}

const folderOf = (name: string): string => `node_modules/${name}`
const besideFolders = Object.keys(beside).flatMap((name) => [...reach(folderOf(name))])
const shipped = new Set([...bundledBytes.keys(), ...besideFolders, folderOf('electron')])
/** A package that only passes others on leaves no code behind; its row is there to say why. */
const passesOn = (row: (typeof rows)[number]): boolean => row.size === '0'

describe('what is shipped', () => {
  it('stands in the table, each package once', () => {
    const listed = new Set(rows.map(({ name }) => folderOf(name)))
    expect(listed.size).toBe(rows.length)
    const missing = [...shipped].filter((folder) => !listed.has(folder)).map(rowFor)
    expect(missing, 'add these rows to docs/dependencies.md, and say why').toEqual([])
  })

  it('is all that stands in the table', () => {
    const gone = rows.filter((row) => !passesOn(row) && !shipped.has(folderOf(row.name)))
    const names = gone.map(({ name }) => name)
    expect(names, 'take these out of docs/dependencies.md: they are not shipped').toEqual([])
  })

  it('is counted', () => {
    const chosen = rows.filter(({ askedBy }) => askedBy === undefined)
    const counted = rows.filter((row) => !passesOn(row)).length
    const said = /\*\*(\d+) packages\*\*, (\d+) of them chosen/.exec(page)?.slice(1).map(Number)
    expect(said, 'how many, and how many chosen').toEqual([counted, chosen.length])
  })

  it('lies beside the program only where it must: what is native', () => {
    expect(Object.keys(beside)).toEqual(['keytar'])
  })

  it.each(rows)('is what the table says: $name', (row) => {
    const folder = folderOf(row.name)
    const entry = locked[folder]
    expect(entry, 'it is not in the lockfile').toBeDefined()
    if (row.askedBy === undefined) {
      expect(Object.keys({ ...beside, ...devDependencies })).toContain(row.name)
    } else {
      expect([...reach(folderOf(row.askedBy))], `${row.askedBy} does not ask for it`).toContain(
        folder,
      )
    }
    expect(row.does).toMatch(/\w{3}/)
    expect(row.why).toMatch(/\w{3}/)
    expect(allowed).toContain(row.licence)
    expect([entry?.license].flat()).toContain(row.licence)
    expect(row.script).toBe(entry?.hasInstallScript === true ? 'has one, not needed' : 'none')
    const kilobytes = (bundledBytes.get(folder) ?? 0) / 1000
    if (kilobytes === 0) return
    const said = Number(row.size)
    const near = said >= kilobytes / 1.5 - 2 && said <= kilobytes * 1.5 + 2
    expect(near, `its size is ${Math.ceil(kilobytes)} kB, not ${row.size}`).toBe(true)
  })
})

describe('where packages come from', () => {
  const lockfiles = [
    'package-lock.json',
    'scripts/electronegativity/package-lock.json',
    'packaging/builder/package-lock.json',
  ]

  it.each(lockfiles)('each entry of %s has its hash and no address', (path) => {
    const entries = Object.entries(readLock(path)).filter(([folder]) => folder !== '')
    expect(entries.length).toBeGreaterThan(250)
    const wrong = entries.filter(
      ([, { integrity, resolved }]) =>
        integrity?.startsWith('sha512-') !== true || resolved !== undefined,
    )
    expect(wrong.map(([folder]) => folder)).toEqual([])
  })

  it('no install script runs, and the one package that has one comes with what it would build', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    const scripts = Object.keys(locked).filter((folder) => locked[folder]?.hasInstallScript)
    expect(scripts).toEqual(['node_modules/keytar'])
    for (const system of ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64']) {
      expect(existsSync(join(root, 'node_modules/keytar/prebuilds', system)), system).toBe(true)
    }
  })
})

/** The row that a new package needs, with what can be known of it. */
function rowFor(folder: string): string {
  const entry = locked[folder]
  const script = entry?.hasInstallScript === true ? 'has one, not needed' : 'none'
  const licence = [entry?.license ?? '?'].flat()[0] ?? '?'
  const size = Math.ceil((bundledBytes.get(folder) ?? 0) / 1000) || 'own files'
  const name = folder.replace(/^node_modules\//, '')
  return `| \`${name}\` | Latchkey or \`its asker\` | … | … | ${licence} | ${script} | ${size} |`
}
