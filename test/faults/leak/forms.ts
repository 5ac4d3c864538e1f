/**
 * What a secret can look like where it has leaked to: as it is, in the encodings that programs put
 * texts into, and cut. Halves are not enough for a long token, so it is cut into pieces of twelve
 * characters: whatever holds 23 of its characters in a row holds a whole piece.
 */

export interface Form {
  /** How the secret was found, such as `base64`. */
  readonly name: string
  readonly bytes: Buffer
}

const pieceLength = 12

/** What shorter texts encode to is too short to be told from chance. */
export const shortestSearched = 8

/** Cuts a secret into pieces of twelve characters; the last one overlaps where it does not fit. */
export function piecesOf(secret: string): readonly string[] {
  const last = Math.max(0, secret.length - pieceLength)
  const starts = Array.from({ length: Math.ceil(last / pieceLength) }, (_, at) => at * pieceLength)
  return [...starts, last].map((start) => secret.slice(start, start + pieceLength))
}

/** Every form of a secret of at least {@link shortestSearched} characters. */
export function formsOf(secret: string): readonly Form[] {
  const found = new Map<string, Form>()
  for (const piece of piecesOf(secret)) {
    for (const form of formsOfPiece(piece)) {
      const key = form.bytes.toString('latin1')
      if (!found.has(key)) found.set(key, form)
    }
  }
  return [...found.values()]
}

function formsOfPiece(piece: string): readonly Form[] {
  const plain = Buffer.from(piece)
  const text = (name: string, encoded: string): Form => ({ name, bytes: Buffer.from(encoded) })
  const percent = encodeURIComponent(piece)
  return [
    { name: 'as it is', bytes: plain },
    text('in JSON', JSON.stringify(piece).slice(1, -1)),
    text(
      'in HTML',
      piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    ),
    text('percent-encoded', percent),
    text('percent-encoded', percent.replaceAll('%20', '+')),
    text('percent-encoded', percent.toLowerCase()),
    text('in hex', plain.toString('hex')),
    text('in hex', plain.toString('hex').toUpperCase()),
    { name: 'in UTF-16', bytes: Buffer.from(piece, 'utf16le') },
    ...[0, 1, 2].flatMap((before) => {
      const bare = insideBase64(plain, before)
      const url = bare.replaceAll('+', '-').replaceAll('/', '_')
      return [text('in base64', bare), text('in base64url', url)]
    }),
  ]
}

/** The characters of base64 that these bytes alone decide, behind `before` bytes of something else. */
function insideBase64(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
  const first = Math.ceil((before * 8) / 6)
  const decided = Math.floor((whole.length * 8) / 6)
  return whole.toString('base64').slice(first, decided)
}
