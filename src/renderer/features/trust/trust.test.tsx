// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AccountView, ServerView } from '../../../shared/account'
import { fail, ok, type FailureCode, type Result } from '../../../shared/failure'
import type { Fingerprint, SiteTrust } from '../../../shared/site-trust'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { ids } from '../../gallery/sample-ids'
import { servers } from '../../gallery/sample-services'
import { accounts } from '../../gallery/samples'
import { look } from '../../gallery/trust-scenes'
import { open, press, text } from '../shell/app-rig'

afterEach(cleanup)

const words = text.trust
const adapter = ids.adapter('cloudreve')
const untrusted = fail('tls-untrusted', { field: 'address' })
const site = servers.find(({ kind }) => kind === 'site')
const { fingerprint } = look.certificate
const wish = { kind: 'certificate', fingerprint } as const

const dialog = () => screen.getByRole('alertdialog')

/** Waits until the question has stood long enough to be allowed. */
const read = (name: string) =>
  waitFor(
    () => {
      const yes = within(dialog()).getByRole('button', { name })
      expect(yes.getAttribute('aria-disabled')).toBeNull()
    },
    { timeout: 10_000 },
  )

/** Types an address and looks it up. */
async function add(address: string, answers: FakeAnswers) {
  const rig = await open({ servers: servers.slice(0, 3) }, { kind: 'add', adapter }, answers)
  fireEvent.change(screen.getByLabelText(text.add.addressLabel), { target: { value: address } })
  await press(text.add.addressSubmit)
  return rig
}

function theSite(): ServerView {
  if (!site) throw new Error('The samples have no site')
  return site
}

describe('the question about a certificate', () => {
  const host = look.host
  const answers = (added = ok(theSite())): FakeAnswers => ({
    'servers.add': ({ trust }) => (trust ? added : untrusted),
    'servers.look': () => ok(look),
  })

  it('tells each reason and the details, and has the focus on not trusting', async () => {
    await add(host, answers())
    const told = dialog().textContent
    for (const part of [
      words.certificate.title(host),
      'vouches for itself',
      'It ran out on',
      'for other names than nas.example.org.',
      ...['O=Home, CN=storage', 'storage.local', '192.168.1.20'],
      ...(fingerprint.match(/.{23}/g) ?? []),
    ]) {
      expect(told).toContain(part)
    }
    expect(document.activeElement?.textContent).toBe(words.certificate.cancel)
  })

  it('trusts the certificate that was seen, and adds the site', async () => {
    const { bridge } = await add(host, answers())
    await read(words.certificate.confirm(host))
    await press(words.certificate.confirm(host), dialog())
    expect(bridge.inputs('servers.add')).toEqual([
      { adapter, address: host },
      { adapter, address: host, trust: wish },
    ])
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getByText(text.add.siteAdded(theSite().name))).toBeTruthy()
  })

  it('comes too early to be confirmed by the second half of a double click', async () => {
    const { bridge } = await add(host, answers())
    await press(words.certificate.confirm(host), dialog())
    expect(bridge.inputs('servers.add')).toHaveLength(1)
  })

  it('does nothing when it is refused, and the address says what was wrong', async () => {
    const { bridge } = await add(host, answers())
    act(() => void fireEvent.keyDown(dialog(), { key: 'Escape' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(bridge.inputs('servers.add')).toHaveLength(1)
    expect(screen.getByText(new RegExp(text.failures['tls-untrusted'].title))).toBeTruthy()
  })

  it('cannot be refused any more once it is answered, as what is allowed cannot be called off', async () => {
    let trusted: () => void = () => undefined
    const added = new Promise<Result<ServerView>>((resolve) => {
      trusted = () => resolve(ok(theSite()))
    })
    await add(host, {
      'servers.add': ({ trust }) => (trust ? added : untrusted),
      'servers.look': () => ok(look),
    })
    await read(words.certificate.confirm(host))
    await press(words.certificate.confirm(host), dialog())
    act(() => void fireEvent.keyDown(dialog(), { key: 'Escape' }))
    await press(words.certificate.cancel, dialog())
    expect(dialog()).toBeTruthy()
    trusted()
    expect(await screen.findByText(text.add.siteAdded(theSite().name))).toBeTruthy()
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('is asked anew where the server shows another one meanwhile', async () => {
    const { bridge } = await add(host, { ...answers(), 'servers.add': () => untrusted })
    await read(words.certificate.confirm(host))
    await press(words.certificate.confirm(host), dialog())
    expect(bridge.inputs('servers.look')).toHaveLength(2)
    expect(dialog()).toBeTruthy()
  })

  it('is not asked where there is nothing to see', async () => {
    const none = fail('offline')
    await add(host, { 'servers.add': () => untrusted, 'servers.look': () => none })
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getByText(new RegExp(text.failures.offline.title))).toBeTruthy()
  })
})

describe('the question about http', () => {
  const refusal = (code: 'unencrypted-private' | 'unencrypted-public') =>
    fail(code, { field: 'address', detail: 'nas.local' })

  it('tells who can read what, and has the focus on not using it', async () => {
    const { bridge } = await add('http://nas.local', {
      'servers.add': ({ trust }) => (trust ? ok(theSite()) : refusal('unencrypted-private')),
    })
    expect(dialog().textContent).toContain(words.plainHttp.title('nas.local'))
    for (const reader of words.plainHttp.reads) expect(dialog().textContent).toContain(reader)
    expect(document.activeElement?.textContent).toBe(words.plainHttp.cancel)
    await read(words.plainHttp.confirm)
    await press(words.plainHttp.confirm, dialog())
    expect(bridge.inputs('servers.add').at(-1)).toEqual({
      ...{ adapter, address: 'http://nas.local', trust: { kind: 'plain-http' } },
    })
  })

  it('is not asked for a public address', async () => {
    await add('http://cloud.example', {
      'servers.add': () => refusal('unencrypted-public'),
    })
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getByText(new RegExp(text.failures['unencrypted-public'].text))).toBeTruthy()
  })
})

describe('a site that is in the list', () => {
  const trust: SiteTrust = { kind: 'certificate', certificate: look.certificate, since: 0 }
  const withTrust = servers.map((one) => (one === site ? { ...one, trust } : one))
  const failing = (id: string, code: FailureCode = 'tls-untrusted'): AccountView[] =>
    accounts.map((one) =>
      one.id === ids.account(id) ? { ...one, state: 'unreachable', failure: { code } } : one,
    )
  const another = (fingerprint.slice(3) + fingerprint.slice(-3)) as Fingerprint
  const renewed = {
    ...look,
    certificate: { ...look.certificate, subject: 'CN=renewed', fingerprint: another },
  }

  const id = 'account-cloudreve-1'

  it('whose certificate has changed shows the new one beside the old, and trusts it', async () => {
    const { bridge } = await open(
      { servers: withTrust, accounts: failing(id) },
      { kind: 'account', account: ids.account(id) },
      { 'servers.look': () => ok(renewed), 'servers.trust': () => ok(theSite()) },
    )
    await press(words.look)
    expect(dialog().textContent).toContain('CN=renewed')
    expect(dialog().textContent).toContain(words.facts.before)
    await read(words.certificate.confirm(look.host))
    await press(words.certificate.confirm(look.host), dialog())
    expect(bridge.inputs('servers.trust')).toEqual([
      { server: theSite().id, trust: { kind: 'certificate', fingerprint: another } },
    ])
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('whose certificate was trusted a moment ago is not said to show another one', async () => {
    let answer: () => void = () => undefined
    const { bridge } = await open(
      { accounts: failing(id) },
      { kind: 'account', account: ids.account(id) },
      {
        'servers.look': () => ok(look),
        'servers.trust': () =>
          new Promise((resolve) => {
            answer = () => resolve(ok(theSite()))
          }),
      },
    )
    await press(words.look)
    await read(words.certificate.confirm(look.host))
    await press(words.certificate.confirm(look.host), dialog())
    // What a person has allowed comes as news before it comes as the answer.
    act(() => bridge.change({ servers: [{ ...theSite(), trust }] }))
    expect(dialog().textContent).not.toContain(words.facts.before)
    await act(async () => {
      answer()
      await Promise.resolve()
    })
    await press(words.look)
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(screen.getAllByText(words.given.certificate(theSite().name))).not.toHaveLength(0)
  })

  it('says what was allowed, which need not be a certificate', async () => {
    await open(
      { accounts: failing(id, 'unencrypted-private') },
      { kind: 'account', account: ids.account(id) },
      { 'servers.trust': () => ok(theSite()) },
    )
    await press(words.decide)
    await read(words.plainHttp.confirm)
    await press(words.plainHttp.confirm, dialog())
    expect(screen.getAllByText(words.given['plain-http'](theSite().name))).not.toHaveLength(0)
  })

  it('says why what was allowed could not be kept, and stays', async () => {
    await open(
      { accounts: failing(id) },
      { kind: 'account', account: ids.account(id) },
      { 'servers.look': () => ok(look), 'servers.trust': () => fail('disk-failed') },
    )
    await press(words.look)
    await read(words.certificate.confirm(look.host))
    await press(words.certificate.confirm(look.host), dialog())
    expect(within(dialog()).getByRole('alert').textContent).toContain(
      text.failures['disk-failed'].title,
    )
  })

  it('of a service with servers of its own is offered nothing', async () => {
    const id = 'account-ruuvi-1'
    await open({ accounts: failing(id) }, { kind: 'account', account: ids.account(id) })
    expect(screen.getByText(text.failures['tls-untrusted'].title)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.look })).toBeNull()
  })
})
