import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../shared/failure'
import { redact } from './redact'

const home = '/home/anna'

describe('what is no secret', () => {
  it.each([
    'call accounts.check failed with token-rejected after 120 ms',
    'GET network.ruuvi.com/user 200 after 95 ms',
    'POST cloud.example.org/api/v4/session/token/refresh failed with outcome-unknown after 15000 ms',
    'GET 127.0.0.1:41233/api/user/info 200 after 3 ms',
    'keychain is unavailable (no-secret-service)',
    'the page of main is gone (crashed, 139)',
    'Latchkey 0.1.0 on electron, linux 6.8.0-31-generic x64, Electron 45.4.1, Node 24.9.0',
    "TypeError: Cannot read properties of undefined (reading 'token')\n    at Sessions.token (out/main/index.cjs:1234:56)",
    "Error: connect ECONNREFUSED [::1]:443 { errno: -111, code: 'ECONNREFUSED', port: 443 }",
    "{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }",
    'EACCES: permission denied, open accounts-2026-01-02T03-04-05-678Z.damaged',
    'org.freedesktop.Secret.Error.IsLocked from interface org.freedesktop.Secret.Collection',
    'src/main/accounts/health-background.ts and test/integration/keychain/secret-service',
    'x-kde-passwordManagerHint and ExcludeClipboardContentFromMonitorProcessing',
  ])('stays readable: %s', (line) => {
    expect(redact(line, home)).toBe(line)
  })

  it.each(failureCodes)('the failure %s is named', (code) => {
    expect(redact(`call x failed with ${code}`, home)).toContain(code)
    expect(redact(`{"code":"${code}"}`, home)).toContain(code)
  })
})

describe('what is hidden', () => {
  it.each([
    ['Authorization: Bearer abc.def/ghi', 'Authorization: [hidden]'],
    [
      'sent {"authorization":"Basic YWI6Yw==","accept":"json"}',
      'sent {"authorization":[hidden],"accept":"json"}',
    ],
    ['Set-Cookie: sid=abc; path=/', 'Set-Cookie: [hidden]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.sig-nature_1 came', '[hidden] came'],
    ['{"password":"correct \\"horse\\" 1","id":7}', '{"password":[hidden],"id":7}'],
    ['{\\"password\\":\\"a b\\",\\"id\\":7}', '{\\"password\\":[hidden]'],
    ["refresh_token: 'sword, fish', ok: true", 'refresh_token: [hidden], ok: true'],
    ['vcode=sjeuijnhgytghyuj&a=1', 'vcode=[hidden]&a=1'],
    ['GET https://u:p@cloud.example.org/x', 'GET https://[hidden]@cloud.example.org/x'],
    [
      'https://x.org/activate?id=7&sign=Ab-1:99&code=WXYZ',
      'https://x.org/activate?id=7&sign=[hidden]&code=[hidden]',
    ],
    ['{"code":"WXYZ"} {"code":482913}', '{"code":[hidden]} {"code":[hidden]}'],
    ['password: two words, and more', 'password: [hidden]'],
    ['anna.b@example.org logged in', 'a…@example.org logged in'],
    ['/home/anna/.config/Latchkey/book.json', '~/.config/Latchkey/book.json'],
    ['file:///home/anna/x, not /home/annabel/x', 'file://~/x, not /home/annabel/x'],
    ['seed JBSWY3DPEHPK3PXPJBSW read', 'seed [hidden] read'],
    ['session 3f2b8c1e-0d4a-4f6b-9a7c-5e1d2c3b4a59 ended', 'session [hidden] ended'],
    ['out/main/chunks/session-bus-Dk3jR9aX.cjs:3', 'out/main/chunks/[hidden].cjs:3'],
  ])('in %s', (line, kept) => {
    expect(redact(line, home)).toBe(kept)
  })

  it('in a home folder of Windows, however it is written', () => {
    const windows = 'C:\\Users\\Anna'
    for (const path of ['C:\\Users\\Anna\\x', 'C:\\\\Users\\\\Anna\\\\x', 'C:/Users/Anna/x']) {
      expect(redact(path, windows)).not.toContain('Anna')
    }
  })
})

const alphabet = (letters: string, min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: min, maxLength: max })
/** Bytes as a service draws them; those that a generator draws are zeros for the most part. */
const bytes = (min: number): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.integer(), fc.integer({ min, max: 64 }))
    .map(([seed, length]) => createHash('sha512').update(String(seed)).digest().subarray(0, length))

/** Secrets that show by themselves what they are. */
const shaped = fc.oneof(
  bytes(24).map((made) => made.toString('base64')),
  bytes(24).map((made) => made.toString('base64url')),
  bytes(16).map((made) => made.toString('hex')),
  bytes(16).map((made) => made.toString('hex').toUpperCase()),
  fc
    .tuple(bytes(9), bytes(24))
    .map(([head, body]) => `eyJ${head.toString('base64url')}.${body.toString('base64url')}.x`),
)

/** Any secret at all, as a value that bears a name. */
const anything = fc
  .string({ unit: 'grapheme', minLength: 4, maxLength: 40 })
  .filter((text) => text.trim() === text && !/\p{C}/u.test(text))
const inUrl = alphabet('abcXYZ019-_.~%', 4, 40)

const names = fc.constantFrom(
  ...['token', 'access_token', 'refreshToken', 'password', 'newPassword', 'vcode', 'captcha'],
  ...['sign', 'code', 'secret', 'otp', 'X-Api-Key', 'cookie', 'Authorization'],
)
const before = fc.constantFrom(
  '',
  'GET ',
  'Error: ',
  '{"a":1,',
  'https://x.org/y?id=3&',
  "{ name: 'x', ",
  '(',
)
const after = fc.constantFrom('', ' failed', '\n    at x (out/main/index.cjs:1:2)')

/** The secret as it may stand in a text that somebody made without a thought of the log. */
const written = fc.oneof(
  fc
    .tuple(shaped, fc.constantFrom(' ', '"', "'", ': ', '=', ', ', '(', '/ '))
    .map(([secret, mark]) => ({
      secret,
      text: `answer${mark}${secret}${mark === '"' || mark === "'" ? mark : ' '}`,
    })),
  fc.tuple(names, anything).map(([name, secret]) => ({
    secret: JSON.stringify(secret).slice(1, -1),
    text: `"${name}":${JSON.stringify(secret)},"other":1}`,
  })),
  fc.tuple(names, anything).map(([name, secret]) => ({
    secret: JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    text: JSON.stringify(JSON.stringify({ [name]: secret })),
  })),
  fc
    // One that begins as if it were quoted cannot be told from one that is.
    .tuple(
      names,
      anything.filter((secret) => !/^["'`\\]/.test(secret)),
    )
    .map(([name, secret]) => ({ secret, text: `${name}: ${secret}` })),
  fc.tuple(names, inUrl).map(([name, secret]) => ({ secret, text: `${name}=${secret}&next=1` })),
  inUrl.map((secret) => ({ secret, text: `https://user:${secret}@x.org/` })),
)

describe('a secret in any surroundings', () => {
  it('leaves nothing of itself in the line', () => {
    fc.assert(
      fc.property(before, written, after, (head, { secret, text }, tail) => {
        const line = redact(`${head}${text}${tail}`, home)
        // What the surroundings hold as well tells nothing.
        const innocent = `${head}${text.replace(secret, '')}${tail}[hidden]`
        for (let at = 0; at + 4 <= secret.length; at += 1) {
          const piece = secret.slice(at, at + 4)
          if (!innocent.includes(piece)) expect(line).not.toContain(piece)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('takes no time that a text could make long', () => {
    const began = performance.now()
    for (const text of [
      'a'.repeat(20_000),
      '-token'.repeat(4_000),
      'a%4'.repeat(8_000),
      '"\\'.repeat(8_000),
    ]) {
      redact(text, home)
      redact(`token="${text}`, home)
    }
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
