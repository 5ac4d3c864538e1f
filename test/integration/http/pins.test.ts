import { X509Certificate } from 'node:crypto'
import { once as event } from 'node:events'
import type { RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Allowance } from '../../../src/main/adapters/http-leeway'
import { fingerprint } from '../../../src/shared/site-trust'
import { clientWith, once, repeatable, send, sendWith } from './kit/client'
import { createAuthority, selfSigned, type KeyPair } from './kit/certificates'
import { closeServers, serve, serveBare, serveEavesdropper, serveProxy } from './kit/servers'

afterEach(closeServers)

const authority = createAuthority()
const hour = 3_600_000
const past = { from: new Date(Date.now() - 2 * hour), to: new Date(Date.now() - hour) }
const answer: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0}')
}

function pin(origin: string, { cert }: KeyPair): Allowance {
  const print = fingerprint.parse(new X509Certificate(cert).fingerprint256)
  return { origin, trust: { kind: 'certificate', fingerprint: print } }
}

describe('a certificate that is trusted by its fingerprint', () => {
  it.each([
    ['that signs itself', selfSigned(['127.0.0.1'])],
    ['of an unknown authority', authority.issue(['127.0.0.1'])],
    ['that has expired', selfSigned(['127.0.0.1'], past)],
    ['for another host', selfSigned(['other.example'])],
  ])('%s is accepted', async (_, pair) => {
    const server = await serve(answer, pair)
    for (const request of [{}, repeatable, once]) {
      expect(await send(server.url, request, {}, pin(server.url, pair))).toMatchObject({ ok: true })
    }
    expect(server.seen).toEqual(['GET /', 'POST /', 'POST /'])
  })

  it('lets no other one through, and nothing of a request reaches the other end', async () => {
    const trusted = selfSigned(['127.0.0.1'])
    for (const shown of [selfSigned(['127.0.0.1']), authority.issue(['127.0.0.1'])]) {
      const server = await serveEavesdropper(shown)
      for (const request of [{}, repeatable, once]) {
        expect(await send(server.url, request, {}, pin(server.url, trusted))).toEqual({
          ok: false,
          failure: {
            code: 'tls-untrusted',
            detail: `another certificate than the one you trust: 127.0.0.1:${server.port}`,
          },
        })
      }
      await server.allClosed()
      expect(server.heard()).toBe('')
    }
  })

  it('holds for its own origin only', async () => {
    const pair = selfSigned(['127.0.0.1'])
    const [own, other] = [await serve(answer, pair), await serveEavesdropper(pair)]
    expect(await send(other.url, once, {}, pin(own.url, pair))).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    await other.allClosed()
    expect(other.heard()).toBe('')
  })

  it('takes nothing away from what the system trusts', async () => {
    const server = await serve(answer, authority.issue(['127.0.0.1']))
    const before = pin(server.url, selfSigned(['127.0.0.1']))
    const trusting = { certificates: [authority.cert] }
    expect(await send(server.url, once, trusting, before)).toMatchObject({ ok: true })
  })

  it('is asked for anew with each request, and its connection serves no other', async () => {
    const pair = selfSigned(['127.0.0.1'])
    const server = await serve(answer, pair)
    let allowance: Allowance | undefined = pin(server.url, pair)
    const client = clientWith()
    const own = client.allowing(() => allowance)
    expect(await sendWith(own, server.url)).toMatchObject({ ok: true })
    // A safe request leaves its connection open for the next, if it may be shared.
    expect(await sendWith(client, server.url)).toMatchObject({ failure: { code: 'tls-untrusted' } })
    allowance = undefined
    expect(await sendWith(own, server.url)).toMatchObject({ failure: { code: 'tls-untrusted' } })
    await server.allClosed()
    expect(server.seen).toEqual(['GET /'])
  })

  it('is not helped by a connection that was opened before it changed', async () => {
    const [first, second] = [selfSigned(['127.0.0.1']), selfSigned(['127.0.0.1'])]
    const seen: string[] = []
    const server = https.createServer({ ...first, keepAlive: true }, (request, response) => {
      seen.push(request.url ?? '')
      answer(request, response)
    })
    server.listen(0, '127.0.0.1')
    await event(server, 'listening')
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    const client = clientWith().allowing(() => pin(url, first))
    expect(await sendWith(client, `${url}/1`)).toMatchObject({ ok: true })
    server.setSecureContext(second)
    expect(await sendWith(client, `${url}/2`)).toMatchObject({ failure: { code: 'tls-untrusted' } })
    expect(seen).toEqual(['/1'])
    server.closeAllConnections()
    server.close()
  })

  it('holds through a proxy', async () => {
    const pair = selfSigned(['other.example'])
    const server = await serve(answer, pair)
    const proxy = await serveProxy()
    const url = `https://service.test:${server.port}`
    const via = { resolveProxy: () => Promise.resolve(`PROXY 127.0.0.1:${proxy.port}`) }
    expect(await send(`${url}/path`, once, via, pin(url, pair))).toMatchObject({ ok: true })
    expect(proxy.seen).toEqual([`CONNECT service.test:${server.port}`])
    expect(proxy.authorizations).toEqual([])
    expect(server.seen).toEqual(['POST /path'])
  })

  it('holds nothing else through a proxy, and nothing is sent', async () => {
    const server = await serveEavesdropper(selfSigned(['service.test']))
    const proxy = await serveProxy()
    const url = `https://service.test:${server.port}`
    const via = { resolveProxy: () => Promise.resolve(`PROXY 127.0.0.1:${proxy.port}`) }
    const trusted = pin(url, selfSigned(['service.test']))
    expect(await send(url, once, via, trusted)).toMatchObject({
      failure: {
        code: 'tls-untrusted',
        detail: `another certificate than the one you trust: service.test:${server.port}`,
      },
    })
    await server.allClosed()
    expect(server.heard()).toBe('')
  })

  it('is nothing that a proxy may show', async () => {
    const pair = selfSigned(['127.0.0.1'])
    const proxy = await serveProxy({ tls: pair })
    const via = { resolveProxy: () => Promise.resolve(`HTTPS 127.0.0.1:${proxy.port}`) }
    const url = 'https://service.test'
    expect(await send(url, once, via, pin(url, pair))).toMatchObject({
      failure: { detail: `self-signed certificate: 127.0.0.1:${proxy.port}` },
    })
    expect(proxy.seen).toEqual([])
  })

  it('does not hold up a proxy that refuses', async () => {
    const proxy = await serveProxy({ refuse: 407 })
    const via = { resolveProxy: () => Promise.resolve(`PROXY 127.0.0.1:${proxy.port}`) }
    const url = 'https://service.test'
    expect(await send(url, once, via, pin(url, selfSigned(['a'])))).toMatchObject({
      failure: { code: 'proxy-needs-sign-in' },
    })
  })

  it('leaves the outcome unknown where the connection breaks after the request has left', async () => {
    const pair = selfSigned(['127.0.0.1'])
    const server = await serve((request) => request.socket.destroy(), pair)
    expect(await send(server.url, once, {}, pin(server.url, pair))).toEqual({
      ok: false,
      failure: { code: 'outcome-unknown' },
    })
  })

  it('waits no longer than for any other, and leaves no connection open', async () => {
    const silent = await serveBare(() => undefined)
    const url = silent.url.replace('http:', 'https:')
    const options = { connectTimeoutMs: 300 }
    expect(await send(url, once, options, pin(url, selfSigned(['a'])))).toEqual({
      ok: false,
      failure: { code: 'timeout' },
    })
    await silent.allClosed()
    const signal = AbortSignal.timeout(100)
    expect(await send(url, { ...once, signal }, {}, pin(url, selfSigned(['a'])))).toEqual({
      ok: false,
      failure: { code: 'cancelled' },
    })
    await silent.allClosed()
  })

  it('is offline where somebody hangs up instead of shaking hands', async () => {
    const server = await serveBare((socket) => socket.destroy())
    const url = server.url.replace('http:', 'https:')
    expect(await send(url, once, {}, pin(url, selfSigned(['a'])))).toMatchObject({
      failure: { code: 'offline' },
    })
  })
})

describe('a look at a certificate', () => {
  const look = (url: string, options = {}) =>
    clientWith(options).look(url, new AbortController().signal)

  it('tells what it says of itself, and sends nothing', async () => {
    const pair = selfSigned(['127.0.0.1', 'cloud.example'])
    const server = await serveEavesdropper(pair)
    const x509 = new X509Certificate(pair.cert)
    expect(await look(server.url)).toEqual({
      ok: true,
      value: {
        host: `127.0.0.1:${server.port}`,
        problems: [{ kind: 'self-signed' }],
        certificate: {
          ...{ subject: 'CN=test', issuer: 'CN=test', names: ['127.0.0.1', 'cloud.example'] },
          validFrom: Date.parse(x509.validFrom),
          validTo: Date.parse(x509.validTo),
          fingerprint: x509.fingerprint256,
        },
      },
    })
    await server.allClosed()
    expect(server.heard()).toBe('')
  })

  const future = { from: new Date(Date.now() + hour), to: new Date(Date.now() + 2 * hour) }
  const trusting = { certificates: [authority.cert] }
  it.each([
    ['an unknown authority', authority.issue(['127.0.0.1']), {}, ['unknown-authority']],
    ['its age alone', authority.issue(['127.0.0.1'], past), trusting, ['expired']],
    ['its youth alone', authority.issue(['127.0.0.1'], future), trusting, ['not-valid-yet']],
    ['its name alone', authority.issue(['b.example']), trusting, ['other-host']],
    ['nothing', authority.issue(['127.0.0.1']), trusting, []],
    [
      'all that is wrong with one that signs itself',
      selfSigned(['b.example'], past),
      {},
      ['self-signed', 'expired', 'other-host'],
    ],
    [
      'all that is wrong with one of an unknown authority',
      authority.issue(['b.example'], past),
      {},
      ['unknown-authority', 'expired', 'other-host'],
    ],
  ])('tells %s', async (_, pair, options, problems) => {
    const server = await serveEavesdropper(pair)
    const found = await look(server.url, options)
    expect(found.ok && found.value.problems.map(({ kind }) => kind)).toEqual(problems)
    await server.allClosed()
    expect(server.heard()).toBe('')
  })

  it('goes through the system’s proxy, which sees no more than the host', async () => {
    const server = await serveEavesdropper(selfSigned(['service.test']))
    const proxy = await serveProxy()
    const resolveProxy = (): Promise<string> => Promise.resolve(`PROXY 127.0.0.1:${proxy.port}`)
    const found = await look(`https://service.test:${server.port}`, { resolveProxy })
    expect(found).toMatchObject({ value: { problems: [{ kind: 'self-signed' }] } })
    expect(proxy.seen).toEqual([`CONNECT service.test:${server.port}`])
    await server.allClosed()
    expect(server.heard()).toBe('')
  })

  it('says why there is nothing to see', async () => {
    const plain = await serve(answer)
    expect(await look(plain.url)).toMatchObject({ failure: { code: 'unsupported' } })
    expect(await look(plain.url.replace('http:', 'https:'))).toMatchObject({
      failure: { code: 'tls-untrusted', detail: `no secure connection: 127.0.0.1:${plain.port}` },
    })
    const proxy = await serveProxy({ tls: selfSigned(['127.0.0.1']) })
    const resolveProxy = (): Promise<string> => Promise.resolve(`HTTPS 127.0.0.1:${proxy.port}`)
    expect(await look('https://service.test', { resolveProxy })).toMatchObject({
      failure: {
        code: 'tls-untrusted',
        detail: `self-signed certificate: 127.0.0.1:${proxy.port}`,
      },
    })
  })
})
