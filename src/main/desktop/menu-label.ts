/** Labels of menus: what a person or a service wrote, made fit to stand in one line. */
import { once } from '../../shared/once'

/** The system's tables for it take milliseconds to read, and most labels are short enough as they are. */
const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }))

/** Line breaks and what turns the direction of writing have no place in a menu. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** One line of at most `limit` characters as a person counts them; what is cut ends in an ellipsis. */
export function cutLabel(text: string, limit: number): string {
  const line = text.replace(unfit, ' ').replace(/\s+/g, ' ').trim()
  // No character as a person counts them is shorter than one code unit.
  if (line.length <= limit) return line
  const whole = [...graphemes().segment(line)].map(({ segment }) => segment)
  if (whole.length <= limit) return line
  return `${whole
    .slice(0, limit - 1)
    .join('')
    .replace(/[\s.,·-]+$/, '')}…`
}

/**
 * Fits a name into a sentence of at most `limit` characters. The name is what gives way, but never to
 * fewer than `least` characters.
 */
export function fitLabel(
  name: string,
  limit: number,
  least: number,
  sentence: (name: string) => string,
): string {
  const others = sentence('').length
  return sentence(cutLabel(name, Math.max(least, limit - others)))
}

/**
 * A label as Electron's menus take it. They read `&` as the mark of a shortcut letter, on Windows and
 * Linux shown as such and on macOS dropped; two of them stand for one.
 */
export function escapeLabel(label: string): string {
  return label.replaceAll('&', '&&')
}
