import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Surroundings } from '../../../src/main/adapters/walk'
import { ipcola } from '../../../src/main/adapters/ipcola'
import { en } from '../../../src/main/adapters/ipcola/text/en'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { surroundingsOf, Walker, type SceneOptions } from './walker'

let sandbox: Sandbox
let scene: Surroundings

beforeEach(async () => {
  sandbox = await startSandbox()
  scene = surroundingsOf(ipcolaScene())
})
afterEach(() => sandbox.close())

const email = 'mira@example.org'
const password = 'correct horse'

function ipcolaScene(): SceneOptions {
  const { urls, clock } = sandbox
  return { adapter: ipcola, baseUrl: urls.ipcola, now: () => clock.now() }
}

function requestsTo(path: string): number {
  return sandbox.requests.list('ipcola').filter((request) => request.path === path).length
}

/** What a person reads in the picture that the step shows. */
function picture(): string {
  return sandbox.captchas.latest('ipcola').answer
}

/** Walks to the step that waits for the vcode. */
async function atVcode(flow: 'register' | 'reset', on: Surroundings = scene): Promise<Walker> {
  const walker = await Walker.begin(ipcola, on, flow)
  await walker.submit({ email })
  expect(walker.step).toBe('vcode')
  return walker
}

describe('register', () => {
  it('address, code and password, token', async () => {
    const walker = await Walker.begin(ipcola, scene, 'register')
    expect(walker.fields).toEqual(['email', 'referenceKey'])
    await walker.submit({ email, referenceKey: ' friend-7 ' })
    expect(walker.fields).toEqual(['vcode', 'password'])
    expect(walker.field('code').length).toBe(16)
    expect(walker.waiting).toBe(en.waiting.register(email))
    await walker.submit({ vcode: ` ${sandbox.ipcola.requestVcode(email)} `, password })
    const { session, email: whose } = walker.signedIn
    expect(whose).toBe(email)
    expect(sandbox.ipcola.isValid(session.access)).toBe(true)
    expect(sandbox.ipcola.passwordOf(email)).toBe(password)
    const [request] = sandbox.requests.list('ipcola')
    expect(request?.body).toMatchObject({ reference_key: 'friend-7', user_tag: 'ipcola' })
  })

  it('sends an empty reference key when there is none', async () => {
    const walker = await atVcode('register')
    await walker.submit({ vcode: sandbox.ipcola.vcodeFor(email), password })
    expect(walker.signedIn.email).toBe(email)
    expect(sandbox.requests.list('ipcola')[0]?.body).toMatchObject({ reference_key: '' })
  })

  it('says that it cannot ask for the code, and opens IPCola’s site', async () => {
    const walker = await atVcode('register')
    expect(walker.view.text).toBe(en.vcode.byHand(email))
    expect(walker.actions).toEqual(['open-site', 'log-in'])
    expect(walker.site).toMatch(/^https:\/\/[a-z.]*ipcola\.com\//u)
    await walker.act('resend')
    expect(walker.failure.code).toBe('unsupported')
    expect(sandbox.requests.list()).toEqual([])
  })

  it('an account’s own address is not asked again', async () => {
    const walker = await Walker.begin(ipcola, scene, 'register', { email })
    expect(walker.fields).toEqual(['referenceKey'])
    expect(walker.view.text).toContain(email)
    await walker.submit({})
    expect(walker.email).toBe(email)
  })

  it('sends a code of another length: the length is only warned about', async () => {
    const walker = await atVcode('register')
    await walker.submit({ vcode: 'short', password })
    expect(walker.failure).toMatchObject({ code: 'service-error', detail: 'vcode error' })
    expect(walker.step).toBe('vcode')
    expect(walker.notices).toEqual([])
  })

  it.each(['missing-token', 'empty-token'] as const)(
    'goes on into the login when the answer has a %s, and asks for the picture only',
    async (kind) => {
      const walker = await atVcode('register')
      sandbox.ipcola.faults.next('register', { kind })
      await walker.submit({ vcode: sandbox.ipcola.vcodeFor(email), password })
      expect(walker.step).toBe('login')
      expect(walker.view.text).toBe(en.login.after.register(email))
      expect(walker.waiting).toBe(en.waiting.login(email))
      expect(walker.fields).toEqual(['captcha'])
      await walker.submit({ captcha: picture() })
      expect(sandbox.ipcola.isValid(walker.signedIn.session.access)).toBe(true)
    },
  )

  it('with an unknown outcome is not repeated, and trying to log in takes the picture only', async () => {
    const walker = await atVcode('register')
    const vcode = sandbox.ipcola.vcodeFor(email)
    expect(walker.unsure({ vcode, password })).toEqual({
      ...{ step: 'vcode', flow: 'register', email, referenceKey: '' },
      unsure: true,
    })
    sandbox.ipcola.faults.next('register', { kind: 'reset-after' })
    await walker.submit({ vcode, password })
    expect(walker.failure.code).toBe('outcome-unknown')
    expect(walker.notices).toEqual([en.vcode.unsure.register])
    expect(requestsTo('/api/user/register')).toBe(1)
    expect(walker.view.actions.at(-1)).toMatchObject({ label: en.vcode.tryLogIn, first: true })
    await walker.act('log-in')
    expect(walker.view.text).toBe(en.login.after.unsure(email))
    expect(walker.fields).toEqual(['captcha'])
    await walker.submit({ captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
  })

  it('with an answer that cannot be read may have happened too', async () => {
    const walker = await atVcode('register')
    const fault = { kind: 'wrong-type', field: 'meta_status', value: 'one' } as const
    sandbox.ipcola.faults.next('register', fault)
    await walker.submit({ vcode: sandbox.ipcola.vcodeFor(email), password })
    expect(walker.failure).toMatchObject({ code: 'unexpected-answer', detail: 'meta_status' })
    expect(walker.notices).toEqual([en.vcode.unsure.register])
  })

  it('goes on after a restart, with no password and no code in what was kept', async () => {
    const walker = await atVcode('register')
    sandbox.ipcola.faults.next('register', { kind: 'missing-token' })
    const vcode = sandbox.ipcola.vcodeFor(email)
    await walker.submit({ vcode, password })
    expect(JSON.stringify(walker.kept)).not.toContain(password)
    expect(JSON.stringify(walker.kept)).not.toContain(vcode)
    const later = await Walker.resume(ipcola, scene, walker.kept)
    expect(later.fields).toEqual(['password', 'captcha'])
    await later.submit({ password, captcha: picture() })
    expect(later.signedIn.email).toBe(email)
  })
})

describe('log in', () => {
  beforeEach(() => sandbox.ipcola.addUser({ email, password }))

  it('shows a picture at once and logs in with it', async () => {
    const walker = await Walker.begin(ipcola, scene, 'login')
    expect(walker.fields).toEqual(['email', 'password', 'captcha'])
    expect(walker.field('captcha').image).toMatch(/^data:image\/png;base64,/u)
    expect(walker.waiting).toBeUndefined()
    await walker.submit({ email, password, captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
    expect(sandbox.ipcola.isValid(walker.signedIn.session.access)).toBe(true)
  })

  it('fetches a fresh picture after each failure', async () => {
    const walker = await Walker.begin(ipcola, scene, 'login', { email })
    expect(walker.fields).toEqual(['password', 'captcha'])
    expect(walker.view.text).toContain(email)
    const first = walker.field('captcha').image
    await walker.submit({ password, captcha: 'wrong' })
    expect(walker.failure).toMatchObject({ code: 'service-error', detail: 'captcha error' })
    expect(walker.field('captcha').image).not.toBe(first)
    await walker.submit({ password: 'wrong', captcha: picture() })
    expect(walker.failure.detail).toBe('email or password error')
    await walker.submit({ password, captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
    expect(requestsTo('/api/user/captcha')).toBe(3)
  })

  it('without a picture says so, sends nothing, and takes a new one', async () => {
    sandbox.ipcola.faults.next('captcha', { kind: 'status', status: 500 })
    const walker = await Walker.begin(ipcola, scene, 'login', { email })
    expect(walker.enterFailure?.code).toBe('service-error')
    expect(walker.field('captcha').image).toBeUndefined()
    await walker.submit({ password, captcha: '23' })
    expect(walker.failure).toEqual({ code: 'captcha-wrong', field: 'captcha' })
    expect(requestsTo('/api/user/login')).toBe(0)
    await walker.submit({ password, captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
  })

  it('never answers the same picture twice, even when no new one can be had', async () => {
    const walker = await Walker.begin(ipcola, scene, 'login', { email })
    sandbox.ipcola.faults.always('captcha', { kind: 'status', status: 500 })
    await walker.submit({ password: 'wrong', captcha: picture() })
    expect(walker.field('captcha').image).toBeUndefined()
    await walker.submit({ password, captcha: '23' })
    expect(requestsTo('/api/user/login')).toBe(1)
  })

  it('tells a blocked user in IPCola’s own words', async () => {
    sandbox.ipcola.forbid(email)
    const walker = await Walker.begin(ipcola, scene, 'login', { email })
    await walker.submit({ password, captcha: picture() })
    expect(walker.failure).toMatchObject({ code: 'service-error', detail: 'user forbidden' })
  })

  it('goes on from the register step for people who have an account already', async () => {
    const walker = await atVcode('register')
    await walker.act('log-in')
    expect(walker.view.text).toBe(en.login.known(email))
    expect(walker.waiting).toBeUndefined()
    await walker.submit({ password, captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
  })
})

describe('reset', () => {
  beforeEach(() => sandbox.ipcola.addUser({ email, password }))
  const changed = 'a new horse'

  it('sets the password, then logs in with it; only the picture is asked for', async () => {
    const walker = await Walker.begin(ipcola, scene, 'reset')
    expect(walker.fields).toEqual(['email'])
    await walker.submit({ email })
    expect(walker.waiting).toBe(en.waiting.reset(email))
    await walker.submit({ vcode: sandbox.ipcola.requestVcode(email), password: changed })
    expect(sandbox.ipcola.passwordOf(email)).toBe(changed)
    expect(walker.step).toBe('login')
    expect(walker.view.text).toBe(en.login.after.reset(email))
    expect(walker.fields).toEqual(['captcha'])
    await walker.submit({ captcha: picture() })
    expect(sandbox.ipcola.isValid(walker.signedIn.session.access)).toBe(true)
  })

  it('of an account begins with the code', async () => {
    const walker = await Walker.begin(ipcola, scene, 'reset', { email })
    expect(walker.step).toBe('vcode')
    expect(walker.view.text).toContain(email)
  })

  it('with an unknown outcome tries the new password first, and can take another', async () => {
    const walker = await atVcode('reset')
    const vcode = sandbox.ipcola.vcodeFor(email)
    sandbox.ipcola.faults.next('resetPassword', { kind: 'reset-before' })
    await walker.submit({ vcode, password: changed })
    expect(walker.failure.code).toBe('outcome-unknown')
    expect(walker.notices).toEqual([en.vcode.unsure.reset])
    expect(requestsTo('/api/user/reset_password')).toBe(1)
    await walker.act('log-in')
    await walker.submit({ captcha: picture() })
    expect(walker.failure.detail).toBe('email or password error')
    await walker.act('other-password')
    expect(walker.fields).toEqual(['password', 'captcha'])
    await walker.submit({ password, captcha: picture() })
    expect(walker.signedIn.email).toBe(email)
  })

  it('that is refused keeps the person on the step', async () => {
    const walker = await atVcode('reset')
    await walker.submit({ vcode: 'wrong', password: changed })
    expect(walker.failure.detail).toBe('vcode error')
    expect(walker.step).toBe('vcode')
    expect(sandbox.ipcola.passwordOf(email)).toBe(password)
  })
})

describe('a code request in the server’s settings', () => {
  const post = { vcodePath: '/api/user/vcode', vcodeBody: '{"email":"{email}"}' }
  const get = { vcodeMethod: 'GET', vcodePath: '/api/user/vcode?email={email}' }

  it.each([
    ['POST', post],
    ['GET', get],
  ])('gives the step a button that mails the code (%s)', async (method, settings) => {
    sandbox.ipcola.switches.vcodeRequest = { method, path: '/api/user/vcode' }
    const walker = await atVcode('register', surroundingsOf({ ...ipcolaScene(), settings }))
    expect(walker.view.text).toBe(en.vcode.bySettings(email))
    expect(walker.actions).toEqual(['resend', 'open-site', 'log-in'])
    await walker.act('resend')
    expect(walker.notices).toEqual([en.vcode.sentNow])
    expect(walker.view.text).toBe(en.vcode.sent(email))
    const { code = '' } = await sandbox.mailbox.waitFor(email)
    await walker.submit({ vcode: code, password })
    expect(walker.signedIn.email).toBe(email)
  })

  it('cools down for a minute', async () => {
    sandbox.ipcola.switches.vcodeRequest = { method: 'POST', path: '/api/user/vcode' }
    const walker = await atVcode('reset', surroundingsOf({ ...ipcolaScene(), settings: post }))
    await walker.act('resend')
    const at = walker.view.actions[0]?.availableAt ?? 0
    expect(at).toBeGreaterThan(sandbox.clock.now() + 55_000)
    await walker.act('resend')
    expect(walker.failure).toEqual({ code: 'rate-limited', retryAt: at })
    expect(requestsTo('/api/user/vcode')).toBe(1)
    sandbox.clock.advance(60_000)
    await walker.act('resend')
    expect(sandbox.mailbox.messages(email)).toHaveLength(2)
  })

  it('that fails is told and changes nothing', async () => {
    const walker = await atVcode('register', surroundingsOf({ ...ipcolaScene(), settings: post }))
    const before = walker.kept
    await walker.act('resend')
    expect(walker.failure.code).toBe('not-the-service')
    expect(walker.kept).toEqual(before)
  })

  it('with an unknown outcome or a limit cools down too', async () => {
    const walker = await atVcode('register', surroundingsOf({ ...ipcolaScene(), settings: post }))
    sandbox.ipcola.faults.next('*', { kind: 'reset-after' })
    await walker.act('resend')
    expect(walker.failure.code).toBe('outcome-unknown')
    sandbox.clock.advance(60_000)
    sandbox.ipcola.faults.next('*', { kind: 'throttled', retryAfter: 300 })
    await walker.act('resend')
    expect(walker.failure.code).toBe('rate-limited')
    expect(walker.view.actions[0]?.availableAt).toBe(walker.failure.retryAt)
  })

  it('is offered in words, off at first', () => {
    expect(ipcola.settings('en').map(({ name }) => name)).toEqual([
      'vcodeMethod',
      'vcodePath',
      'vcodeBody',
    ])
    expect(ipcola.settingProblem('vcodePath', '//evil.example', 'en')).toBe(en.settings.notAPath)
    expect(ipcola.settingProblem('vcodePath', '', 'en')).toBeUndefined()
  })
})

it('verify does not exist: register instead, with the reason', () => {
  expect(ipcola.instead('verify')).toBe('register')
  expect(ipcola.words('en').flows.verify.text).toMatch(/register instead/u)
})

describe('an existing token', () => {
  it('is checked, tells whose it is, and leaves secrets at the edge', async () => {
    sandbox.ipcola.addUser({ email, password })
    const token = sandbox.ipcola.tokenFor(email)
    const walker = await Walker.begin(ipcola, scene, 'token')
    expect(walker.fields).toEqual(['token', 'email'])
    await walker.submit({ token: `Bearer ${token}` })
    const { facts, session, email: whose } = walker.signedIn
    expect(whose).toBe(email)
    expect(session).toEqual({ access: token })
    expect(facts.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['id', 'created', 'country', 'roles', 'account-limit']),
    )
    expect(JSON.stringify(facts)).not.toContain(password)
    expect(JSON.stringify(facts)).not.toContain(token)
    for (const { label } of ipcola.label(facts, 'en'))
      expect(Object.values(en.facts)).toContain(label)
  })

  it('takes the typed address where IPCola tells none, and asks for it if there is none', async () => {
    sandbox.ipcola.addUser({ email, password })
    const token = sandbox.ipcola.tokenFor(email)
    sandbox.ipcola.faults.always('userInfo', { kind: 'missing-field', field: 'user.email' })
    const walker = await Walker.begin(ipcola, scene, 'token')
    await walker.submit({ token })
    expect(walker.failure).toEqual({ code: 'invalid-input', field: 'email', detail: 'required' })
    await walker.submit({ token, email })
    expect(walker.signedIn.email).toBe(email)
  })

  it('that IPCola refuses is refused at its field', async () => {
    const walker = await Walker.begin(ipcola, scene, 'token')
    await walker.submit({ token: 'dead' })
    expect(walker.failure).toMatchObject({ code: 'token-rejected', field: 'token' })
  })

  it('of a blocked user is told as such', async () => {
    sandbox.ipcola.addUser({ email, password })
    sandbox.ipcola.forbid(email)
    const walker = await Walker.begin(ipcola, scene, 'token')
    await walker.submit({ token: sandbox.ipcola.tokenFor(email) })
    expect(walker.failure).toMatchObject({ code: 'account-blocked' })
    expect(walker.failure.field).toBeUndefined()
  })

  it('of another account is refused', async () => {
    sandbox.ipcola.addUser({ email: 'other@example.org', password })
    const walker = await Walker.begin(ipcola, scene, 'token', { email })
    expect(walker.fields).toEqual(['token'])
    await walker.submit({ token: sandbox.ipcola.tokenFor('other@example.org') })
    expect(walker.failure).toMatchObject({ code: 'email-mismatch', detail: 'other@example.org' })
  })
})

describe('a session', () => {
  it('is checked by user info and cannot be ended or refreshed', async () => {
    sandbox.ipcola.addUser({ email, password })
    const session = { access: sandbox.ipcola.tokenFor(email) }
    expect(await ipcola.check(session, scene)).toMatchObject({ ok: true, value: { email } })
    expect(ipcola.abilities).toEqual({ refresh: false, logOut: false, sessions: false })
    expect(await ipcola.logOut(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'unsupported' },
    })
    sandbox.ipcola.revoke(session.access)
    expect(await ipcola.check(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'token-rejected' },
    })
  })

  it('of a blocked user says so', async () => {
    sandbox.ipcola.addUser({ email, password })
    sandbox.ipcola.forbid(email)
    const session = { access: sandbox.ipcola.tokenFor(email) }
    expect(await ipcola.check(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'account-blocked' },
    })
  })
})
