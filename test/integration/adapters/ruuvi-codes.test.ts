import { describe, expect, it } from 'vitest'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import { en } from '../../../src/main/adapters/ruuvi/text/en'
import { codeIn, codeSent, email, requestsTo, sandbox, scene } from './ruuvi-person'
import { Walker } from './walker'

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
