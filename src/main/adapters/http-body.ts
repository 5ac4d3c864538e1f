/** Takes in the body of an answer, and no more of it than is allowed. */
import type { Readable } from 'node:stream'

/**
 * Reads a decompressed body as UTF-8 without its byte order mark. Gives undefined, and closes the
 * connection, as soon as it is over `maxBytes`; rejects when the connection breaks.
 */
export async function readBody(body: Readable, maxBytes: number): Promise<string | undefined> {
  const chunks: AsyncIterable<Buffer> = body
  const taken: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    taken.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(taken))
}
