import { afterEach, describe, expect, it, vi } from 'vitest'
import { once, send } from './kit/client'
import { createAuthority, selfSigned } from './kit/certificates'
import { closeServers, serve, serveBare } from './kit/servers'

afterEach(async () => {
  vi.unstubAllEnvs()
  await closeServers()
})

const authority = createAuthority()
const trusting = { certificates: [authority.cert] }
const hour = 3_600_000
const answer = (_request: unknown, response: import('node:http').ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
}

function untrusted(reason: string, port: number): unknown {
  return { ok: false, failure: { code: 'tls-untrusted', detail: `${reason}: 127.0.0.1:${port}` } }
}

describe('certificates', () => {
  it('of a trusted authority are accepted', async () => {
    const server = await serve(answer, authority.issue(['127.0.0.1']))
    expect(await send(server.url, once, trusting)).toMatchObject({ ok: true })
  })

  it('that sign themselves are not, and nothing is sent', async () => {
    const server = await serve(answer, selfSigned(['127.0.0.1']))
    const refused = untrusted('self-signed certificate', server.port)
    expect(await send(server.url)).toEqual(refused)
    expect(await send(server.url, once)).toEqual(refused)
    expect(server.seen).toEqual([])
  })

  it('are checked even where the environment says not to', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const server = await serve(answer, selfSigned(['127.0.0.1']))
    expect(await send(server.url)).toEqual(untrusted('self-signed certificate', server.port))
    expect(server.seen).toEqual([])
  })

  it('of an unknown authority are refused', async () => {
    const server = await serve(answer, authority.issue(['127.0.0.1']))
    const refused = untrusted('certificate of an unknown authority', server.port)
    expect(await send(server.url, once)).toEqual(refused)
    expect(await send(server.url, once, { certificates: [createAuthority().cert] })).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    expect(server.seen).toEqual([])
  })

  it('that have expired are refused', async () => {
    const past = { from: new Date(Date.now() - 2 * hour), to: new Date(Date.now() - hour) }
    const server = await serve(answer, authority.issue(['127.0.0.1'], past))
    expect(await send(server.url, once, trusting)).toEqual(
      untrusted('expired certificate', server.port),
    )
    expect(server.seen).toEqual([])
  })

  it('that are not valid yet are refused', async () => {
    const future = { from: new Date(Date.now() + hour), to: new Date(Date.now() + 2 * hour) }
    const server = await serve(answer, authority.issue(['127.0.0.1'], future))
    expect(await send(server.url, once, trusting)).toEqual(
      untrusted('certificate not valid yet', server.port),
    )
  })

  it('for another host are refused', async () => {
    const server = await serve(answer, authority.issue(['other.example', '10.0.0.1']))
    expect(await send(server.url, once, trusting)).toEqual(
      untrusted('certificate for another host', server.port),
    )
    expect(server.seen).toEqual([])
  })
})

describe('a server without TLS at a secure address', () => {
  it('is not trusted', async () => {
    const server = await serve(answer)
    const url = server.url.replace('http:', 'https:')
    expect(await send(url, once)).toEqual(untrusted('no secure connection', server.port))
  })

  it('is offline if it hangs up instead of shaking hands', async () => {
    const server = await serveBare((socket) => socket.destroy())
    const url = server.url.replace('http:', 'https:')
    expect(await send(url, once)).toMatchObject({ failure: { code: 'offline' } })
  })
})

describe('a request over TLS that has left', () => {
  it('has an unknown outcome when the connection breaks', async () => {
    const server = await serve(
      (request) => request.socket.destroy(),
      authority.issue(['127.0.0.1']),
    )
    expect(await send(server.url, once, trusting)).toEqual({
      ok: false,
      failure: { code: 'outcome-unknown' },
    })
  })

  it('has an unknown outcome when no answer comes in time', async () => {
    const server = await serve(() => undefined, authority.issue(['127.0.0.1']))
    const options = { ...trusting, timeoutMs: 1500 }
    expect(await send(server.url, once, options)).toMatchObject({
      failure: { code: 'outcome-unknown' },
    })
  })

  it('is not followed from https to http', async () => {
    const plain = await serve(answer)
    const server = await serve(
      (_request, response) => response.writeHead(302, { location: `${plain.url}/?t=SECRET` }).end(),
      authority.issue(['127.0.0.1']),
    )
    expect(await send(server.url, {}, trusting)).toEqual({
      ok: false,
      failure: { code: 'redirected', detail: plain.url },
    })
    expect(plain.seen).toEqual([])
  })
})
