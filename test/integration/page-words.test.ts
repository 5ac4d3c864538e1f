/**
 * What a built page loads: the language it speaks and no other, and each script of its first sight without
 * being told so by another one; and only what is loaded at first is compiled ahead.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageIn } from '../../packaging/page-languages'
import { textFor } from '../../src/shared/text'
import { locales } from '../../src/shared/text/locale'

const pages = join(import.meta.dirname, '../../out/renderer')
const assets = join(pages, 'assets')
const read = (asset: string): string => readFileSync(join(assets, asset), 'utf8')
const sentence = (locale: (typeof locales)[number]): string => textFor(locale).failures.offline.text

/** A script and all that it imports before it runs. */
function atFirst(asset: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(asset)) return seen
  seen.add(asset)
  for (const [, next] of read(asset).matchAll(
    /(?:from|^import|;import)\s*["'`]\.\/([^"'`]+\.js)/gm,
  )) {
    if (next !== undefined) atFirst(next, seen)
  }
  return seen
}

/** The scripts that a page asks for by itself. */
const askedBy = (page: string): string[] =>
  [...readFileSync(join(pages, page), 'utf8').matchAll(/assets\/([^"]+\.js)/g)].map(
    ([, asset = '']) => asset,
  )

/** The pages as they are built, and what of them is the same in each language. */
const plain = readdirSync(pages).filter((name) => /^[a-z-]+\.html$/.test(name))
const entries = plain.flatMap((page) => askedBy(page).map((asset) => [page, asset] as const))

const spoken = plain.flatMap((page) => locales.map((locale) => [page, locale] as const))

it.each(spoken)('%s in %s asks for its words, with all that these import', (page, locale) => {
  const more = askedBy(pageIn(locale, page)).filter((asset) => !askedBy(page).includes(asset))
  const words = more.filter((asset) => read(asset).includes(sentence(locale)))
  expect(words).toHaveLength(1)
  const wanted = [...atFirst(words[0] ?? '')].filter((asset) => !askedBy(page).includes(asset))
  expect(more.toSorted()).toEqual(wanted.toSorted())
})

it.each(entries)('%s loads %s without the words of any language', (_page, asset) => {
  const scripts = [...atFirst(asset)].map(read)
  for (const locale of locales) {
    expect(
      scripts.some((script) => script.includes(sentence(locale))),
      locale,
    ).toBe(false)
  }
})

it.each(entries)('%s has %s compiled while it is read', (_page, asset) => {
  expect(read(asset).split('\n', 1)).toEqual(['//# allFunctionsCalledOnLoad'])
})

it('what is read later is compiled when it is called', () => {
  const first = new Set(entries.map(([, asset]) => asset))
  const later = readdirSync(assets).filter((name) => name.endsWith('.js') && !first.has(name))
  expect(later.length).toBeGreaterThan(0)
  expect(later.filter((name) => read(name).startsWith('//#'))).toEqual([])
})

it.each(locales)('the words in %s are one file, which loads no other language', (locale) => {
  const holders = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .filter((name) => read(name).includes(sentence(locale)))
  expect(holders).toHaveLength(1)
  const scripts = [...atFirst(holders[0] ?? '')].map(read).join('\n')
  for (const other of locales.filter((one) => one !== locale)) {
    expect(scripts).not.toContain(sentence(other))
  }
})
