import { describe, expect, it } from 'vitest'
import { isLoopback, readProxyAnswer, routesTo } from './proxy'

const direct = { kind: 'direct' }

describe('readProxyAnswer', () => {
  it.each([
    ['DIRECT', [direct]],
    ['', [direct]],
    [' ; ', [direct]],
    ['PROXY proxy.example:8080', [{ kind: 'proxy', url: 'http://proxy.example:8080' }]],
    ['proxy Proxy.Example:8080', [{ kind: 'proxy', url: 'http://proxy.example:8080' }]],
    ['HTTP proxy.example:8080', [{ kind: 'proxy', url: 'http://proxy.example:8080' }]],
    ['HTTPS proxy.example', [{ kind: 'proxy', url: 'https://proxy.example' }]],
    ['PROXY [2001:db8::1]:3128', [{ kind: 'proxy', url: 'http://[2001:db8::1]:3128' }]],
    [
      'PROXY a:1; HTTPS b:2 ;DIRECT',
      [{ kind: 'proxy', url: 'http://a:1' }, { kind: 'proxy', url: 'https://b:2' }, direct],
    ],
    ['SOCKS5 a:1; SOCKS b:2; DIRECT', [direct]],
    ['SOCKS5 a:1', []],
    ['PROXY', []],
    ['PROXY a:99999999; QUIC b:1', []],
    ['PROXY user:word@a:1', [{ kind: 'proxy', url: 'http://a:1' }]],
  ])('reads %j', (answer, routes) => {
    expect(readProxyAnswer(answer)).toEqual(routes)
  })
})

describe('routesTo', () => {
  it('goes straight when the system cannot tell', async () => {
    const resolveProxy = (): Promise<string> => Promise.reject(new Error('no PAC file'))
    expect(await routesTo(new URL('https://a.example'), resolveProxy)).toEqual([direct])
    expect(await routesTo(new URL('https://a.example'))).toEqual([direct])
  })
})

describe('isLoopback', () => {
  it.each([
    'http://localhost:1',
    'http://LOCALHOST.',
    'http://site.localhost',
    'http://127.0.0.1',
    'http://127.1.2.3',
    'http://127.1',
    'http://2130706433',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
  ])('holds for %s', (url) => expect(isLoopback(new URL(url).hostname)).toBe(true))

  it.each([
    'http://example.com',
    'http://localhost.example.com',
    'http://notlocalhost',
    'http://127.0.0.1.example.com',
    'http://128.0.0.1',
    'http://192.168.0.1',
    'http://[::2]',
    'http://[2001:db8::1]',
  ])('does not hold for %s', (url) => expect(isLoopback(new URL(url).hostname)).toBe(false))
})
