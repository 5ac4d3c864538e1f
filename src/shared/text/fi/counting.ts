import { countingIn } from '../counting'

export const { number, all, plural } = countingIn('fi')

/** A number with its noun: one in the nominative, any other number with the partitive. */
export function counted(count: number, one: string, many: string): string {
  return plural(count, { one: (n) => `${n} ${one}`, other: (n) => `${n} ${many}` })
}
