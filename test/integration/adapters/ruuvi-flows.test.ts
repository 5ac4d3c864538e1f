import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../src/shared/failure'
import type { Surroundings } from '../../../src/main/adapters/walk'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import { en } from '../../../src/main/adapters/ruuvi/text/en'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { surroundingsOf, Walker } from './walker'

let sandbox: Sandbox
let scene: Surroundings

beforeEach(async () => {
  sandbox = await startSandbox()
  const { urls, clock } = sandbox
  scene = surroundingsOf({ adapter: ruuvi, baseUrl: urls.ruuvi, now: () => clock.now() })
})
afterEach(() => sandbox.close())

const email = 'Mira@Example.org'

function requestsTo(path: string): number {
  return sandbox.requests.list('ruuvi').filter((request) => request.path === path).length
}

async function codeIn(mailOf: string): Promise<string> {
  const { code } = await sandbox.mailbox.waitFor(mailOf)
  if (code === undefined) throw new Error('a mail without a code')
  return code
}

/** Walks to the step that waits for the code. */
async function codeSent(): Promise<Walker> {
  const walker = await Walker.begin(ruuvi, scene, 'login')
  await walker.submit({ email })
  expect(walker.step).toBe('code')
  return walker
}

describe('register and log in', () => {
  it('a new user: e-mail, code, token, and the news that the user is new', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'register')
    expect(walker.fields).toEqual(['email'])
    expect(walker.waiting).toBeUndefined()
    await walker.submit({ email: ` ${email} ` })
    expect(walker.view.text).toContain(`Ruuvi Cloud mailed a code to ${email}.`)
    expect(walker.waiting).toBe(`Waits for the code sent to ${email}.`)
    expect(walker.fields).toEqual(['code'])
    await walker.submit({ code: await codeIn(email) })
    const { session, notice } = walker.signedIn
    expect(walker.signedIn.email).toBe(email)
    expect(sandbox.ruuvi.isValid(session.access)).toBe(true)
    expect(notice).toEqual({ tone: 'good', text: en.done.newUser })
    expect(requestsTo('/register')).toBe(1)
    expect(requestsTo('/verify')).toBe(1)
  })

  it('a known user: the same two calls, and the news that the account was there', async () => {
    sandbox.ruuvi.addUser(email)
    const walker = await codeSent()
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.notice).toEqual({ tone: 'info', text: en.done.knownUser })
  })

  it('says nothing about who is new when Ruuvi does not tell', async () => {
    const walker = await codeSent()
    sandbox.ruuvi.faults.next('verify', { kind: 'missing-field', field: 'data.newUser' })
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.notice).toBeUndefined()
  })

  it('an account that logs in again is not asked for its address, and no mail leaves by itself', async () => {
    sandbox.ruuvi.addUser(email)
    const walker = await Walker.begin(ruuvi, scene, 'login', { email })
    expect(walker.fields).toEqual([])
    expect(walker.view.text).toContain(email)
    expect(sandbox.requests.list()).toEqual([])
    await walker.submit()
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
  })

  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['as the mail’s link', (code: string) => `https://station.ruuvi.com/verify?token=${code}`],
    [
      'as the link with words around it',
      (code: string) => `Open https://station.ruuvi.com/verify?token=${code} to log in`,
    ],
    ['as the hash form', (code: string) => `https://station.ruuvi.com/#/?token=${code}`],
  ])('takes the code %s', async (_how, paste) => {
    const walker = await codeSent()
    await walker.submit({ code: paste(await codeIn(email)) })
    expect(walker.signedIn.notice?.tone).toBe('good')
  })

  it('takes the code of a link to another host, sends it to its own server, and warns', async () => {
    const walker = await codeSent()
    const code = await codeIn(email)
    await walker.submit({ code: `https://ruuvi.example.net/verify?token=${code}` })
    expect(walker.signedIn.notice?.tone).toBe('warning')
    expect(walker.signedIn.notice?.text).toContain('ruuvi.example.net')
    expect(walker.signedIn.notice?.text).toContain(en.done.newUser)
  })

  it('warns of the strange host also when the code is wrong', async () => {
    const walker = await codeSent()
    await walker.submit({ code: 'https://ruuvi.example.net/verify?token=AAAA' })
    expect(walker.failure.code).toBe('wrong-code')
    expect(walker.notices).toEqual([en.code.strangeHost('ruuvi.example.net')])
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.notice?.tone).toBe('good')
  })

  it('a link without a code is refused before anything is sent', async () => {
    const walker = await codeSent()
    await walker.submit({ code: 'https://station.ruuvi.com/verify' })
    expect(walker.failure).toEqual({ code: 'invalid-input', field: 'code' })
    expect(requestsTo('/verify')).toBe(0)
  })

  it('a wrong code leaves the person on the step, and the right one still works', async () => {
    const walker = await codeSent()
    await walker.submit({ code: 'AAAA' })
    expect(walker.failure.code).toBe('wrong-code')
    expect(walker.step).toBe('code')
    expect(walker.notices).toEqual([])
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
  })

  it('an address that Ruuvi refuses leaves the person on the first step', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'register')
    await walker.submit({ email: 'mira@-.-' })
    expect(walker.failure).toMatchObject({ code: 'invalid-input', field: 'email' })
    expect(walker.step).toBe('email')
  })

  it('goes on after a restart, without anything secret in what was kept', async () => {
    const walker = await codeSent()
    const later = await Walker.resume(ruuvi, scene, walker.kept)
    expect(later.view.text).toContain(`Ruuvi Cloud mailed a code to ${email}.`)
    const time: unknown = expect.any(Number)
    expect(walker.kept).toEqual({ step: 'code', email, sentAt: time, resendAt: time })
    await later.submit({ code: await codeIn(email) })
    expect(later.signedIn.email).toBe(email)
  })

  it('a step of another version has expired', () => {
    expect(ruuvi.resume({ step: 'gone' })).toMatchObject({
      ok: false,
      failure: { code: 'attempt-expired' },
    })
  })
})

describe('a code of another address', () => {
  it('is refused, names the address, and leaves no session behind', async () => {
    sandbox.ruuvi.addUser('other@example.org')
    sandbox.ruuvi.switches.verifyReturns = 'other@example.org'
    const walker = await codeSent()
    await walker.submit({ code: await codeIn(email) })
    expect(walker.failure).toEqual({
      code: 'email-mismatch',
      field: 'code',
      detail: 'other@example.org',
      goesOn: true,
    })
    expect(walker.step).toBe('code')
    expect(walker.email).toBe(email)
    expect(sandbox.ruuvi.sessionCount('other@example.org')).toBe(0)
  })

  it('is refused also when its session cannot be ended', async () => {
    sandbox.ruuvi.switches.verifyReturns = 'other@example.org'
    sandbox.ruuvi.faults.next('sessions', { kind: 'status', status: 500 })
    const walker = await codeSent()
    await walker.submit({ code: await codeIn(email) })
    expect(walker.failure.code).toBe('email-mismatch')
  })

  it('differs only in case: that is the same address', async () => {
    sandbox.ruuvi.switches.verifyReturns = email.toUpperCase()
    const walker = await codeSent()
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
  })
})

describe('resend', () => {
  it('waits for the cool-down, then sends one more mail', async () => {
    const walker = await codeSent()
    const [action] = walker.view.actions
    expect(action).toMatchObject({ id: 'resend', kind: 'resend', label: en.code.resend })
    const { availableAt = 0 } = action ?? {}
    expect(availableAt).toBeGreaterThan(sandbox.clock.now() + 55_000)
    await walker.act('resend')
    expect(walker.failure).toEqual({ code: 'rate-limited', retryAt: availableAt })
    expect(requestsTo('/register')).toBe(1)

    sandbox.clock.advance(60_000)
    await walker.act('resend')
    expect(walker.last?.kind).toBe('step')
    expect(walker.notices).toEqual([en.code.sentAgain(email)])
    expect(walker.view.actions[0]?.availableAt).toBeGreaterThan(availableAt)
    expect(sandbox.mailbox.messages(email)).toHaveLength(2)
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
  })

  it('moves its time to what Ruuvi says when there were too many', async () => {
    sandbox.ruuvi.switches.registerLimit = 1
    sandbox.ruuvi.switches.retryAfter = 600
    const walker = await codeSent()
    sandbox.clock.advance(60_000)
    await walker.act('resend')
    expect(walker.failure.code).toBe('rate-limited')
    const at = walker.view.actions[0]?.availableAt ?? 0
    expect(at).toBe(walker.failure.retryAt)
    expect(at).toBeGreaterThan(sandbox.clock.now() + 590_000)
  })

  it('is possible again after a day, whatever Ruuvi says or the book holds', async () => {
    sandbox.ruuvi.switches.registerLimit = 1
    sandbox.ruuvi.switches.retryAfter = 999_999_999
    const walker = await codeSent()
    sandbox.clock.advance(60_000)
    await walker.act('resend')
    const day = 24 * 3_600_000
    expect(walker.view.actions[0]?.availableAt).toBeLessThanOrEqual(sandbox.clock.now() + day)
    const kept = { step: 'code', email, resendAt: sandbox.clock.now() + 400 * day }
    const resumed = await Walker.resume(ruuvi, scene, kept)
    expect(resumed.view.actions[0]?.availableAt).toBeUndefined()
    sandbox.clock.advance(day)
    await resumed.act('resend')
    expect(resumed.last?.kind).toBe('step')
  })

  it('an unknown outcome says so and cools down all the same', async () => {
    const walker = await codeSent()
    sandbox.clock.advance(60_000)
    sandbox.ruuvi.faults.next('register', { kind: 'reset-after' })
    await walker.act('resend')
    expect(walker.failure.code).toBe('outcome-unknown')
    expect(walker.notices).toEqual([en.code.mailUnsure])
    await walker.act('resend')
    expect(walker.failure.code).toBe('rate-limited')
    expect(requestsTo('/register')).toBe(2)
  })

  it('another failure changes nothing', async () => {
    const walker = await codeSent()
    sandbox.clock.advance(60_000)
    sandbox.ruuvi.switches.mailFails = true
    const before = walker.kept
    await walker.act('resend')
    expect(walker.failure.code).toBe('service-error')
    expect(walker.kept).toEqual(before)
  })
})

describe('unknown outcomes', () => {
  it('of the mail: the person waits for the code, is told, and may use one that came', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'register')
    sandbox.ruuvi.faults.next('register', { kind: 'reset-after' })
    await walker.submit({ email })
    expect(walker.failure.code).toBe('outcome-unknown')
    expect(walker.step).toBe('code')
    expect(walker.view.text).toContain(`Ruuvi Cloud was asked to mail a code to ${email}.`)
    expect(walker.notices).toEqual([en.code.mailUnsure])
    expect(walker.view.actions.map(({ label }) => label)).toEqual([en.code.resend])
    expect(walker.waiting).toBe(`Waits for a code that may have been sent to ${email}.`)
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
    expect(requestsTo('/register')).toBe(1)
  })

  it('of the mail and then of the code: a mail was asked for, whatever becomes of the code', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'register')
    sandbox.ruuvi.faults.next('register', { kind: 'reset-after' })
    await walker.submit({ email })
    sandbox.ruuvi.faults.next('verify', { kind: 'reset-after' })
    const code = await codeIn(email)
    for (const outcome of ['outcome-unknown', 'wrong-code']) {
      await walker.submit({ code })
      expect(walker.failure.code).toBe(outcome)
      expect(walker.view.text).toContain(en.code.asked(email))
      // While the code may be used up, asking for another one comes first.
      const first = outcome === 'outcome-unknown' ? true : undefined
      const actions = walker.view.actions.map((one) => [one.label, one.first])
      expect(actions).toEqual([[en.code.resend, first]])
      expect(walker.waiting).toBe(en.waiting.unsure(email))
    }
  })

  it('of the mail is also an answer that cannot be read', async () => {
    const unreadable = { kind: 'wrong-type', field: 'result', value: 1 } as const
    const walker = await Walker.begin(ruuvi, scene, 'register')
    sandbox.ruuvi.faults.next('register', unreadable)
    await walker.submit({ email })
    expect(walker.failure.code).toBe('unexpected-answer')
    expect(walker.step).toBe('code')
    expect(walker.notices).toEqual([en.code.mailUnsure])
    sandbox.clock.advance(60_000)
    sandbox.ruuvi.faults.next('register', unreadable)
    await walker.act('resend')
    expect(walker.failure.code).toBe('unexpected-answer')
    expect(walker.notices).toEqual([en.code.mailUnsure])
    await walker.act('resend')
    expect(walker.failure.code).toBe('rate-limited')
    expect(requestsTo('/register')).toBe(2)
  })

  it('of the code: it is not sent again, and a new one is the way on', async () => {
    const walker = await codeSent()
    sandbox.ruuvi.faults.next('verify', { kind: 'reset-after' })
    await walker.submit({ code: await codeIn(email) })
    expect(walker.failure.code).toBe('outcome-unknown')
    expect(walker.notices).toEqual([en.code.codeUnsure])
    expect(requestsTo('/verify')).toBe(1)

    sandbox.clock.advance(60_000)
    await walker.act('resend')
    expect(walker.notices).toEqual([en.code.sentAgain(email)])
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.notice).toEqual({ tone: 'info', text: en.done.knownUser })
  })

  it.each([
    ['an error of the server', { kind: 'status', status: 500 }],
    ['an answer without a token', { kind: 'missing-token' }],
    ['an empty token', { kind: 'empty-token' }],
  ] as const)('of the code after %s: it may be used up', async (_what, fault) => {
    const walker = await codeSent()
    sandbox.ruuvi.faults.next('verify', fault)
    await walker.submit({ code: await codeIn(email) })
    expect(walker.last?.kind).toBe('failure')
    expect(walker.notices).toEqual([en.code.codeUnsure])
  })

  it('what is kept before a request leaves is the step to go on from after a crash', async () => {
    const first = await Walker.begin(ruuvi, scene, 'register')
    expect(first.unsure({ email })).toEqual({ step: 'code', email, asked: true, unsure: 'mail' })
    const second = await codeSent()
    expect(second.unsure({ code: 'BCDF' })).toMatchObject({ step: 'code', email, unsure: 'code' })
    expect(JSON.stringify(second.unsure({ code: 'BCDF' }))).not.toContain('BCDF')
  })
})

describe('verify', () => {
  it('takes a code that came earlier, and sends nothing first', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    const walker = await Walker.begin(ruuvi, scene, 'verify')
    expect(walker.fields).toEqual(['email', 'code'])
    expect(walker.waiting).toBeUndefined()
    await walker.submit({ email, code })
    expect(walker.signedIn.email).toBe(email)
    expect(requestsTo('/register')).toBe(0)
  })

  it('knows the account’s address and can send a code', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'verify', { email })
    expect(walker.fields).toEqual(['code'])
    expect(walker.waiting).toBeUndefined()
    expect(walker.view.actions).toEqual([{ id: 'resend', kind: 'resend', label: en.code.send }])
    await walker.act('resend')
    await walker.submit({ code: await codeIn(email) })
    expect(walker.signedIn.email).toBe(email)
  })

  it('leads to the first step where there is no code yet', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'verify')
    expect(walker.actions).toEqual(['ask'])
    await walker.act('ask')
    expect(walker.step).toBe('email')
  })

  it('keeps the address that was typed when the outcome is unknown', async () => {
    const code = sandbox.ruuvi.codeFor(email)
    const walker = await Walker.begin(ruuvi, scene, 'verify')
    sandbox.ruuvi.faults.next('verify', { kind: 'reset-after' })
    await walker.submit({ email, code })
    expect(walker.email).toBe(email)
    expect(walker.fields).toEqual(['code'])
    expect(walker.waiting).toBe(`Waits for a code that may have been sent to ${email}.`)
  })
})

it('reset does not exist: log in instead, with the reason', async () => {
  expect(ruuvi.instead('reset')).toBe('login')
  expect(ruuvi.words('en').flows.reset.text).toMatch(/no password.*log in with a fresh code/isu)
  expect(await ruuvi.begin('reset', {}, scene)).toMatchObject({
    ok: false,
    failure: { code: 'unsupported', detail: 'login' },
  })
})

describe('an existing token', () => {
  it.each([
    ['bare', (token: string) => token],
    ['with the word Bearer', (token: string) => `Bearer ${token}`],
  ])('%s is checked and tells whose it is', async (_how, paste) => {
    sandbox.ruuvi.addUser(email, [{ sensor: 'AA:BB', name: 'Sauna' }])
    const token = sandbox.ruuvi.tokenFor(email)
    const walker = await Walker.begin(ruuvi, scene, 'token')
    await walker.submit({ token: paste(token) })
    expect(walker.signedIn).toMatchObject({
      email: email.toLowerCase(),
      session: { access: token },
      facts: [{ key: 'sensors', value: { kind: 'number', number: 1 } }],
    })
  })

  it('that is dead is refused at its field', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'token')
    await walker.submit({ token: 'dead/token' })
    expect(walker.failure).toMatchObject({ code: 'token-rejected', field: 'token' })
  })

  it('of another account is refused', async () => {
    sandbox.ruuvi.addUser('other@example.org')
    const walker = await Walker.begin(ruuvi, scene, 'token', { email })
    expect(walker.view.text).toContain(email)
    await walker.submit({ token: sandbox.ruuvi.tokenFor('other@example.org') })
    expect(walker.failure).toMatchObject({ code: 'email-mismatch', detail: 'other@example.org' })
  })

  it('that could not stand in a header is refused before anything is sent', async () => {
    const walker = await Walker.begin(ruuvi, scene, 'token')
    await walker.submit({ token: 'two words' })
    expect(walker.failure).toMatchObject({ code: 'invalid-input', field: 'token' })
    expect(sandbox.requests.list()).toEqual([])
  })
})

describe('a session', () => {
  beforeEach(() => sandbox.ruuvi.addUser(email))

  it('is checked: whose it is, and how many sensors', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    expect(await ruuvi.check(session, scene)).toEqual(
      ok({
        email: email.toLowerCase(),
        facts: [{ key: 'sensors', value: { kind: 'number', number: 0 } }],
      }),
    )
    expect(ruuvi.abilities).toEqual({ refresh: false, logOut: true, sessions: true })
  })

  it('that was ended elsewhere is rejected', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    sandbox.ruuvi.revoke(session.access)
    expect(await ruuvi.check(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'token-rejected' },
    })
  })

  it('is ended, and no other is', async () => {
    const other = sandbox.ruuvi.tokenFor(email)
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    expect(await ruuvi.logOut(session, scene)).toEqual(ok(undefined))
    expect(sandbox.ruuvi.isValid(session.access)).toBe(false)
    expect(sandbox.ruuvi.isValid(other)).toBe(true)
  })

  it('that is gone already counts as ended', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    sandbox.ruuvi.revoke(session.access)
    expect(await ruuvi.logOut(session, scene)).toEqual(ok(undefined))
  })

  it('that is gone between list and delete counts as ended', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    const refusal = { status: 404, error: 'Session not found.', code: 'ER_NOT_FOUND' }
    sandbox.ruuvi.forceError('endSession', refusal)
    expect(await ruuvi.logOut(session, scene)).toEqual(ok(undefined))
  })

  it('is not ended by guess when none is marked as the current one', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    const body = { result: 'success', data: { sessions: [{ id: 1, current: false }] } }
    sandbox.ruuvi.faults.next('sessions', { kind: 'answer', body })
    expect(await ruuvi.logOut(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'unexpected-answer' },
    })
    expect(sandbox.ruuvi.isValid(session.access)).toBe(true)
  })

  it('is not taken for ended when the server cannot say', async () => {
    const session = { access: sandbox.ruuvi.tokenFor(email) }
    sandbox.ruuvi.faults.next('endSession', { kind: 'status', status: 500 })
    expect(await ruuvi.logOut(session, scene)).toMatchObject({
      ok: false,
      failure: { code: 'service-error' },
    })
  })
})

it('offers production and the testnet', () => {
  expect(ruuvi.fixedServers.map(({ baseUrl, kind }) => [baseUrl, kind])).toEqual([
    ['https://network.ruuvi.com', 'production'],
    ['https://testnet.ruuvi.com', 'test'],
  ])
})
