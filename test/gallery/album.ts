/** The pictures as one page to leaf through, and as sheets for who looks at all of them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Variant } from './variants'

export interface Picture {
  readonly variant: Variant
  readonly scene: string
  /** What is wrong with it; empty where all is well. */
  readonly troubles: readonly string[]
}

/** As many as stay legible on a sheet that fits a screen. */
const perSheet = 12

/** Writes `index.html` beside the folders of pictures. */
export async function writeIndex(folder: string, pictures: readonly Picture[]): Promise<void> {
  await writeFile(join(folder, 'index.html'), pageOf('Latchkey: gallery', pictures, ''))
}

/** Draws the pictures of each variant on sheets, `<variant>/sheet-1.png` and so on. */
export async function drawSheets(
  browser: Browser,
  folder: string,
  url: string,
  pictures: readonly Picture[],
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 800 } })
  for (const variant of new Set(pictures.map((picture) => picture.variant))) {
    const own = pictures.filter((picture) => picture.variant === variant)
    for (let from = 0; from < own.length; from += perSheet) {
      const number = String(from / perSheet + 1).padStart(2, '0')
      const name = join(variant.name, `sheet-${number}`)
      const html = join(folder, `${name}.html`)
      await writeFile(html, pageOf(variant.what, own.slice(from, from + perSheet), '../'))
      await page.goto(`${url}${name}.html`)
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    }
  }
  await page.close()
}

function pageOf(title: string, pictures: readonly Picture[], up: string): string {
  const figures = pictures.map(({ variant, scene, troubles }) => {
    const source = `${up}${variant.name}/${scene}.png`
    const words = [`${variant.name} / ${scene}`, ...troubles].map(escape).join('<br>')
    return `<figure${troubles.length > 0 ? ' class="bad"' : ''}><figcaption>${words}</figcaption><a href="${source}"><img src="${source}" alt=""></a></figure>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(title)}</title>
<style>
body { margin: 8px; background: #888; font: 14px sans-serif; columns: 3; column-gap: 8px }
figure { margin: 0 0 8px; padding: 4px; background: #fff; break-inside: avoid }
figure.bad { outline: 4px solid #d00 }
figcaption { padding-bottom: 4px; overflow-wrap: anywhere }
img { max-width: 100%; display: block }
</style>
${figures.join('\n')}
</html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
