import { X509Certificate } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { adapterId, type ServerView } from '../../../src/shared/account'
import { fingerprint, type Certificate, type TrustWish } from '../../../src/shared/site-trust'
import { must } from '../../fakes/program'
import { selfSigned, type KeyPair } from '../http/kit/certificates'
import { serveFront, type Front } from '../http/kit/front'
import { openAtSandbox, viewOf, type SandboxProgram } from './sandbox-program'

const adapter = adapterId.parse('cloudreve')
const email = 'mira@example.org'
const fronts: Front[] = []
let at: SandboxProgram

afterEach(async () => {
  await at.close()
  await Promise.all(fronts.splice(0).map((front) => front.close()))
})

async function front(target: string, pair: KeyPair): Promise<Front> {
  const it = await serveFront(target, pair)
  fronts.push(it)
  return it
}

function printOf({ cert }: KeyPair): TrustWish & { kind: 'certificate' } {
  const print = fingerprint.parse(new X509Certificate(cert).fingerprint256)
  return { kind: 'certificate', fingerprint: print }
}

/** A site with a certificate of its own, which is trusted and has an account. */
async function trustedSite(pair: KeyPair): Promise<{ site: Front; server: ServerView }> {
  at = await openAtSandbox()
  const site = await front(at.sandbox.urls.cloudreve, pair)
  const trust = printOf(pair)
  const server = must(await at.call('servers.add', { adapter, address: site.url, trust }))
  return { site, server }
}

async function addAccount(server: ServerView) {
  at.sandbox.cloudreve.addUser({ email, password: 'correct horse' })
  const begun = must(await at.program.runner.begin('token', server.id, undefined))
  const shown = begun.phase.kind === 'step' ? begun.phase.view.step : ''
  const token = at.sandbox.cloudreve.tokenFor(email).refresh_token
  must(await at.program.runner.submit(begun.id, shown, { token }))
  await at.program.idle()
  const [account] = at.program.views.accounts()
  if (!account) throw new Error('no account was added')
  return account.id
}

describe('adding a site whose certificate is not trusted', () => {
  it('says so, shows the certificate, and adds it once that is trusted', async () => {
    at = await openAtSandbox()
    const pair = selfSigned(['cloud.example'])
    const site = await front(at.sandbox.urls.cloudreve, pair)
    const address = `${site.url}/login`
    expect(await at.call('servers.add', { adapter, address })).toMatchObject({
      failure: { code: 'tls-untrusted', field: 'address' },
    })
    const look = must(await at.call('servers.look', { adapter, address }))
    expect(look.problems.map(({ kind }) => kind)).toEqual(['self-signed', 'other-host'])
    expect(look.certificate.names).toEqual(['cloud.example'])
    expect(site.seen).toEqual([])
    const trust = { kind: 'certificate', fingerprint: look.certificate.fingerprint } as const
    const server = must(await at.call('servers.add', { adapter, address, trust }))
    expect(server).toMatchObject({ baseUrl: site.url, kind: 'site' })
    expect(server.trust).toMatchObject({ kind: 'certificate', certificate: look.certificate })
    expect(site.seen).not.toEqual([])
  })

  it('adds nothing where another certificate comes than the one that was seen', async () => {
    at = await openAtSandbox()
    const [seen, shown] = [selfSigned(['127.0.0.1']), selfSigned(['127.0.0.1'])]
    const site = await front(at.sandbox.urls.cloudreve, shown)
    const trust = printOf(seen)
    expect(await at.call('servers.add', { adapter, address: site.url, trust })).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    expect(at.program.views.servers().some(({ baseUrl }) => baseUrl === site.url)).toBe(false)
    expect(site.seen).toEqual([])
  })

  it('keeps what is trusted when the site is looked up again', async () => {
    const { site } = await trustedSite(selfSigned(['127.0.0.1']))
    const again = must(await at.call('servers.add', { adapter, address: site.url }))
    expect(again.trust?.kind).toBe('certificate')
  })

  it('does not take a wish for http for an https address', async () => {
    at = await openAtSandbox()
    const site = await front(at.sandbox.urls.cloudreve, selfSigned(['127.0.0.1']))
    const input = { adapter, address: site.url, trust: { kind: 'plain-http' } } as const
    expect(await at.call('servers.add', input)).toMatchObject({ failure: { code: 'unsupported' } })
    expect(site.seen).toEqual([])
  })
})

describe('a site with a trusted certificate', () => {
  it('is used by everything: login, check, refresh, logging out', async () => {
    const { site, server } = await trustedSite(selfSigned(['127.0.0.1']))
    const account = await addAccount(server)
    for (const call of ['accounts.check', 'accounts.refresh', 'accounts.logOut'] as const) {
      must(await at.call(call, { account }))
    }
    expect(site.seen.some((line) => line.includes('Bearer'))).toBe(true)
  })

  it('gets no token any more once it shows another one, until that is trusted', async () => {
    const { site, server } = await trustedSite(selfSigned(['127.0.0.1']))
    const account = await addAccount(server)
    const before = site.seen.length
    const renewed = selfSigned(['127.0.0.1'])
    site.show(renewed)
    expect(await at.call('accounts.check', { account })).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    expect(viewOf(at, account)?.state).toBe('unreachable')
    expect(site.seen).toHaveLength(before)
    const look = must(await at.call('servers.look', { server: server.id }))
    expect(look.certificate.fingerprint).toBe(printOf(renewed).fingerprint)
    const trust = printOf(renewed)
    const now = must(await at.call('servers.trust', { server: server.id, trust }))
    expect(now.trust).toMatchObject({ certificate: { fingerprint: trust.fingerprint } })
    must(await at.call('accounts.check', { account }))
  })

  it('gets nothing any more once that is taken back', async () => {
    const { site, server } = await trustedSite(selfSigned(['127.0.0.1']))
    const account = await addAccount(server)
    must(await at.call('accounts.check', { account }))
    const before = site.seen.length
    const untrusted = must(await at.call('servers.distrust', { server: server.id }))
    expect(untrusted.trust).toBeUndefined()
    expect(await at.call('accounts.check', { account })).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    expect(site.seen).toHaveLength(before)
  })

  it('helps no other site, even one that shows the same certificate', async () => {
    const pair = selfSigned(['127.0.0.1'])
    await trustedSite(pair)
    const other = await front(at.sandbox.urls.cloudreve, pair)
    expect(await at.call('servers.add', { adapter, address: other.url })).toMatchObject({
      failure: { code: 'tls-untrusted' },
    })
    expect(other.seen).toEqual([])
  })
})

describe('a service with servers of its own', () => {
  it('has no trust of its own, whatever the book says', async () => {
    const pair = selfSigned(['127.0.0.1'])
    const certificate: Certificate = {
      ...{ subject: 'CN=test', issuer: 'CN=test', names: [], validFrom: 0, validTo: 1 },
      fingerprint: printOf(pair).fingerprint,
    }
    const site = { name: 'Pinned', facts: [], addedAt: 0 }
    const trust = { kind: 'certificate', certificate, since: 0 }
    at = await openAtSandbox(async ({ urls }) => {
      const [ipcola, ruuvi] = [await front(urls.ipcola, pair), await front(urls.ruuvi, pair)]
      const sites = [
        { ...site, id: `ipcola+${ipcola.url}`, adapter: 'ipcola', baseUrl: ipcola.url, trust },
        { ...site, id: `ruuvi+${ruuvi.url}`, adapter: 'ruuvi', baseUrl: ruuvi.url, trust },
      ]
      return {
        replace: { ipcola: ipcola.url, ruuvi: ruuvi.url },
        book: { version: 1, accounts: [], sites, settings: {} },
      }
    })
    for (const name of ['ipcola', 'ruuvi']) {
      const server = at.program.views.servers().find((one) => one.adapter === name)
      if (!server) throw new Error(`no server of ${name}`)
      expect(server.trust).toBeUndefined()
      const begun = must(await at.program.runner.begin('token', server.id, undefined))
      const shown = begun.phase.kind === 'step' ? begun.phase.view.step : ''
      const values = { token: 'token', email }
      const told = must(await at.program.runner.submit(begun.id, shown, values))
      expect(told.failure?.code).toBe('tls-untrusted')
      for (const call of [
        at.call('servers.look', { server: server.id }),
        at.call('servers.look', { adapter: server.adapter, address: server.baseUrl }),
        at.call('servers.trust', { server: server.id, trust: printOf(pair) }),
      ]) {
        expect(await call).toMatchObject({ failure: { code: 'unsupported' } })
      }
    }
    expect(fronts.flatMap(({ seen }) => seen)).toEqual([])
  })
})

describe('a site that does not encrypt', () => {
  it('in the network around is asked about, and never at a public address', async () => {
    at = await openAtSandbox()
    for (const [address, code] of [
      ['http://192.168.7.7', 'unencrypted-private'],
      ['http://93.184.215.14', 'unencrypted-public'],
    ] as const) {
      expect(await at.call('servers.add', { adapter, address })).toMatchObject({
        failure: { code, field: 'address' },
      })
    }
    const trust = { kind: 'plain-http' } as const
    const input = { adapter, address: 'http://93.184.215.14', trust }
    expect(await at.call('servers.add', input)).toMatchObject({
      failure: { code: 'unencrypted-public' },
    })
  })

  it('on this computer is added without a question', async () => {
    at = await openAtSandbox()
    const { cloudreve } = at.sandbox.urls
    const server = must(await at.call('servers.add', { adapter, address: cloudreve }))
    expect(server.trust).toBeUndefined()
  })

  it('keeps the word that was given for it, and it can be taken back', async () => {
    at = await openAtSandbox()
    const { cloudreve } = at.sandbox.urls
    const trust = { kind: 'plain-http' } as const
    const { id } = must(await at.call('servers.add', { adapter, address: cloudreve, trust }))
    const find = () => at.program.views.servers().find((one) => one.id === id)
    expect(find()?.trust?.kind).toBe('plain-http')
    must(await at.call('servers.distrust', { server: id }))
    expect(find()?.trust).toBeUndefined()
    must(await at.call('servers.trust', { server: id, trust }))
    expect(find()?.trust?.kind).toBe('plain-http')
  })
})
