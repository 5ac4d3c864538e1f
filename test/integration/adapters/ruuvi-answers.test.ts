import { describe, expect, it } from 'vitest'
import {
  getUser,
  listSessions,
  listSubscriptions,
  requestCode,
  verifyCode,
} from '../../../src/main/adapters/ruuvi/operations'
import { checkSession } from '../../../src/main/adapters/ruuvi/session'
import { email, failureOf, requestsTo, ruuviScene, sandbox, scene } from './ruuvi-person'
import { surroundingsOf } from './walker'

describe('answers that are not Ruuvi’s', () => {
  it('JSON of a gateway without `result` is judged by its status', async () => {
    const { faults } = sandbox.ruuvi
    faults.next('verify', { kind: 'no-envelope', status: 403 })
    expect(await failureOf(verifyCode(scene, 'BCDF'))).toMatchObject({
      code: 'unexpected-answer',
      detail: 'result',
    })
    for (const status of [500, 502, 504]) {
      faults.next('verify', { kind: 'no-envelope', status })
      expect(await failureOf(verifyCode(scene, 'BCDF'))).toEqual({ code: 'outcome-unknown' })
      faults.next('register', { kind: 'no-envelope', status })
      expect(await failureOf(requestCode(scene, email))).toEqual({ code: 'outcome-unknown' })
      faults.next('user', { kind: 'no-envelope', status })
      expect(await failureOf(getUser(scene, 'token'))).toMatchObject({ code: 'service-error' })
    }
    faults.next('user', { kind: 'no-envelope', status: 401 })
    expect(await failureOf(getUser(scene, 'token'))).toMatchObject({ code: 'token-rejected' })
    faults.next('register', { kind: 'no-envelope', status: 429 })
    expect(await failureOf(requestCode(scene, email))).toMatchObject({ code: 'rate-limited' })
  })

  it('a success with another status than 200 is no success', async () => {
    const body = { result: 'success', data: { email } }
    sandbox.ruuvi.faults.next('register', { kind: 'answer', status: 202, body })
    expect(await failureOf(requestCode(scene, email))).toEqual({
      code: 'unexpected-answer',
      detail: 'result',
    })
  })

  it('a network’s sign-in page is not the service, and never a wrong code', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'captive-portal' })
    expect(await failureOf(verifyCode(scene, 'BCDF'))).toEqual({ code: 'not-the-service' })
  })

  it.each([
    ['data.accessToken', 17],
    ['data.accessToken', ''],
    ['data.email', null],
  ])('verify with %s = %j breaks the contract; the value is not told', async (field, value) => {
    sandbox.ruuvi.faults.next('verify', { kind: 'wrong-type', field, value })
    const failure = await failureOf(verifyCode(scene, sandbox.ruuvi.codeFor(email)))
    expect(failure).toEqual({ code: 'unexpected-answer', detail: field })
  })

  it.each(['data.accessToken', 'data.email'])(
    'verify without %s breaks the contract',
    async (field) => {
      sandbox.ruuvi.faults.next('verify', { kind: 'missing-field', field })
      const failure = await failureOf(verifyCode(scene, sandbox.ruuvi.codeFor(email)))
      expect(failure).toEqual({ code: 'unexpected-answer', detail: field })
    },
  )

  it('verify keeps the token although newUser has a wrong type', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'wrong-type', field: 'data.newUser', value: 'yes' })
    const verified = await verifyCode(scene, sandbox.ruuvi.codeFor(email))
    expect(verified).toMatchObject({
      ok: true,
      value: { email: email.toLowerCase(), newUser: undefined },
    })
  })

  it.each([null, 'none', 7])('a check does without sensors that are %j', async (value) => {
    sandbox.ruuvi.addUser(email)
    sandbox.ruuvi.faults.next('user', { kind: 'wrong-type', field: 'data.sensors', value })
    const checked = await checkSession(scene, sandbox.ruuvi.tokenFor(email))
    expect(checked).toMatchObject({ ok: true, value: { email: email.toLowerCase() } })
    expect(checked.ok && checked.value.facts.map(({ key }) => key)).not.toContain('sensors')
  })

  it('a list of sessions does without times that no calendar has', async () => {
    const sessions = [
      { id: 1, current: true, createdAt: 8.64e12, lastAccessed: 8.64e12 + 1 },
      { id: 2, current: false, createdAt: -1, lastAccessed: null },
    ]
    sandbox.ruuvi.faults.next('sessions', {
      kind: 'answer',
      body: { result: 'success', data: { sessions } },
    })
    expect(await listSessions(scene, 'token')).toEqual({
      ok: true,
      value: [
        { id: 1, current: true, createdAt: 8.64e12, lastAccessed: undefined },
        { id: 2, current: false, createdAt: undefined, lastAccessed: undefined },
      ],
    })
  })

  it('a session id that a number cannot hold exactly is refused', async () => {
    const sessions = [{ id: 2 ** 60, current: true, createdAt: 1, lastAccessed: 1 }]
    sandbox.ruuvi.faults.next('sessions', {
      kind: 'answer',
      body: { result: 'success', data: { sessions } },
    })
    expect(await failureOf(listSessions(scene, 'token'))).toEqual({
      code: 'unexpected-answer',
      detail: 'data.sessions[0].id',
    })
  })
})

describe('requests', () => {
  it('verify sends the code as a query, no body and no Authorization', async () => {
    await verifyCode(scene, 'BCDF')
    const [request] = sandbox.requests.list('ruuvi')
    expect(request).toMatchObject({ method: 'GET', path: '/verify', query: { token: 'BCDF' } })
    expect(request?.headers.authorization).toBeUndefined()
  })

  it('register sends the e-mail as JSON and no Authorization', async () => {
    await requestCode(scene, email)
    const [request] = sandbox.requests.list('ruuvi')
    expect(request).toMatchObject({ method: 'POST', path: '/register', body: { email } })
    expect(request?.headers['content-type']).toMatch(/^application\/json/u)
    expect(request?.headers.authorization).toBeUndefined()
  })

  it('a token with a slash arrives as it is', async () => {
    sandbox.ruuvi.addUser(email)
    const token = sandbox.ruuvi.tokenFor(email)
    expect(token).toContain('/')
    const whose = { email: email.toLowerCase() }
    expect(await getUser(scene, token)).toMatchObject({ ok: true, value: whose })
    expect(sandbox.requests.list('ruuvi')[0]?.headers.authorization).toBe(`Bearer ${token}`)
  })

  it('reads the plans of a subscription answer', async () => {
    const subscriptions = [
      { subscriptionName: 'Basic', isActive: false, maxClaims: 25 },
      { subscriptionName: 'Pro', isActive: true, maxClaims: 50 },
    ]
    const body = { result: 'success', data: { subscriptions } }
    sandbox.ruuvi.faults.next('*', { kind: 'answer', body })
    expect(await listSubscriptions(scene, 'token')).toMatchObject({
      ok: true,
      value: [{ subscriptionName: 'Basic' }, { subscriptionName: 'Pro', isActive: true }],
    })
  })

  it.each(['reset-before', 'reset-after', 'cut'] as const)(
    'verify is sent once when the connection breaks (%s)',
    async (kind) => {
      const code = sandbox.ruuvi.codeFor(email)
      sandbox.ruuvi.faults.always('verify', { kind })
      expect(await failureOf(verifyCode(scene, code))).toMatchObject({ code: 'outcome-unknown' })
      expect(requestsTo('/verify')).toBe(1)
    },
  )

  it('register is sent once when the connection breaks', async () => {
    sandbox.ruuvi.faults.always('register', { kind: 'reset-after' })
    expect(await failureOf(requestCode(scene, email))).toMatchObject({ code: 'outcome-unknown' })
    expect(requestsTo('/register')).toBe(1)
  })

  it('verify that is never answered is an unknown outcome, not a time-out', async () => {
    const impatient = surroundingsOf({ ...ruuviScene(), timeoutMs: 1_500 })
    sandbox.ruuvi.faults.always('verify', { kind: 'stall', perform: true })
    const failure = await failureOf(verifyCode(impatient, sandbox.ruuvi.codeFor(email)))
    expect(failure).toMatchObject({ code: 'outcome-unknown' })
    expect(requestsTo('/verify')).toBe(1)
  })
})
