import { describe, expect, it } from 'vitest'
import { cloudreve } from '../../../src/main/adapters/cloudreve'
import type { Session } from '../../../src/main/adapters/adapter'
import { failure, password, useSandbox, value } from './cloudreve-person'

const world = useSandbox()
const hour = 3_600_000

function someone(more: { nickname?: string } = {}) {
  const email = world.email()
  world.site.addUser({ email, password, ...more })
  return email
}

function sessionOf(email: string): Session {
  const pair = world.site.tokenFor(email)
  return { access: pair.access_token, refresh: pair.refresh_token }
}

const check = (session: Session) => cloudreve.check(session, world.surroundings())
const refresh = (session: Session) => cloudreve.refresh(session, world.surroundings())
const logOut = (session: Session) => cloudreve.logOut(session, world.surroundings())

describe('adding a token', () => {
  it('trades it for a fresh pair and looks whose it is', async () => {
    const email = someone({ nickname: 'Mo' })
    const pasted = world.site.tokenFor(email)
    const person = await world.person().begin('token')
    await person.submit({ token: `Bearer ${pasted.refresh_token}` })
    expect(person.done?.email).toBe(email)
    expect(world.site.isValid(person.done?.session.access ?? '')).toBe(true)
    expect(person.done?.facts[0]).toEqual({ key: 'nickname', value: { kind: 'text', text: 'Mo' } })
  })

  it('finds it in a pasted JSON text', async () => {
    const email = someone()
    const person = await world.person().begin('token')
    await person.submit({ token: JSON.stringify(world.site.tokenFor(email), null, 2) })
    expect(person.done?.email).toBe(email)
  })

  it('says that an access token is not the one, and sends it nowhere', async () => {
    const person = await world.person().begin('token')
    await person.submit({ token: world.site.tokenFor(someone()).access_token })
    expect(person.failure).toMatchObject({ code: 'invalid-input', field: 'token' })
    expect(person.failure?.detail).toContain('access token')
    expect(world.count('refresh')).toBe(0)
  })

  it('says that a token is no longer accepted', async () => {
    const pair = world.site.tokenFor(someone())
    world.site.revoke(pair.refresh_token)
    const person = await world.person().begin('token')
    await person.submit({ token: pair.refresh_token })
    expect(person.failure).toMatchObject({ code: 'token-rejected', field: 'token' })
    expect(person.failure?.serviceCode).toBe('40020')
  })

  it('refuses the token of somebody else for an account that exists', async () => {
    const other = someone()
    const person = await world.person().begin('token', someone())
    await person.submit({ token: world.site.tokenFor(other).refresh_token })
    expect(person.failure).toMatchObject({ code: 'email-mismatch', detail: other })
  })

  it('asks for the address where the site does not tell it', async () => {
    const email = someone({ nickname: 'Mo' })
    world.site.faults.next('me', { kind: 'missing-field', field: 'data.email' })
    const person = await world.person().begin('token')
    await person.submit({ token: world.site.tokenFor(email).refresh_token })
    expect(person.step).toBe('name-account')
    expect(person.view.text).toContain('Mo')
    expect(JSON.stringify(person.at.kept)).not.toContain('ey')
    await person.submit({ email })
    expect(person.done?.email).toBe(email)
    expect(person.done?.session.refresh).toBeTruthy()
  })
})

describe('checking a session', () => {
  it('shows nickname, group, status, since when, and the room that is left', async () => {
    const email = someone({ nickname: 'Mo' })
    const { email: told, facts } = value(await check(sessionOf(email)))
    expect(told).toBe(email)
    const shown = cloudreve.label(facts, 'en').map(({ label, value: it }) => [label, it])
    expect(shown).toEqual([
      ['Nickname', { kind: 'text', text: 'Mo' }],
      ['Group', { kind: 'text', text: 'User' }],
      ['Status', { kind: 'text', text: 'Active' }],
      ['Member since', { kind: 'date', at: expect.any(Number) as number }],
      ['Storage used', { kind: 'bytes', bytes: 52_428_800 }],
      ['Storage in total', { kind: 'bytes', bytes: 1_073_741_824 }],
    ])
  })

  it('does without the room where the site does not tell it', async () => {
    world.site.faults.next('capacity', { kind: 'status', status: 500 })
    const { facts } = value(await check(sessionOf(someone())))
    expect(facts.map(({ key }) => key)).not.toContain('used')
  })

  it('sees an access token end after its hour, by the service’s 401', async () => {
    const session = sessionOf(someone())
    world.it.clock.advance(hour + 1_000)
    expect(failure(await check(session))).toMatchObject({
      code: 'token-rejected',
      serviceCode: '401',
    })
  })

  it('takes a refresh token in the wrong place for a rejected one', async () => {
    const { refresh: token } = sessionOf(someone())
    expect(failure(await check({ access: token ?? '' })).code).toBe('token-rejected')
  })

  it('sees that an account is blocked, however the site says it', async () => {
    const email = someone()
    const session = sessionOf(email)
    world.site.setStatus(email, 'manual_banned')
    expect(failure(await check(session))).toMatchObject({
      code: 'account-blocked',
      serviceCode: '50001',
    })
    world.site.setStatus(email, 'active')
    const field = 'data.status'
    for (const banned of ['manual_banned', 'sys_banned']) {
      world.site.faults.next('me', { kind: 'wrong-type', field, value: banned })
      expect(failure(await check(session)).code).toBe('account-blocked')
    }
    world.site.faults.next('me', { kind: 'wrong-type', field, value: 'inactive' })
    expect(failure(await check(session)).code).toBe('email-unconfirmed')
  })

  it('does not call an account blocked while the site’s database fails', async () => {
    const session = sessionOf(someone())
    world.site.settings.databaseFails = true
    expect(failure(await check(session))).toMatchObject({
      code: 'service-error',
      serviceCode: '50001',
    })
    const person = await world.person().begin('token')
    world.site.settings.databaseFails = false
    world.site.forceCode('me', 50001)
    world.site.forceCode('config', 50001)
    await person.submit({ token: session.refresh ?? '' })
    expect(person.failure).toMatchObject({ code: 'service-error', serviceCode: '50001' })
  })

  it('asks once more where the database failed for a moment only', async () => {
    const email = someone()
    world.site.forceCode('me', 50001)
    expect(value(await check(sessionOf(email))).email).toBe(email)
    expect(world.count('me')).toBe(2)
  })

  it('takes nobody’s profile for a rejected token', async () => {
    const body = { code: 0, msg: '', data: { id: '', nickname: '', anonymous: true } }
    world.site.faults.next('me', { kind: 'answer', body })
    expect(failure(await check(sessionOf(someone()))).code).toBe('token-rejected')
  })

  it('is unreachable, not rejected, when the network fails', async () => {
    world.site.faults.always('me', { kind: 'reset-before' })
    expect(failure(await check(sessionOf(someone()))).code).toBe('offline')
    expect(world.count('me')).toBe(3)
  })
})

describe('refreshing a session', () => {
  it('gives a new pair with a full new life; the old refresh token stays good', async () => {
    const email = someone()
    const session = sessionOf(email)
    world.it.clock.advance(hour + 1_000)
    const renewed = value(await refresh(session))
    expect(renewed.accessExpiresAt).toBeGreaterThan(world.it.clock.now() + hour - 10_000)
    expect((await check(renewed)).ok).toBe(true)
    expect((await refresh(session)).ok).toBe(true)
  })

  it('is over after the refresh token’s own end', async () => {
    const session = sessionOf(someone())
    world.it.clock.advance(1_209_600_000 + 1_000)
    expect(failure(await refresh(session)).code).toBe('token-rejected')
  })

  it('needs a refresh token', async () => {
    expect(failure(await refresh({ access: 'x' })).code).toBe('token-rejected')
    expect(world.count('refresh')).toBe(0)
  })
})

describe('logging out', () => {
  it('ends the refresh tokens of the login; the access token runs out by itself', async () => {
    const session = sessionOf(someone())
    expect(value(await logOut(session))).toBeUndefined()
    expect(failure(await refresh(session)).code).toBe('token-rejected')
    expect((await check(session)).ok).toBe(true)
  })

  it('is done already where the token has expired', async () => {
    const session = sessionOf(someone())
    world.it.clock.advance(1_209_600_000 + 1_000)
    expect((await logOut(session)).ok).toBe(true)
  })

  it('tells when the service was not reached', async () => {
    world.site.faults.next('signOut', { kind: 'reset-before' })
    expect(failure(await logOut(sessionOf(someone()))).code).toBe('offline')
  })
})
