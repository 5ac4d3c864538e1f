/** The marks by which words are put beside each other. */
export const prose = {
  /** Ends a title as a sentence. */
  stop: (words: string) => `${words}.`,
  /** Before what it names, where that cannot be put into one text with it. */
  label: (name: string) => `${name}:`,
  named: (name: string, value: string) => `${name}: ${value}`,
  list: (items: readonly string[]) => items.join(', '),
  clauses: (items: readonly string[]) => items.join('; '),
}
