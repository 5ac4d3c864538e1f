/**
 * Text of people and services as a terminal may show it: without what would begin a line or column,
 * turn the direction of what stands beside it, or be a command to the terminal itself.
 */
import { oneLine, unruly } from '../../shared/one-line'

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
