/**
 * Draws the icons of all sizes into resources/, with the installed Chromium. Run it after changing a
 * drawing: `node scripts/icons.mjs`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { colourMark, markColours, trayLooks, trayMark } from './tray-drawings.mjs'

const folder = join(import.meta.dirname, '..', 'resources')

/** Electron finds the picture for dense screens by its name: `name@2x.png` beside `name.png`. */
const scales = [
  { suffix: '', factor: 1 },
  { suffix: '@2x', factor: 2 },
]

const app = await readFile(join(folder, 'icon.svg'), 'utf8')
const pictures = [
  { svg: app, target: 'icon.png', size: 512 },
  ...trayLooks.flatMap(({ name, size, look }) => scaled(trayMark(look), name, size)),
  ...Object.entries(markColours).flatMap(([name, colour]) =>
    scaled(colourMark(colour), join('marks', name), 16),
  ),
]

const browser = await chromium.launch({
  executablePath: process.env['LATCHKEY_CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  await mkdir(join(folder, 'marks'), { recursive: true })
  for (const { svg, target, size } of pictures) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
    await page.setContent(`<body style="margin:0;overflow:hidden">${sized}</body>`)
    await writeFile(join(folder, target), await page.screenshot({ omitBackground: true }))
    await page.close()
  }
} finally {
  await browser.close()
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
