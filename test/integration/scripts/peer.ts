/**
 * The command's side of the exchange as docs/scripts.md describes it and without a line of the program's, so that
 * a test can say what the command never would, and see that the description is enough.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

export interface Announced {
  readonly address: string
  readonly secret: string
}

export function announcedIn(profile: string): Announced {
  return JSON.parse(readFileSync(join(profile, 'run', 'address'), 'utf8')) as Announced
}

export async function connected(address: string): Promise<Socket> {
  const socket = connect(address)
  await once(socket, 'connect')
  return socket
}

/** Sends some bytes and gives all that comes until the other side ends. */
export async function exchange(
  address: string,
  ...chunks: readonly (string | Buffer)[]
): Promise<string> {
  const socket = await connected(address).catch(() => undefined)
  return socket ? allFrom(socket, chunks) : ''
}

function allFrom(socket: Socket, chunks: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    for (const chunk of chunks) socket.write(chunk)
  })
}

export const freshNonce = (): string => randomBytes(32).toString('hex')

export function proofOf(side: string, secret: string, command: string, program: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`latchkey 2 ${side} ${command} ${program}`)
    .digest('hex')
}

export interface Greeted {
  readonly socket: Socket
  /** The command's proof for this connection. */
  readonly proof: string
  /** What the program has shown. */
  readonly shown: { readonly v: number; readonly nonce: string; readonly proof: string }
}

/** Connects and lets the program greet. */
export async function greeted({ address, secret }: Announced): Promise<Greeted> {
  const socket = await connected(address)
  const nonce = freshNonce()
  socket.write(`${JSON.stringify({ v: 2, nonce })}\n`)
  const [line] = (await once(socket.setEncoding('utf8'), 'data')) as [string]
  const shown = JSON.parse(line) as Greeted['shown']
  if (shown.proof !== proofOf('program', secret, nonce, shown.nonce)) throw new Error('Not proved')
  return { socket, proof: proofOf('command', secret, nonce, shown.nonce), shown }
}

/** The line that proves a request. */
export function asking(proof: string, request: unknown): string {
  return `${JSON.stringify({ proof, request })}\n`
}

/** Greets, sends what is made of the proof, and gives all that comes until the other side ends. */
export async function proved(
  place: Announced,
  chunks: (proof: string) => readonly (string | Buffer)[],
): Promise<string> {
  const { socket, proof } = await greeted(place)
  return allFrom(socket, chunks(proof))
}
