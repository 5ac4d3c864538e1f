/** How well a folded text (account-text.ts) matches what was typed. */

/** 0 is best: the text begins with all of it; 1: a word of it begins the text; 2: begins words; 3: within. */
export type Rank = 0 | 1 | 2 | 3

export const ranks: readonly Rank[] = [0, 1, 2, 3]

/**
 * Ranks a text against the words of a query; undefined if one of them is nowhere in it. What is to
 * count as its beginning, such as a label, has to stand first in the text.
 */
export function rankOf(text: string, words: readonly string[]): Rank | undefined {
  let begins = false
  let within = false
  for (const word of words) {
    const at = text.indexOf(word)
    if (at === -1) return undefined
    if (at === 0) begins = true
    else if (!beginsWord(text, word, at)) within = true
  }
  if (words.length === 0 || text.startsWith(words.join(' '))) return 0
  if (within) return 3
  return begins ? 1 : 2
}

/** Whether a word of the text begins with `word`, which it holds first at `at`. */
function beginsWord(text: string, word: string, at: number): boolean {
  for (let found = at; found !== -1; found = text.indexOf(word, found + 1)) {
    if (!isWordPart(text.charCodeAt(found - 1))) return true
  }
  return false
}

/** Letters and digits; beyond ASCII all is taken for a letter, which it mostly is. */
function isWordPart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code > 0x7f
}
