/** What the main window has to load before it can draw anything, as it travels: gzip bytes. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { basePages, windowPages } from '../pages'
import type { Bench } from '../row'

export const code: Bench = {
  name: 'code',
  unit: 'bytes',
  budget: 2.2,
  what: 'JavaScript of the main window’s first load, gzip; the baseline is react, react-dom and zustand alone',
  async measure() {
    const base = await basePages()
    return {
      ours: [await firstLoad(join(windowPages, 'index.html'))],
      baseline: [await firstLoad(join(base, 'libraries.html'))],
    }
  },
}

/** A page names its entry, and as modules to load ahead everything that the entry imports. */
const scripts = /<(?:script[^>]*\ssrc|link\s+rel="modulepreload"[^>]*\shref)="([^"]+)"/g

async function firstLoad(page: string): Promise<number> {
  const html = await readFile(page, 'utf8')
  let bytes = 0
  for (const [, path = ''] of html.matchAll(scripts)) {
    bytes += gzipSync(await readFile(join(dirname(page), path)), { level: 9 }).length
  }
  if (bytes === 0) throw new Error(`${page} loads no script.`)
  return bytes
}
