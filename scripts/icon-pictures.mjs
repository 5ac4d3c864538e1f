/** Which pictures are drawn from which drawing. scripts/icons.mjs draws them. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { colourMark, markColours, trayLooks, trayMark } from './tray-drawings.mjs'

export const resources = join(import.meta.dirname, '..', 'resources')

/** Up to this size the icon has a drawing of its own, in which the key fills the plate. */
const small = 32

/** What Linux desktops look for; the largest is icon.png, too. */
export const fileSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
export const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
const macSizes = [16, 32, 64, 128, 256, 512, 1024]

/** Electron finds the picture for dense screens by its name: `name@2x.png` beside `name.png`. */
const scales = [
  { suffix: '', factor: 1 },
  { suffix: '@2x', factor: 2 },
]

/** The program's icon: as files, and what goes into those of Windows and macOS. */
export async function iconPictures() {
  const large = await read('icon.svg')
  const tight = await read('icon-small.svg')
  const drawing = (/** @type {number} */ size) => (size <= small ? tight : large)
  return {
    files: [
      { svg: large, target: 'icon.png', size: 1024 },
      ...fileSizes.map((size) => ({
        svg: drawing(size),
        target: `icons/${size}x${size}.png`,
        size,
      })),
    ],
    windows: windowsSizes.map((size) => ({ svg: drawing(size), size })),
    mac: macSizes.map((size) => ({ svg: withMargin(drawing(size), size), size })),
  }
}

/** The tray's and the menus' pictures, each for plain and for dense screens. */
export function pictures() {
  return [
    ...trayLooks.flatMap(({ name, size, look }) => scaled(trayMark(look), name, size)),
    ...Object.entries(markColours).flatMap(([name, colour]) =>
      scaled(colourMark(colour), `marks/${name}`, 16),
    ),
  ]
}

/** A digest of each drawing, by its name. */
export async function drawnFrom() {
  const tray = pictures().map(({ svg, target, size }) => `${target} ${size} ${svg}`)
  return {
    'icon.svg': digest(await read('icon.svg')),
    'icon-small.svg': digest(await read('icon-small.svg')),
    tray: digest(tray.join('\n')),
  }
}

/**
 * Icons of macOS leave a rim free in which the system draws their shadow: 100 of 1024 on each side.
 *
 * @param {string} svg
 * @param {number} size
 */
function withMargin(svg, size) {
  const rim = size <= small ? Math.round(size / 16) : (size * 100) / 1024
  const inner = size - 2 * rim
  const placed = svg.replace(
    '<svg ',
    `<svg x="${rim}" y="${rim}" width="${inner}" height="${inner}" `,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${placed}</svg>`
}

/**
 * @param {string} svg
 * @param {string} name
 * @param {number} size
 */
function scaled(svg, name, size) {
  return scales.map(({ suffix, factor }) => ({
    svg,
    target: `${name}${suffix}.png`,
    size: size * factor,
  }))
}

/** @param {string} name */
function read(name) {
  return readFile(join(resources, name), 'utf8')
}

/** @param {string} drawing */
function digest(drawing) {
  // The same digest wherever a checkout ends its lines.
  return createHash('sha256').update(drawing.replaceAll('\r\n', '\n')).digest('hex')
}
