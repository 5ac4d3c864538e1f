/** docs/security.md, read as somebody reads it who looks a promise up: each place and test is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|property)/.test(line))

it('names only files that there are', () => {
  const paths = [...page.matchAll(/`((?:src|test|docs)\/[^`*]+)`/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(60)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

it('says of each promise where it is kept and how that is known', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const [, , place = '', , kind = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim())
    expect(place, row).toMatch(/`/)
    expect(kind, row).toMatch(/behaviour|configuration/)
  }
})
