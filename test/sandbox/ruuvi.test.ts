import { afterEach, beforeEach, expect, test } from 'vitest'

import { at, send, textAt } from './client'
import { isObject } from './kit/answer'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const email = 'Kim@Example.com'
const register = (to = email) => send(`${sandbox.urls.ruuvi}/register`, { body: { email: to } })
const verify = (code: string) => send(`${sandbox.urls.ruuvi}/verify?token=${code}`)
const withToken = (path: string, token: string, method = 'GET') =>
  send(`${sandbox.urls.ruuvi}${path}`, { token, method })

test('register, verify, look up, list sessions, end them', async () => {
  expect((await register()).json).toEqual({ result: 'success', data: { email } })
  const mail = await sandbox.mailbox.waitFor(email)
  expect(mail.code).toMatch(/^[A-Z]{4}$/)
  expect(mail.link).toBe(`https://station.ruuvi.com/verify?token=${mail.code ?? ''}`)

  const verified = await verify(mail.code?.toLowerCase() ?? '')
  expect(verified.json).toMatchObject({ data: { email: 'kim@example.com', newUser: true } })
  const token = textAt(verified, 'data.accessToken')
  expect(token).toMatch(/^[0-9a-f]+\/[A-Za-z0-9]{64}$/)
  expect((await withToken('/user', token)).json).toEqual({
    result: 'success',
    data: { email: 'kim@example.com', sensors: [] },
  })

  await register()
  const second = await verify(sandbox.ruuvi.codeFor(email))
  expect(at(second, 'data.newUser')).toBe(false)
  const list = await withToken('/sessions', token)
  const sessions = at(list, 'data.sessions')
  expect(sessions).toHaveLength(2)
  const current: unknown = Array.isArray(sessions)
    ? sessions.find((one: unknown) => isObject(one) && one['current'] === true)
    : undefined
  const id = isObject(current) ? String(current['id']) : ''

  expect((await withToken('/sessions/999', token, 'DELETE')).status).toBe(404)
  expect((await withToken(`/sessions/${id}`, token, 'DELETE')).json).toEqual({
    result: 'success',
    data: {},
  })
  expect(sandbox.ruuvi.isValid(token)).toBe(false)
  expect(sandbox.ruuvi.sessionCount(email)).toBe(1)
  const other = textAt(second, 'data.accessToken')
  expect((await withToken('/sessions', other, 'DELETE')).status).toBe(200)
  expect(sandbox.ruuvi.sessionCount(email)).toBe(0)
})

test('a code works once and for five minutes, in both error shapes', async () => {
  const used = sandbox.ruuvi.codeFor(email)
  await verify(used)
  const expired = sandbox.ruuvi.codeFor(email)
  sandbox.clock.advance(5 * 60_000)
  const refusals = async () =>
    Promise.all(
      [`?token=ZZZZZ`, `?token=${used}`, `?token=${expired}`, `?token=a-b`, ''].map(
        async (query) => {
          const answer = await send(`${sandbox.urls.ruuvi}/verify${query}`)
          return [answer.status, at(answer, 'code'), at(answer, 'sub_code')]
        },
      ),
    )
  expect(await refusals()).toEqual([
    [403, 'ER_FORBIDDEN', 'ER_TOKEN_EXPIRED'],
    [403, 'ER_FORBIDDEN', 'ER_TOKEN_EXPIRED'],
    [403, 'ER_FORBIDDEN', 'ER_TOKEN_EXPIRED'],
    [403, 'ER_FORBIDDEN', 'ER_TOKEN_EXPIRED'],
    [400, 'ER_INVALID', 'ER_INVALID_ARGUMENT'],
  ])
  sandbox.ruuvi.switches.errorShape = 'legacy'
  expect(await refusals()).toEqual([
    [403, 'ER_TOKEN_EXPIRED', undefined],
    [403, 'ER_TOKEN_EXPIRED', undefined],
    [403, 'ER_UNAUTHORIZED', undefined],
    [403, 'ER_UNAUTHORIZED', undefined],
    [403, 'ER_UNAUTHORIZED', undefined],
  ])
})

test('a malformed address is refused in both shapes, one without top-level domain is not', async () => {
  expect((await register('kim@localhost')).status).toBe(200)
  const nested = await register('kim at home')
  expect([nested.status, at(nested, 'code')]).toEqual([400, 'ER_INVALID'])
  expect(at(nested, 'sub_code')).toBe('ER_INVALID_EMAIL_ADDRESS')
  sandbox.ruuvi.switches.errorShape = 'legacy'
  expect(at(await register('kim at home'), 'code')).toBe('ER_INVALID_EMAIL_ADDRESS')
})

test('the eleventh register within an hour is throttled, for this address only', async () => {
  for (let count = 0; count < 10; count += 1) expect((await register()).status).toBe(200)
  sandbox.ruuvi.switches.retryAfter = 90
  const refused = await register()
  expect([refused.status, at(refused, 'code')]).toEqual([429, 'ER_THROTTLED'])
  expect(refused.headers.get('retry-after')).toBe('90')
  expect((await register('other@example.com')).status).toBe(200)
  sandbox.clock.advance(3600_000)
  expect((await register()).status).toBe(200)
})

test('a bad token is 401 or 403, as switched; an unused one dies after 180 days', async () => {
  sandbox.ruuvi.addUser(email)
  const token = sandbox.ruuvi.tokenFor(email)
  expect(
    (await send(`${sandbox.urls.ruuvi}/user`, { headers: { authorization: token } })).status,
  ).toBe(200)
  sandbox.clock.advance(180 * 24 * 3600_000)
  expect((await withToken('/user', token)).status).toBe(401)
  sandbox.ruuvi.switches.badTokenStatus = 403
  const refused = await withToken('/user', token)
  expect([refused.status, at(refused, 'code')]).toEqual([403, 'ER_UNAUTHORIZED'])
})

test('can answer verify with another account', async () => {
  sandbox.ruuvi.addUser('other@example.com')
  sandbox.ruuvi.switches.verifyReturns = 'other@example.com'
  const answer = await verify(sandbox.ruuvi.codeFor(email))
  expect(answer.json).toMatchObject({ data: { email: 'other@example.com', newUser: false } })
})

test('earlier codes live or die with a new register, as switched; a failing mail is 500', async () => {
  await register()
  const first = sandbox.ruuvi.codeFor(email)
  sandbox.ruuvi.switches.olderCodesSurvive = false
  await register()
  expect((await verify(first)).status).toBe(403)
  sandbox.ruuvi.switches.mailFails = true
  const refused = await register()
  expect([refused.status, at(refused, 'code')]).toEqual([500, 'ER_INTERNAL'])
})

test('any error can be forced once', async () => {
  const refusal = { status: 493, error: 'x', code: 'ER_TOKEN_EXPIRED' }
  sandbox.ruuvi.forceError('verify', refusal)
  const forced = await verify('ABCD')
  expect([forced.status, at(forced, 'code')]).toEqual([493, 'ER_TOKEN_EXPIRED'])
  expect((await verify('ABCD')).status).toBe(403)
})
