/** The languages of Latchkey. A new one does not compile until every catalogue has it. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]

/** The region whose manners of writing dates and numbers are used; for English one with the day first. */
export const regions = {
  en: 'en-GB',
  'zh-Hans': 'zh-CN',
  fi: 'fi-FI',
} as const

/** Picks the first language of the system's list that Latchkey speaks; English if there is none. */
export function chooseLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const match = locales.find((locale) => tag.toLowerCase().startsWith(locale.toLowerCase()))
    if (match) return match
  }
  return 'en'
}
