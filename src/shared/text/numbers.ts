import { once } from '../once'

/** Up to here all languages write whole numbers alike. */
const grouped = 1_000

/**
 * Writes numbers as people in a region do. Intl is asked only where that differs: its first formatter of
 * numbers takes more time than all else that a page formats when it opens.
 */
export function numbersIn(region: string): (value: number) => string {
  const format = once(() => new Intl.NumberFormat(region))
  return (value) =>
    Number.isInteger(value) && value >= 0 && value < grouped
      ? String(value)
      : format().format(value)
}
