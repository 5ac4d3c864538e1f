import { describe, expect, it } from 'vitest'
import { locales } from '../../shared/text/locale'
import {
  answers,
  marksIn,
  nonsense,
  probes,
  standing,
  type Samples,
  type Told,
} from '../../shared/text/probe'
import { adapters } from './list'

/** Functions that take more than texts, by their path. */
const samples: Samples = {
  '/captchaFact': ['image', 'unknown', 'turnstile'].flatMap((kind) => [
    [kind, []],
    [kind, ['⟦0⟧', '⟦1⟧']],
  ]),
  '/nameAccount/text': [['⟦0⟧'], [undefined]],
}

const others = locales.filter((locale) => locale !== 'en')
const pairs = adapters.flatMap((adapter) =>
  others.map((locale) => ({ id: adapter.id, locale, adapter })),
)

describe.each(pairs)('the words of $id in $locale', ({ adapter, locale }) => {
  const english = adapter.words('en')
  const catalogue = adapter.words(locale)
  const asked = probes(english, samples)

  it('put into each sentence what English puts there', () => {
    for (const probe of asked) {
      const told = answers(catalogue, probe)
      expect(marksIn(told), probe.path).toEqual(marksIn(answers(english, probe)))
    }
  })

  it('stand wherever English does, and not in English', () => {
    const here = new Map(standing(catalogue).map(({ path, text }) => [path, text]))
    for (const { path, text } of standing(english).filter(isSentence)) {
      expect(here.get(path), path).not.toBe(text)
    }
    const all = [...standing(catalogue), ...asked.flatMap((probe) => answers(catalogue, probe))]
    for (const { path, text } of all) {
      expect(text, path).not.toBe('')
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toMatch(nonsense)
    }
  })
})

/** More than two words, and so more than a name. */
function isSentence({ text }: Told): boolean {
  return (text.match(/[a-z]{2,}/gi) ?? []).length > 2
}
