import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpOptions } from '../../../src/main/adapters/http'
import { once, secrets, send } from './kit/client'
import { createAuthority, selfSigned } from './kit/certificates'
import { closedPort, closeServers, serve, serveBare, serveProxy } from './kit/servers'

afterEach(closeServers)

const authority = createAuthority()
const service = authority.issue(['service.test'])
const answer = (_request: unknown, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0}')
}

/** The system names this proxy list; the hosts of the tests exist behind the proxies only. */
function via(list: string): Partial<HttpOptions> {
  return { resolveProxy: () => Promise.resolve(list), certificates: [authority.cert] }
}

describe('a proxy', () => {
  it('tunnels https, and sees neither path nor token', async () => {
    const server = await serve(answer, service)
    const proxy = await serveProxy()
    const url = `https://service.test:${server.port}/path`
    expect(await send(url, once, via(`PROXY 127.0.0.1:${proxy.port}`))).toMatchObject({
      ok: true,
      value: { json: { code: 0 } },
    })
    expect(proxy.seen).toEqual([`CONNECT service.test:${server.port}`])
    expect(proxy.authorizations).toEqual([])
    expect(server.seen).toEqual(['POST /path'])
  })

  it('may itself be reached over TLS', async () => {
    const server = await serve(answer, service)
    const proxy = await serveProxy({ tls: authority.issue(['127.0.0.1']) })
    const url = `https://service.test:${server.port}/`
    expect(await send(url, once, via(`HTTPS 127.0.0.1:${proxy.port}`))).toMatchObject({ ok: true })
    expect(proxy.seen).toEqual([`CONNECT service.test:${server.port}`])
  })

  it('that asks for a password is named, and gets no token', async () => {
    const proxy = await serveProxy({ refuse: 407 })
    const list = `PROXY 127.0.0.1:${proxy.port}`
    for (const request of [{}, once]) {
      expect(await send('https://service.test/', request, via(list))).toEqual({
        ok: false,
        failure: { code: 'proxy-needs-sign-in', detail: `127.0.0.1:${proxy.port}` },
      })
    }
    expect(proxy.authorizations).toEqual([])
  })

  it.each([403, 502, 503])(
    'that will not connect (%i) means offline: nothing has left',
    async (refuse) => {
      const proxy = await serveProxy({ refuse })
      const list = `PROXY 127.0.0.1:${proxy.port}`
      expect(await send('https://service.test/', once, via(list))).toEqual({
        ok: false,
        failure: {
          code: 'offline',
          detail: `refused by the proxy (${refuse}): 127.0.0.1:${proxy.port}`,
        },
      })
    },
  )

  it('with a certificate that nobody trusts is refused, and named', async () => {
    const proxy = await serveProxy({ tls: selfSigned(['127.0.0.1']) })
    const list = `HTTPS 127.0.0.1:${proxy.port}`
    expect(await send('https://service.test/', once, via(list))).toEqual({
      ok: false,
      failure: {
        code: 'tls-untrusted',
        detail: `self-signed certificate: 127.0.0.1:${proxy.port}`,
      },
    })
    expect(proxy.seen).toEqual([])
  })

  it('does not make a wrong certificate of the service right', async () => {
    const server = await serve(answer, authority.issue(['other.test']))
    const proxy = await serveProxy()
    const url = `https://service.test:${server.port}/`
    expect(await send(url, once, via(`PROXY 127.0.0.1:${proxy.port}`))).toEqual({
      ok: false,
      failure: {
        code: 'tls-untrusted',
        detail: `certificate for another host: service.test:${server.port}`,
      },
    })
    expect(server.seen).toEqual([])
  })

  it('that keeps silent is a time-out, and its connection is closed', async () => {
    const proxy = await serveBare(() => undefined)
    for (const kind of ['PROXY', 'HTTPS']) {
      const options = { ...via(`${kind} 127.0.0.1:${proxy.port}`), connectTimeoutMs: 300 }
      expect(await send('https://service.test/', once, options)).toEqual({
        ok: false,
        failure: { code: 'timeout' },
      })
      await proxy.allClosed()
    }
  })

  it('that hangs up or talks nonsense means offline', async () => {
    for (const words of ['', 'nonsense without a colon\r\nmore\r\n\r\n']) {
      const proxy = await serveBare((socket) => socket.once('data', () => socket.end(words)))
      const options = via(`PROXY 127.0.0.1:${proxy.port}`)
      expect(await send('https://service.test/', once, options)).toMatchObject({
        failure: { code: 'offline' },
      })
    }
  })

  it('that breaks a tunnel after the request has left leaves the outcome unknown', async () => {
    const server = await serve((request) => request.socket.destroy(), service)
    const proxy = await serveProxy()
    const url = `https://service.test:${server.port}/`
    expect(await send(url, once, via(`PROXY 127.0.0.1:${proxy.port}`))).toEqual({
      ok: false,
      failure: { code: 'outcome-unknown' },
    })
  })
})

describe('the list of proxies', () => {
  it('is left alone once a request has left', async () => {
    const server = await serve((request) => request.socket.destroy(), service)
    const [first, second] = [await serveProxy(), await serveProxy()]
    const list = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}; DIRECT`
    const url = `https://service.test:${server.port}/`
    expect(await send(url, once, via(list))).toMatchObject({ ok: false })
    expect(server.seen).toHaveLength(1)
    expect(second.seen).toEqual([])
  })

  it('is tried from the left, also for what must not be repeated: nothing has left yet', async () => {
    const server = await serve(answer, service)
    const proxy = await serveProxy()
    const dead = await closedPort()
    const list = `SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${dead}; PROXY 127.0.0.1:${proxy.port}`
    const url = `https://service.test:${server.port}/`
    expect(await send(url, once, via(list))).toMatchObject({ ok: true })
    expect(server.seen).toHaveLength(1)
  })

  it('names the proxy if the last one is out of reach too', async () => {
    const dead = await closedPort()
    const list = `PROXY 127.0.0.1:${dead}`
    expect(await send('https://service.test/', once, via(list))).toEqual({
      ok: false,
      failure: { code: 'offline', detail: `connection refused: 127.0.0.1:${dead}` },
    })
  })

  it('is not gone around when it has nothing but SOCKS, and not tried again in vain', async () => {
    let waits = 0
    const wait = () => Promise.resolve(void (waits += 1))
    for (const request of [{}, once]) {
      const options = { ...via('SOCKS5 127.0.0.1:1'), wait }
      expect(await send('https://service.test/', request, options)).toEqual({
        ok: false,
        failure: {
          code: 'offline',
          detail: 'only a SOCKS proxy is set, which Latchkey cannot use',
        },
      })
    }
    expect(waits).toBe(0)
  })

  it('is asked for with the origin only, and never for loopback', async () => {
    const asked: string[] = []
    const resolveProxy = (url: string): Promise<string> => {
      asked.push(url)
      return Promise.resolve('PROXY 127.0.0.1:1')
    }
    const server = await serve(answer)
    expect(await send(server.url, {}, { resolveProxy })).toMatchObject({ ok: true })
    await send(`https://service.test/reset/${secrets.bearer}`, once, { resolveProxy })
    expect(asked).toEqual(['https://service.test/'])
  })

  it('does not hold a request up for ever', async () => {
    const resolveProxy = (): Promise<string> => new Promise(() => undefined)
    expect(await send('https://service.test/', once, { resolveProxy, timeoutMs: 200 })).toEqual({
      ok: false,
      failure: { code: 'timeout' },
    })
    const signal = AbortSignal.timeout(100)
    expect(
      await send('https://service.test/', { ...once, signal }, { resolveProxy }),
    ).toMatchObject({
      failure: { code: 'cancelled' },
    })
  })
})
