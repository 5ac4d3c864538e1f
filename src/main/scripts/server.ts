/**
 * The socket that commands come to. It knows connections and lines; what is asked and answered is up
 * to `serve`. A connection is one request and one answer, and its end is the end of the work for it.
 */
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { fail, ok, type Result } from '../../shared/failure'
import { scriptsProblemLine } from '../../shared/scripts-problem'
import { unsafePath } from './folder'
import { announcePlace, isPath, preparePlace, withdrawPlace, type PlaceOptions } from './place'
import {
  readLine,
  request,
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
      announcePlace(profile, place.address)
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
    const { words, connections = 32, requestTimeMs = 5_000 } = this.options
    const gone = new AbortController()
    this.open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.open.delete(socket)
      gone.abort()
    })
    if (this.open.size > connections) {
      refuse(socket, words().busy)
      return
    }
    const timer = setTimeout(() => refuse(socket, words().unclear), requestTimeMs)
    socket.on('close', () => clearTimeout(timer))
    // Who closes its side has left: the command keeps it open until it has read the answer.
    socket.on('end', () => gone.abort())
    firstLine(socket, (line) => {
      clearTimeout(timer)
      const asked = line === undefined ? undefined : readLine(request, line)
      if (asked) void this.answer(socket, asked, gone.signal)
      else refuse(socket, words().unclear)
    })
  }

  private async answer(socket: Socket, asked: ScriptRequest, gone: AbortSignal): Promise<void> {
    const answered = await this.options.serve(asked, gone)
    if (!gone.aborted) sendLast(socket, answered, this.options.answerTimeMs ?? 10_000)
  }
}

/** Calls back once: with the first line, or with undefined when what comes is too long to be one. */
function firstLine(socket: Socket, found: (line: string | undefined) => void): void {
  const chunks: Buffer[] = []
  let length = 0
  const read = (chunk: Buffer): void => {
    const end = chunk.indexOf(0x0a)
    chunks.push(end === -1 ? chunk : chunk.subarray(0, end))
    length += end === -1 ? chunk.length : end
    if (end === -1 && length <= requestLimit) return
    socket.off('data', read)
    // What follows is not listened to, and must not pile up either.
    socket.resume()
    found(length > requestLimit ? undefined : Buffer.concat(chunks).toString('utf8'))
  }
  socket.on('data', read)
}

function refuse(socket: Socket, message: string): void {
  sendLast(socket, { answer: 'no', why: 'failed', message }, 1_000)
}

/** Ends with an answer. Whoever does not read it in time, or goes on sending, is not waited for. */
function sendLast(socket: Socket, answered: ScriptAnswer, limitMs: number): void {
  if (socket.destroyed) return
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
