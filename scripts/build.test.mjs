import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { markOfContents, markOfTimes } from './build.mjs'

let folder = ''
const write = (path, text) => writeFileSync(join(folder, path), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-build-'))
  mkdirSync(join(folder, 'src/inner'), { recursive: true })
  write('src/inner/a.ts', 'a')
  write('package.json', '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

const contents = () => markOfContents(folder, ['src', 'package.json', 'not-there'])

it('takes the same contents for the same, whatever their times', () => {
  const before = contents()
  utimesSync(join(folder, 'package.json'), 0, 0)
  expect(contents()).toBe(before)
})

it.each([
  ['changed', () => write('src/inner/a.ts', 'b')],
  ['added', () => write('src/inner/b.ts', '')],
  ['removed', () => rmSync(join(folder, 'src/inner/a.ts'))],
  [
    'renamed',
    () => {
      rmSync(join(folder, 'src/inner/a.ts'))
      write('src/inner/b.ts', 'a')
    },
  ],
])('notices a file that was %s', (_, change) => {
  const before = contents()
  change()
  expect(contents()).not.toBe(before)
})

it('notices that something else wrote the same contents', () => {
  const before = markOfTimes(folder, ['src'])
  utimesSync(join(folder, 'src/inner/a.ts'), 1, 1)
  expect(markOfTimes(folder, ['src'])).not.toBe(before)
})
