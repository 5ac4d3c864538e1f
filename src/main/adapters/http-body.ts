/** Takes in the body of an answer, and no more of it than is allowed. */
import type { Readable } from 'node:stream'

/**
 * Reads a decompressed body as UTF-8 without its byte order mark. Gives undefined, and closes the
 * connection, as soon as it is over `maxBytes`; rejects when the connection breaks.
 */
export function readBody(body: Readable, maxBytes: number): Promise<string | undefined> {
  // Heard by its events: what a loop over a stream costs is more than all else about a short answer.
  return new Promise((resolve, reject) => {
    const taken: Buffer[] = []
    let bytes = 0
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) return void taken.push(chunk)
      resolve(undefined)
      body.destroy()
    })
    body.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(taken))))
    body.on('error', reject)
    // The last word of every stream: where none of the others came before, it has broken off.
    body.on('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  })
}
