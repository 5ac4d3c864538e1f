import type { LookupAddress } from 'node:dns'
import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpOptions } from '../../../src/main/adapters/http'
import type { Allowance } from '../../../src/main/adapters/http-leeway'
import { clientWith, once, send, sendWith } from './kit/client'
import { closeServers, serve, serveProxy } from './kit/servers'

afterEach(closeServers)

const answer: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0}')
}

/** Every name leads to these addresses, one list after the other; the last one stays. */
function leading(...lists: readonly string[][]): Partial<HttpOptions> {
  const left = [...lists]
  return {
    lookUp: (): Promise<LookupAddress[]> => {
      const addresses = (left.length > 1 ? left.shift() : left[0]) ?? []
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
  }
}

function allowed(origin: string): Allowance {
  return { origin, trust: { kind: 'plain-http' } }
}

/** Enough where nobody answers. */
const quick = { connectTimeoutMs: 300 }

describe('plain http', () => {
  it('goes to this computer without being asked about', async () => {
    const server = await serve(answer)
    expect(await send(server.url, once)).toMatchObject({ ok: true })
    const url = `http://nas.example:${server.port}`
    expect(await send(url, once, leading(['127.0.0.1']))).toMatchObject({ ok: true })
    expect(server.seen).toHaveLength(2)
  })

  it.each([
    ['http://192.168.7.7', {}],
    ['http://[fd00::7]', {}],
    ['http://[::ffff:10.0.0.7]', {}],
    ['http://nas.example', leading(['10.1.2.3', '127.0.0.1'])],
  ])('to %s in the network around is asked about first', async (url, options) => {
    expect(await send(url, once, options)).toEqual({
      ok: false,
      failure: { code: 'unencrypted-private', detail: new URL(url).host },
    })
  })

  it.each([
    ['http://93.184.215.14', {}],
    ['http://[2001:db8::1]', {}],
    ['http://cloud.example', leading(['93.184.215.14'])],
    ['http://cloud.example', leading(['192.168.1.7', '93.184.215.14'])],
    ['http://cloud.example', leading([])],
    ['http://0.0.0.0', {}],
  ])('to %s is refused, whatever is allowed', async (url, options) => {
    for (const allowance of [undefined, allowed(url)]) {
      expect(await send(url, once, options, allowance)).toEqual({
        ok: false,
        failure: { code: 'unencrypted-public', detail: new URL(url).host },
      })
    }
  })

  it('looks at the address anew for each connection', async () => {
    const server = await serve(answer)
    const url = `http://nas.example:${server.port}`
    const moves = leading(['127.0.0.1'], ['93.184.215.14'])
    const client = clientWith(moves).allowing(() => allowed(url))
    expect(await sendWith(client, url)).toMatchObject({ ok: true })
    expect(await sendWith(client, url)).toMatchObject({ failure: { code: 'unencrypted-public' } })
    expect(server.seen).toHaveLength(1)
  })

  it('goes to what was looked at and not where the name leads a moment later', async () => {
    const server = await serve(answer)
    // The system knows no such name: the connection can only go where the look said.
    const url = `http://nas.invalid:${server.port}`
    expect(await send(url, once, leading(['127.0.0.1']))).toMatchObject({ ok: true })
  })

  it('is allowed for one origin only', async () => {
    expect(
      await send('http://192.168.7.7:81', once, {}, allowed('http://192.168.7.7')),
    ).toMatchObject({ failure: { code: 'unencrypted-private' } })
  })

  it('never goes through a proxy, where nobody could tell what the name leads to', async () => {
    const proxy = await serveProxy()
    const resolveProxy = (): Promise<string> => Promise.resolve(`PROXY 127.0.0.1:${proxy.port}`)
    const options = { resolveProxy, ...leading(['93.184.215.14']) }
    expect(await send('http://cloud.example', once, options)).toMatchObject({
      failure: { code: 'unencrypted-public' },
    })
    expect(proxy.seen).toEqual([])
  })

  it('to a name that nobody knows is offline', async () => {
    const lookUp = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(await send('http://nas.example', once, { lookUp })).toEqual({
      ok: false,
      failure: { code: 'offline', detail: 'host not found: nas.example' },
    })
  })

  it('does not wait for a look-up for ever', async () => {
    const lookUp = (): Promise<never> => new Promise(() => undefined)
    expect(await send('http://nas.example', once, { lookUp, ...quick })).toEqual({
      ok: false,
      failure: { code: 'timeout' },
    })
  })
})
