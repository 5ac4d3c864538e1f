/** docs/security.md, read as somebody reads it who looks a promise up: each place and test is there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fuseNames, fuses } from '../../packaging/fuses'
import { namesIn, readTables, tableUnder } from '../../scripts/tables.mjs'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const promises = readTables(page)
  .filter(({ columns }) => columns.includes('property'))
  .flatMap(({ rows }) => rows)

/** The files and folders that a cell names; a bare name lies beside the one before it. */
function pathsIn(cell: string | undefined): string[] {
  let folder = ''
  return namesIn(cell).flatMap((name) => {
    if (!/^[\w/-]*[/.][\w/.-]+$/.test(name)) return []
    const bare = !name.includes('/') && !existsSync(join(root, name))
    const path = bare && folder !== '' ? `${folder}/${name}` : name
    folder = dirname(path)
    return [path]
  })
}

/** A test file, or a folder of them. */
function isTest(path: string): boolean {
  const full = join(root, path)
  if (!existsSync(full)) return false
  const names = statSync(full).isDirectory() ? readdirSync(full) : [path]
  return names.some((name) => /\.(test|spec)\.(tsx?|mjs)$/.test(name))
}

describe('the page', () => {
  it('names only files that there are', () => {
    const paths = [...page.matchAll(/`((?:src|test|docs|scripts|packaging)\/[^`*]+)`/g)]
    expect(paths.length).toBeGreaterThan(90)
    expect(
      paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path))),
    ).toEqual([])
  })

  it('has tables of promises, of fuses and of findings, and no others', () => {
    const forms = readTables(page).map(({ columns }) => columns.join(' | '))
    expect(new Set(forms)).toEqual(
      new Set([
        'property | place | test | kind',
        'point | property | place | test | kind',
        'fuse | Electron | release | driven | why',
        'finding | place | answer | test',
      ]),
    )
    expect(promises.length).toBeGreaterThan(60)
  })

  it.each(promises)('says of a promise where it is kept and what goes red: $property', (row) => {
    const places = pathsIn(row['place'])
    expect(places, 'a place').not.toEqual([])
    for (const path of places) expect(existsSync(join(root, path)), path).toBe(true)
    const tests = pathsIn(row['test'])
    expect(tests.filter(isTest), 'a test').not.toEqual([])
    for (const path of tests) expect(existsSync(join(root, path)), path).toBe(true)
    expect(row['kind']).toMatch(/^(behaviour|configuration)\b/)
  })

  it('answers each finding with a test', () => {
    for (const row of tableUnder(page, 'What electronegativity finds').rows) {
      expect(pathsIn(row['test']).filter(isTest), row['finding']).not.toEqual([])
      expect(row['answer'], row['finding']).toMatch(/\w{4}/)
    }
  })
})

describe('Electron’s list', () => {
  it('is whole and in its order', () => {
    const points = tableUnder(page, 'Electron’s twenty points').rows.map((row) => row['point'])
    expect(points).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)))
  })

  it('is that of the Electron in the lockfile', () => {
    const lock: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const major = /"node_modules\/electron":\{"version":"(\d+)\./.exec(JSON.stringify(lock))?.[1]
    expect(major).toBeDefined()
    expect([...page.matchAll(/Electron (\d+)|version (\d+)/g)].map(([, a, b]) => a ?? b)).toEqual([
      major,
      major,
    ])
  })
})

describe('the table of fuses', () => {
  it('is the list that packing takes', () => {
    const listed = fuseNames.map((name) => {
      const { electron, release, driven = release } = fuses[name]
      return { fuse: `\`${name}\``, Electron: electron, release, driven }
    })
    const rows = tableUnder(page, 'Fuses').rows
    expect(rows).toEqual(listed.map((row) => expect.objectContaining(row) as unknown))
    for (const { fuse, why } of rows) expect(why, fuse).toMatch(/\w{4}/)
  })

  it('says where a fuse is heeded only by some systems', () => {
    const only = fuseNames.filter((name) => fuses[name].only !== undefined)
    const said = tableUnder(page, 'Fuses').rows.filter(({ why = '' }) => why.includes(' only'))
    expect(said.map(({ fuse }) => fuse)).toEqual(only.map((name) => `\`${name}\``))
  })
})
