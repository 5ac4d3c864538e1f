import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/adapters/http'
import { once, repeatable, send } from './kit/client'
import { closedPort, closeServers, serve, serveBare } from './kit/servers'

afterEach(closeServers)

const unknown = { ok: false, failure: { code: 'outcome-unknown' } }

describe('a server out of reach', () => {
  it('is offline, whatever was asked', async () => {
    const port = await closedPort()
    for (const request of [{}, once, repeatable]) {
      expect(await send(`http://127.0.0.1:${port}`, request)).toEqual({
        ok: false,
        failure: { code: 'offline', detail: `connection refused: 127.0.0.1:${port}` },
      })
    }
  })
})

describe('a connection that breaks before an answer', () => {
  it('is offline after three tries of a safe request, with growing pauses', async () => {
    const pauses: number[] = []
    const server = await serve((request) => request.socket.destroy())
    const wait = (ms: number): Promise<void> => {
      pauses.push(ms)
      return Promise.resolve()
    }
    expect(await send(server.url, {}, { wait })).toEqual({
      ok: false,
      failure: { code: 'offline', detail: `connection lost: 127.0.0.1:${server.port}` },
    })
    expect(server.seen).toHaveLength(3)
    expect(pauses).toEqual([250, 1000])
  })

  it('is forgotten when a retry works', async () => {
    const server = await serve((request, response) => {
      if (server.seen.length < 3) request.socket.destroy()
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    expect(await send(server.url)).toMatchObject({ ok: true })
    expect(server.seen).toHaveLength(3)
  })

  it('is never retried for anything but a safe GET', async () => {
    const server = await serve((request) => request.socket.destroy())
    expect(await send(server.url, repeatable)).toMatchObject({ failure: { code: 'offline' } })
    expect(await send(server.url, { ...repeatable, effect: 'safe' })).toMatchObject({
      failure: { code: 'offline' },
    })
    expect(await send(server.url, { effect: 'repeatable' })).toMatchObject({
      failure: { code: 'offline' },
    })
    expect(await send(server.url, { effect: 'once' })).toEqual(unknown)
    expect(await send(server.url, once)).toEqual(unknown)
    expect(server.seen).toHaveLength(5)
  })
})

describe('a connection that breaks within an answer', () => {
  it.each([
    ['with a length', { 'content-length': '1000' }],
    ['in chunks', {}],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('leaves the outcome unknown or is offline: %s', async (_what, headers) => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers })
      response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), () =>
        request.socket.destroy(),
      )
    })
    expect(await send(server.url, once)).toEqual(unknown)
    expect(server.seen).toHaveLength(1)
    expect(await send(server.url)).toMatchObject({ failure: { code: 'offline' } })
    expect(server.seen).toHaveLength(4)
  })
})

describe('an answer that is no HTTP', () => {
  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['more headers than are read', `HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n{}`],
  ])('is not the service, or leaves the outcome unknown: %s', async (_what, words) => {
    const server = await serveBare((socket) => socket.once('data', () => socket.end(words)))
    const notTheService = { ok: false, failure: { code: 'not-the-service' } }
    expect(await send(server.url)).toEqual(notTheService)
    expect(await send(server.url, repeatable)).toEqual(notTheService)
    expect(await send(server.url, once)).toEqual(unknown)
  })
})

describe('a server that keeps silent', () => {
  it('is a time-out, or an unknown outcome where the request must not be repeated', async () => {
    const server = await serve(() => undefined)
    const options = { timeoutMs: 1000 }
    expect(await send(server.url, {}, options)).toEqual({ ok: false, failure: { code: 'timeout' } })
    expect(await send(server.url, once, options)).toEqual(unknown)
    expect(server.seen).toHaveLength(2)
    await server.allClosed()
  })

  it('is a time-out too if it stops within the answer, however slowly it goes on', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders()
      const drip = setInterval(() => response.write(' '), 20)
      response.once('close', () => clearInterval(drip))
    })
    const options = { timeoutMs: 1000 }
    expect(await send(server.url, {}, options)).toMatchObject({ failure: { code: 'timeout' } })
    expect(await send(server.url, once, options)).toEqual(unknown)
    await server.allClosed()
  })

  it('is a plain time-out while the connection does not stand: nothing has left', async () => {
    const server = await serveBare(() => undefined)
    const url = server.url.replace('http:', 'https:')
    expect(await send(url, once, { connectTimeoutMs: 300 })).toEqual({
      ok: false,
      failure: { code: 'timeout' },
    })
    await server.allClosed()
  })

  it('may take longer to answer than to connect', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => response.writeHead(200, {}).end('{}'), 1300)
    })
    expect(await send(server.url, {}, { connectTimeoutMs: 1000 })).toMatchObject({ ok: true })
  })
})

describe('cancelling', () => {
  it('ends a request in flight and closes its connection', async () => {
    for (const request of [{}, once]) {
      const abort = new AbortController()
      const server = await serve(() => abort.abort())
      expect(await send(server.url, { ...request, signal: abort.signal })).toEqual({
        ok: false,
        failure: { code: 'cancelled' },
      })
      await server.allClosed()
      expect(server.seen).toHaveLength(1)
    }
  })

  it('ends an answer that is being read', async () => {
    const abort = new AbortController()
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{', () => setImmediate(() => abort.abort()))
    })
    expect(await send(server.url, { signal: abort.signal })).toMatchObject({
      failure: { code: 'cancelled' },
    })
    await server.allClosed()
  })

  it('sends nothing when it came first', async () => {
    const server = await serve((_request, response) => response.end('{}'))
    expect(await send(server.url, { signal: AbortSignal.abort() })).toMatchObject({
      failure: { code: 'cancelled' },
    })
    expect(server.seen).toEqual([])
  })

  it('ends the pause before a retry', async () => {
    const abort = new AbortController()
    const server = await serve((request) => {
      request.socket.once('close', () => setImmediate(() => abort.abort()))
      request.socket.destroy()
    })
    const client = createHttpClient({ userAgent: 'Latchkey/test' })
    const request = { method: 'GET', effect: 'safe', url: server.url } as const
    expect(await client.send({ ...request, signal: abort.signal })).toMatchObject({
      failure: { code: 'cancelled' },
    })
    expect(server.seen).toHaveLength(1)
  })
})

describe('connections', () => {
  it('leave no timer behind that would keep a command from ending', async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const port = await closedPort()
    const before = timers()
    await send(`http://127.0.0.1:${port}`, once)
    expect(timers()).toBe(before)
  })

  it('are shared by safe requests and never by others', async () => {
    const ports: (number | undefined)[] = []
    const server = await serve((request, response) => {
      ports.push(request.socket.remotePort)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
    const client = createHttpClient({ userAgent: 'Latchkey/test' })
    const { signal } = new AbortController()
    const safe = { method: 'GET', effect: 'safe', url: server.url, signal } as const
    const unsafe = { ...safe, method: 'POST', effect: 'once' } as const
    for (const request of [safe, safe, unsafe, unsafe]) await client.send(request)
    expect(ports[1]).toBe(ports[0])
    expect(new Set(ports).size).toBe(3)
  })
})
