/** The ways in which a pasted link may be written: mail programs and filters wrap their own around it. */

/** Mail source breaks lines with `=` and writes `=` as `=3D`. */
function withoutQuotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** Version 2 of Proofpoint's URL Defense writes `/` as `_` and the `%` of an escape as `-`. */
function withoutUrlDefense(text: string): string {
  return decoded(text.replaceAll('_', '/').replace(/-([0-9A-F]{2})/g, '%$1'))
}

function withoutEntities(text: string): string {
  return text
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&(?:#61|#x3d|equals);/gi, '=')
    .replace(/&(?:lt|gt|quot);/gi, ' ')
}

/** Undoes percent-encoding once; an escape that is broken is left as it is. */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/**
 * The text as it stands, as it reads inside the links that other programs wrap around it, and all of
 * that again as the source of a mail and as URL Defense writes it. The more has been undone the later it
 * comes: what one of these takes out may have been meant.
 */
export function linkReadings(text: string): readonly string[] {
  return [text, withoutQuotedPrintable(text), withoutUrlDefense(text)].flatMap((source) => {
    const first = withoutEntities(source)
    const second = withoutEntities(decoded(first))
    return [first, second, withoutEntities(decoded(second))]
  })
}
