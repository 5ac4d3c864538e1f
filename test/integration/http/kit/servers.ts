/** Small servers on loopback that do to a client what networks do. */
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import net, { type AddressInfo, type Server, type Socket } from 'node:net'
import tls from 'node:tls'
import { once } from 'node:events'
import type { KeyPair } from './certificates'

export interface Running {
  readonly port: number
  /** `http://127.0.0.1:PORT`, or https. */
  readonly url: string
  /** One entry per HTTP request (or per connection of a bare server) that arrived. */
  readonly seen: readonly string[]
  /** Resolves when all connections that were ever opened are closed. */
  allClosed(): Promise<void>
  close(): Promise<void>
}

const running: Running[] = []

/** Closes what the tests of a file have started; for afterEach. */
export async function closeServers(): Promise<void> {
  await Promise.all(running.splice(0).map((it) => it.close()))
}

export async function serve(listener: RequestListener, tls?: KeyPair): Promise<Running> {
  const seen: string[] = []
  const heard: RequestListener = (request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
    listener(request, response)
  }
  const server = tls ? https.createServer(tls, heard) : http.createServer(heard)
  return start(server, tls ? 'https' : 'http', seen)
}

/** A server that gets bare connections and speaks no HTTP unless `onConnection` does. */
export async function serveBare(onConnection: (socket: Socket) => void): Promise<Running> {
  const seen: string[] = []
  const server = net.createServer((socket) => {
    seen.push('connection')
    socket.on('error', () => undefined)
    // Unread data would keep the end of the connection from being noticed.
    socket.resume()
    onConnection(socket)
  })
  return start(server, 'http', seen)
}

export interface Eavesdropper extends Running {
  /** All that was sent once TLS stood, decrypted. */
  readonly heard: () => string
}

/** Speaks TLS and keeps every byte that comes over it; never answers. */
export async function serveEavesdropper(pair: KeyPair): Promise<Eavesdropper> {
  let heard = ''
  const server = tls.createServer(pair, (socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')))
  })
  const it = await start(server, 'https', [])
  return { ...it, heard: () => heard }
}

export interface Proxy extends Running {
  /** `CONNECT host:port`, or `GET http://…`, with the Authorization header that was seen, if any. */
  readonly authorizations: readonly string[]
}

/** A proxy that leads every host name to 127.0.0.1, unless `refuse` gives a status instead. */
export async function serveProxy(
  options: { readonly refuse?: number; readonly tls?: KeyPair } = {},
): Promise<Proxy> {
  const seen: string[] = []
  const authorizations: string[] = []
  const note = (request: IncomingMessage): void => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`)
    if (request.headers.authorization) authorizations.push(request.headers.authorization)
  }
  const forward: RequestListener = (request, response) => {
    note(request)
    if (options.refuse) return refuse(response, options.refuse)
    const { port, pathname, search } = new URL(request.url ?? '')
    const { method, headers } = request
    const onward = http.request(
      { host: '127.0.0.1', port, path: pathname + search, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
  const server = options.tls ? https.createServer(options.tls, forward) : http.createServer(forward)
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    note(request)
    socket.on('error', () => undefined)
    if (options.refuse) {
      socket.end(`HTTP/1.1 ${options.refuse} No\r\nContent-Length: 4\r\n\r\nnope`)
      return
    }
    const port = Number(request.url?.split(':').at(-1))
    const onward = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
  })
  return { ...(await start(server, options.tls ? 'https' : 'http', seen)), authorizations }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end('nope')
}

async function start(server: Server, scheme: string, seen: readonly string[]): Promise<Running> {
  const sockets = new Set<Socket>()
  const closings: Promise<unknown>[] = []
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    closings.push(new Promise((resolve) => socket.once('close', resolve)))
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const it: Running = {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    seen,
    allClosed: async () => {
      await Promise.all(closings)
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
  running.push(it)
  return it
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await serveBare((socket) => socket.destroy())
  await server.close()
  return server.port
}
