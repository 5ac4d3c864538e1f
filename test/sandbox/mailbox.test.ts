import { afterEach, beforeEach, expect, test } from 'vitest'

import { at, send } from './client'
import type { Sandbox } from './sandbox'
import { startSandbox } from './sandbox'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const email = 'kim@example.com'

test('asks for a vcode as a person would, and lists the mail', async () => {
  const waiting = sandbox.mailbox.waitFor(email, ({ service }) => service === 'ipcola')
  const asked = await send(`${sandbox.urls.mailbox}/api/ipcola/vcode`, { body: { email } })
  expect(asked.json).toEqual({ sentTo: email })
  const mail = await waiting
  expect(mail.code).toBe(sandbox.ipcola.vcodeFor(email))

  const listed = await send(`${sandbox.urls.mailbox}/api/messages?to=KIM@example.com`)
  expect(at(listed, 'messages')).toEqual([mail])
  const others = await send(`${sandbox.urls.mailbox}/api/messages?to=other@example.com`)
  expect(at(others, 'messages')).toEqual([])
  const bad = await send(`${sandbox.urls.mailbox}/api/ipcola/vcode`, { body: { email: 'kim' } })
  expect(bad.status).toBe(400)
  await send(`${sandbox.urls.mailbox}/api/messages`, { method: 'DELETE' })
  expect(sandbox.mailbox.messages()).toEqual([])
})

test('shows the second factor as an authenticator would', async () => {
  sandbox.cloudreve.addUser({ email, password: 'P@ssw0rd', twoFactor: true })
  const codes = await send(`${sandbox.urls.mailbox}/api/authenticator`)
  expect(at(codes, 'codes')).toEqual([{ email, code: sandbox.cloudreve.totp(email) }])
})

test('lets a person switch what the admin of the Cloudreve site would', async () => {
  sandbox.cloudreve.addUser({ email, password: 'P@ssw0rd' })
  const patch = (path: string, body: object) =>
    send(`${sandbox.urls.mailbox}/api/cloudreve/${path}`, { method: 'PATCH', body })
  expect((await patch('settings', { name: 'activation', on: true })).status).toBe(200)
  expect(sandbox.cloudreve.settings.activation).toBe(true)
  expect((await patch('settings', { name: 'title', on: true })).status).toBe(400)
  expect((await patch('second-factor', { email, on: true })).status).toBe(200)
  expect((await patch('second-factor', { email: 'nobody@example.com', on: true })).status).toBe(400)
  const site = await send(`${sandbox.urls.mailbox}/api/cloudreve`)
  expect(at(site, 'users')).toEqual([{ email, twoFactor: true }])
  expect(sandbox.cloudreve.totp(email)).toMatch(/^[0-9]{6}$/)
})

test('the page needs nothing from outside and allows nothing from there', async () => {
  const page = await send(`${sandbox.urls.mailbox}/`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.text).not.toMatch(/(src|href)=/)
  expect((await send(`${sandbox.urls.mailbox}/nothing`)).status).toBe(404)
})

test('listens on the loopback address only, and a taken port is told', async () => {
  for (const url of Object.values(sandbox.urls)) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const port = Number(new URL(sandbox.urls.ruuvi).port)
  await expect(startSandbox({ ports: { ruuvi: port } })).rejects.toThrow('EADDRINUSE')
})
