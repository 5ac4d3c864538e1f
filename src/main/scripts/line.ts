/** Lines from a socket, one when it is wanted, each within a limit. */
import type { Socket } from 'node:net'

/**
 * The next line without its newline, of at most so many octets. Undefined for a longer one, when the
 * connection closes before it is whole, and once this side has said its last. What follows waits in the
 * socket, which is paused.
 */
export function nextLine(socket: Socket, limit: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const end = (line: string | undefined): void => {
      socket.off('data', read).off('close', close).pause()
      resolve(socket.writableEnded ? undefined : line)
    }
    const close = (): void => end(undefined)
    const read = (chunk: Buffer): void => {
      const at = chunk.indexOf(0x0a)
      chunks.push(at === -1 ? chunk : chunk.subarray(0, at))
      length += at === -1 ? chunk.length : at
      if (length > limit) return end(undefined)
      if (at === -1) return
      const rest = chunk.subarray(at + 1)
      end(Buffer.concat(chunks).toString('utf8'))
      if (rest.length > 0) socket.unshift(rest)
    }
    if (socket.destroyed) return resolve(undefined)
    socket.on('data', read).on('close', close).resume()
  })
}
