/**
 * Words for failures, states and actions, by language; used by the window, the tray and the menus
 * alike. No text of the program stands anywhere else, except what an adapter's own steps say.
 */
import { en, type Text } from './en'
import type { Locale } from './locale'

export type { FailureWords } from './en/failures'
export type { Text } from './en'
export { formatsFor, hidingAddresses, type Formats } from './format'

const catalogues: Readonly<Record<Locale, Text>> = { en }

/** Gives the words of a language. */
export function textFor(locale: Locale): Text {
  return catalogues[locale]
}
