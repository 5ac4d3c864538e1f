/** Text of others in one line, without what would move, hide or turn what stands beside it. */

/** Controls, line ends, and marks that change the direction of what follows; not what joins emoji. */
export const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Each run of such characters becomes a blank. */
export function oneLine(text: string): string {
  return text.replace(new RegExp(`${unruly.source}+`, 'gu'), ' ')
}
