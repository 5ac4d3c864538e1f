/**
 * The words of a page. Each language is a file of its own that is loaded when it is spoken, so that no
 * page reads the others. Where the screens take words from is the mirror, which changes them together
 * with the state: what comes from the main process is in words, too.
 */
import type { Text } from '../shared/text'
import { loadText } from '../shared/text/load'
import { chooseLocale, locales, type Locale } from '../shared/text/locale'

/** A language and its words, once they are here. */
export interface Spoken {
  readonly locale: Locale
  readonly text: Text
}

export interface Words {
  /** What to speak until the main process has said what. */
  readonly first: Locale
  /** Gives the words of a language, at once if they are here. */
  load(locale: Locale): Text | Promise<Text>
}

/** The program's words; `address` is the page's, in which the main process has said the language. */
export function pageWords(address: string): Words {
  const told = new URL(address).searchParams.get('lang')
  return {
    first: locales.find((locale) => locale === told) ?? chooseLocale(navigator.languages),
    load: loadText,
  }
}
