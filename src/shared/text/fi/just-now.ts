/** “Nyt” reads well by itself, but not behind a word that tells of the past. */
export function justNow(when: string): string {
  return when === 'nyt' ? 'juuri äsken' : when
}
