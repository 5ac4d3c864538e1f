import { beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../src/shared/failure'
import { ruuvi } from '../../../src/main/adapters/ruuvi'
import { email, sandbox, scene } from './ruuvi-person'
import { Walker } from './walker'

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
