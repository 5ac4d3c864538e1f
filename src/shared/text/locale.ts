/** The languages of Latchkey. A new one does not compile until every catalogue has it. */
export const locales = ['en', 'zh-Hans', 'fi'] as const
export type Locale = (typeof locales)[number]

/** What the languages call themselves, for whoever cannot read the one that is shown. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  fi: 'Suomi',
}

/** The region whose manners of writing dates and numbers are used; for English one with the day first. */
export const regions: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  'zh-Hans': 'zh-CN',
  fi: 'fi-FI',
}

/** Picks the first language of the system's list that Latchkey speaks; English if there is none. */
export function chooseLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const match = spokenFor(tag)
    if (match) return match
  }
  return 'en'
}

/**
 * Of Chinese there are the simplified characters alone. Who prefers the traditional ones reads those
 * more easily than English, so they stand in unless the list names another language that is spoken here
 * before. A system writes its tags as BCP 47 has them (`zh-Hant-TW`) or as POSIX does (`zh_TW.UTF-8`).
 */
function spokenFor(tag: string): Locale | undefined {
  switch (/^[a-z]+/i.exec(tag)?.[0].toLowerCase()) {
    case 'en':
      return 'en'
    case 'zh':
      return 'zh-Hans'
    case 'fi':
      return 'fi'
    default:
      return undefined
  }
}
