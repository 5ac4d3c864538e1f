/**
 * Draws the icons of all sizes into resources/, with the installed Chromium. Run it after changing a
 * drawing: `node scripts/icons.mjs`. What was drawn from what is noted in resources/drawn.json, so that
 * a test sees a drawing that was changed without this.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { icnsOf, icoOf } from './icon-files.mjs'
import { drawnFrom, iconPictures, pictures, resources } from './icon-pictures.mjs'

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('There is no Chromium here to draw with.')
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const icons = await iconPictures()
  for (const { svg, target, size } of [...icons.files, ...pictures()]) {
    await write(target, await draw(svg, size))
  }
  await write('icon.ico', icoOf(await all(icons.windows)))
  await write('icon.icns', icnsOf(await all(icons.mac)))
  await write('drawn.json', `${JSON.stringify(await drawnFrom(), null, 2)}\n`)
} finally {
  await browser.close()
}

/**
 * @param {string} svg
 * @param {number} size
 */
async function draw(svg, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
  await page.setContent(`<body style="margin:0;overflow:hidden">${sized}</body>`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

/** @param {readonly { svg: string, size: number }[]} wanted */
async function all(wanted) {
  const drawn = []
  for (const { svg, size } of wanted) drawn.push({ size, png: await draw(svg, size) })
  return drawn
}

/**
 * @param {string} target
 * @param {string | Buffer} content
 */
async function write(target, content) {
  const path = join(resources, target)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
