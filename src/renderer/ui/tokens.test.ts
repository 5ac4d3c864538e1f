/// <reference types="node" />
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { accountColours } from '../../shared/account'

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
