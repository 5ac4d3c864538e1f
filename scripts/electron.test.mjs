import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findElectron } from './electron.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-electron-'))
  mkdirSync(join(folder, 'dist'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const find = (env = {}) => findElectron(env, folder)

it('is not there before it was fetched', () => {
  expect(find()).toBeUndefined()
})

it('is not there when a fetch was cut short', () => {
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(find()).toBeUndefined()
})

it('is where the package says', () => {
  mkdirSync(join(folder, 'dist/Electron.app'))
  writeFileSync(join(folder, 'path.txt'), 'Electron.app/Electron')
  writeFileSync(join(folder, 'dist/Electron.app/Electron'), '')
  expect(find()).toBe(join(folder, 'dist/Electron.app/Electron'))
})

it('may lie elsewhere', () => {
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'electron'), '')
  expect(find({ ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, 'electron'))
})
