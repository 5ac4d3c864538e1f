/** The parts of the host that need no Chromium. */
import { describe, expect, test } from 'vitest'
import { covers } from './electron/web-request'
import { facade, facadeOf, only, targetOf } from './electron/facade'
import { preferredLanguages } from './languages'
import { jsonOnly } from './page/json-only'
import { proxyFor } from './proxy'
import { SchemeMap } from './scheme'

describe('SchemeMap', () => {
  const schemes = new SchemeMap()
  schemes.register({ scheme: 'latchkey' })

  test.each([
    ['latchkey://app/index.html?a=1#b', 'https://app.latchkey.invalid/index.html?a=1#b'],
    ['latchkey://app/', 'https://app.latchkey.invalid/'],
    ['latchkey://captcha.app/x', 'https://captcha.app.latchkey.invalid/x'],
  ])('maps %s and back', (own, shown) => {
    expect(schemes.toChromium(own)).toBe(shown)
    expect(schemes.toApp(shown)).toBe(own)
  })

  test('maps an origin, and gives a url its path', () => {
    expect(schemes.toApp('https://app.latchkey.invalid')).toBe('latchkey://app')
    expect(schemes.toChromium('latchkey://app')).toBe('https://app.latchkey.invalid/')
  })

  test.each([
    'https://example.com/?u=https://app.latchkey.invalid/',
    'https://app.other.invalid/',
    'https://latchkey.invalid/',
    'https://app.latchkey.invalid.example.com/',
    'data:text/html,x',
  ])('leaves %s alone', (url) => {
    expect(schemes.toApp(url)).toBe(url)
    expect(schemes.toChromium(url)).toBe(url)
  })

  test('translates a policy that names the scheme', () => {
    expect(
      schemes.policyToChromium("script-src 'self' latchkey:; img-src latchkey://app data:"),
    ).toBe(
      "script-src 'self' https://*.latchkey.invalid; img-src https://app.latchkey.invalid data:",
    )
  })
})

test.each([
  ['<all_urls>', 'fixture://app/x', true],
  ['*://*/*', 'https://example.com/a?b', true],
  ['*://*/*', 'latchkey://app/', false],
  ['https://*.example.com/*', 'https://a.example.com/x', true],
  ['https://*.example.com/*', 'https://example.org/x', false],
  ['latchkey://*/*', 'latchkey://app/index.html', true],
  ['http://127.0.0.1:1/a*', 'http://127.0.0.1:1/abc', true],
  ['http://127.0.0.1:1/a*', 'http://127.0.0.1:1/b', false],
])('the pattern %s covers %s: %s', (pattern, url, expected) => {
  expect(covers(pattern, url)).toBe(expected)
})

test.each([
  [{}, 'https://x.example/', 'DIRECT'],
  [{ HTTPS_PROXY: 'p.example:8080' }, 'https://x.example/', 'PROXY p.example:8080'],
  [{ https_proxy: 'https://p.example' }, 'wss://x.example/', 'HTTPS p.example:443'],
  [{ all_proxy: 'socks5://p.example' }, 'http://x.example/', 'SOCKS5 p.example:1080'],
  [{ http_proxy: 'http://p.example:1', no_proxy: '*' }, 'http://x.example/', 'DIRECT'],
  [
    { http_proxy: 'http://p.example:1', no_proxy: 'x.example:81' },
    'http://x.example/',
    'PROXY p.example:1',
  ],
  [{ http_proxy: 'http://p.example:1', no_proxy: 'x.example:80' }, 'http://x.example/', 'DIRECT'],
  [{ http_proxy: 'http://p.example:1' }, 'http://[::1]:3000/', 'DIRECT'],
])('with %o the proxy for %s is %s', (env, url, expected) => {
  expect(proxyFor(url, env)).toBe(expected)
})

test.each([
  [{ LANG: 'de_CH.UTF-8' }, ['de-CH']],
  [{ LANG: 'de_CH.UTF-8', LANGUAGE: 'gsw:de' }, ['gsw', 'de', 'de-CH']],
  [{ LANG: 'C.UTF-8' }, ['en-US']],
  [{}, ['en-US']],
])('the languages of %o are %o', (env, expected) => {
  expect(preferredLanguages(env)).toEqual(expected)
})

describe('jsonOnly', () => {
  test.each([
    [{ a: [1, 'x', null, { b: true }], left: undefined }],
    [undefined],
    [JSON.parse('{"__proto__":1}') as unknown],
    [Object.create(null) as unknown],
  ])('lets %o pass', (value) => {
    expect(() => jsonOnly(value, 'it')).not.toThrow()
  })

  const circle: { self?: unknown } = {}
  circle.self = circle
  test.each([
    [{ a: [undefined] }, 'it.a[0] is a undefined'],
    [{ a: new Date() }, 'it.a is a Date'],
    [new Uint8Array(1), 'it is a Uint8Array'],
    [[Infinity], 'it[0] is Infinity'],
    [circle, 'it.self is a value inside itself'],
    [{ f: () => 0 }, 'it.f is a function'],
    [{ [Symbol('s')]: 1 }, 'it is an object with symbols'],
  ])('refuses %o', (value, message) => {
    expect(() => jsonOnly(value, 'it')).toThrow(message)
  })
})

describe('facade', () => {
  class Thing {
    visible = 1
    hidden = 2
    alive = true
    constructor() {
      facade('Thing', this, ['visible', 'self', 'isDestroyed'], {
        writable: ['visible'],
        isAlive: () => this.alive,
        ignored: ['paint'],
      })
    }
    self(): this {
      return this
    }
    isDestroyed(): boolean {
      return !this.alive
    }
  }
  const thing = new Thing()
  const shown = facadeOf(thing)

  test('shows what it lists and names what it does not', () => {
    expect(shown.visible).toBe(1)
    expect(() => shown.hidden).toThrow('no electron.Thing.hidden')
    expect(() => (shown.hidden = 3)).toThrow('no electron.Thing.hidden')
    expect(Reflect.get(shown, 'paint')).toBeTypeOf('function')
    expect(Object.keys(shown)).toEqual([])
  })

  test('gives itself and not what is behind it', () => {
    expect(shown.self()).toBe(shown)
    expect(targetOf(shown)).toBe(thing)
    expect(facadeOf(thing)).toBe(shown)
    expect(shown).toBeInstanceOf(Thing)
  })

  test('can be awaited and dies with its object', async () => {
    expect(await Promise.resolve(shown)).toBe(shown)
    thing.alive = false
    expect(() => shown.visible).toThrow('Object has been destroyed')
    expect(shown.isDestroyed()).toBe(true)
  })

  test('of a record knows its keys only', () => {
    const record = only('thing', { a: 1 })
    expect(record.a).toBe(1)
    expect(() => Reflect.get(record, 'b') as unknown).toThrow('no electron.thing.b')
    expect(() => Reflect.get(record, 'toString') as unknown).toThrow('thing.toString')
  })
})
