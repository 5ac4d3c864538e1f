import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Received } from './client'
import { at, send, textAt } from './client'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const email = 'Kim@Example.com'
const password = 'P@ssw0rd'
const api = (path: string, sent: Parameters<typeof send>[1] = {}) =>
  send(`${sandbox.urls.cloudreve}/api/v4${path}`, sent)
const code = (received: Received) => at(received, 'code')
const signUp = (body: object = {}) => api('/user', { body: { email, password, ...body } })
const signIn = (body: object = {}) => api('/session/token', { body: { email, password, ...body } })
const refresh = (refresh_token: string) =>
  api('/session/token/refresh', { body: { refresh_token } })

/** What the site's own page does with a mailed link. */
async function openLink(link: string | undefined, body?: object): Promise<Received> {
  const url = new URL(link ?? '')
  const id = url.searchParams.get('id') ?? ''
  if (url.pathname === '/session/activate') {
    const sign = encodeURIComponent(url.searchParams.get('sign') ?? '')
    return api(`/user/activate/${id}?sign=${sign}`)
  }
  const secret = url.searchParams.get('secret')
  return api(`/user/reset/${id}`, { method: 'PATCH', body: { secret, ...body } })
}

test('a fresh site: ping, settings, sign up, sign in, who am I, refresh, sign out', async () => {
  expect((await api('/site/ping')).json).toEqual({ code: 0, data: '4.18.0', msg: '' })
  expect(at(await api('/site/config/login'), 'data')).toEqual({
    authn: true,
    register_enabled: true,
  })
  const basic = await api('/site/config/basic')
  expect(basic.json).toMatchObject({ data: { captcha_type: 'normal', user: { anonymous: true } } })
  expect(basic.headers.get('cache-control')).toBe('private, no-cache')

  const created = await signUp({ language: 'de-DE' })
  expect(created.json).toMatchObject({
    code: 0,
    data: { email: 'kim@example.com', nickname: 'kim', status: 'active', language: 'de-DE' },
  })
  expect(at(created, 'data.group')).toBeUndefined()
  expect(at(created, 'data.token')).toBeUndefined()

  const prepared = await api(`/session/prepare?email=${encodeURIComponent(email)}`)
  expect(at(prepared, 'data')).toEqual({ webauthn_enabled: true, password_enabled: true })
  expect(code(await api('/session/prepare?email=nobody@example.com'))).toBe(404)

  const signedIn = await signIn()
  expect(at(signedIn, 'data.user.group.name')).toBe('User')
  const token = textAt(signedIn, 'data.token.access_token')
  const old = textAt(signedIn, 'data.token.refresh_token')
  expect(at(await api('/user/me', { token }), 'data.email')).toBe('kim@example.com')
  expect(at(await api('/user/setting', { token }), 'data.two_fa_enabled')).toBe(false)
  expect(at(await api('/user/capacity', { token }), 'data.total')).toBeTypeOf('number')
  const id = textAt(created, 'data.id')
  expect(at(await api(`/user/info/${id}`), 'data.email')).toBeUndefined()

  const renewed = await refresh(old)
  expect(Object.keys(at(renewed, 'data') as object).sort()).toEqual([
    'access_expires',
    'access_token',
    'refresh_expires',
    'refresh_token',
  ])
  expect(code(await refresh(old))).toBe(0)

  const body = { refresh_token: textAt(renewed, 'data.refresh_token') }
  const out = await api('/session/token', { method: 'DELETE', body })
  expect(out.json).toEqual({ code: 0, data: '', msg: '' })
  expect(code(await refresh(old))).toBe(40020)
  expect(code(await api('/user/me', { token }))).toBe(0)
})

test('activation by mail: 203, resent, then once; late, forged and odd links are told apart', async () => {
  sandbox.cloudreve.settings.activation = true
  expect((await signUp()).json).toEqual({ code: 203, msg: '' })
  expect(code(await signIn())).toBe(40018)
  const first = await sandbox.mailbox.waitFor(email)
  expect(first.html).toContain('&amp;sign=')
  expect(code(await signUp({ password: 'another one' }))).toBe(40033)
  expect(sandbox.mailbox.messages(email)).toHaveLength(2)

  const link = first.link ?? ''
  const id = new URL(link).searchParams.get('id') ?? ''
  const sign = new URL(link).searchParams.get('sign') ?? ''
  expect(sign).toMatch(/^[\w-]{43}=:\d+$/)
  const activate = (path: string) => api(`/user/activate/${path}`)
  expect(code(await activate(id))).toBe(403)
  expect(code(await activate(`${id}?sign=abc`))).toBe(403)
  expect(code(await activate(`${id}?sign=${sign.replace(/^./, '!')}`))).toBe(40071)
  const past = sandbox.cloudreve.signActivation(id, -1)
  expect(code(await activate(`${id}?sign=${past}`))).toBe(40005)
  const odd = sandbox.cloudreve.signActivation('odd')
  expect(code(await activate(`odd?sign=${odd}`))).toBe(40001)
  const stranger = sandbox.cloudreve.addUser({ email: 'gone@example.com', password })
  sandbox.cloudreve.removeUser('gone@example.com')
  const gone = sandbox.cloudreve.signActivation(stranger)
  expect(code(await activate(`${stranger}?sign=${gone}`))).toBe(40021)

  expect((await openLink(link)).json).toMatchObject({ code: 0, data: { status: 'active' } })
  expect(code(await openLink(link))).toBe(40034)
  expect(code(await signIn())).toBe(0)
  expect(code(await signUp())).toBe(40032)
})

test('an activation link expires after 24 hours', async () => {
  sandbox.cloudreve.addUser({ email, password, status: 'inactive' })
  const link = sandbox.cloudreve.activationLinkFor(email)
  sandbox.clock.advance(24 * 3600_000 + 1000)
  expect(code(await openLink(link))).toBe(40005)
})

test('a captcha is asked for where the site says so, before the body is looked at, and works once', async () => {
  Object.assign(sandbox.cloudreve.settings, {
    regCaptcha: true,
    loginCaptcha: true,
    forgetCaptcha: true,
  })
  expect(at(await api('/site/config/login'), 'data.login_captcha')).toBe(true)
  expect(code(await api('/user', { method: 'POST' }))).toBe(40026)
  expect(code(await signIn())).toBe(40026)
  expect(code(await api('/user/reset', { body: {} }))).toBe(40026)

  const picture = await api('/site/captcha')
  const ticket = textAt(picture, 'data.ticket')
  expect(ticket).toMatch(/^[A-Za-z0-9]{20}$/)
  expect(textAt(picture, 'data.image')).toMatch(/^data:image\/png;base64,iVBOR/)
  const captcha = sandbox.captchas.answer('cloudreve', ticket)
  expect(code(await signUp({ captcha: '', ticket }))).toBe(40026)
  expect(code(await signUp({ captcha: captcha.toLowerCase(), ticket }))).toBe(0)
  expect(code(await signIn({ captcha, ticket }))).toBe(40026)
  sandbox.cloudreve.settings.registerEnabled = false
  expect(code(await signUp())).toBe(40019)
})

test('widgets of other captcha types put their token where their type has it', async () => {
  const { settings } = sandbox.cloudreve
  sandbox.cloudreve.addUser({ email, password })
  settings.loginCaptcha = true
  settings.captchaType = 'recaptcha'
  expect(at(await api('/site/config/basic'), 'data.captcha_ReCaptchaKey')).toBeTypeOf('string')
  expect(code(await signIn({ captcha: 'sandbox-solved-widget' }))).toBe(0)
  settings.captchaType = 'turnstile'
  expect(code(await signIn({ captcha: 'sandbox-solved-widget' }))).toBe(40026)
  expect(code(await signIn({ ticket: 'sandbox-solved-widget' }))).toBe(0)
})

test('second factor: 203 with a session of 600 seconds', async () => {
  sandbox.cloudreve.addUser({ email, password, twoFactor: true })
  const begun = await signIn()
  expect(code(begun)).toBe(203)
  const session_id = textAt(begun, 'data')
  const finish = (otp: string) => api('/session/token/2fa', { body: { otp, session_id } })
  const right = sandbox.cloudreve.totp(email)
  expect(code(await finish(right === '000000' ? '111111' : '000000'))).toBe(40022)
  sandbox.clock.advance(30_000)
  const done = await finish(right)
  expect(at(done, 'data.token.access_token')).toBeTypeOf('string')
  expect(code(await finish(right))).toBe(404)

  const session = { session_id: textAt(await signIn(), 'data') }
  sandbox.clock.advance(600_000)
  const body = { ...session, otp: sandbox.cloudreve.totp(email) }
  expect(code(await api('/session/token/2fa', { body }))).toBe(404)
})

test('reset by mail: once, within an hour, only the latest; refresh tokens die', async () => {
  sandbox.cloudreve.addUser({ email, password, language: 'fr-FR' })
  const pair = sandbox.cloudreve.tokenFor(email)
  const ask = (to = email) => api('/user/reset', { body: { email: to } })
  expect(code(await ask('nobody@example.com'))).toBe(40021)
  expect((await ask()).json).toEqual({ code: 0, msg: '' })
  const first = sandbox.mailbox.latest(email)
  expect(first?.subject).toContain('Réinitialiser')
  await ask()
  const second = sandbox.mailbox.latest(email)
  const fresh = { password: 'brand-new' }
  expect(code(await openLink(first?.link, fresh))).toBe(40030)
  expect(code(await openLink(second?.link, { password: 'short' }))).toBe(40001)
  expect((await openLink(second?.link, fresh)).json).toMatchObject({
    code: 0,
    data: { nickname: 'kim' },
  })
  expect(code(await openLink(second?.link, fresh))).toBe(40030)

  expect(code(await refresh(pair.refresh_token))).toBe(40020)
  expect(code(await api('/user/me', { token: pair.access_token }))).toBe(0)
  expect(code(await signIn())).toBe(40080)
  expect(code(await signIn(fresh))).toBe(0)

  await ask()
  sandbox.clock.advance(3600_000)
  expect(code(await openLink(sandbox.mailbox.latest(email)?.link, fresh))).toBe(40030)
  await ask()
  sandbox.cloudreve.setStatus(email, 'manual_banned')
  expect(code(await openLink(sandbox.mailbox.latest(email)?.link, fresh))).toBe(40021)
})

test('banned and inactive accounts, failing mail, settings of Pro and old sites', async () => {
  const { settings } = sandbox.cloudreve
  sandbox.cloudreve.addUser({ email, password, status: 'sys_banned' })
  expect(code(await signIn())).toBe(40017)
  expect(code(await api('/user/reset', { body: { email } }))).toBe(40017)
  expect(code(await signUp())).toBe(40032)

  Object.assign(settings, {
    activation: true,
    mailFails: true,
    bannedMailDomains: ['temp.example'],
  })
  expect(code(await signUp({ email: 'new@example.com' }))).toBe(40028)
  expect(sandbox.cloudreve.statusOf('new@example.com')).toBe('inactive')
  expect(code(await signUp({ email: 'x@temp.example' }))).toBe(40031)
  expect(code(await signUp({ email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` }))).toBe(50001)

  settings.maxPasswordLength = 64
  const long = await signUp({ password: 'p'.repeat(65) })
  expect(long.json).toEqual({ code: 40001, msg: 'Password too long' })
  settings.pro = true
  expect(at(await api('/site/ping'), 'data')).toBe('4.18.0-pro')
  settings.passwordEnabled = false
  const prepared = await api(`/session/prepare?email=${email}`)
  expect(at(prepared, 'data.password_enabled')).toBe(false)
})

test('tokens: expiry makes anonymous, a refresh token as Bearer is 40020, a ban is 50001 everywhere', async () => {
  sandbox.cloudreve.addUser({ email, password })
  const pair = sandbox.cloudreve.tokenFor(email)
  const token = pair.access_token
  expect(code(await api('/site/ping', { token: pair.refresh_token }))).toBe(40020)
  sandbox.cloudreve.setStatus(email, 'manual_banned')
  expect(code(await api('/site/ping', { token }))).toBe(50001)
  sandbox.cloudreve.setStatus(email, 'active')
  sandbox.clock.advance(3600_000)
  expect(code(await api('/user/me', { token }))).toBe(401)
  expect(code(await api('/user/me', { token: 'junk' }))).toBe(401)
  expect(code(await refresh(pair.refresh_token))).toBe(0)
  sandbox.clock.advance(14 * 24 * 3600_000)
  expect(code(await refresh(pair.refresh_token))).toBe(40020)
})

test('a failing database is 50001 everywhere, with a token or without', async () => {
  sandbox.cloudreve.addUser({ email, password })
  const token = sandbox.cloudreve.tokenFor(email).access_token
  sandbox.cloudreve.settings.databaseFails = true
  expect(code(await api('/user/me', { token }))).toBe(50001)
  expect(code(await api('/site/config/basic'))).toBe(50001)
  sandbox.cloudreve.settings.databaseFails = false
  expect(code(await api('/user/me', { token }))).toBe(0)
})

test('changes the password with the current one only', async () => {
  sandbox.cloudreve.addUser({ email, password })
  const token = sandbox.cloudreve.tokenFor(email).access_token
  const change = (body: object) => api('/user/setting', { method: 'PATCH', token, body })
  const wrong = { current_password: 'wrong', new_password: 'brand-new' }
  expect(code(await change(wrong))).toBe(40069)
  expect(code(await change({ ...wrong, current_password: password }))).toBe(0)
  expect(sandbox.cloudreve.passwordOf(email)).toBe('brand-new')
})

test('refuses in the words of the server, without correlation id, and echoes the id asked for elsewhere', async () => {
  const bodies: readonly (readonly [object, string])[] = [
    [{ email: '', password }, 'Email cannot be empty'],
    [{ email: 'kim', password }, 'Email format error'],
    [{ email, password: null }, 'Password cannot be empty'],
    [{ email, password: 'short' }, 'Password too short'],
    [{ email, password: 'p'.repeat(129) }, 'Password too long'],
    [{ email, password: 123456 }, 'JSON marshall error'],
  ]
  for (const [body, msg] of bodies) {
    expect((await api('/user', { body })).json).toEqual({ code: 40001, msg })
  }
  const id = '11111111-2222-4333-8444-555555555555'
  const failed = await api('/session/token', {
    body: { email, password },
    headers: { 'x-cr-correlation-id': id },
  })
  expect(failed.json).toMatchObject({ code: 40080, correlation_id: id })
})

test('unknown API paths are 404 text, other paths are the page of the site', async () => {
  const unknown = await api('/nothing')
  expect([unknown.status, unknown.text]).toEqual([404, '404 page not found'])
  expect((await api('/user', { method: 'DELETE' })).status).toBe(404)
  const page = await send(`${sandbox.urls.cloudreve}/session/activate?id=1`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})

test('links follow the site URL, any code can be forced once', async () => {
  sandbox.cloudreve.settings.siteUrl = 'https://cloud.example.com/sub'
  sandbox.cloudreve.addUser({ email, password })
  await api('/user/reset', { body: { email } })
  expect(sandbox.mailbox.latest(email)?.link).toMatch(
    /^https:\/\/cloud\.example\.com\/session\/reset\?/,
  )
  sandbox.cloudreve.forceCode('me', 40089)
  expect(code(await api('/user/me'))).toBe(40089)
  expect(code(await api('/user/me'))).toBe(401)
})
