// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../shared/failure'
import { ids } from '../../gallery/sample-ids'
import { servers } from '../../gallery/sample-services'
import { accounts } from '../../gallery/samples'
import { open, press, text } from './app-rig'

const [first, second, , waiting] = accounts
if (!first || !second || !waiting) throw new Error('The samples are too few.')

afterEach(cleanup)

describe('adding an account', () => {
  it('says why a service lacks a flow, and begins the other one', async () => {
    const { bridge } = await open({}, { kind: 'add', adapter: ids.adapter('ruuvi') })
    expect(screen.getByText(/There are no passwords here/)).toBeTruthy()
    await press(text.add.instead('Log in'))
    expect(bridge.inputs('flow.begin')).toMatchObject([{ flow: 'login' }])
  })

  it('begins at the server that was chosen', async () => {
    const { bridge } = await open({}, { kind: 'add', adapter: ids.adapter('ruuvi') })
    fireEvent.click(screen.getByRole('radio', { name: /Testnet/ }))
    await press(/^Register/)
    expect(bridge.inputs('flow.begin')).toEqual([{ flow: 'register', server: servers[2]?.id }])
  })

  it('says what the service asks for, and why', async () => {
    await open({}, { kind: 'add', adapter: ids.adapter('ruuvi') })
    expect(screen.getByText(/There is no password: whoever reads the mail/)).toBeTruthy()
  })

  const id = ids.server('ipcola http://127.0.0.1:1')
  it.each([
    ['takes the sandbox for a first account', [], 'sandbox'],
    ['takes it again while all accounts are in it', [{ ...first, server: id }], 'sandbox'],
    ['takes the service’s own server for any other', [first], 'production'],
  ] as const)('%s', async (_, there, kind) => {
    const [production] = servers.filter(({ adapter }) => adapter === 'ipcola')
    if (!production) throw new Error('IPCola has no server.')
    const sandbox = { ...production, id, name: 'Sandbox', kind: 'sandbox' as const }
    const { bridge } = await open(
      { accounts: [...there], servers: [production, sandbox] },
      { kind: 'add', adapter: ids.adapter('ipcola') },
    )
    await press(/^Register/)
    const server = kind === 'sandbox' ? sandbox : production
    expect(bridge.inputs('flow.begin')).toEqual([{ flow: 'register', server: server.id }])
  })

  it('shows why it could not begin, and offers what helps', async () => {
    const { bridge } = await open(
      {},
      { kind: 'add', adapter: ids.adapter('cloudreve') },
      { 'flow.begin': () => fail('sign-up-closed') },
    )
    await press(/^Register/)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain(text.failures['sign-up-closed'].title)
    await press(text.remedies['log-in'])
    expect(bridge.inputs('flow.begin')).toMatchObject([{ flow: 'register' }, { flow: 'login' }])
  })

  it('adds a site by its address, or says at the field why not', async () => {
    const { bridge } = await open(
      { servers: servers.slice(0, 3), accounts: [first] },
      { kind: 'add', adapter: ids.adapter('cloudreve') },
      { 'servers.add': () => fail('not-the-service', { field: 'address' }) },
    )
    const address = screen.getByLabelText(text.add.addressLabel)
    fireEvent.change(address, { target: { value: ' cloud.example.org ' } })
    screen.getByRole('button', { name: text.add.addressSubmit }).focus()
    await press(text.add.addressSubmit)
    expect(bridge.inputs('servers.add')).toEqual([
      { adapter: 'cloudreve', address: 'cloud.example.org' },
    ])
    await vi.waitFor(() => expect(address.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(address)
  })

  it('leaves who types elsewhere alone when a site cannot be added', async () => {
    let answer: (refused: ReturnType<typeof fail>) => void = () => undefined
    await open(
      { servers: servers.slice(0, 3), accounts: [first] },
      { kind: 'add', adapter: ids.adapter('cloudreve') },
      { 'servers.add': () => new Promise((resolve) => void (answer = resolve)) },
    )
    const address = screen.getByLabelText(text.add.addressLabel)
    fireEvent.change(address, { target: { value: 'cloud.example.org' } })
    await press(text.add.addressSubmit)
    const search = screen.getByRole('searchbox')
    search.focus()
    answer(fail('offline'))
    await vi.waitFor(() => expect(address.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(search)
  })
})
