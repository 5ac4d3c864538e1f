/**
 * `npm run gallery`, or `npm run gallery -- NAME … [--variant NAME]`: draws every scene of the gallery in
 * every variant, or those whose name contains NAME, into out/gallery/<variant>/<scene>.png, and a page
 * and sheets of all of them. Exits non-zero when a scene cannot be drawn or something in it is lost.
 */
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { drawSheets, writeIndex, type Picture } from './album'
import { drawAll } from './draw-all'
import { focusJumps } from './focus-order'
import { readWishes } from './wishes'
import { gatherMaterial } from './material'
import { buildGallery, serveFolder } from './site'
import { startBrowser, type Stage } from './stage'

const root = resolve('.')
const folder = join(root, 'out/gallery')
const wishes = readWishes(process.argv.slice(2))
if (!wishes.ok) {
  console.error(wishes.problem)
  process.exit(2)
}
const whole = wishes.names.length === 0 && !wishes.some
if (whole && existsSync(folder)) await rm(folder, { recursive: true })
for (const { name } of wishes.variants) await mkdir(join(folder, name), { recursive: true })

const began = performance.now()
const site = await serveFolder(await buildGallery(root))
const album = await serveFolder(folder)
const play = { url: site.url, material: await gatherMaterial() }
const browser = await startBrowser()
const pictures: Picture[] = []
try {
  await drawAll(browser, play, wishes, async (stage, scene, trouble) => {
    const { variant } = stage
    const troubles = trouble === undefined ? await take(stage, scene) : [trouble]
    pictures.push({ variant, scene, troubles })
    for (const words of troubles) console.error(`${variant.name} / ${scene}: ${words}`)
  })
  if (pictures.length === 0) throw new Error('No scene has such a name.')
  const order = (one: Picture): string => `${wishes.variants.indexOf(one.variant)} ${one.scene}`
  pictures.sort((one, other) => order(one).localeCompare(order(other), 'en'))
  await writeIndex(folder, pictures)
  await drawSheets(browser, folder, album.url, pictures)
} finally {
  await browser.close()
  await site.close()
  await album.close()
}
const bad = pictures.filter(({ troubles }) => troubles.length > 0).length
const seconds = Math.round((performance.now() - began) / 1000)
console.log(
  `${pictures.length} pictures in out/gallery/ (${seconds} s), ${bad} with something wrong`,
)
process.exitCode = bad === 0 ? 0 : 1

async function take(stage: Stage, scene: string): Promise<readonly string[]> {
  const lost = await stage.lost()
  // A picture at twice the size shows what fits, which is the point of it.
  if (stage.variant.zoom === 1) await stage.unroll()
  else await stage.showSubject()
  await stage.picture(join(folder, stage.variant.name, `${scene}.png`))
  if (stage.variant.width !== undefined) return [...lost, ...(await focusJumps(stage.page))]
  return stage.variant.tight ? lost : lost.filter((words) => words.startsWith('the page'))
}
