import { describe, expect, it } from 'vitest'
import { adapterId, serverId } from '../../../shared/account'
import type { Server } from '../adapter'
import { en } from './text/en'
import { vcodeRequest, vcodeSettings } from './vcode-request'

function serverWith(settings: Readonly<Record<string, string>>): Server {
  const baseUrl = 'https://api.ipcola.com'
  return {
    id: serverId.parse(`ipcola|${baseUrl}`),
    adapter: adapterId.parse('ipcola'),
    baseUrl,
    name: 'IPCola',
    kind: 'production',
    facts: [],
    settings,
  }
}

describe('vcodeRequest', () => {
  it.each([
    ['nothing is set', {}],
    ['only a path is set', { vcodePath: '/api/user/vcode' }],
    ['only a body is set', { vcodeBody: '{"email":"{email}"}' }],
    [
      'GET has the address only in a body',
      { vcodeMethod: 'GET', vcodePath: '/v', vcodeBody: '{"email":"{email}"}' },
    ],
    ['the path leads elsewhere', { vcodePath: '//evil.example/{email}' }],
    ['the body is no JSON', { vcodePath: '/v', vcodeBody: 'email={email}' }],
  ])('is off while %s', (_what, settings) => {
    expect(vcodeRequest(serverWith(settings), 'a@b.c')).toBeUndefined()
  })

  it('puts the address into the body at every depth, and nothing can break out of it', () => {
    const settings = {
      vcodePath: '/api/user/vcode',
      vcodeBody: '{"to":{"email":"{email}"},"list":["{email}",1,null],"purpose":"register"}',
    }
    const email = '"},"x":"$&@b.c'
    expect(vcodeRequest(serverWith(settings), email)).toEqual({
      method: 'POST',
      url: 'https://api.ipcola.com/api/user/vcode',
      query: {},
      body: { to: { email }, list: [email, 1, null], purpose: 'register' },
    })
  })

  it('puts the address into the query of a GET, encoded once', () => {
    const settings = { vcodeMethod: 'GET', vcodePath: '/api/vcode?kind=1&email={email}' }
    expect(vcodeRequest(serverWith(settings), 'a+b&c@d.e')).toEqual({
      method: 'GET',
      url: 'https://api.ipcola.com/api/vcode',
      query: { kind: '1', email: 'a+b&c@d.e' },
    })
  })
})

describe('the settings', () => {
  function problem(name: string, value: string): string | undefined {
    return vcodeSettings.find((setting) => setting.name === name)?.problem(value, en)
  }

  it.each([
    ['vcodeMethod', ''],
    ['vcodeMethod', 'POST'],
    ['vcodeMethod', 'GET'],
    ['vcodePath', ''],
    ['vcodePath', '/api/user/vcode'],
    ['vcodePath', '/api/user/vcode?email={email}'],
    ['vcodeBody', ''],
    ['vcodeBody', '{"email":"{email}"}'],
    ['vcodeBody', '{"user":{"mail":["to {email}"]}}'],
  ])('%s takes %j', (name, value) => {
    expect(problem(name, value)).toBeUndefined()
  })

  it.each([
    ['vcodeMethod', 'DELETE', en.settings.notAMethod],
    ['vcodePath', 'api/vcode', en.settings.notAPath],
    ['vcodePath', '//evil.example/vcode', en.settings.notAPath],
    ['vcodePath', '/\\evil.example/vcode', en.settings.notAPath],
    ['vcodePath', 'https://evil.example/vcode', en.settings.notAPath],
    ['vcodePath', '/a b', en.settings.notAPath],
    ['vcodeBody', '{email}', en.settings.notJson],
    ['vcodeBody', '["{email}"]', en.settings.notJson],
    ['vcodeBody', '{"email":"me"}', en.settings.noMark],
    ['vcodeBody', '{"{email}":1}', en.settings.noMark],
  ])('%s refuses %j', (name, value, words) => {
    expect(problem(name, value)).toBe(words)
  })
})
