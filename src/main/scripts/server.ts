/**
 * The socket that commands come to. It knows connections, lines and proofs; what is asked and answered is
 * up to `serve`. A connection is one request and one answer, and its end is the end of the work for it.
 */
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { fail, ok, type Result } from '../../shared/failure'
import { scriptsProblemLine } from '../../shared/scripts-problem'
import { unsafePath } from './folder'
import { announcePlace, isPath, preparePlace, withdrawPlace, type PlaceOptions } from './place'
import { nextLine } from './line'
import { exchangeVersion, freshOctets, isProof, proofOf, type Nonces } from './proof'
import {
  commandGreeting,
  greetingLimit,
  provedRequest,
  readLine,
  requestLimit,
  writeLine,
  type ScriptAnswer,
  type ScriptRequest,
} from './protocol'

export interface SocketServerOptions extends PlaceOptions {
  /** Answers a request; `gone` is aborted when whoever asked has left. Must not throw. */
  readonly serve: (request: ScriptRequest, gone: AbortSignal) => Promise<ScriptAnswer>
  /** Why a connection gets no answer to its request, in words for whoever reads them. */
  readonly words: () => { readonly busy: string; readonly unclear: string }
  /** How long a request may take to arrive, in milliseconds. */
  readonly requestTimeMs?: number
  /** How long an answer may take to be read, in milliseconds. */
  readonly answerTimeMs?: number
  /** How many connections may be open at once. */
  readonly connections?: number
}

export class SocketServer {
  private server: Server | undefined
  private address: string | undefined
  /** Nothing listens any more, not even what was on its way to. */
  private closed = false
  private readonly open = new Set<Socket>()
  /** Lives as long as the program, so that what a command has read of an earlier one proves nothing. */
  private readonly secret = freshOctets()

  constructor(private readonly options: SocketServerOptions) {}

  /**
   * Begins to listen. Fails with `unsupported` and what is wrong in `detail` when the folder is not this
   * user's alone, another program listens there, or the system refuses; with `cancelled` when it was closed
   * meanwhile.
   */
  async listen(): Promise<Result<void>> {
    const { profile } = this.options
    try {
      const place = preparePlace(this.options)
      if (place.kind === 'unsafe') {
        return fail('unsupported', { detail: scriptsProblemLine(place.why) })
      }
      const free = await this.clear(place.address)
      if (!free.ok) return free
      this.server = await this.bind(place.address)
      this.address = place.address
      if (this.closed) {
        await this.close()
        return fail('cancelled')
      }
      announcePlace(profile, place.address, this.secret)
      return ok(undefined)
    } catch (error) {
      await this.close()
      return fail('unsupported', { detail: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Leaves whoever is connected, and takes the socket away. */
  async close(): Promise<void> {
    this.closed = true
    const { server, address } = this
    this.server = undefined
    this.address = undefined
    for (const socket of this.open) socket.destroy()
    if (server) await new Promise((resolve) => server.close(resolve))
    if (address !== undefined) withdrawPlace(this.options.profile, address)
  }

  /** Removes what a crashed program left, and nothing that somebody listens on. */
  private async clear(address: string): Promise<Result<void>> {
    // A pipe is gone with its program; if one of this name is there, binding says so.
    if (!isPath(address)) return ok(undefined)
    const there = unsafePath(address, 'socket')
    if (there?.kind === 'missing') return ok(undefined)
    if (there && there.kind !== 'open-to-others') {
      return fail('unsupported', { detail: scriptsProblemLine(there) })
    }
    if (await isListening(address)) {
      return fail('unsupported', { detail: `another program listens at ${address}` })
    }
    rmSync(address, { force: true })
    return ok(undefined)
  }

  private bind(address: string): Promise<Server> {
    const server = createServer((socket) => this.accept(socket))
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(address, () => {
        server.off('error', reject)
        // A connection that fails while it is accepted is the other side's loss.
        server.on('error', () => undefined)
        if (isPath(address)) chmodSync(address, 0o600)
        resolve(server)
      })
    })
  }

  private accept(socket: Socket): void {
    const gone = new AbortController()
    this.open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.open.delete(socket)
      gone.abort()
    })
    // Who closes its side has left: the command keeps it open until it has read the answer.
    socket.on('end', () => gone.abort())
    void this.converse(socket, gone.signal)
  }

  private async converse(socket: Socket, gone: AbortSignal): Promise<void> {
    const { words, connections = 32, requestTimeMs = 5_000 } = this.options
    const full = this.open.size > connections
    const limitMs = full ? refusalTimeMs : requestTimeMs
    const timer = setTimeout(() => refuse(socket, words().unclear), limitMs)
    socket.on('close', () => clearTimeout(timer))
    const nonces = this.greet(socket, await nextLine(socket, greetingLimit))
    if (!nonces) return refuse(socket, words().unclear)
    if (full) return refuse(socket, words().busy)
    const heard = readLine(provedRequest, await nextLine(socket, requestLimit))
    if (!heard || !isProof(heard.proof, 'command', this.secret, nonces)) {
      return refuse(socket, words().unclear)
    }
    clearTimeout(timer)
    // What follows is not listened to, and must not pile up either.
    socket.resume()
    await this.answer(socket, heard.request, gone)
  }

  /** Proves to a command who speaks here; undefined for what does not begin as this version does. */
  private greet(socket: Socket, line: string | undefined): Nonces | undefined {
    const greeting = readLine(commandGreeting, line)
    if (!greeting) return undefined
    const nonces = { command: greeting.nonce, program: freshOctets() }
    const proof = proofOf('program', this.secret, nonces)
    socket.write(writeLine({ v: exchangeVersion, nonce: nonces.program, proof }))
    return nonces
  }

  private async answer(socket: Socket, asked: ScriptRequest, gone: AbortSignal): Promise<void> {
    const answered = await this.options.serve(asked, gone)
    if (!gone.aborted) sendLast(socket, answered, this.options.answerTimeMs ?? 10_000)
  }
}

/** How long whoever is refused is waited for, in milliseconds. */
const refusalTimeMs = 1_000

function refuse(socket: Socket, message: string): void {
  sendLast(socket, { answer: 'no', why: 'failed', message }, refusalTimeMs)
}

/** Ends with an answer. Whoever does not read it in time, or goes on sending, is not waited for. */
function sendLast(socket: Socket, answered: ScriptAnswer, limitMs: number): void {
  if (socket.destroyed || socket.writableEnded) return
  socket.resume().end(writeLine(answered))
  setTimeout(() => socket.destroy(), limitMs).unref()
}

function isListening(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
