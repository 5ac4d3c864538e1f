import { afterEach, beforeEach, expect, test } from 'vitest'

import { at, send, textAt } from './client'
import { ipcolaSandboxStatus } from './ipcola/status'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const email = 'kim@example.com'
const password = 'qwer123456'
const post = (path: string, body: object) =>
  send(`${sandbox.urls.ipcola}/api/user/${path}`, { body: { user_tag: 'ipcola', ...body } })

async function login(secret = password) {
  const captcha = await send(`${sandbox.urls.ipcola}/api/user/captcha`)
  const captcha_id = textAt(captcha, 'id')
  const answer = sandbox.captchas.answer('ipcola', captcha_id)
  return post('login', { email, password: secret, captcha: answer, captcha_id })
}

test('register, log in, look up, reset, log in again', async () => {
  const vcode = sandbox.ipcola.requestVcode(email)
  expect(sandbox.mailbox.latest(email)?.code).toBe(vcode)
  expect(vcode).toMatch(/^[a-z]{16}$/)
  const registered = await post('register', { email, password, reference_key: '', vcode })
  expect(registered).toMatchObject({
    status: 200,
    json: { meta_status: 1, meta_message: 'success' },
  })

  const token = textAt(await login(), 'token')
  const info = await send(`${sandbox.urls.ipcola}/api/user/info`, { token })
  expect(info.json).toMatchObject({ meta_status: 1, user: { email, password, token } })

  const reset = { email, password: 'new-password', vcode: sandbox.ipcola.requestVcode(email) }
  const answer = await post('reset_password', reset)
  expect(answer.json).toEqual({ meta_status: 1, meta_message: 'success' })
  expect(sandbox.ipcola.isValid(token)).toBe(false)
  expect(at(await login(), 'meta_status')).toBe(ipcolaSandboxStatus.wrongCredentials)
  expect(at(await login('new-password'), 'meta_status')).toBe(1)
})

test('a captcha is a picture, and works once', async () => {
  sandbox.ipcola.addUser({ email, password })
  const captcha = await send(`${sandbox.urls.ipcola}/api/user/captcha`)
  const picture = Buffer.from(textAt(captcha, 'content'), 'base64')
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  sandbox.ipcola.switches.captchaPrefix = 'data-uri'
  const prefixed = await send(`${sandbox.urls.ipcola}/api/user/captcha`)
  expect(textAt(prefixed, 'content')).toMatch(/^data:image\/png;base64,/)

  const captcha_id = textAt(captcha, 'id')
  const right = sandbox.captchas.answer('ipcola', captcha_id)
  const wrong = await post('login', { email, password, captcha: 'no', captcha_id })
  expect(at(wrong, 'meta_status')).toBe(ipcolaSandboxStatus.wrongCaptcha)
  const late = await post('login', { email, password, captcha: right, captcha_id })
  expect(at(late, 'meta_status')).toBe(ipcolaSandboxStatus.wrongCaptcha)
})

test('a vcode works once, within its lifetime, for its address', async () => {
  const register = (vcode: string, to = email) =>
    post('register', { email: to, password, reference_key: '', vcode })
  const vcode = sandbox.ipcola.vcodeFor(email)
  const other = await register(vcode, 'other@example.com')
  expect(at(other, 'meta_status')).toBe(ipcolaSandboxStatus.wrongVcode)
  sandbox.clock.advance(31 * 60_000)
  expect(at(await register(vcode), 'meta_status')).toBe(ipcolaSandboxStatus.vcodeExpired)
  const fresh = sandbox.ipcola.requestVcode(email)
  expect(at(await register(fresh), 'meta_status')).toBe(1)
  expect(at(await register(fresh), 'meta_status')).toBe(ipcolaSandboxStatus.wrongVcode)
  const again = await register(sandbox.ipcola.requestVcode(email))
  expect(at(again, 'meta_status')).toBe(ipcolaSandboxStatus.emailTaken)
  expect(at(again, 'token')).toBe('')
})

test('refuses another user tag, a forbidden user, a revoked token', async () => {
  sandbox.ipcola.addUser({ email, password })
  const tag = await post('login', { email, password, captcha: '1', captcha_id: '1', user_tag: 'x' })
  expect(at(tag, 'meta_status')).toBe(ipcolaSandboxStatus.wrongUserTag)
  const token = sandbox.ipcola.tokenFor(email)
  sandbox.ipcola.forbid(email)
  expect(at(await login(), 'meta_status')).toBe(ipcolaSandboxStatus.forbidden)
  const info = () => send(`${sandbox.urls.ipcola}/api/user/info`, { token })
  expect(at(await info(), 'user.forbidden')).toBe(true)
  sandbox.ipcola.revoke(token)
  expect(at(await info(), 'meta_status')).toBe(ipcolaSandboxStatus.notLoggedIn)
})

test('any envelope can be forced once', async () => {
  sandbox.ipcola.forceStatus('captcha', 0, 'odd')
  const forced = await send(`${sandbox.urls.ipcola}/api/user/captcha`)
  expect(forced.json).toEqual({ meta_status: 0, meta_message: 'odd' })
  expect(at(await send(`${sandbox.urls.ipcola}/api/user/captcha`), 'meta_status')).toBe(1)
})

test('sends a vcode over HTTP only where that is switched on', async () => {
  const path = `${sandbox.urls.ipcola}/api/user/mail`
  const ask = () => send(path, { body: { to: { email } } })
  expect((await ask()).status).toBe(404)
  sandbox.ipcola.switches.vcodeRequest = { method: 'post', path: '/api/user/mail' }
  expect(at(await ask(), 'meta_status')).toBe(1)
  expect(sandbox.mailbox.latest(email)?.code).toBe(sandbox.ipcola.vcodeFor(email))
  const form = await fetch(path, { method: 'POST', body: new URLSearchParams({ email: 'a@b.c' }) })
  expect(form.status).toBe(200)
  expect(sandbox.mailbox.latest('a@b.c')?.service).toBe('ipcola')
})
