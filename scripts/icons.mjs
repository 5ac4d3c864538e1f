/**
 * Draws the icons of all sizes from their SVG sources in resources/, with the installed Chromium.
 * Run it after changing a drawing: `node scripts/icons.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const folder = join(import.meta.dirname, '..', 'resources')
const drawings = [
  { source: 'icon.svg', target: 'icon.png', size: 512 },
  { source: 'tray.svg', target: 'tray.png', size: 22 },
  { source: 'tray.svg', target: 'tray@2x.png', size: 44 },
  { source: 'trayTemplate.svg', target: 'trayTemplate.png', size: 16 },
  { source: 'trayTemplate.svg', target: 'trayTemplate@2x.png', size: 32 },
]

const browser = await chromium.launch({
  executablePath: process.env['LATCHKEY_CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const { source, target, size } of drawings) {
    const svg = await readFile(join(folder, source), 'utf8')
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
    await page.setContent(`<body style="margin:0;overflow:hidden">${sized}</body>`)
    await writeFile(join(folder, target), await page.screenshot({ omitBackground: true }))
    await page.close()
  }
} finally {
  await browser.close()
}
