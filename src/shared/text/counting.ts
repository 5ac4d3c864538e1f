/** How each language counts: which form of a phrase goes with a number, and how lists are joined. */
import { once } from '../once'
import { regions } from './locale'
import { numbersIn } from './numbers'

/** The forms that a language tells apart, as Unicode names them. A catalogue has to give each. */
interface PluralForms {
  en: 'one' | 'other'
  'zh-Hans': 'other'
  fi: 'one' | 'other'
}

/** A phrase for a number; a function where the number itself, as people write it, stands in it. */
type Phrase = string | ((number: string) => string)

export interface Counting<F extends string> {
  /** An amount as people write it. */
  readonly number: (amount: number) => string
  /** Several things in one sentence: “a, b and c”. */
  readonly all: (things: readonly string[]) => string
  /** The phrase that goes with a number. */
  readonly plural: (count: number, phrases: Readonly<Record<F, Phrase>>) => string
}

/**
 * Makes what a catalogue counts with; each language has one, beside its topics. Intl's own objects take
 * milliseconds to make, so each is made when it is first used.
 */
export function countingIn<L extends keyof PluralForms>(language: L): Counting<PluralForms[L]> {
  const region = regions[language]
  const number = numbersIn(language)
  const lists = once(() => new Intl.ListFormat(region, { type: 'conjunction' }))
  return {
    number,
    all: (things) => lists().format(things),
    plural: (count, phrases) => {
      const forms: Partial<Record<string, Phrase>> = phrases
      // No language here has more than these two; a test asks Intl, whose own rules take long to load.
      const phrase = (Math.abs(count) === 1 ? forms['one'] : undefined) ?? forms['other'] ?? ''
      return typeof phrase === 'string' ? phrase : phrase(number(count))
    },
  }
}
