/**
 * A service on loopback that answers well until it is told to do harm. It speaks https with a
 * certificate of an authority of the test's own, so that "nothing has left yet" can be told from "it has
 * left", as at the real services.
 */
import { once } from 'node:events'
import https from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import type { Authority, KeyPair } from '../../integration/http/kit/certificates'

/** `METHOD /path`, without the query. */
export type Operation = string

export interface Heard {
  readonly operation: Operation
  readonly body: string
  readonly request: IncomingMessage
}

/** What is done to a request instead of an answer, or to the connection before there is one. */
export type Harm =
  | { readonly at: 'request'; answer(heard: Heard, response: ServerResponse): void }
  /** The bare connection, in place of a TLS handshake. */
  | { readonly at: 'connection'; take(socket: Socket): void }
  | { readonly at: 'certificate'; readonly pair: KeyPair }
  | { readonly at: 'port' }
  /** Something in between, which is asked whether there is harm. */
  | { readonly at: 'proxy' }

/** The names that the good certificate is for. */
export const serverNames = ['127.0.0.1', 'latchkey-service.example'] as const

export class Hostile {
  /** Every request that was heard, in order. */
  readonly seen: Operation[] = []
  private harm: { readonly harm: Harm; readonly target: Operation } | undefined
  private readonly sockets = new Set<Socket>()
  private readonly secure: https.Server
  private readonly good: KeyPair
  private bare = this.makeBare()
  private port = 0

  private constructor(
    authority: Authority,
    private readonly answers: () => ReadonlyMap<Operation, unknown>,
  ) {
    this.good = authority.issue(serverNames)
    this.secure = https.createServer(this.good, (request, response) => {
      void this.hear(request, response)
    })
    this.secure.on('tlsClientError', () => undefined)
  }

  static async start(
    authority: Authority,
    answers: () => ReadonlyMap<Operation, unknown>,
  ): Promise<Hostile> {
    const it = new Hostile(authority, answers)
    await it.listen()
    return it
  }

  url(host: (typeof serverNames)[number] = '127.0.0.1'): string {
    return `https://${host}:${this.port}`
  }

  count(target: Operation): number {
    return this.seen.filter((operation) => operation === target).length
  }

  get harmed(): boolean {
    return this.harm !== undefined
  }

  /** From now on does this to requests for `target`, or to every connection. */
  async turn(harm: Harm, target: Operation): Promise<void> {
    this.harm = { harm, target }
    if (harm.at === 'certificate') this.secure.setSecureContext(harm.pair)
    if (harm.at === 'port') await this.stop()
    this.hangUp()
  }

  /** Answers well again. */
  async recover(): Promise<void> {
    const harm = this.harm?.harm
    this.harm = undefined
    this.secure.setSecureContext(this.good)
    if (harm?.at === 'port') await this.listen()
    this.hangUp()
  }

  async close(): Promise<void> {
    this.hangUp()
    if (this.bare.listening) await this.stop()
  }

  private makeBare(): net.Server {
    return net.createServer((socket) => {
      this.sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => this.sockets.delete(socket))
      const harm = this.harm?.harm
      if (harm?.at === 'connection') harm.take(socket)
      else this.secure.emit('connection', socket)
    })
  }

  private async listen(): Promise<void> {
    this.bare = this.makeBare()
    this.bare.listen(this.port, '127.0.0.1')
    await once(this.bare, 'listening')
    this.port = (this.bare.address() as AddressInfo).port
  }

  private async stop(): Promise<void> {
    const closed = once(this.bare, 'close')
    this.bare.close()
    this.hangUp()
    await closed
  }

  /** Ends idle connections, so that the next request meets what comes next. */
  private hangUp(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined)
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    } catch {
      return
    }
    const path = new URL(request.url ?? '/', 'https://service').pathname
    const operation = `${request.method ?? ''} ${path}`
    this.seen.push(operation)
    const heard = { operation, body: Buffer.concat(chunks).toString(), request }
    const harm = this.harm
    if (harm?.harm.at === 'request' && harm.target === operation) {
      harm.harm.answer(heard, response)
      return
    }
    const answer = this.answers().get(operation)
    if (answer === undefined) response.writeHead(404).end('no such operation here')
    else sendJson(response, answer)
  }
}

export function sendJson(response: ServerResponse, json: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(json))
}
