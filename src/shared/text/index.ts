/**
 * Words for failures, states and actions, by language; used by the window, the tray and the menus
 * alike. No text of the program stands anywhere else, except what an adapter's own steps say. This file
 * knows every language, and so no page loads it: a page has its words from src/renderer/words.ts.
 */
import { en, type Text } from './en'
import { fi } from './fi'
import type { Locale } from './locale'
import { zhHans } from './zh-Hans'

export type { FailureWords } from './en/failures'
export type { Text } from './en'
export { formatsFor, hidingAddresses, type Formats } from './format'

const catalogues: Readonly<Record<Locale, Text>> = { en, 'zh-Hans': zhHans, fi }

/** Gives the words of a language, for whoever has all of them at hand. */
export function textFor(locale: Locale): Text {
  return catalogues[locale]
}
