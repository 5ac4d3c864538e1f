/** How Finnish counts, and how it tells of what has just been. */

/** A count as Finnish writes it, with a no-break space between the thousands. */
export function number(count: number): string {
  return count.toLocaleString('fi')
}

/** A count with its noun: one in the nominative, any other number with the partitive. */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`
}

/** “Nyt” reads well by itself, but not behind a word that tells of the past. */
export function justNow(when: string): string {
  return when === 'nyt' ? 'juuri äsken' : when
}
