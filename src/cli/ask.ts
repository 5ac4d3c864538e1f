/** The command's side of the socket: looks whose it is, asks one thing, and takes one answer. */
import { connect } from 'node:net'
import type { Unsafe } from '../main/scripts/folder'
import { findPlace } from '../main/scripts/place'
import {
  answer,
  answerLimit,
  readLine,
  writeLine,
  type ScriptAnswer,
  type ScriptRequest,
} from '../main/scripts/protocol'

export type Asked =
  | { readonly kind: 'answered'; readonly answer: ScriptAnswer }
  | { readonly kind: 'unsafe'; readonly why: Exclude<Unsafe, { kind: 'missing' }> }
  | { readonly kind: 'not-running' | 'lost' | 'not-understood' | 'no-answer' }

/** A question to the person waits for two minutes, and a keychain may ask them something after that. */
const patienceMs = 5 * 60_000

/** Asks the program that runs on a profile. Nothing is sent unless its socket is this user's alone. */
export async function ask(profile: string, request: ScriptRequest): Promise<Asked> {
  const place = findPlace(profile)
  if (place.kind === 'unsafe') {
    const { why } = place
    return why.kind === 'missing' ? { kind: 'not-running' } : { kind: 'unsafe', why }
  }
  return exchange(place.address, writeLine(request))
}

function exchange(address: string, line: string): Promise<Asked> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    let connected = false
    const socket = connect(address)
    const end = (asked: Asked): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(asked)
    }
    const timer = setTimeout(() => end({ kind: 'no-answer' }), patienceMs)
    socket.on('connect', () => {
      connected = true
      socket.write(line)
    })
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length > answerLimit) end({ kind: 'not-understood' })
      else if (chunk.includes(0x0a)) end(read(Buffer.concat(chunks)))
    })
    socket.on('error', (error) => end(connected ? { kind: 'lost' } : unreached(error, address)))
    socket.on('end', () => end({ kind: 'lost' }))
  })
}

/** Nobody listens, this user may not, or whoever listens has no room left for one more. */
function unreached(error: Error, address: string): Asked {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') {
    return { kind: 'unsafe', why: { kind: 'closed-to-us', path: address } }
  }
  const full = code === 'EAGAIN' || code === 'EMFILE' || code === 'ENFILE'
  return { kind: full ? 'no-answer' : 'not-running' }
}

function read(bytes: Buffer): Asked {
  const line = bytes.subarray(0, bytes.indexOf(0x0a)).toString('utf8')
  const heard = readLine(answer, line)
  return heard ? { kind: 'answered', answer: heard } : { kind: 'not-understood' }
}
