import { describe, expect, it } from 'vitest'
import { readProxyAnswer, routesTo } from './proxy'

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
