/** How much JSON holds, told before it is parsed: a few octets of gzip unpack to millions of objects. */

const quote = 0x22
const comma = 0x2c
const bracket = 0x5b
const backslash = 0x5c
const brace = 0x7b

/**
 * Whether more than `limit` of `{`, `[` and `,` stand outside of strings. Each value but the outermost comes
 * after one of them, so no more values than that are made of the text, also of one that is no JSON in the end.
 */
export function holdsMoreParts(text: string, limit: number): boolean {
  let parts = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === brace || code === bracket || code === comma) parts += 1
    if (parts > limit) return true
  }
  return false
}

/** Where a string ends that begins at `start`; the end of the text for one that never does. */
function endOfString(text: string, start: number): number {
  let end = start
  do {
    end = text.indexOf('"', end + 1)
    if (end === -1) return text.length
  } while (isEscaped(text, end))
  return end
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text.charCodeAt(before - 1) === backslash) before -= 1
  return (at - before) % 2 === 1
}
