import { describe, expect, it } from 'vitest'
import { password, useSandbox } from './cloudreve-person'

const world = useSandbox()

function someone(more: { twoFactor?: boolean; status?: 'inactive' | 'manual_banned' } = {}) {
  const email = world.email()
  world.site.addUser({ email, password, ...more })
  return email
}

async function loggingIn(email: string, typed = password) {
  return (await world.person().begin('login')).submit({ email, password: typed })
}

describe('logging in', () => {
  it('gives a token pair with both ends of life, and what the site tells', async () => {
    const email = someone()
    const person = await loggingIn(email.toUpperCase())
    expect(person.done?.email).toBe(email)
    const { session } = person.done ?? {}
    const now = world.it.clock.now()
    expect(session?.accessExpiresAt).toBeGreaterThan(now + 3_590_000)
    expect(session?.accessExpiresAt).toBeLessThan(now + 3_610_000)
    expect(session?.refreshExpiresAt).toBeGreaterThan(now + 1_209_590_000)
  })

  it('does not ask an account’s own flow for the address', async () => {
    const email = someone()
    const person = await world.person().begin('login', email)
    expect(person.fields).toEqual(['password'])
    expect(person.view.text).toContain(email)
    await person.submit({ password })
    expect(person.done?.email).toBe(email)
  })

  it('never asks the site whether an address has an account', async () => {
    await loggingIn(someone())
    await loggingIn(world.email())
    expect(world.count('prepareLogin')).toBe(0)
  })

  it('says wrong credentials for a wrong password and for nobody alike', async () => {
    for (const email of [someone(), world.email()]) {
      const person = await loggingIn(email, 'not the one')
      expect(person.failure).toMatchObject({ code: 'wrong-credentials', field: 'password' })
      expect(person.step).toBe('login')
      expect(person.fields).toEqual(['email', 'password'])
    }
  })

  it('tells how a refused address may log in, if the person wants to know', async () => {
    const email = someone()
    const person = await loggingIn(email, 'not the one')
    await person.act('ways')
    expect(person.notices).toContain('info: ')
    world.site.settings.passwordEnabled = false
    await person.act('ways')
    expect(person.failure?.code).toBe('unsupported')
    expect(person.failure?.detail).toContain('passkey')
    const nobody = await loggingIn(world.email())
    await nobody.act('ways')
    expect(nobody.failure).toMatchObject({ code: 'email-unknown', field: 'email' })
    const own = await world.person().begin('login', world.email())
    await own.submit({ password })
    await own.act('ways')
    expect(own.failure?.code).toBe('email-unknown')
    expect(own.failure?.field).toBeUndefined()
  })

  it('leads to the activation that is still open, and back with the same password', async () => {
    const email = someone({ status: 'inactive' })
    const person = await loggingIn(email)
    expect(person.failure).toMatchObject({ code: 'email-unconfirmed', goesOn: true })
    expect(person.step).toBe('activate')
    await person.submit({ link: world.site.activationLinkFor(email) })
    expect(person.done?.email).toBe(email)
  })

  it('says that an account is blocked', async () => {
    const person = await loggingIn(someone({ status: 'manual_banned' }))
    expect(person.failure).toMatchObject({ code: 'account-blocked', serviceCode: '40017' })
  })

  it('leads to a reset for the address that was typed', async () => {
    const email = someone()
    const person = await loggingIn(email, 'not the one')
    await person.act('forgot')
    expect(person.step).toBe('ask-reset')
    expect(person.view.text).toContain(email)
  })

  it('calls a network failure what it is', async () => {
    const email = someone()
    const person = await world.person().begin('login', email)
    world.site.faults.next('signIn', { kind: 'reset-before' })
    await person.submit({ password })
    expect(person.failure?.code).toBe('offline')
    world.site.faults.next('signIn', { kind: 'captive-portal' })
    await person.submit({ password })
    expect(person.failure?.code).toBe('not-the-service')
    await person.submit({ password })
    expect(person.done?.email).toBe(email)
  })

  it('begins even while the site’s settings cannot be read, and says so', async () => {
    world.site.faults.next('config', { kind: 'status', status: 500 })
    world.site.faults.next('config', { kind: 'status', status: 500 })
    const email = someone()
    const person = await world.person().begin('login', email)
    expect(person.failure?.code).toBe('service-error')
    await person.submit({ password })
    expect(person.done?.email).toBe(email)
  })
})

describe('the captcha of logging in', () => {
  it('never shows a spent picture, even when no new one can be loaded', async () => {
    world.site.settings.loginCaptcha = true
    const person = await world.person().begin('login', someone())
    expect(person.picture).toBeDefined()
    world.site.faults.always('captcha', { kind: 'status', status: 500 })
    await person.submit({ password: 'not the one', captcha: world.captcha() })
    expect(person.failure?.code).toBe('wrong-credentials')
    expect(person.fields).toContain('captcha')
    expect(person.picture).toBeUndefined()
  })

  it('of a browser is named even where the settings could not be read at first', async () => {
    Object.assign(world.site.settings, { loginCaptcha: true, captchaType: 'recaptcha' })
    world.site.faults.next('config', { kind: 'status', status: 500 })
    const person = await world.person().begin('login', someone())
    expect(person.failure).toMatchObject({ code: 'captcha-needs-browser', detail: 'reCAPTCHA' })
  })

  it('is a picture; a new one comes after every refusal, whatever its reason', async () => {
    world.site.settings.loginCaptcha = true
    const email = someone()
    const person = await world.person().begin('login', email)
    expect(person.fields).toEqual(['password', 'captcha'])
    const first = person.picture
    await person.submit({ password: 'not the one', captcha: world.captcha() })
    expect(person.failure?.code).toBe('wrong-credentials')
    expect(person.picture).not.toBe(first)
    await person.submit({ password, captcha: 'zzz' })
    expect(person.failure).toMatchObject({ code: 'captcha-wrong', field: 'captcha' })
    await person.submit({ password, captcha: world.captcha() })
    expect(person.done?.email).toBe(email)
    expect(world.count('captcha')).toBe(3)
  })

  it('may be a sum', async () => {
    Object.assign(world.site.settings, { loginCaptcha: true, captchaStyle: 'arithmetic' })
    const email = someone()
    const person = await world.person().begin('login', email)
    await person.submit({ password, captcha: world.captcha() })
    expect(person.done?.email).toBe(email)
    world.site.settings.captchaStyle = 'characters'
  })

  it.each([
    ['recaptcha', 'reCAPTCHA'],
    ['turnstile', 'Turnstile'],
    ['cap', 'Cap'],
  ] as const)('of kind %s is said, and a token is taken instead', async (captchaType, name) => {
    Object.assign(world.site.settings, { loginCaptcha: true, captchaType })
    const email = someone()
    const person = await world.person().begin('login', email)
    expect(person.step).toBe('token')
    expect(person.view.text).toContain(name)
    expect(world.count('captcha')).toBe(0)
    await person.submit({ token: world.site.tokenFor(email).refresh_token })
    expect(person.done?.email).toBe(email)
  })

  it('that only a browser can show is named when it comes up in the meantime', async () => {
    const email = someone()
    const person = await world.person().begin('login', email)
    Object.assign(world.site.settings, { loginCaptcha: true, captchaType: 'turnstile' })
    await person.submit({ password })
    expect(person.failure).toMatchObject({ code: 'captcha-needs-browser', detail: 'Turnstile' })
    expect(person.step).toBe('token')
  })

  it('that the site does not use asks for nothing', async () => {
    world.site.settings.captchaType = 'turnstile'
    const person = await world.person().begin('login', someone())
    expect(person.step).toBe('login')
  })
})

describe('the second factor', () => {
  it('is asked for after the password, in any grouping', async () => {
    const email = someone({ twoFactor: true })
    const person = await loggingIn(email)
    expect(person.step).toBe('second-factor')
    expect(person.waiting).toBeUndefined()
    expect(person.at.kept).toEqual({ step: 'second-factor', email })
    const code = world.site.totp(email)
    await person.submit({ code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect(person.done?.email).toBe(email)
  })

  it('can be tried again when it was wrong', async () => {
    const email = someone({ twoFactor: true })
    const person = await loggingIn(email)
    await person.submit({ code: '000000' })
    expect(person.failure).toMatchObject({ code: 'second-factor-wrong', field: 'code' })
    expect(person.step).toBe('second-factor')
    await person.submit({ code: world.site.totp(email) })
    expect(person.done?.email).toBe(email)
  })

  it('starts over after ten minutes without asking for the password again', async () => {
    const email = someone({ twoFactor: true })
    const person = await loggingIn(email)
    world.it.clock.advance(601_000)
    await person.submit({ code: world.site.totp(email) })
    expect(person.failure).toMatchObject({ code: 'attempt-expired', goesOn: true })
    expect(person.step).toBe('login')
    expect(person.fields).toEqual([])
    await person.submit()
    expect(person.step).toBe('second-factor')
    await person.submit({ code: world.site.totp(email) })
    expect(person.done?.email).toBe(email)
  })

  it('starts over after a restart, with the password asked for', async () => {
    const email = someone({ twoFactor: true })
    const person = await (await loggingIn(email)).restart()
    await person.submit({ code: world.site.totp(email) })
    expect(person.failure?.code).toBe('attempt-expired')
    expect(person.fields).toEqual(['password'])
    expect(world.count('secondFactor')).toBe(0)
  })

  it('is not guarded by a captcha', async () => {
    world.site.settings.loginCaptcha = true
    const email = someone({ twoFactor: true })
    const person = await world.person().begin('login', email)
    await person.submit({ password, captcha: world.captcha() })
    expect(person.step).toBe('second-factor')
    expect(person.fields).toEqual(['code'])
    expect(world.count('captcha')).toBe(1)
  })
})
