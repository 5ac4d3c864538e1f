/** Loads the words of one language, so that nobody who speaks one has to read the others. */
import type { Text } from './en'
import type { Locale } from './locale'

const catalogues: Readonly<Record<Locale, () => Promise<Text>>> = {
  en: async () => (await import('./en')).en,
  'zh-Hans': async () => (await import('./zh-Hans')).zhHans,
  fi: async () => (await import('./fi')).fi,
}

/** Gives the words of a language once they are here. */
export function loadText(locale: Locale): Promise<Text> {
  return catalogues[locale]()
}
