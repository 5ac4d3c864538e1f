import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/failure'
import { withoutEcho, type Sent } from './echo'

const token = '9f3c/Zk41bQ7+xyTokenOfThisRun=='
const sent: Sent = {
  bearer: token,
  query: { token: 'QXJZ', email: 'kim@mail.example' },
  body: { email: 'kim@mail.example', password: 'correct horse "7"', nested: [{ otp: '493817' }] },
}

function shown(detail: string): string | undefined {
  const result = withoutEcho(fail('service-error', { detail }), sent)
  return result.ok ? undefined : result.failure.detail
}

describe('the words of a service', () => {
  it.each([
    ['a token', `token ${token} is not valid`, 'token [hidden] is not valid'],
    ['a token in another case', `TOKEN ${token.toUpperCase()}!`, 'TOKEN [hidden]!'],
    [
      'a token that was cut',
      `token ${token.slice(0, 10)}… is not valid`,
      'token [hidden]… is not valid',
    ],
    ['the end of a token', `…${token.slice(-9)}`, '…[hidden]'],
    ['a code', 'Code QXJZ used or expired', 'Code [hidden] used or expired'],
    ['a password', 'No "correct horse "7""', 'No "[hidden]"'],
    [
      'a password in JSON',
      `Got ${JSON.stringify(sent.body)}`,
      'Got {"email":"kim@mail.example","password":"[hidden]","nested":[{"otp":"[hidden]"}]}',
    ],
    ['a token in an address', `/a?t=${encodeURIComponent(token)}&b`, '/a?t=[hidden]&b'],
    ['a token in hex', `0x${Buffer.from(token).toString('hex')}`, '0x[hidden]'],
  ])('lose %s that they say back', (_name, said, left) => {
    expect(shown(said)).toBe(left)
  })

  it('lose a token that they say back within base64', () => {
    for (const before of ['', 'a', 'ab', 'Bearer ']) {
      const said = Buffer.from(`${before}${token} and more`)
      for (const encoding of ['base64', 'base64url'] as const) {
        expect(shown(said.toString(encoding)), `${encoding} behind "${before}"`).toContain(
          '[hidden]',
        )
        const kept = Buffer.from(
          (shown(said.toString(encoding)) ?? '').split('[hidden]')[0] ?? '',
          encoding,
        )
        expect(kept.toString()).not.toContain(token.slice(0, 3))
      }
    }
  })

  it('stay as they are otherwise, the address of the account included', () => {
    const said = 'There is no account kim@mail.example; ask again in 23 seconds (£ü𝕏)'
    expect(shown(said)).toBe(said)
  })

  it('are cut where they are a whole page', () => {
    expect(shown('x'.repeat(5_000))).toHaveLength(1_001)
  })

  it('lose it from codes and ids as well', () => {
    const more = { serviceCode: `E/${token}`, correlationId: token, field: 'code', retryAt: 5 }
    expect(withoutEcho(fail('wrong-code', more), sent)).toEqual(
      fail('wrong-code', { ...more, serviceCode: 'E/[hidden]', correlationId: '[hidden]' }),
    )
  })

  it('leave what went well alone', () => {
    const good = ok({ token })
    expect(withoutEcho(good, sent)).toBe(good)
  })
})
