import { gzipSync, brotliCompressSync, deflateSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { once, repeatable, secrets, send } from './kit/client'
import { closeServers, serve } from './kit/servers'

afterEach(closeServers)

/** Answers with a status, headers and a body, whatever is asked. */
function always(
  status: number,
  headers: Record<string, string>,
  body: string | Buffer = '',
): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end(body)
}

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }
const page = '<!doctype html><title>Sign in to the network</title>'

describe('what is sent', () => {
  it('is the method, path, encoded query, JSON body, token and user agent', async () => {
    const bodies: string[] = []
    const server = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text))
      request.on('end', () => response.writeHead(200, json).end(JSON.stringify(request.headers)))
    })
    const result = await send(`${server.url}/a/b`, {
      ...repeatable,
      query: { sign: 'a/b+c=:1', 'e mail': 'ü@x.y' },
      body: { email: 'ü@x.y' },
    })
    expect(server.seen).toEqual(['POST /a/b?sign=a%2Fb%2Bc%3D%3A1&e+mail=%C3%BC%40x.y'])
    expect(bodies).toEqual(['{"email":"ü@x.y"}'])
    expect(result).toMatchObject({
      ok: true,
      value: {
        status: 200,
        json: {
          authorization: `Bearer ${secrets.bearer}`,
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': 'Latchkey/test',
        },
      },
    })
  })

  it('has no Authorization, content type or body unless the call asks for them', async () => {
    const server = await serve((request, response) =>
      response.writeHead(200, json).end(JSON.stringify(Object.keys(request.headers).sort())),
    )
    const result = await send(server.url, { bearer: undefined })
    expect(result).toMatchObject({
      value: { json: ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'] },
    })
  })

  it('is a DELETE with a body, for services that want one', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, json)
      request.pipe(response)
    })
    const result = await send(server.url, {
      method: 'DELETE',
      effect: 'repeatable',
      body: { a: 1 },
    })
    expect(result).toMatchObject({ ok: true, value: { json: { a: 1 } } })
  })

  it.each([
    ['not a URL', 'nonsense'],
    ['another scheme', 'file:///etc/passwd'],
    ['data in the address', 'data:application/json,{}'],
    ['a password in the address', 'http://SECRET:SECRET@127.0.0.1/'],
  ])('is nothing for %s', async (_what, url) => {
    expect(await send(url)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', detail: 'address' },
    })
  })

  it.each(['SECRET\r\nX-Evil: 1', 'SECRETé', 'SECRET TOKEN', ''])(
    'is nothing with a token that a header cannot hold (%#)',
    async (bearer) => {
      const server = await serve(always(200, json, '{}'))
      expect(await send(server.url, { bearer })).toEqual({
        ok: false,
        failure: { code: 'invalid-input', detail: 'token' },
      })
      expect(server.seen).toEqual([])
    },
  )
})

describe('an answer with JSON', () => {
  it.each([200, 201, 400, 401, 403, 404, 429, 500, 502])(
    'is given with status %i',
    async (status) => {
      const server = await serve(always(status, json, '{"code":40001}'))
      expect(await send(server.url, once)).toEqual({
        ok: true,
        value: { status, json: { code: 40001 }, retryAt: undefined },
      })
    },
  )

  it('may call itself plain text or nothing at all', async () => {
    for (const headers of [{ 'content-type': 'text/plain; charset=utf-8' }, {}]) {
      const server = await serve(always(200, headers, ' {"code":0}'))
      expect(await send(server.url)).toMatchObject({ ok: true, value: { json: { code: 0 } } })
    }
  })

  it('may be a problem document and begin with a byte order mark', async () => {
    const type = { 'content-type': 'application/problem+json; charset=utf-8' }
    const server = await serve(always(400, type, '\uFEFF{"title":"ü"}'))
    expect(await send(server.url)).toMatchObject({ value: { json: { title: 'ü' } } })
  })

  it('is null where a success has no body', async () => {
    for (const status of [200, 204]) {
      const server = await serve(always(status, {}))
      expect(await send(server.url, once)).toMatchObject({
        ok: true,
        value: { status, json: null },
      })
    }
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('may be compressed with %s', async (encoding, compress) => {
    const headers = { ...json, 'content-encoding': encoding }
    const server = await serve(always(200, headers, compress('{"code":0}')))
    expect(await send(server.url)).toMatchObject({ ok: true, value: { json: { code: 0 } } })
  })

  it('says when to try again, in seconds or as a date', async () => {
    const now = (): number => Date.UTC(2026, 0, 1)
    const seconds = await serve(always(429, { ...json, 'retry-after': '90' }, '{}'))
    expect(await send(seconds.url, {}, { now })).toMatchObject({
      value: { status: 429, retryAt: Date.UTC(2026, 0, 1, 0, 1, 30) },
    })
    const date = 'Thu, 01 Jan 2026 00:05:00 GMT'
    const dated = await serve(always(503, { ...json, 'retry-after': date }, '{}'))
    expect(await send(dated.url, {}, { now })).toMatchObject({
      value: { status: 503, retryAt: Date.UTC(2026, 0, 1, 0, 5) },
    })
  })
})

describe('an answer without JSON', () => {
  it.each([
    ['a web page with 200', 200, html, page],
    ['a web page with 403', 403, html, page],
    [
      'the plain 404 of a Cloudreve site',
      404,
      { 'content-type': 'text/plain' },
      '404 page not found',
    ],
    ['a number that is no envelope', 200, { 'content-type': 'text/plain' }, '404'],
    ['nothing with 404', 404, {}, ''],
    ['not modified', 304, {}, ''],
  ] as const)('is not the service: %s', async (_what, status, headers, body) => {
    const server = await serve(always(status, headers, body))
    for (const request of [{}, once]) {
      expect(await send(server.url, request)).toEqual({
        ok: false,
        failure: { code: 'not-the-service' },
      })
    }
  })

  it('is an unexpected answer where it says it is JSON and is not', async () => {
    const server = await serve(always(200, json, '{"token":"SECRET'))
    expect(await send(server.url)).toEqual({
      ok: false,
      failure: { code: 'unexpected-answer', detail: '(the whole answer)' },
    })
  })

  it('is an unexpected answer where its compression is broken', async () => {
    for (const encoding of ['gzip', 'br']) {
      const server = await serve(
        always(200, { ...json, 'content-encoding': encoding }, Buffer.alloc(100, 0xff)),
      )
      expect(await send(server.url)).toEqual({
        ok: false,
        failure: { code: 'unexpected-answer', detail: 'broken compression' },
      })
    }
  })

  it('is rate-limited with 429, with the time to wait', async () => {
    const now = (): number => 1_000_000
    const server = await serve(always(429, { ...html, 'retry-after': '5' }, page))
    expect(await send(server.url, once, { now })).toEqual({
      ok: false,
      failure: { code: 'rate-limited', retryAt: 1_005_000 },
    })
  })

  it('is the service failing with 5xx, and is not sent again', async () => {
    for (const status of [500, 501, 502, 503, 504]) {
      const server = await serve(always(status, html, page))
      expect(await send(server.url)).toMatchObject({
        failure: { code: 'service-error', serviceCode: String(status) },
      })
      expect(server.seen).toHaveLength(1)
    }
  })

  it.each([500, 502, 503, 504, 524])(
    'leaves the outcome of a request that must not be repeated unknown with %i',
    async (status) => {
      const server = await serve(always(status, html, page))
      expect(await send(server.url, once)).toEqual({
        ok: false,
        failure: { code: 'outcome-unknown' },
      })
      expect(await send(server.url, repeatable)).toMatchObject({
        failure: { code: 'service-error', serviceCode: String(status) },
      })
      expect(server.seen).toHaveLength(2)
    },
  )
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is not followed with %i', async (status) => {
    const target = await serve(always(200, json, '{}'))
    const location = `${target.url}/login?code=SECRET`
    const server = await serve(always(status, { location }))
    expect(await send(server.url)).toEqual({
      ok: false,
      failure: { code: 'redirected', detail: target.url },
    })
    expect(target.seen).toEqual([])
    expect(server.seen).toHaveLength(1)
  })

  it('is not read to its end: the connection is closed', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: '/login' }).write('more to come')
    })
    expect(await send(server.url)).toMatchObject({ failure: { code: 'redirected' } })
    await server.allClosed()
  })

  it('names the origin of a relative target, and nothing of one without any', async () => {
    const relative = await serve(always(302, { location: '/login?code=SECRET' }))
    expect(await send(relative.url)).toMatchObject({ failure: { detail: relative.url } })
    const none = await serve(always(302, {}))
    expect(await send(none.url)).toEqual({ ok: false, failure: { code: 'redirected' } })
    const strange = await serve(always(302, { location: 'javascript:SECRET' }))
    expect(await send(strange.url)).toMatchObject({ failure: { detail: 'javascript:' } })
  })
})

describe('an answer that is too large', () => {
  const tooLarge = { ok: false, failure: { code: 'unexpected-answer', detail: 'too large' } }

  it('is given up on while it comes, and the connection is closed', async () => {
    let sent = 0
    const chunk = Buffer.alloc(64 * 1024, 0x20)
    const server = await serve((_request, response) => {
      response.writeHead(200, json)
      const more = (): void => {
        for (; sent < 20_000_000;) {
          sent += chunk.length
          if (!response.write(chunk)) return
        }
        response.end()
      }
      response.on('drain', more)
      more()
    })
    expect(await send(server.url)).toEqual(tooLarge)
    await server.allClosed()
    expect(sent).toBeLessThan(20_000_000)
  })

  it('is measured after decompression', async () => {
    const member = gzipSync(Buffer.alloc(10_000_000, 0x20))
    const bomb = Buffer.concat(Array.from({ length: 100 }, () => member))
    expect(bomb.length).toBeLessThan(2_000_000)
    const server = await serve(always(200, { ...json, 'content-encoding': 'gzip' }, bomb))
    const before = process.memoryUsage().rss
    expect(await send(server.url)).toEqual(tooLarge)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
    await server.allClosed()
  })

  it('is one byte over the limit', async () => {
    const server = await serve(always(200, json, `"${'x'.repeat(98)}"`))
    expect(await send(server.url, {}, { maxAnswerBytes: 100 })).toMatchObject({ ok: true })
    expect(await send(server.url, {}, { maxAnswerBytes: 99 })).toEqual(tooLarge)
  })
})

it('never tells a secret that the service sends back in a failure', async () => {
  const server = await serve(always(400, html, `${secrets.bearer} ${secrets.body.password}`))
  expect(await send(server.url, once)).toEqual({ ok: false, failure: { code: 'not-the-service' } })
})
