import { describe, expect, it } from 'vitest'
import { cloudreve } from '../../../src/main/adapters/cloudreve'
import type { FactValue, Site } from '../../../src/main/adapters/adapter'
import type { Result } from '../../../src/shared/failure'
import { failure, useSandbox, value } from './cloudreve-person'

const world = useSandbox()
const probe = async (address: string): Promise<Result<Site>> => {
  const baseUrl = cloudreve.baseUrlOf(address, 'en')
  return baseUrl.ok ? cloudreve.probe(baseUrl.value, world.surroundings()) : baseUrl
}

function text(facts: readonly FactValue[], key: string): string | undefined {
  const found = facts.find((fact) => fact.key === key)?.value
  return found?.kind === 'text' ? found.text : undefined
}

describe('adding a site by its address', () => {
  it('tells its title, version and what it allows, whatever page the address was copied from', async () => {
    const found = value(await probe(`  ${world.it.urls.cloudreve}/session?redirect=x `))
    expect(found.baseUrl).toBe(world.it.urls.cloudreve)
    expect(found.name).toBe('Sandbox Drive')
    expect(text(found.facts, 'version')).toBe('4.18.0')
    expect(text(found.facts, 'signUp')).toBe('Open to anybody')
    expect(text(found.facts, 'captcha')).toBe('Not asked for')
    expect(text(found.facts, 'terms')).toBeUndefined()
  })

  it('tells a Pro site that is closed, guarded and has terms', async () => {
    Object.assign(world.site.settings, {
      pro: true,
      registerEnabled: false,
      loginCaptcha: true,
      forgetCaptcha: true,
      captchaType: 'turnstile',
      tosUrl: 'https://example.com/terms',
    })
    const { facts } = value(await probe(world.it.urls.cloudreve))
    expect(text(facts, 'version')).toBe('4.18.0-pro')
    expect(text(facts, 'signUp')).toBe('Closed')
    expect(text(facts, 'captcha')).toBe('Turnstile, to log in, reset the password')
    expect(text(facts, 'terms')).toBe('https://example.com/terms')
    expect(cloudreve.label(facts, 'en').every(({ label, key }) => label !== key)).toBe(true)
  })

  it('takes the host for a site without a title', async () => {
    world.site.settings.title = ''
    const found = value(await probe(world.it.urls.cloudreve))
    expect(found.name).toBe(new URL(world.it.urls.cloudreve).host)
  })

  it('refuses http to anywhere else before anything is sent', async () => {
    for (const [address, code] of [
      ['http://93.184.215.14', 'unencrypted-public'],
      ['http://192.168.7.7', 'unencrypted-private'],
    ]) {
      expect(failure(await probe(address ?? ''))).toMatchObject({ code, field: 'address' })
    }
  })

  it.each([
    ['a web page', { kind: 'captive-portal' }],
    ['JSON of something else', { kind: 'no-envelope' }],
    ['a version that is none', { kind: 'wrong-type', field: 'data', value: 'pong' }],
    ['no version', { kind: 'missing-field', field: 'data' }],
  ] as const)('does not take %s for the service', async (_, fault) => {
    world.site.faults.next('ping', fault)
    const refused = failure(await probe(world.it.urls.cloudreve))
    expect(refused).toMatchObject({ code: 'not-the-service', field: 'address' })
  })

  it('does not take another of the sandbox’s services for it', async () => {
    for (const url of [world.it.urls.ipcola, world.it.urls.ruuvi, world.it.urls.mailbox]) {
      expect(failure(await probe(url)).code).toBe('not-the-service')
    }
  })

  it('refuses a site that is too old, by its version', async () => {
    world.site.settings.version = '3.8.3'
    const refused = failure(await probe(world.it.urls.cloudreve))
    expect(refused).toMatchObject({ code: 'unsupported', field: 'address' })
    expect(refused.detail).toContain('3.8.3')
  })

  it('names where a site has moved to', async () => {
    world.site.faults.next('ping', { kind: 'redirect', to: 'https://new.example.com/api?x=1' })
    const refused = failure(await probe(world.it.urls.cloudreve))
    expect(refused).toMatchObject({ code: 'redirected', field: 'address' })
    expect(refused.detail).toContain('new.example.com')
  })

  it('says when nobody is there', async () => {
    const refused = failure(await probe('http://127.0.0.1:9'))
    expect(refused).toMatchObject({ code: 'offline', field: 'address' })
  })
})
