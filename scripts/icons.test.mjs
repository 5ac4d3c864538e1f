import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsTypes } from './icon-files.mjs'
import { drawnFrom, iconPictures, pictures, resources, windowsSizes } from './icon-pictures.mjs'
import { key } from './tray-drawings.mjs'

const { files } = await iconPictures()

it.each([...files, ...pictures()])('resources/$target is there in its size', async (picture) => {
  expect(sizeOf(await resource(picture.target))).toEqual([picture.size, picture.size])
})

it('the pictures are drawn from the present drawings', async () => {
  const noted = JSON.parse(String(await resource('drawn.json')))
  expect(noted, 'Run: node scripts/icons.mjs').toEqual(await drawnFrom())
})

it('the icon of Windows holds every size', async () => {
  const ico = await resource('icon.ico')
  const found = windowsSizes.map((_, index) => {
    const at = 6 + 16 * index
    const start = ico.readUInt32LE(at + 12)
    return sizeOf(ico.subarray(start, start + ico.readUInt32LE(at + 8)))
  })
  expect(ico.readUInt16LE(4)).toBe(windowsSizes.length)
  expect(found).toEqual(windowsSizes.map((size) => [size, size]))
})

it('the icon of macOS holds every size', async () => {
  const icns = await resource('icon.icns')
  /** @type {Record<string, number | undefined>} */
  const found = {}
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const picture = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))
    found[icns.toString('latin1', at, at + 4)] = sizeOf(picture)[0]
  }
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  expect(found).toEqual(icnsTypes)
})

describe('the latchkey has one shape', () => {
  const ui = join(import.meta.dirname, '..', 'src', 'renderer', 'ui')
  it.each([
    join(resources, 'icon.svg'),
    join(resources, 'icon-small.svg'),
    join(ui, 'mark.svg'),
    join(ui, 'icons.tsx'),
  ])('in %s', async (path) => {
    expect(await readFile(path, 'utf8')).toContain(`d="${key}"`)
  })
})

/** @param {string} name */
function resource(name) {
  return readFile(join(resources, name))
}

/**
 * Width and height of a PNG picture.
 *
 * @param {Buffer} png
 */
function sizeOf(png) {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG picture.')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
