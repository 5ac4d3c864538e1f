import { describe, expect, it } from 'vitest'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import { en } from '../../../src/main/adapters/ruuvi/text/en'
import { codeIn, codeSent, email, requestsTo, sandbox, scene } from './ruuvi-person'
import { Walker } from './walker'

it('offers production and the testnet', () => {
  expect(ruuvi.fixedServers.map(({ baseUrl, kind }) => [baseUrl, kind])).toEqual([
    ['https://network.ruuvi.com', 'production'],
    ['https://testnet.ruuvi.com', 'test'],
  ])
})

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
