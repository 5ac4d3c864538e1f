import { describe, expect, it } from 'vitest'
import { Canary, type Secret } from './canary'
import { piecesOf } from './forms'

const token: Secret = {
  service: 'ipcola',
  kind: 'access-token',
  text: 'q7/Zk+"marked"=token&with?all{kinds}of~signs',
}
const otp: Secret = { service: 'cloudreve', kind: 'second-factor', text: '493817' }

function found(content: Buffer | string, ...secrets: readonly Secret[]): readonly string[] {
  const canary = new Canary()
  for (const secret of secrets) canary.add(secret)
  return canary.search({ kind: 'file', where: 'here', content }).map(({ form }) => form)
}

const { text } = token
const encodings: readonly (readonly [string, Buffer | string])[] = [
  ['as it is', `before ${text} after`],
  ['in JSON', JSON.stringify({ said: `Your ${text} was refused` })],
  ['in an URL', `https://x.example/?a=1&token=${encodeURIComponent(text)}&b=2`],
  ['in a form', new URLSearchParams({ token: text }).toString()],
  ['in base64', Buffer.from(text).toString('base64')],
  ['in base64 behind one letter', Buffer.from(`a${text}`).toString('base64')],
  ['in base64 behind two letters', Buffer.from(`ab${text}`).toString('base64')],
  ['in base64url within JSON', Buffer.from(JSON.stringify([1, text])).toString('base64url')],
  ['in hex', Buffer.from(text).toString('hex')],
  ['in UTF-16', Buffer.from(`x${text}`, 'utf16le')],
  ['at the end of a binary file', Buffer.concat([Buffer.alloc(999, 0xff), Buffer.from(text)])],
]

describe('the canary', () => {
  it.each(encodings)('finds a token %s', (_name, content) => {
    expect(found(content, token)).toHaveLength(1)
  })

  it('finds what is left of a token that was cut anywhere', () => {
    for (let start = 0; start + 23 <= text.length; start += 1) {
      expect(found(`…${text.slice(start, start + 23)}…`, token), `from ${start}`).toHaveLength(1)
    }
  })

  it('finds each of many secrets in one pass', () => {
    const many = Array.from({ length: 300 }, (_, index): Secret => {
      return { ...token, text: `same-beginning-${String(index).padStart(9, '0')}` }
    })
    expect(found(many.map((one) => one.text).join('\n'), ...many)).toHaveLength(300)
    expect(found('same-begin ning', ...many)).toEqual([])
  })

  it('finds a short code only where it stands by itself', () => {
    expect(found('{"otp":"493817"}', otp)).toHaveLength(1)
    expect(found('Code 493817.', otp)).toHaveLength(1)
    for (const chance of ['1493817', '4938170', 'a493817', '12.493817']) {
      expect(found(chance, otp)).toEqual([])
    }
  })

  it('takes what secrets have in common for none of them', () => {
    const [one, other] = ['first', 'later'].map((part): Secret => {
      return { ...token, text: `eyJhbGciOiJIUzI1NiJ9.${part}.signature-of-the-${part}` }
    })
    if (!one || !other) throw new Error('There are two.')
    expect(found('eyJhbGciOiJI', one, other)).toEqual([])
    expect(found(one.text, one, other)).toHaveLength(1)
    expect(found(token.text, token, { ...token, service: 'ruuvi' })).toHaveLength(2)
  })

  it('cuts without losing a character', () => {
    expect(piecesOf('short')).toEqual(['short'])
    expect(piecesOf('twelve chars')).toEqual(['twelve chars'])
    expect(piecesOf('thirteen char')).toEqual(['thirteen cha', 'hirteen char'])
    const covered = piecesOf(text).reduce((so, piece) => {
      return (
        so + piece.slice(piece.length - Math.max(0, text.indexOf(piece) + piece.length - so.length))
      )
    }, '')
    expect(covered).toBe(text)
  })
})
