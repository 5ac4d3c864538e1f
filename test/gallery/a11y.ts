/**
 * `npm run test:a11y`: looks at every scene of the gallery in light and dark for what keeps people out, and
 * writes out/reports/a11y.json. Exits non-zero when axe finds anything, a contrast is too low, or the
 * report does not name the very screens that the gallery has. With names behind it, it looks at those
 * scenes alone and leaves the report as it is.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { drawAll } from './draw-all'
import { differencesFrom, rowOf, troublesOf, type AccessRow } from './access-row'
import { gatherMaterial } from './material'
import { buildGallery, serveFolder } from './site'
import { startBrowser } from './stage'
import { variants } from './variants'

const names = process.argv.slice(2)
const whole = names.length === 0
const themes = variants.filter(({ name }) => name === 'light' || name === 'dark')
const began = performance.now()
const site = await serveFolder(await buildGallery(resolve('.')))
const play = { url: site.url, material: await gatherMaterial() }
const browser = await startBrowser()
const rows: AccessRow[] = []
const troubles: string[] = []
try {
  const screens = await drawAll(
    browser,
    play,
    { names, variants: themes },
    async (stage, screen, trouble) => {
      const theme = stage.variant.name
      const say = (words: string): void => {
        troubles.push(words)
        console.error(`${theme} / ${screen}: ${words}`)
      }
      if (trouble !== undefined) {
        say(trouble)
        return
      }
      const audit = await stage.audit()
      rows.push(rowOf(screen, theme, audit))
      troublesOf(audit).forEach(say)
    },
  )
  if (whole) {
    const differences = differencesFrom(
      screens,
      themes.map(({ name }) => name),
      rows,
    )
    troubles.push(...differences)
    differences.forEach((words) => console.error(words))
  }
} finally {
  await browser.close()
  await site.close()
}
const order = (row: AccessRow): string => `${row.theme} ${row.screen}`
rows.sort((one, other) => order(one).localeCompare(order(other), 'en'))
if (whole) {
  mkdirSync(resolve('out/reports'), { recursive: true })
  writeFileSync(resolve('out/reports/a11y.json'), `${JSON.stringify(rows, null, 2)}\n`)
}
const seconds = Math.round((performance.now() - began) / 1000)
console.log(`${rows.length} screens looked at (${seconds} s), ${troubles.length} things to mend`)
process.exitCode = troubles.length === 0 && rows.length > 0 ? 0 : 1
