/** TLS in front of a service that speaks plain http, as people put it before a server at home. */
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { KeyPair } from './certificates'

export interface Front {
  /** `https://127.0.0.1:PORT` */
  readonly url: string
  /** One entry per request that arrived: method, path, and the Authorization header if there was one. */
  readonly seen: readonly string[]
  /** Shows another certificate from the next connection on. */
  show(pair: KeyPair): void
  close(): Promise<void>
}

export async function serveFront(target: string, pair: KeyPair): Promise<Front> {
  const seen: string[] = []
  const server = https.createServer(pair, (request, response) => {
    seen.push(lineOf(request))
    const { method, url, headers } = request
    const onward = http.request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    seen,
    show: (other) => {
      server.setSecureContext(other)
      server.closeAllConnections()
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function lineOf({ method = '', url = '', headers }: IncomingMessage): string {
  return [method, url, headers.authorization].filter((part) => part !== undefined).join(' ')
}
