import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/shared/failure'
import type { Surroundings } from '../../../src/main/adapters/walk'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import {
  deleteSession,
  getUser,
  listSessions,
  listSubscriptions,
  requestCode,
  verifyCode,
} from '../../../src/main/adapters/ruuvi/operations'
import { checkSession } from '../../../src/main/adapters/ruuvi/session'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { surroundingsOf, type SceneOptions } from './walker'

// Each row of the table of errors that Ruuvi's documents, its server source of 2022 and its apps show.

let sandbox: Sandbox
let line: Surroundings

beforeEach(async () => {
  sandbox = await startSandbox()
  line = surroundingsOf(ruuviScene())
})
afterEach(() => sandbox.close())

const email = 'mira@example.org'

function ruuviScene(): SceneOptions {
  const { urls, clock } = sandbox
  return { adapter: ruuvi, baseUrl: urls.ruuvi, now: () => clock.now() }
}

function requestsTo(path: string): number {
  return sandbox.requests.list('ruuvi').filter((request) => request.path === path).length
}

async function failureOf(
  run: Promise<{ ok: true; value: unknown } | { ok: false; failure: Failure }>,
): Promise<Failure> {
  const result = await run
  if (result.ok) throw new Error('succeeded')
  return result.failure
}

describe.each(['nested', 'legacy'] as const)('in the %s shape', (shape) => {
  beforeEach(() => {
    sandbox.ruuvi.switches.errorShape = shape
  })

  it.each(['', 'no address', 'a b@example.org'])(
    'register of %j is an invalid e-mail',
    async (bad) => {
      expect(await failureOf(requestCode(line, bad))).toMatchObject({
        code: 'invalid-input',
        field: 'email',
        serviceCode:
          shape === 'nested' ? 'ER_INVALID/ER_INVALID_EMAIL_ADDRESS' : 'ER_INVALID_EMAIL_ADDRESS',
      })
    },
  )

  it('verify without a code points at the code', async () => {
    const failure = await failureOf(verifyCode(line, ''))
    expect(failure).toMatchObject(
      shape === 'nested'
        ? { code: 'invalid-input', field: 'code', serviceCode: 'ER_INVALID/ER_INVALID_ARGUMENT' }
        : { code: 'wrong-code', field: 'code', serviceCode: 'ER_UNAUTHORIZED' },
    )
  })

  it('verify of a code with other characters is a wrong code', async () => {
    expect(await failureOf(verifyCode(line, 'B-DF'))).toMatchObject({
      code: 'wrong-code',
      field: 'code',
    })
  })

  it('verify of a code that was never given is a wrong code', async () => {
    expect(await failureOf(verifyCode(line, 'AAAA'))).toMatchObject({
      code: 'wrong-code',
      detail: 'Code used or expired',
      serviceCode: shape === 'nested' ? 'ER_FORBIDDEN/ER_TOKEN_EXPIRED' : 'ER_TOKEN_EXPIRED',
    })
  })

  it('verify of a used code is a wrong code', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    expect((await verifyCode(line, code)).ok).toBe(true)
    expect(await failureOf(verifyCode(line, code))).toMatchObject({ code: 'wrong-code' })
  })

  it('verify of a code that is too old is a wrong code', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    sandbox.clock.advance(5 * 60_000)
    expect(await failureOf(verifyCode(line, code))).toMatchObject({
      code: 'wrong-code',
      serviceCode: shape === 'nested' ? 'ER_FORBIDDEN/ER_TOKEN_EXPIRED' : 'ER_UNAUTHORIZED',
    })
  })
})

describe('errors that no state of the server reaches', () => {
  const rows: readonly {
    readonly what: string
    readonly operation: 'register' | 'verify' | 'user' | 'endSession'
    readonly refusal: { status: number; error: string; code: string; sub_code?: string | null }
    readonly failure: Failure
  }[] = [
    {
      what: 'verify: ER_TOKEN_EXPIRED with status 500',
      operation: 'verify',
      refusal: { status: 500, error: 'Expired', code: 'ER_TOKEN_EXPIRED' },
      failure: {
        ...{ code: 'wrong-code', field: 'code', detail: 'Expired' },
        serviceCode: 'ER_TOKEN_EXPIRED',
      },
    },
    {
      what: 'verify: ER_TOKEN_EXPIRED with status 493',
      operation: 'verify',
      refusal: { status: 493, error: 'Expired', code: 'ER_TOKEN_EXPIRED', sub_code: null },
      failure: {
        ...{ code: 'wrong-code', field: 'code', detail: 'Expired' },
        serviceCode: 'ER_TOKEN_EXPIRED',
      },
    },
    {
      what: 'verify: ER_TOKEN_EXPIRED as sub_code with a status of its own',
      operation: 'verify',
      refusal: {
        ...{ status: 500, error: 'Expired' },
        ...{ code: 'ER_INTERNAL', sub_code: 'ER_TOKEN_EXPIRED' },
      },
      failure: {
        ...{ code: 'wrong-code', field: 'code', detail: 'Expired' },
        serviceCode: 'ER_INTERNAL/ER_TOKEN_EXPIRED',
      },
    },
    {
      what: 'verify: user could not be made',
      operation: 'verify',
      refusal: {
        ...{ status: 500, error: 'Internal server error.' },
        ...{ code: 'ER_INTERNAL', sub_code: 'ER_SUB_NO_USER' },
      },
      failure: {
        ...{ code: 'service-error', detail: 'Internal server error.' },
        serviceCode: 'ER_INTERNAL/ER_SUB_NO_USER',
      },
    },
    {
      what: 'verify: too many',
      operation: 'verify',
      refusal: { status: 429, error: 'Slow down', code: 'ER_THROTTLED' },
      failure: {
        ...{ code: 'rate-limited', detail: 'Slow down', retryAt: undefined },
        serviceCode: 'ER_THROTTLED',
      },
    },
    {
      what: 'register: database trouble',
      operation: 'register',
      refusal: {
        ...{ status: 500, error: 'Internal server error.' },
        ...{ code: 'ER_INTERNAL', sub_code: 'ER_SUB_DATA_STORAGE_ERROR' },
      },
      failure: {
        ...{ code: 'service-error', detail: 'Internal server error.' },
        serviceCode: 'ER_INTERNAL/ER_SUB_DATA_STORAGE_ERROR',
      },
    },
    {
      what: 'register: the mail could not be sent',
      operation: 'register',
      refusal: { status: 500, error: 'No mail', code: 'ER_UNABLE_TO_SEND_EMAIL' },
      failure: { code: 'mail-failed', detail: 'No mail', serviceCode: 'ER_UNABLE_TO_SEND_EMAIL' },
    },
    {
      what: 'register: ER_THROTTLED without its status',
      operation: 'register',
      refusal: { status: 400, error: 'Slow down', code: 'ER_THROTTLED' },
      failure: {
        ...{ code: 'rate-limited', detail: 'Slow down', retryAt: undefined },
        serviceCode: 'ER_THROTTLED',
      },
    },
    {
      what: 'user: 401 with another code',
      operation: 'user',
      refusal: { status: 401, error: 'No', code: 'ER_SOMETHING' },
      failure: { code: 'token-rejected', detail: 'No', serviceCode: 'ER_SOMETHING' },
    },
    {
      what: 'user: 403 that does not speak of the token',
      operation: 'user',
      refusal: { status: 403, error: 'No', code: 'ER_FORBIDDEN' },
      failure: { code: 'service-error', detail: 'No', serviceCode: 'ER_FORBIDDEN' },
    },
    {
      what: 'a code that is only known to apps',
      operation: 'endSession',
      refusal: { status: 409, error: 'Conflict', code: 'ER_CONFLICT' },
      failure: { code: 'service-error', detail: 'Conflict', serviceCode: 'ER_CONFLICT' },
    },
  ]

  it.each(rows)('$what', async ({ operation, refusal, failure }) => {
    sandbox.ruuvi.forceError(operation, refusal)
    expect(await failureOf(send[operation]())).toEqual(failure)
  })

  const send = {
    register: () => requestCode(line, email),
    verify: () => verifyCode(line, 'BCDF'),
    user: () => getUser(line, 'token'),
    endSession: () => deleteSession(line, 'token', 1),
  }
})

describe('limits', () => {
  it('register over the limit is rate-limited, with the time from Retry-After', async () => {
    sandbox.ruuvi.switches.registerLimit = 1
    expect((await requestCode(line, email)).ok).toBe(true)
    expect(await failureOf(requestCode(line, email))).toEqual({
      code: 'rate-limited',
      detail: 'Too many requests.',
      serviceCode: 'ER_THROTTLED',
      retryAt: undefined,
    })
    sandbox.ruuvi.switches.retryAfter = 120
    const before = sandbox.clock.now()
    const { retryAt } = await failureOf(requestCode(line, email))
    expect(retryAt).toBeGreaterThanOrEqual(before + 120_000)
    expect(retryAt).toBeLessThanOrEqual(sandbox.clock.now() + 120_000)
  })

  it('register when mails cannot be sent is a service error, as ER_INTERNAL says no more', async () => {
    sandbox.ruuvi.switches.mailFails = true
    expect(await failureOf(requestCode(line, email))).toMatchObject({
      code: 'service-error',
      serviceCode: 'ER_INTERNAL',
    })
  })
})

describe.each([401, 403] as const)('a rejected token with status %d', (status) => {
  beforeEach(() => {
    sandbox.ruuvi.switches.badTokenStatus = status
  })

  it.each([
    ['GET /user', () => getUser(line, 'dead/token')],
    ['GET /sessions', () => listSessions(line, 'dead/token')],
    ['DELETE /sessions/{id}', () => deleteSession(line, 'dead/token', 1)],
  ])('%s says token-rejected', async (_what, run) => {
    expect(await failureOf(run())).toMatchObject({
      code: 'token-rejected',
      serviceCode: 'ER_UNAUTHORIZED',
    })
  })
})

it('an unknown session is not found', async () => {
  sandbox.ruuvi.addUser(email)
  const token = sandbox.ruuvi.tokenFor(email)
  expect(await failureOf(deleteSession(line, token, 999))).toMatchObject({
    code: 'not-found',
    serviceCode: 'ER_NOT_FOUND',
  })
})

describe('answers that are not Ruuvi’s', () => {
  it('JSON of a gateway without `result` is judged by its status', async () => {
    const { faults } = sandbox.ruuvi
    faults.next('verify', { kind: 'no-envelope', status: 403 })
    expect(await failureOf(verifyCode(line, 'BCDF'))).toMatchObject({
      code: 'unexpected-answer',
      detail: 'result',
    })
    for (const status of [500, 502, 504]) {
      faults.next('verify', { kind: 'no-envelope', status })
      expect(await failureOf(verifyCode(line, 'BCDF'))).toEqual({ code: 'outcome-unknown' })
      faults.next('register', { kind: 'no-envelope', status })
      expect(await failureOf(requestCode(line, email))).toEqual({ code: 'outcome-unknown' })
      faults.next('user', { kind: 'no-envelope', status })
      expect(await failureOf(getUser(line, 'token'))).toMatchObject({ code: 'service-error' })
    }
    faults.next('user', { kind: 'no-envelope', status: 401 })
    expect(await failureOf(getUser(line, 'token'))).toMatchObject({ code: 'token-rejected' })
    faults.next('register', { kind: 'no-envelope', status: 429 })
    expect(await failureOf(requestCode(line, email))).toMatchObject({ code: 'rate-limited' })
  })

  it('a success with another status than 200 is no success', async () => {
    const body = { result: 'success', data: { email } }
    sandbox.ruuvi.faults.next('register', { kind: 'answer', status: 202, body })
    expect(await failureOf(requestCode(line, email))).toEqual({
      code: 'unexpected-answer',
      detail: 'result',
    })
  })

  it('a network’s sign-in page is not the service, and never a wrong code', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'captive-portal' })
    expect(await failureOf(verifyCode(line, 'BCDF'))).toEqual({ code: 'not-the-service' })
  })

  it.each([
    ['data.accessToken', 17],
    ['data.accessToken', ''],
    ['data.email', null],
  ])('verify with %s = %j breaks the contract; the value is not told', async (field, value) => {
    sandbox.ruuvi.faults.next('verify', { kind: 'wrong-type', field, value })
    const failure = await failureOf(verifyCode(line, sandbox.ruuvi.codeFor(email)))
    expect(failure).toEqual({ code: 'unexpected-answer', detail: field })
  })

  it.each(['data.accessToken', 'data.email'])(
    'verify without %s breaks the contract',
    async (field) => {
      sandbox.ruuvi.faults.next('verify', { kind: 'missing-field', field })
      const failure = await failureOf(verifyCode(line, sandbox.ruuvi.codeFor(email)))
      expect(failure).toEqual({ code: 'unexpected-answer', detail: field })
    },
  )

  it('verify keeps the token although newUser has a wrong type', async () => {
    sandbox.ruuvi.faults.next('verify', { kind: 'wrong-type', field: 'data.newUser', value: 'yes' })
    const verified = await verifyCode(line, sandbox.ruuvi.codeFor(email))
    expect(verified).toMatchObject({ ok: true, value: { email, newUser: undefined } })
  })

  it.each([null, 'none', 7])('a check does without sensors that are %j', async (value) => {
    sandbox.ruuvi.addUser(email)
    sandbox.ruuvi.faults.next('user', { kind: 'wrong-type', field: 'data.sensors', value })
    const checked = await checkSession(line, sandbox.ruuvi.tokenFor(email))
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
    expect(await listSessions(line, 'token')).toEqual({
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
    expect(await failureOf(listSessions(line, 'token'))).toEqual({
      code: 'unexpected-answer',
      detail: 'data.sessions[0].id',
    })
  })
})

describe('requests', () => {
  it('verify sends the code as a query, no body and no Authorization', async () => {
    await verifyCode(line, 'BCDF')
    const [request] = sandbox.requests.list('ruuvi')
    expect(request).toMatchObject({ method: 'GET', path: '/verify', query: { token: 'BCDF' } })
    expect(request?.headers.authorization).toBeUndefined()
  })

  it('register sends the e-mail as JSON and no Authorization', async () => {
    await requestCode(line, email)
    const [request] = sandbox.requests.list('ruuvi')
    expect(request).toMatchObject({ method: 'POST', path: '/register', body: { email } })
    expect(request?.headers['content-type']).toMatch(/^application\/json/u)
    expect(request?.headers.authorization).toBeUndefined()
  })

  it('a token with a slash arrives as it is', async () => {
    sandbox.ruuvi.addUser(email)
    const token = sandbox.ruuvi.tokenFor(email)
    expect(token).toContain('/')
    expect(await getUser(line, token)).toMatchObject({ ok: true, value: { email } })
    expect(sandbox.requests.list('ruuvi')[0]?.headers.authorization).toBe(`Bearer ${token}`)
  })

  it('reads the plans of a subscription answer', async () => {
    const subscriptions = [
      { subscriptionName: 'Basic', isActive: false, maxClaims: 25 },
      { subscriptionName: 'Pro', isActive: true, maxClaims: 50 },
    ]
    const body = { result: 'success', data: { subscriptions } }
    sandbox.ruuvi.faults.next('*', { kind: 'answer', body })
    expect(await listSubscriptions(line, 'token')).toMatchObject({
      ok: true,
      value: [{ subscriptionName: 'Basic' }, { subscriptionName: 'Pro', isActive: true }],
    })
  })

  it.each(['reset-before', 'reset-after', 'cut'] as const)(
    'verify is sent once when the connection breaks (%s)',
    async (kind) => {
      const code = sandbox.ruuvi.codeFor(email)
      sandbox.ruuvi.faults.always('verify', { kind })
      expect(await failureOf(verifyCode(line, code))).toMatchObject({ code: 'outcome-unknown' })
      expect(requestsTo('/verify')).toBe(1)
    },
  )

  it('register is sent once when the connection breaks', async () => {
    sandbox.ruuvi.faults.always('register', { kind: 'reset-after' })
    expect(await failureOf(requestCode(line, email))).toMatchObject({ code: 'outcome-unknown' })
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
