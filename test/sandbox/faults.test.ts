import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { at, send } from './client'
import type { Fault } from './kit/faults'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const email = 'kim@example.com'
const register = () => send(`${sandbox.urls.ruuvi}/register`, { body: { email } })
const verify = () => send(`${sandbox.urls.ruuvi}/verify?token=${sandbox.ruuvi.codeFor(email)}`)
const next = (fault: Fault) => {
  sandbox.ruuvi.faults.next('register', fault)
}
const mails = () => sandbox.mailbox.messages(email).length
const received = () => sandbox.requests.list('ruuvi').map(({ state, status }) => [state, status])

describe('another answer', () => {
  const cases: readonly (readonly [Fault, number, string])[] = [
    [{ kind: 'status', status: 500 }, 500, 'text/html; charset=utf-8'],
    [{ kind: 'captive-portal' }, 200, 'text/html; charset=utf-8'],
    [{ kind: 'no-envelope', status: 502 }, 502, 'application/json'],
    [{ kind: 'answer', body: { result: 'odd' } }, 200, 'application/json'],
  ]
  test.each(cases)('%o, once, without effect', async (fault, status, type) => {
    next(fault)
    const answer = await register()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    expect(mails()).toBe(0)
    expect((await register()).status).toBe(200)
  })

  test('with effect, where asked for', async () => {
    next({ kind: 'status', status: 504, perform: true })
    expect((await register()).status).toBe(504)
    expect(mails()).toBe(1)
  })

  test('429 with seconds, with a date, with nothing', async () => {
    const date = new Date('2030-01-02T03:04:05Z')
    next({ kind: 'throttled', retryAfter: 7 })
    next({ kind: 'throttled', retryAfter: date })
    next({ kind: 'throttled' })
    const said = []
    for (let count = 0; count < 3; count += 1) {
      const answer = await register()
      said.push([answer.status, answer.headers.get('retry-after')])
    }
    expect(said).toEqual([
      [429, '7'],
      [429, 'Wed, 02 Jan 2030 03:04:05 GMT'],
      [429, null],
    ])
  })

  test('a redirect that names its target', async () => {
    next({ kind: 'redirect', to: 'https://elsewhere.example/', status: 308 })
    const answer = await register()
    expect([answer.status, answer.headers.get('location')]).toEqual([
      308,
      'https://elsewhere.example/',
    ])
  })
})

describe('a broken connection', () => {
  test('reset before: nothing happened; reset after: it did', async () => {
    next({ kind: 'reset-before' })
    await expect(register()).rejects.toThrow('fetch failed')
    expect(mails()).toBe(0)
    next({ kind: 'reset-after' })
    await expect(register()).rejects.toThrow('fetch failed')
    expect(mails()).toBe(1)
    await sandbox.requests.waitFor(() => received().every(([state]) => state === 'dropped'))
    expect(received()).toEqual([
      ['dropped', undefined],
      ['dropped', undefined],
    ])
  })

  test('cut in the middle of the body', async () => {
    next({ kind: 'cut' })
    const response = await fetch(`${sandbox.urls.ruuvi}/register`, {
      method: 'POST',
      body: JSON.stringify({ email }),
    })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    expect(mails()).toBe(1)
  })

  test('stalls until the client gives up or the sandbox closes', async () => {
    next({ kind: 'stall', perform: true })
    next({ kind: 'stall' })
    const given = new AbortController()
    const first = fetch(`${sandbox.urls.ruuvi}/register`, {
      ...{ method: 'POST', body: JSON.stringify({ email }), signal: given.signal },
    })
    await sandbox.mailbox.waitFor(email)
    given.abort()
    await expect(first).rejects.toThrow('aborted')
    await sandbox.requests.waitFor(({ state }) => state === 'dropped')
    const second = expect(register()).rejects.toThrow('fetch failed')
    await sandbox.requests.waitFor(({ state }) => state === 'open')
    await sandbox.close()
    await second
    expect(mails()).toBe(1)
  })

  test('delays the answer, or the request itself, until released', async () => {
    for (const hold of ['answer', 'request'] as const) {
      sandbox.mailbox.clear()
      sandbox.requests.clear()
      let release: (value?: unknown) => void = () => undefined
      const until = new Promise((resolve) => (release = resolve))
      next({ kind: 'delay', until, hold })
      const answer = register()
      await sandbox.requests.waitFor(({ state }) => state === 'open')
      expect(mails()).toBe(hold === 'answer' ? 1 : 0)
      release()
      expect((await answer).status).toBe(200)
      expect(mails()).toBe(1)
    }
  })
})

describe('a spoilt answer', () => {
  test('a wrong type, a missing field, too much of it', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'wrong-type', field: 'data.newUser', value: 'yes' })
    expect(at(await verify(), 'data.newUser')).toBe('yes')
    sandbox.ruuvi.faults.next('verify', { kind: 'missing-field', field: 'data.email' })
    expect(at(await verify(), 'data.email')).toBeUndefined()
    sandbox.ruuvi.faults.next('verify', { kind: 'oversized', bytes: 100_000 })
    const large = await verify()
    expect(large.text.length).toBeGreaterThan(100_000)
    expect(at(large, 'result')).toBe('success')
  })

  test('a success without a token, or with an empty one, at each service', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'missing-token' })
    expect(at(await verify(), 'data')).toEqual({ email, newUser: true })
    const body = { email, password: 'qwer123456', reference_key: '', user_tag: 'ipcola' }
    sandbox.ipcola.faults.next('register', { kind: 'empty-token' })
    const answer = await send(`${sandbox.urls.ipcola}/api/user/register`, {
      body: { ...body, vcode: sandbox.ipcola.vcodeFor(email) },
    })
    expect(answer.json).toEqual({ meta_status: 1, meta_message: 'success', token: '' })
    sandbox.cloudreve.addUser({ email, password: 'qwer123456' })
    sandbox.cloudreve.faults.next('signIn', { kind: 'missing-token' })
    const signedIn = await send(`${sandbox.urls.cloudreve}/api/v4/session/token`, { body })
    expect(at(signedIn, 'data.token.access_token')).toBeUndefined()
    expect(at(signedIn, 'data.token.refresh_token')).toBeTypeOf('string')
  })
})

test('a lasting fault ends when cleared; "*" breaks every operation', async () => {
  sandbox.ruuvi.faults.always('register', { kind: 'status', status: 503 })
  expect([(await register()).status, (await register()).status]).toEqual([503, 503])
  expect((await verify()).status).toBe(200)
  sandbox.ruuvi.faults.clear('register')
  expect((await register()).status).toBe(200)
  sandbox.ruuvi.faults.always('*', { kind: 'captive-portal' })
  expect((await verify()).text).toContain('Wi-Fi')
  sandbox.ruuvi.faults.clear()
  expect(at(await verify(), 'result')).toBe('success')
})

test('a client that leaves while it still sends harms nobody', async () => {
  const socket = connect(Number(new URL(sandbox.urls.ruuvi).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write('POST /register HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{')
  socket.resetAndDestroy()
  await once(socket, 'close')
  expect((await register()).status).toBe(200)
})

test('the log holds what was sent and what came of it', async () => {
  const answered = sandbox.requests.waitFor(({ state }) => state === 'answered')
  await send(`${sandbox.urls.ruuvi}/register?a=1`, { body: { email }, token: 'tell-tale' })
  expect(await answered).toMatchObject({
    ...{ service: 'ruuvi', operation: 'register', method: 'POST', path: '/register' },
    ...{ query: { a: '1' }, body: { email }, status: 200 },
    headers: { authorization: 'Bearer tell-tale' },
  })
})
