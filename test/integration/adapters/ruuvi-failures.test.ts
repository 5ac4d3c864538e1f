import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/shared/failure'
import {
  deleteSession,
  getUser,
  listSessions,
  requestCode,
  verifyCode,
} from '../../../src/main/adapters/ruuvi/operations'
import { email, failureOf, sandbox, scene } from './ruuvi-person'

// Each row of the table of errors that Ruuvi's documents, its server source of 2022 and its apps show.

describe.each(['nested', 'legacy'] as const)('in the %s shape', (shape) => {
  beforeEach(() => {
    sandbox.ruuvi.switches.errorShape = shape
  })

  it.each(['', 'no address', 'a b@example.org'])(
    'register of %j is an invalid e-mail',
    async (bad) => {
      expect(await failureOf(requestCode(scene, bad))).toMatchObject({
        code: 'invalid-input',
        field: 'email',
        serviceCode:
          shape === 'nested' ? 'ER_INVALID/ER_INVALID_EMAIL_ADDRESS' : 'ER_INVALID_EMAIL_ADDRESS',
      })
    },
  )

  it('verify without a code points at the code', async () => {
    const failure = await failureOf(verifyCode(scene, ''))
    expect(failure).toMatchObject(
      shape === 'nested'
        ? { code: 'invalid-input', field: 'code', serviceCode: 'ER_INVALID/ER_INVALID_ARGUMENT' }
        : { code: 'wrong-code', field: 'code', serviceCode: 'ER_UNAUTHORIZED' },
    )
  })

  it('verify of a code with other characters is a wrong code', async () => {
    expect(await failureOf(verifyCode(scene, 'B-DF'))).toMatchObject({
      code: 'wrong-code',
      field: 'code',
    })
  })

  it('verify of a code that was never given is a wrong code', async () => {
    expect(await failureOf(verifyCode(scene, 'AAAA'))).toMatchObject({
      code: 'wrong-code',
      detail: 'Code used or expired',
      serviceCode: shape === 'nested' ? 'ER_FORBIDDEN/ER_TOKEN_EXPIRED' : 'ER_TOKEN_EXPIRED',
    })
  })

  it('verify of a used code is a wrong code', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    expect((await verifyCode(scene, code)).ok).toBe(true)
    expect(await failureOf(verifyCode(scene, code))).toMatchObject({ code: 'wrong-code' })
  })

  it('verify of a code that is too old is a wrong code', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    sandbox.clock.advance(5 * 60_000)
    expect(await failureOf(verifyCode(scene, code))).toMatchObject({
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
    register: () => requestCode(scene, email),
    verify: () => verifyCode(scene, 'BCDF'),
    user: () => getUser(scene, 'token'),
    endSession: () => deleteSession(scene, 'token', 1),
  }
})

describe('limits', () => {
  it('register over the limit is rate-limited, with the time from Retry-After', async () => {
    sandbox.ruuvi.switches.registerLimit = 1
    expect((await requestCode(scene, email)).ok).toBe(true)
    expect(await failureOf(requestCode(scene, email))).toEqual({
      code: 'rate-limited',
      detail: 'Too many requests.',
      serviceCode: 'ER_THROTTLED',
      retryAt: undefined,
    })
    sandbox.ruuvi.switches.retryAfter = 120
    const before = sandbox.clock.now()
    const { retryAt } = await failureOf(requestCode(scene, email))
    expect(retryAt).toBeGreaterThanOrEqual(before + 120_000)
    expect(retryAt).toBeLessThanOrEqual(sandbox.clock.now() + 120_000)
  })

  it('register when mails cannot be sent is a service error, as ER_INTERNAL says no more', async () => {
    sandbox.ruuvi.switches.mailFails = true
    expect(await failureOf(requestCode(scene, email))).toMatchObject({
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
    ['GET /user', () => getUser(scene, 'dead/token')],
    ['GET /sessions', () => listSessions(scene, 'dead/token')],
    ['DELETE /sessions/{id}', () => deleteSession(scene, 'dead/token', 1)],
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
  expect(await failureOf(deleteSession(scene, token, 999))).toMatchObject({
    code: 'not-found',
    serviceCode: 'ER_NOT_FOUND',
  })
})
