import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure, Result } from '../../../src/shared/failure'
import type { Surroundings } from '../../../src/main/adapters/walk'
import { ipcola } from '../../../src/main/adapters/ipcola'
import {
  getCaptcha,
  getUserInfo,
  logIn,
  registerUser,
  requestVcode,
  resetPassword,
} from '../../../src/main/adapters/ipcola/operations'
import { ipcolaSandboxStatus as status } from '../../sandbox/ipcola/status'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { surroundingsOf, type SceneOptions } from './walker'

let sandbox: Sandbox
let line: Surroundings

beforeEach(async () => {
  sandbox = await startSandbox()
  line = surroundingsOf(ipcolaScene())
})
afterEach(() => sandbox.close())

const email = 'mira@example.org'
const password = 'correct horse'

function ipcolaScene(): SceneOptions {
  const { urls, clock } = sandbox
  return { adapter: ipcola, baseUrl: urls.ipcola, now: () => clock.now() }
}

const send = {
  register: () => registerUser(line, { email, password, vcode: 'x', referenceKey: '' }),
  login: () => logIn(line, { email, password, captcha: '23', captchaId: 'id' }),
  resetPassword: () => resetPassword(line, { email, password, vcode: 'x' }),
  captcha: () => getCaptcha(line),
  userInfo: () => getUserInfo(line, 'token'),
} satisfies Record<string, () => Promise<Result<unknown>>>

const operations = ['register', 'login', 'resetPassword', 'captcha', 'userInfo'] as const
const guarded = ['register', 'login', 'resetPassword', 'captcha'] as const

async function failureOf(run: Promise<Result<unknown>>): Promise<Failure> {
  const result = await run
  if (result.ok) throw new Error('succeeded')
  return result.failure
}

describe('meta_status', () => {
  it.each(guarded)(
    'a negative one of %s is shown as it is, number and words',
    async (operation) => {
      sandbox.ipcola.forceStatus(operation, -42, 'words of the service')
      expect(await failureOf(send[operation]())).toEqual({
        code: 'service-error',
        detail: 'words of the service',
        serviceCode: '-42',
      })
    },
  )

  it('a negative one of user info is a rejected token', async () => {
    sandbox.ipcola.forceStatus('userInfo', -42, 'words of the service')
    expect(await failureOf(send.userInfo())).toEqual({
      code: 'token-rejected',
      detail: 'words of the service',
      serviceCode: '-42',
    })
  })

  it.each([0, 2, 100])('%d is no success either', async (metaStatus) => {
    for (const operation of operations) {
      sandbox.ipcola.forceStatus(operation, metaStatus, 'success')
      expect(await failureOf(send[operation]())).toMatchObject({
        code: 'service-error',
        serviceCode: String(metaStatus),
      })
    }
  })

  it('that means nothing known rejects a token only where the HTTP status does', async () => {
    const body = { meta_status: 0, meta_message: 'no' }
    for (const [http, code] of [
      [401, 'token-rejected'],
      [403, 'service-error'],
    ] as const) {
      sandbox.ipcola.faults.next('userInfo', { kind: 'answer', status: http, body })
      expect(await failureOf(send.userInfo())).toMatchObject({ code, serviceCode: '0' })
    }
  })

  it.each(guarded)('is read from an answer of %s with another HTTP status', async (operation) => {
    const body = { meta_status: -7, meta_message: 'no' }
    for (const http of [400, 403, 500]) {
      sandbox.ipcola.faults.next(operation, { kind: 'answer', status: http, body })
      expect(await failureOf(send[operation]())).toMatchObject({
        code: 'service-error',
        detail: 'no',
        serviceCode: '-7',
      })
    }
  })

  it('of user info with a server’s error is not the token’s fault', async () => {
    const body = { meta_status: -7, meta_message: 'no' }
    sandbox.ipcola.faults.next('userInfo', { kind: 'answer', status: 500, body })
    expect(await failureOf(send.userInfo())).toMatchObject({ code: 'service-error' })
    sandbox.ipcola.faults.next('userInfo', { kind: 'answer', status: 401, body })
    expect(await failureOf(send.userInfo())).toMatchObject({ code: 'token-rejected' })
  })

  it('counts also where the message is missing or no text', async () => {
    for (const body of [{ meta_status: -7 }, { meta_status: -7, meta_message: 5 }]) {
      sandbox.ipcola.faults.next('login', { kind: 'answer', body })
      expect(await failureOf(send.login())).toEqual({
        code: 'service-error',
        detail: undefined,
        serviceCode: '-7',
      })
    }
  })

  it('with HTTP 429 asks to wait', async () => {
    sandbox.ipcola.faults.next('login', {
      kind: 'answer',
      status: 429,
      body: { meta_status: -7, meta_message: 'slow down' },
      headers: { 'retry-after': '30' },
    })
    const failure = await failureOf(send.login())
    expect(failure).toMatchObject({ code: 'rate-limited', serviceCode: '-7' })
    expect(failure.retryAt).toBeGreaterThan(sandbox.clock.now())
  })
})

describe('refusals of the sandbox, none of which is branched on', () => {
  it('register: a wrong vcode, an expired one, a taken address', async () => {
    expect(await failureOf(send.register())).toMatchObject({
      code: 'service-error',
      serviceCode: String(status.wrongVcode),
    })
    const vcode = sandbox.ipcola.vcodeFor(email)
    sandbox.clock.advance(24 * 3_600_000)
    const late = { email, password, vcode, referenceKey: '' }
    expect(await failureOf(registerUser(line, late))).toMatchObject({
      serviceCode: String(status.vcodeExpired),
    })
    sandbox.ipcola.addUser({ email, password })
    const again = { ...late, vcode: sandbox.ipcola.requestVcode(email) }
    expect(await failureOf(registerUser(line, again))).toMatchObject({
      code: 'service-error',
      serviceCode: String(status.emailTaken),
    })
  })

  it('login: a wrong picture and a wrong password', async () => {
    sandbox.ipcola.addUser({ email, password })
    expect(await failureOf(send.login())).toMatchObject({
      code: 'service-error',
      serviceCode: String(status.wrongCaptcha),
    })
    const captcha = await getCaptcha(line)
    if (!captcha.ok) throw new Error('no captcha')
    const { id } = captcha.value
    const answer = sandbox.captchas.answer('ipcola', id)
    const wrong = { email, password: 'wrong', captcha: answer, captchaId: id }
    expect(await failureOf(logIn(line, wrong))).toMatchObject({
      code: 'service-error',
      serviceCode: String(status.wrongCredentials),
    })
  })

  it('reset: an unknown user', async () => {
    const reset = { email, password, vcode: sandbox.ipcola.vcodeFor(email) }
    expect(await failureOf(resetPassword(line, reset))).toMatchObject({
      code: 'service-error',
      serviceCode: String(status.unknownUser),
    })
  })
})

describe('the captcha', () => {
  it.each(['bare', 'data-uri'] as const)('comes as a picture, %s', async (prefix) => {
    sandbox.ipcola.switches.captchaPrefix = prefix
    const captcha = await getCaptcha(line)
    expect(captcha.ok && captcha.value.image).toMatch(/^data:image\/png;base64,iVBOR/u)
  })

  it('that is no picture breaks the contract', async () => {
    const content = Buffer.from('<p>hello').toString('base64')
    sandbox.ipcola.faults.next('captcha', { kind: 'wrong-type', field: 'content', value: content })
    expect(await failureOf(send.captcha())).toEqual({
      code: 'unexpected-answer',
      detail: 'content',
    })
  })

  it.each(['id', 'content'])('without %s breaks the contract', async (field) => {
    sandbox.ipcola.faults.next('captcha', { kind: 'missing-field', field })
    expect(await failureOf(send.captcha())).toEqual({ code: 'unexpected-answer', detail: field })
  })

  it('is fetched again when the connection broke', async () => {
    sandbox.ipcola.faults.next('captcha', { kind: 'reset-before' })
    expect((await getCaptcha(line)).ok).toBe(true)
  })
})

describe('tokens', () => {
  it.each([
    ['a missing', { kind: 'missing-token' }],
    ['an empty', { kind: 'empty-token' }],
    ['a numeric', { kind: 'wrong-type', field: 'token', value: 7 }],
  ] as const)('%s one after registering is none, and the account exists', async (_what, fault) => {
    sandbox.ipcola.faults.next('register', fault)
    const vcode = sandbox.ipcola.vcodeFor(email)
    const made = await registerUser(line, { email, password, vcode, referenceKey: '' })
    expect(made).toEqual({ ok: true, value: { token: undefined } })
    expect(sandbox.ipcola.hasUser(email)).toBe(true)
  })

  it.each([
    ['a missing', { kind: 'missing-token' }],
    ['an empty', { kind: 'empty-token' }],
    ['a numeric', { kind: 'wrong-type', field: 'token', value: 7 }],
  ] as const)('%s one after logging in breaks the contract', async (_what, fault) => {
    sandbox.ipcola.addUser({ email, password })
    const captcha = await getCaptcha(line)
    if (!captcha.ok) throw new Error('no captcha')
    const { id } = captcha.value
    sandbox.ipcola.faults.next('login', fault)
    const login = { email, password, captcha: sandbox.captchas.answer('ipcola', id), captchaId: id }
    expect(await failureOf(logIn(line, login))).toEqual({
      code: 'unexpected-answer',
      detail: 'token',
    })
  })
})

describe('user info', () => {
  it('leaves password and token at the edge', async () => {
    sandbox.ipcola.addUser({ email, password })
    const token = sandbox.ipcola.tokenFor(email)
    const told = await getUserInfo(line, token)
    expect(told).toMatchObject({ ok: true, value: { email, forbidden: false } })
    expect(JSON.stringify(told)).not.toContain(password)
    expect(JSON.stringify(told)).not.toContain(token)
  })

  it.each([
    ['user.email', 17],
    ['user.forbidden', 'yes'],
    ['meta_status', '1'],
  ])('with %s = %j breaks the contract', async (field, value) => {
    sandbox.ipcola.addUser({ email, password })
    sandbox.ipcola.faults.next('userInfo', { kind: 'wrong-type', field, value })
    const failure = await failureOf(getUserInfo(line, sandbox.ipcola.tokenFor(email)))
    expect(failure).toEqual({ code: 'unexpected-answer', detail: field })
  })

  it('without a user breaks the contract', async () => {
    sandbox.ipcola.addUser({ email, password })
    sandbox.ipcola.faults.next('userInfo', { kind: 'missing-field', field: 'user' })
    const failure = await failureOf(getUserInfo(line, sandbox.ipcola.tokenFor(email)))
    expect(failure).toEqual({ code: 'unexpected-answer', detail: 'user' })
  })
})

describe('answers that are not IPCola’s', () => {
  it.each(operations)('%s: a sign-in page, an HTML error, JSON of a gateway', async (operation) => {
    const { faults } = sandbox.ipcola
    faults.next(operation, { kind: 'captive-portal' })
    expect(await failureOf(send[operation]())).toEqual({ code: 'not-the-service' })
    const changes = operation === 'register' || operation === 'resetPassword'
    const broken = changes ? 'outcome-unknown' : 'service-error'
    faults.next(operation, { kind: 'status', status: 500 })
    expect(await failureOf(send[operation]())).toMatchObject({ code: broken })
    faults.next(operation, { kind: 'no-envelope', status: 200 })
    expect(await failureOf(send[operation]())).toEqual({
      code: 'unexpected-answer',
      detail: 'meta_status',
    })
    faults.next(operation, { kind: 'no-envelope', status: 503 })
    expect(await failureOf(send[operation]())).toMatchObject({ code: broken })
    faults.next(operation, { kind: 'no-envelope', status: 429 })
    expect(await failureOf(send[operation]())).toMatchObject({ code: 'rate-limited' })
  })

  it('a gateway’s 401 rejects the token of user info', async () => {
    sandbox.ipcola.faults.next('userInfo', { kind: 'no-envelope', status: 401 })
    expect(await failureOf(send.userInfo())).toMatchObject({ code: 'token-rejected' })
  })
})

describe('requests', () => {
  it.each(['register', 'resetPassword'] as const)(
    '%s is sent once when the connection breaks',
    async (operation) => {
      for (const kind of ['reset-before', 'reset-after', 'cut'] as const) {
        sandbox.requests.clear()
        sandbox.ipcola.faults.next(operation, { kind })
        expect(await failureOf(send[operation]())).toMatchObject({ code: 'outcome-unknown' })
        expect(sandbox.requests.list('ipcola')).toHaveLength(1)
      }
    },
  )

  it('login is sent once too, and a broken connection is no wrong password', async () => {
    sandbox.ipcola.faults.always('login', { kind: 'reset-before' })
    expect(await failureOf(send.login())).toMatchObject({ code: 'offline' })
    expect(sandbox.requests.list('ipcola')).toHaveLength(1)
  })

  it('register that is never answered is an unknown outcome', async () => {
    const impatient = surroundingsOf({ ...ipcolaScene(), timeoutMs: 1_500 })
    sandbox.ipcola.faults.always('register', { kind: 'stall' })
    const registration = { email, password, vcode: 'x', referenceKey: '' }
    const failure = await failureOf(registerUser(impatient, registration))
    expect(failure).toMatchObject({ code: 'outcome-unknown' })
  })

  it('hold what the seeds ask for, and a token only where one is asked for', async () => {
    for (const operation of operations) await send[operation]()
    const requests = sandbox.requests.list('ipcola')
    expect(requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'POST',
        '/api/user/register',
        { email, password, vcode: 'x', reference_key: '', user_tag: 'ipcola' },
      ],
      [
        'POST',
        '/api/user/login',
        { email, password, captcha: '23', captcha_id: 'id', user_tag: 'ipcola' },
      ],
      ['POST', '/api/user/reset_password', { email, password, vcode: 'x', user_tag: 'ipcola' }],
      ['GET', '/api/user/captcha', undefined],
      ['GET', '/api/user/info', undefined],
    ])
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      'Bearer token',
    ])
  })
})

describe('a vcode request from the settings', () => {
  const request = () =>
    ({ method: 'POST', url: `${sandbox.urls.ipcola}/v`, body: { email } }) as const

  it('is decided by an envelope if there is one, else by the HTTP status', async () => {
    const { faults } = sandbox.ipcola
    faults.next('*', { kind: 'answer', body: { meta_status: 1, meta_message: 'success' } })
    expect((await requestVcode(line, request())).ok).toBe(true)
    faults.next('*', { kind: 'answer', body: { meta_status: -3, meta_message: 'too soon' } })
    expect(await failureOf(requestVcode(line, request()))).toMatchObject({
      code: 'service-error',
      detail: 'too soon',
      serviceCode: '-3',
    })
    faults.next('*', { kind: 'answer', body: { sent: true } })
    expect((await requestVcode(line, request())).ok).toBe(true)
    faults.next('*', { kind: 'answer', status: 400, body: { sent: false } })
    expect(await failureOf(requestVcode(line, request()))).toMatchObject({
      code: 'unexpected-answer',
    })
  })

  it('to a path that does not exist is not the service', async () => {
    expect(await failureOf(requestVcode(line, request()))).toEqual({ code: 'not-the-service' })
  })

  it('bears no token and is sent once', async () => {
    sandbox.ipcola.faults.always('*', { kind: 'reset-after' })
    expect(await failureOf(requestVcode(line, request()))).toMatchObject({
      code: 'outcome-unknown',
    })
    const [sent, ...more] = sandbox.requests.list('ipcola')
    expect(more).toEqual([])
    expect(sent?.headers.authorization).toBeUndefined()
  })
})
