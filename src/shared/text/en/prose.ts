/** The marks by which words are put beside each other. */
export const prose = {
  /** Ends a title as a sentence. */
  stop: (words: string) => `${words}.`,
  named: (name: string, value: string) => `${name}: ${value}`,
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join('; '),
}
