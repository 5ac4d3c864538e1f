import { describe, expect, it } from 'vitest'
import { cloudreveCodes } from '../../../src/main/adapters/cloudreve/failures'
import type { Wire } from '../../../src/main/adapters/cloudreve/operations/call'
import {
  finishSignIn,
  prepareSignIn,
  readCapacity,
  refresh,
  signIn,
  signOut,
  whoAmI,
} from '../../../src/main/adapters/cloudreve/operations/session'
import {
  loadCaptcha,
  ping,
  readBasicConfig,
  readLoginConfig,
} from '../../../src/main/adapters/cloudreve/operations/site'
import {
  activate,
  askReset,
  resetPassword,
  signUp,
} from '../../../src/main/adapters/cloudreve/operations/user'
import type { FailureCode, Result } from '../../../src/shared/failure'
import type { CloudreveCode } from '../../sandbox/cloudreve/codes'
import type { CloudreveOperation } from '../../sandbox/cloudreve/operations'
import { failure, useSandbox, value } from './cloudreve-person'

const world = useSandbox()
const account = { email: 'a@example.com', password: 'secret-1', captcha: '', ticket: '' }

const operations: Readonly<
  Partial<Record<CloudreveOperation, (wire: Wire) => Promise<Result<unknown>>>>
> = {
  ping,
  config: readLoginConfig,
  captcha: loadCaptcha,
  signUp: (wire) => signUp(wire, { ...account, language: 'en-US' }),
  activate: (wire) => activate(wire, { id: 'abcd', sign: 'sign:1' }),
  prepareLogin: (wire) => prepareSignIn(wire, account.email),
  signIn: (wire) => signIn(wire, account),
  secondFactor: (wire) => finishSignIn(wire, { sessionId: 'some', otp: '123456' }),
  refresh: (wire) => refresh(wire, 'token'),
  signOut: (wire) => signOut(wire, 'token'),
  me: (wire) => whoAmI(wire, 'token'),
  capacity: (wire) => readCapacity(wire, 'token'),
  askReset: (wire) => askReset(wire, account),
  reset: (wire) => resetPassword(wire, { id: 'abcd', secret: 's', password: 'secret-1' }),
}

function wire(): Wire {
  const { http, signal, server } = world.surroundings()
  return { http, signal, baseUrl: server.baseUrl }
}

async function answered(operation: CloudreveOperation, code: CloudreveCode) {
  const run = operations[operation]
  if (!run) throw new Error(`${operation} is not asked for`)
  world.site.forceCode(operation, code)
  return run(wire())
}

interface Row {
  readonly code: CloudreveCode
  readonly operation: CloudreveOperation
  readonly expected: FailureCode
  readonly field: string | undefined
}

function row(
  code: CloudreveCode,
  operation: CloudreveOperation,
  expected: FailureCode,
  field?: string,
): Row {
  return { code, operation, expected, field }
}

/** One row per code and operation in which it may come, reserved and Pro-only ones included. */
const rows: readonly Row[] = [
  row(401, 'me', 'token-rejected'),
  row(403, 'activate', 'wrong-code', 'link'),
  row(403, 'me', 'unsupported'),
  row(404, 'prepareLogin', 'email-unknown', 'email'),
  row(404, 'secondFactor', 'attempt-expired'),
  row(404, 'refresh', 'service-error'),
  row(40001, 'signUp', 'invalid-input'),
  row(40001, 'signIn', 'invalid-input'),
  row(40001, 'activate', 'wrong-code', 'link'),
  row(40001, 'reset', 'invalid-input'),
  row(40005, 'activate', 'code-expired', 'link'),
  row(40017, 'signIn', 'account-blocked'),
  row(40017, 'askReset', 'account-blocked'),
  row(40018, 'signIn', 'email-unconfirmed'),
  row(40018, 'askReset', 'email-unconfirmed'),
  row(40019, 'signUp', 'sign-up-closed'),
  row(40019, 'askReset', 'unsupported'),
  row(40020, 'refresh', 'token-rejected'),
  row(40020, 'me', 'token-rejected'),
  row(40021, 'askReset', 'email-unknown', 'email'),
  row(40021, 'activate', 'wrong-code', 'link'),
  row(40021, 'reset', 'account-blocked'),
  row(40022, 'secondFactor', 'second-factor-wrong', 'code'),
  row(40023, 'secondFactor', 'attempt-expired'),
  row(40024, 'signIn', 'unsupported'),
  row(40025, 'signIn', 'unsupported'),
  row(40026, 'signUp', 'captcha-wrong', 'captcha'),
  row(40026, 'signIn', 'captcha-wrong', 'captcha'),
  row(40026, 'askReset', 'captcha-wrong', 'captcha'),
  row(40027, 'signIn', 'captcha-wrong', 'captcha'),
  row(40028, 'signUp', 'mail-failed'),
  row(40028, 'askReset', 'mail-failed'),
  row(40029, 'reset', 'code-expired', 'link'),
  row(40030, 'reset', 'code-expired', 'link'),
  row(40031, 'signUp', 'invalid-input', 'email'),
  row(40032, 'signUp', 'email-taken', 'email'),
  row(40033, 'signIn', 'email-unconfirmed'),
  row(40034, 'activate', 'already-verified'),
  row(40069, 'signIn', 'wrong-credentials', 'password'),
  row(40071, 'activate', 'wrong-code', 'link'),
  row(40080, 'signIn', 'wrong-credentials', 'password'),
  row(40087, 'signIn', 'service-error'),
  row(40088, 'me', 'token-rejected'),
  row(40089, 'me', 'token-rejected'),
  row(50001, 'signUp', 'service-error'),
  row(50001, 'capacity', 'service-error'),
  row(50002, 'signIn', 'service-error'),
  row(50005, 'askReset', 'service-error'),
  row(50005, 'reset', 'service-error'),
  row(50006, 'signIn', 'service-error'),
  row(-1, 'ping', 'service-error'),
]

describe('a code', () => {
  it.each(rows)('$code of $operation is $expected', async (one: Row) => {
    const { code, operation, expected, field } = one
    const got = failure(await answered(operation, code))
    expect(got.code).toBe(expected)
    expect(got.field).toBe(field)
    expect(got.serviceCode).toBe(String(code))
  })

  it('of the table has a row here, and the other way round', () => {
    const tested = new Set<number>(rows.map(({ code }) => code))
    expect(tested).toEqual(new Set<number>(cloudreveCodes))
  })

  it('that is unknown is the service’s error, with its number and its words', async () => {
    world.site.faults.next('signIn', { kind: 'answer', body: { code: 49999, msg: 'New thing' } })
    const got = failure(await signIn(wire(), account))
    expect(got).toMatchObject({ code: 'service-error', serviceCode: '49999', detail: 'New thing' })
  })

  it('40033 of a sign-up is an outcome: the mail was sent again', async () => {
    expect(value(await answered('signUp', 40033))).toBe('mail-sent-again')
  })

  it('40020 of a sign-out is what was wanted', async () => {
    expect((await answered('signOut', 40020)).ok).toBe(true)
  })

  it.each(['ping', 'config', 'captcha', 'refresh', 'me', 'askReset', 'signOut'] as const)(
    '203 where %s knows no next step breaks the contract',
    async (operation) => {
      const got = failure(await answered(operation, 203))
      expect(got).toMatchObject({ code: 'unexpected-answer', detail: 'code' })
    },
  )
})

describe('what a refusal tells besides its code', () => {
  it('is the service’s words and the id to quote', async () => {
    const got = failure(await signIn(wire(), { ...account, email: 'nobody@example.com' }))
    expect(got.detail).toBe('Incorrect email or password')
    expect(got.correlationId).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  })

  it('has no id where the body itself was refused', async () => {
    const got = failure(await signIn(wire(), { ...account, email: 'no-address' }))
    expect(got).toMatchObject({ code: 'invalid-input', serviceCode: '40001' })
    expect(got.correlationId).toBeUndefined()
  })
})

describe('an answer that is no Cloudreve answer', () => {
  it.each(Object.keys(operations) as CloudreveOperation[])('to %s: HTML', async (operation) => {
    world.site.faults.next(operation, { kind: 'captive-portal' })
    const got = failure((await operations[operation]?.(wire())) ?? { ok: true, value: null })
    expect(got.code).toBe('not-the-service')
  })

  it('JSON without the envelope', async () => {
    world.site.faults.next('signIn', { kind: 'no-envelope' })
    const got = failure(await signIn(wire(), account))
    expect(got).toMatchObject({ code: 'unexpected-answer', detail: 'code' })
    world.site.faults.next('signIn', { kind: 'no-envelope', status: 502 })
    expect(failure(await signIn(wire(), account)).code).toBe('service-error')
  })

  it('a limit of something in front of the site', async () => {
    world.site.faults.next('signIn', { kind: 'throttled', retryAfter: 30 })
    const got = failure(await signIn(wire(), account))
    expect(got.code).toBe('rate-limited')
    expect(got.retryAt).toBeGreaterThan(Date.now() + 20_000)
  })

  it('an unknown path of the API', async () => {
    const { http, signal, server } = world.surroundings()
    const wrong = { http, signal, baseUrl: `${server.baseUrl}/api/v5` }
    expect(failure(await ping(wrong)).code).toBe('not-the-service')
  })
})

describe('a field of the wrong type', () => {
  it.each([
    ['signIn', 'data.token.access_token', 5, 'data.token.access_token'],
    ['signIn', 'data.token.access_token', '', 'data.token.access_token'],
    ['signIn', 'data.token.refresh_token', null, 'data.token.refresh_token'],
    ['signIn', 'data.token.access_expires', 'tomorrow', 'data.token.access_expires'],
    ['signIn', 'data.user.id', 7, 'data.user.id'],
    ['signIn', 'code', '0', 'code'],
    ['signIn', 'code', 0.5, 'code'],
  ] as const)('of %s at %s (%j) is named', async (operation, field, wrong, path) => {
    const email = world.email()
    world.site.addUser({ email, password: account.password })
    world.site.faults.next(operation, { kind: 'wrong-type', field, value: wrong })
    const got = failure(await signIn(wire(), { ...account, email }))
    expect(got).toEqual({ code: 'unexpected-answer', detail: path })
  })

  it('matters only where the field is used', async () => {
    const email = world.email()
    world.site.addUser({ email, password: account.password })
    for (const [field, wrong] of [
      ['data.user.group', 'Admin'],
      ['data.user.created_at', 'yesterday'],
      ['data.user.disable_view_sync', 'no'],
      ['data.user.status', 'on_holiday'],
    ] as const) {
      world.site.faults.next('signIn', { kind: 'wrong-type', field, value: wrong })
      expect(value(await signIn(wire(), { ...account, email })).kind).toBe('signed-in')
    }
  })

  it('of the site’s settings is named', async () => {
    world.site.faults.next('config', { kind: 'wrong-type', field: 'data.reg_captcha', value: 'y' })
    expect(failure(await readLoginConfig(wire())).detail).toBe('data.reg_captcha')
    world.site.faults.next('config', { kind: 'wrong-type', field: 'data.captcha_type', value: 1 })
    expect(failure(await readBasicConfig(wire())).detail).toBe('data.captcha_type')
    world.site.faults.next('captcha', {
      kind: 'wrong-type',
      field: 'data.image',
      value: 'http://x',
    })
    expect(failure(await loadCaptcha(wire())).detail).toBe('data.image')
  })
})

describe('requests', () => {
  it('bear a token nowhere but where the service asks who it is', async () => {
    const email = world.email()
    world.site.addUser({ email, password: account.password })
    const { access_token: access, refresh_token: refreshToken } = world.site.tokenFor(email)
    for (const [name, run] of Object.entries(operations)) {
      if (name !== 'me' && name !== 'capacity') await run(wire())
    }
    await refresh(wire(), refreshToken)
    await signOut(wire(), refreshToken)
    await readBasicConfig(wire())
    const open = world.it.requests.list('cloudreve')
    expect(open.length).toBeGreaterThan(12)
    for (const request of open) expect(request.headers.authorization).toBeUndefined()
    await whoAmI(wire(), access)
    const last = world.it.requests.list('cloudreve').at(-1)
    expect(last?.headers.authorization).toBe(`Bearer ${access}`)
  })

  it.each(['signUp', 'activate', 'askReset', 'reset'] as const)(
    'that must not be repeated are sent once: %s',
    async (operation) => {
      world.site.faults.always(operation, { kind: 'reset-after' })
      const got = failure((await operations[operation]?.(wire())) ?? { ok: true, value: null })
      expect(got.code).toBe('outcome-unknown')
      expect(world.count(operation)).toBe(1)
    },
  )

  it.each(['signUp', 'activate', 'askReset', 'reset'] as const)(
    'that must not be repeated may have been done where something in front broke: %s',
    async (operation) => {
      for (const kind of ['no-envelope', 'status'] as const) {
        for (const status of [502, 504]) {
          world.site.faults.next(operation, { kind, status })
          const got = failure((await operations[operation]?.(wire())) ?? { ok: true, value: null })
          expect(got).toEqual({ code: 'outcome-unknown' })
        }
      }
    },
  )

  it.each(['signIn', 'secondFactor', 'refresh', 'signOut'] as const)(
    'of %s are not repeated by themselves either, and a lost one is a network failure',
    async (operation) => {
      world.site.faults.always(operation, { kind: 'reset-before' })
      const got = failure((await operations[operation]?.(wire())) ?? { ok: true, value: null })
      expect(got.code).toBe('offline')
      expect(world.count(operation)).toBe(1)
    },
  )
})
