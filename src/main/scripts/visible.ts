/**
 * Text of people and services as a terminal may show it: without what would begin a line or column,
 * turn the direction of what stands beside it, or be a command to the terminal itself.
 */

/** Controls, line ends, and marks that change the direction of what follows; not what joins emoji. */
const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A name in one line: each run of such characters becomes a blank. */
export function oneLine(text: string): string {
  return text.replace(new RegExp(`${unruly.source}+`, 'gu'), ' ')
}

/** Several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}

/** JSON whose strings say the same, with such characters escaped. */
export function visibleJson(value: object): string {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) =>
      line.replace(unruly, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`),
    )
    .join('\n')
}
