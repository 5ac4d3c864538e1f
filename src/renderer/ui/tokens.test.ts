/// <reference types="node" />
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { accountColours } from '../../shared/account'

const page = await readFile(new URL('../../../docs/design-system.md', import.meta.url), 'utf8')
const css = await readFile(new URL('tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

/** The value of a colour in one of the two looks. */
function colour(look: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(look)?.[1]
  if (found === undefined) throw new Error(`No colour is called ${name}.`)
  return found
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of accounts in the %s look', (_, look) => {
  it.each(accountColours)('%s stands out from everything that is behind it', (name) => {
    for (const behind of ['paper', 'surface', 'hover']) {
      const ratio = contrast(colour(look, `account-${name}`), colour(look, behind))
      expect(ratio).toBeGreaterThanOrEqual(3)
    }
  })
})

/** The rows of the page's tables that begin with a token, cell by cell. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `--'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
  .map(([, token = '', ...cells]) => ({ token, cells }))
const colours = rows.filter(({ cells }) => cells.length > 3)

describe('docs/design-system.md', () => {
  it('names each token once, and none that does not exist', () => {
    const defined = new Set(light.match(/^ {2}--[a-z0-9-]+/gm)?.map((token) => token.trim()))
    expect(rows.map(({ token }) => token).sort()).toEqual([...defined].sort())
  })

  it.each(rows.filter(({ cells }) => /^[0-9c]/.test(cells[0] ?? '')))(
    'gives $token its value',
    ({ token, cells }) => {
      expect(css).toContain(`${token}: ${cells[0] ?? ''};`)
    },
  )

  it.each(colours)('gives $token its colours and its contrast', ({ token, cells }) => {
    const [inLight, inDark, behind = '', least = '', ...told] = cells
    const name = token.slice(2)
    expect([inLight, inDark]).toEqual([colour(light, name), colour(dark, name)])
    if (behind === '—') return
    const found = [light, dark].map((look) =>
      contrast(colour(look, name), colour(look, behind.slice(2))),
    )
    expect(told.slice(0, 2)).toEqual(found.map((ratio) => ratio.toFixed(1)))
    expect(Math.min(...found)).toBeGreaterThanOrEqual(Number(least))
  })

  it('tells of a use for every token', async () => {
    const sheets = (await styleSheets()).map(({ text }) => text).join('\n')
    const unused = rows.filter(({ token }) => !sheets.includes(`var(${token})`))
    expect(unused.map(({ token }) => token)).toEqual([])
  })

  it('is right that no other style sheet writes a colour down', async () => {
    const written = (await styleSheets())
      .filter(({ name }) => name !== 'ui/tokens.css')
      .flatMap(({ name, text }) =>
        [...text.matchAll(/: (#[0-9a-f]{3,8}|rgb\(.*\));/g)].map(([, value]) => `${name} ${value}`),
      )
    // Captchas are drawn for white paper.
    expect(written).toEqual(['features/flow/flow.css #fff'])
  })
})

async function styleSheets(): Promise<{ name: string; text: string }[]> {
  const renderer = new URL('../', import.meta.url)
  const names = (await readdir(renderer, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.css'))
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, renderer), 'utf8') })),
  )
}
