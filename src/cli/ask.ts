/**
 * The command's side of the socket: looks whose it is, lets it prove that it is the program's, asks one
 * thing, and takes one answer.
 */
import { connect, type Socket } from 'node:net'
import type { Unsafe } from '../main/scripts/folder'
import { nextLine } from '../main/scripts/line'
import { findPlace } from '../main/scripts/place'
import { exchangeVersion, freshOctets, isProof, proofOf } from '../main/scripts/proof'
import {
  answer,
  answerLimit,
  greetingLimit,
  programGreeting,
  readLine,
  writeLine,
  type ScriptAnswer,
  type ScriptRequest,
} from '../main/scripts/protocol'

export type Asked =
  | { readonly kind: 'answered'; readonly answer: ScriptAnswer }
  | { readonly kind: 'unsafe'; readonly why: Exclude<Unsafe, { kind: 'missing' }> }
  | { readonly kind: 'not-running' | 'lost' | 'unproven' | 'not-understood' | 'no-answer' }

/** How long the program may take to greet, and then to answer, in milliseconds. */
export interface Patience {
  readonly greetingMs: number
  readonly answerMs: number
}

/**
 * To greet takes the program no thought. A question to the person waits for two minutes, and a keychain may
 * ask them something after that.
 */
const patienceOfCommand: Patience = { greetingMs: 10_000, answerMs: 5 * 60_000 }

/**
 * Asks the program that runs on a profile. Nothing is asked unless its socket is this user's alone and it
 * proves who it is.
 */
export async function ask(
  profile: string,
  request: ScriptRequest,
  patience = patienceOfCommand,
): Promise<Asked> {
  const place = findPlace(profile)
  switch (place.kind) {
    case 'at':
      return reach(place.address, patience, (socket, proven) =>
        converse(socket, place.secret, request, proven),
      )
    case 'other-version': {
      const { address } = place
      // Whether anybody is there at all, and not a word to them.
      const met = (): Promise<Asked> => Promise.resolve({ kind: 'not-understood' })
      return address === undefined ? met() : reach(address, patience, met)
    }
    case 'unsafe': {
      const { why } = place
      return why.kind === 'missing' ? { kind: 'not-running' } : { kind: 'unsafe', why }
    }
  }
}

/** Connects, and gives what comes of `talk` with whoever is there; `proven` gives it more time. */
function reach(
  address: string,
  { greetingMs, answerMs }: Patience,
  talk: (socket: Socket, proven: () => void) => Promise<Asked>,
): Promise<Asked> {
  return new Promise((resolve) => {
    let connected = false
    const socket = connect(address)
    const end = (asked: Asked): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(asked)
    }
    const wait = (ms: number) => setTimeout(() => end({ kind: 'no-answer' }), ms)
    let timer = wait(greetingMs)
    const proven = (): void => {
      clearTimeout(timer)
      timer = wait(answerMs)
    }
    socket.on('connect', () => {
      connected = true
      void talk(socket, proven).then(end)
    })
    socket.on('error', (error) => end(connected ? { kind: 'lost' } : unreached(error, address)))
    socket.on('end', () => end({ kind: 'lost' }))
  })
}

async function converse(
  socket: Socket,
  secret: string,
  request: ScriptRequest,
  proven: () => void,
): Promise<Asked> {
  const nonce = freshOctets()
  socket.write(writeLine({ v: exchangeVersion, nonce }))
  const greeting = readLine(programGreeting, await nextLine(socket, greetingLimit))
  if (!greeting) return { kind: 'not-understood' }
  const nonces = { command: nonce, program: greeting.nonce }
  if (!isProof(greeting.proof, 'program', secret, nonces)) return { kind: 'unproven' }
  proven()
  socket.write(writeLine({ proof: proofOf('command', secret, nonces), request }))
  const heard = readLine(answer, await nextLine(socket, answerLimit))
  return heard ? { kind: 'answered', answer: heard } : { kind: 'not-understood' }
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
