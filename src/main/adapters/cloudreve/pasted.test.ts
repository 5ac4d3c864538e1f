import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherHost, readActivationLink, readResetLink, readToken } from './pasted'

const sign = 'Em6m-kQ_3fWz0bqN5s8c1Jr7tXvYhUaLdGpOiE2K9sE=:1760000000'
const encoded = encodeURIComponent(sign)
const link = `https://cloud.example.com/session/activate?id=lpua&sign=${encoded}`
const fromSite = { id: 'lpua', sign, host: 'cloud.example.com' }

describe('an activation link', () => {
  it.each([
    ['as the mail has it', link],
    ['with blanks and brackets around it', `  <${link}>  `],
    ['inside a sentence', `Please click "${link}" to activate.`],
    ['from the source of an HTML mail', `<a href="${link.replace('&', '&amp;')}">Activate</a>`],
    ['with a numeric entity', link.replace('&', '&#38;')],
    ['percent-encoded as a whole', encodeURIComponent(link)],
    ['with a sign that is not encoded', link.replace(encoded, sign)],
    ['with a sign that is encoded twice', link.replace(encoded, encodeURIComponent(encoded))],
    ['with the parameters in another order', link.replace(/\?(.*)&(.*)$/, '?$2&$1')],
    ['with an upper-case host', link.replace('cloud.example.com', 'Cloud.Example.com')],
    ['wrapped by a mail scanner', `https://safe.example.net/?url=${encodeURIComponent(link)}&d=1`],
    ['of the API', `https://cloud.example.com/api/v4/user/activate/lpua?sign=${encoded}`],
    ['from quoted-printable source', quotedPrintable(link.replace('&', '&amp;'))],
    ['with a fragment behind it', `${link}#top`],
  ])('%s', (_, pasted) => {
    expect(readActivationLink(pasted)).toEqual({ ok: true, value: fromSite })
  })

  it.each(['3d', '3D', '3A', '0A'])('is read as it is when its sign begins with %s', (start) => {
    const like = `${start}${sign.slice(2)}`
    const plain = link.replace(encoded, encodeURIComponent(like))
    const api = `https://cloud.example.com/api/v4/user/activate/lpua?sign=${encodeURIComponent(like)}`
    for (const pasted of [plain, api, quotedPrintable(plain)]) {
      expect(readActivationLink(pasted)).toEqual({ ok: true, value: { ...fromSite, sign: like } })
    }
  })

  it('is understood from the part that matters', () => {
    const value = { id: 'lpua', sign, host: undefined }
    expect(readActivationLink(`id=lpua&sign=${encoded}`)).toEqual({ ok: true, value })
    expect(readActivationLink(`?sign=${encoded}&id=lpua`)).toEqual({ ok: true, value })
  })

  it.each([
    ['nothing of the kind', 'hello'],
    ['no sign', 'https://cloud.example.com/session/activate?id=lpua'],
    ['no id', `https://cloud.example.com/session/activate?sign=${encoded}`],
    ['an id that could leave its place in the path', `id=..%2F..%2Fme&sign=${encoded}`],
    ['a reset link', 'https://cloud.example.com/session/reset?id=lpua&secret=abc'],
  ])('is refused with %s', (_, pasted) => {
    expect(readActivationLink(pasted)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', field: 'link' },
    })
  })

  it('never throws and never gives an id or sign that could break a URL', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, some) => {
        const read = readActivationLink(`https://a.b/session/activate?id=${id}&sign=${some}`)
        if (!read.ok) return
        expect(read.value.id).toMatch(/^[A-Za-z0-9]+$/)
        expect(read.value.sign).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })

  it('names a host that is not the site’s own, port included', () => {
    const at = (host: string | undefined) => ({ host })
    expect(otherHost(at('cloud.example.com'), 'https://cloud.example.com')).toBeUndefined()
    expect(otherHost(at(undefined), 'https://cloud.example.com')).toBeUndefined()
    expect(otherHost(at('evil.example.net'), 'https://cloud.example.com')).toBe('evil.example.net')
    expect(otherHost(at('127.0.0.1:1'), 'http://127.0.0.1:2')).toBe('127.0.0.1:1')
  })
})

describe('a reset link', () => {
  const secret = 'aB3dEfGh1jKlMn0pQrStUvWxYz012345'
  const value = { id: '5XyZ', secret, host: 'cloud.example.com' }
  const plain = `https://cloud.example.com/session/reset?id=5XyZ&secret=${secret}`

  it.each([
    ['as the mail has it', plain],
    ['from HTML source', plain.replace('&', '&amp;')],
    ['percent-encoded as a whole', encodeURIComponent(plain)],
    ['from quoted-printable source', quotedPrintable(plain)],
  ])('%s', (_, pasted) => {
    expect(readResetLink(pasted)).toEqual({ ok: true, value })
  })

  it('is refused without its secret', () => {
    expect(readResetLink(link).ok).toBe(false)
  })
})

describe('a token', () => {
  const refresh = jwt({ token_type: 'refresh', sub: 'lpua' })
  const access = jwt({ token_type: 'access', sub: 'lpua' })
  const tokens = { access_token: access, refresh_token: refresh }

  it.each([
    ['bare', refresh],
    ['with Bearer before it', `Bearer ${refresh}`],
    ['in quotes', `"${refresh}"`],
    ['as a pair', JSON.stringify(tokens)],
    ['as the answer to a login', JSON.stringify({ code: 0, data: { user: {}, token: tokens } })],
    ['as the answer to a refresh', JSON.stringify({ code: 0, data: tokens })],
    [
      'as the site’s pages keep it',
      JSON.stringify({
        current: 'b',
        sessions: { a: { token: { refresh_token: 'x' } }, b: { user: {}, token: tokens } },
      }),
    ],
  ])('%s', (_, pasted) => {
    expect(readToken(pasted)).toEqual({ ok: true, value: { kind: 'refresh', token: refresh } })
  })

  it('is taken as it is when it cannot be read', () => {
    expect(readToken('opaque-1')).toEqual({
      ok: true,
      value: { kind: 'refresh', token: 'opaque-1' },
    })
  })

  it('is told apart from an access token', () => {
    expect(readToken(access)).toEqual({ ok: true, value: { kind: 'access' } })
  })

  it.each(['', '{}', '{"access_token":"x"}', 'two words'])('is not found in %j', (pasted) => {
    const read = readToken(pasted)
    expect(read.ok || read.failure).toMatchObject({ code: 'invalid-input', field: 'token' })
  })
})

function jwt(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256' })}.${part(payload)}.c2lnbmF0dXJl`
}

function quotedPrintable(text: string): string {
  const escaped = text.replaceAll('=', '=3D')
  return `${escaped.slice(0, 40)}=\r\n${escaped.slice(40)}`
}
