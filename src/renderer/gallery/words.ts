import { textFor, type Text } from '../../shared/text'
import { locales, type Locale } from '../../shared/text/locale'
import type { Words } from '../words'
import { pseudo } from './pseudo'

/** English at once, for tests. */
export const english: Words = { first: 'en', load: textFor }

/** A language of the gallery: one of Latchkey's, or the one that shows what does not fit. */
export interface GalleryLanguage {
  /** What dates and numbers are written in. */
  readonly locale: Locale
  readonly words: Words
}

/** Gives the language that is named in the gallery's address, `?lang=en|zh-Hans|fi|pseudo`. */
export function galleryLanguage(name: string | null): GalleryLanguage {
  if (name === 'pseudo') {
    const text: Text = pseudo(textFor('en'))
    return { locale: 'en', words: { first: 'en', load: () => text } }
  }
  const locale = locales.find((one) => one === name) ?? 'en'
  return { locale, words: { first: locale, load: textFor } }
}
