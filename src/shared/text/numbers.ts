import { once } from '../once'
import { regions, type Locale } from './locale'

/** What stands before each three digits, as CLDR has it for the region of a language. */
const groupMarks: Readonly<Record<Locale, string>> = { en: ',', 'zh-Hans': ',', fi: '\u00a0' }

/**
 * Writes numbers as people in the region of a language do. Whole ones are written without Intl: its first
 * formatter of numbers takes more time than all else that a page formats when it opens.
 */
export function numbersIn(locale: Locale): (value: number) => string {
  const format = once(() => new Intl.NumberFormat(regions[locale]))
  return (value) =>
    Number.isSafeInteger(value) && value >= 0
      ? String(value).replace(/\B(?=(\d{3})+$)/g, groupMarks[locale])
      : format().format(value)
}
