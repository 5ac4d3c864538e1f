// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/failure'
import { maskAddress } from '../../../shared/mask-address'
import { servers } from '../../gallery/sample-services'
import { account, accounts, settings } from '../../gallery/samples'
import type { Place } from '../../stores/ui'
import { open, text } from '../shell/app-rig'

const [shop, second, sensors] = accounts
if (!shop || !second || !sensors) throw new Error('The samples are too few.')

afterEach(cleanup)

const key = (name: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more })
    await Promise.resolve()
  })
const ctrl = { ctrlKey: true }
const field = () => screen.getByRole('combobox')
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const options = () =>
  screen.getAllByRole('option').map((one) => one.querySelector('.option-label')?.textContent)
/** The option that Enter would pick. */
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
const at = (id: typeof shop.id): Place => ({ kind: 'account', account: id })

describe('the palette', () => {
  it('opens over any page, and gives the focus back when it closes', async () => {
    await open()
    const search = screen.getByRole('searchbox')
    search.focus()
    await key('k', ctrl)
    expect(document.activeElement).toBe(field())
    await key('Escape')
    expect(screen.queryByRole('dialog')).toBeNull()
    await act(() => new Promise((resolve) => setTimeout(resolve)))
    expect(document.activeElement).toBe(search)
    await key('k', ctrl)
    await key('k', ctrl)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stays while Escape is meant for an input method', async () => {
    await open()
    await key('k', ctrl)
    fireEvent.keyDown(field(), { key: 'Escape', isComposing: true })
    expect(field()).toBeTruthy()
  })

  it('lists the latest used accounts with their digits, then every action', async () => {
    await open()
    await key('k', ctrl)
    expect(options()[0]).toBe('Shop')
    const first = screen.getAllByRole('option')[0]
    expect(first?.querySelector('.option-digit')?.textContent).toBe('Ctrl1')
    const { actions } = text.palette
    expect(options()).toEqual(
      expect.arrayContaining([actions.addAccount, actions.checkAll, actions.shortcuts]),
    )
  })

  it('offers first what can be done to the account in view', async () => {
    const { bridge } = await open({}, at(shop.id), {
      'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }),
    })
    await key('k', ctrl)
    type('curl')
    expect(options()).toEqual([text.palette.account.copy.curl])
    await key('Enter')
    expect(bridge.inputs('accounts.copyToken')).toEqual([{ account: shop.id, form: 'curl' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leaves out what the account cannot do', async () => {
    await open({}, at(shop.id))
    await key('k', ctrl)
    expect(options()).not.toContain(text.palette.account.refresh)
    expect(options()).not.toContain(text.palette.account.makeActive)
  })

  it('logs an account in quickly with Enter', async () => {
    const { bridge } = await open({}, undefined, {
      'accounts.quickLogin': () => ok({ kind: 'active' }),
    })
    await key('k', ctrl)
    type('home sen')
    await key('Enter')
    expect(bridge.inputs('accounts.quickLogin')).toEqual([{ account: sensors.id }])
    expect(await screen.findByText(text.accounts.done.activated(sensors.label))).toBeTruthy()
  })

  it('opens the page of an account with Ctrl and Enter, and the focus goes to its title', async () => {
    const { bridge } = await open()
    await key('k', ctrl)
    type('second')
    await key('Enter', ctrl)
    await act(() => new Promise((resolve) => setTimeout(resolve)))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: second.label }))
    expect(bridge.inputs('accounts.quickLogin')).toEqual([])
  })

  it('is walked with arrows, Home, End and Page keys', async () => {
    await open()
    await key('k', ctrl)
    const all = options()
    await key('ArrowDown')
    expect(active()).toContain(all[1])
    await key('End')
    expect(active()).toContain(all.at(-1))
    await key('ArrowDown')
    expect(active()).toContain(all[0])
    await key('PageDown')
    expect(active()).toContain(all[7])
    await key('Home')
    expect(active()).toContain(all[0])
    await key('ArrowUp')
    expect(active()).toContain(all.at(-1))
  })

  it('puts the group with the best match first', async () => {
    await open({}, at(shop.id))
    await key('k', ctrl)
    type('sett')
    expect(options()).toEqual([text.palette.actions.settings])
    type('shop')
    expect(options()[0]).toBe('Shop')
    type('add')
    expect(options()[0]).toBe(text.palette.actions.addAccount)
  })

  it('renames in its own field', async () => {
    const { bridge } = await open({}, at(shop.id), { 'accounts.describe': () => ok(null) })
    await key('k', ctrl)
    type('rename')
    await key('Enter')
    const label = screen.getByLabelText(text.palette.rename('Shop'))
    expect(document.activeElement).toBe(label)
    fireEvent.change(label, { target: { value: 'Corner shop' } })
    await act(async () => {
      fireEvent.submit(label)
      await Promise.resolve()
    })
    expect(bridge.inputs('accounts.describe')).toEqual([{ account: shop.id, label: 'Corner shop' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('renames once, and not by the Enter that is still held from before', async () => {
    let answer: () => void = () => undefined
    const { bridge } = await open({}, at(shop.id), {
      'accounts.describe': () =>
        new Promise((resolve) => {
          answer = () => resolve(ok(null))
        }),
    })
    await key('k', ctrl)
    type('rename')
    await key('Enter')
    const label = screen.getByLabelText<HTMLInputElement>(text.palette.rename('Shop'))
    /** Enter as a browser has it: it submits the form, unless somebody has used the key. */
    const enter = (repeat = false) =>
      act(async () => {
        if (fireEvent.keyDown(label, { key: 'Enter', repeat })) fireEvent.submit(label)
        await Promise.resolve()
      })
    await enter(true)
    expect(document.activeElement).toBe(label)
    fireEvent.change(label, { target: { value: 'Corner shop' } })
    await enter()
    expect(label.readOnly).toBe(true)
    await enter()
    expect(bridge.inputs('accounts.describe')).toHaveLength(1)
    answer()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('renames a label that is a covered address without losing any of it', async () => {
    const plain = { ...shop, label: shop.email }
    const hiding = { settings: { ...settings, hideAddresses: true } }
    const answers = { 'accounts.describe': () => ok(null) }
    const { bridge } = await open({ accounts: [plain], ...hiding }, at(shop.id), answers)
    const name = text.palette.rename(maskAddress(shop.email))
    const rename = async (more: string) => {
      await key('k', ctrl)
      type('rename')
      await key('Enter')
      const label = screen.getByLabelText<HTMLInputElement>(name)
      expect(label.type).toBe('password')
      if (more !== '') fireEvent.change(label, { target: { value: `${label.value}${more}` } })
      await act(async () => {
        fireEvent.submit(label)
        await Promise.resolve()
      })
    }
    await rename('')
    expect(bridge.inputs('accounts.describe')).toEqual([])
    await rename(' work')
    expect(bridge.inputs('accounts.describe')).toEqual([
      { account: shop.id, label: `${shop.email} work` },
    ])
  })

  it('says when nothing matches', async () => {
    await open()
    await key('k', ctrl)
    type('xyz')
    expect(screen.queryAllByRole('option')).toEqual([])
    expect(
      within(screen.getByRole('dialog')).getAllByText(text.palette.noMatch('xyz')),
    ).toHaveLength(2)
  })

  it('asks the main process nothing while somebody types, and lists few of ten thousand', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      account(`account-${index}`, servers[index % servers.length], {
        label: `Customer number ${index}`,
        position: index,
      }),
    )
    const { bridge } = await open({ accounts: many })
    await key('k', ctrl)
    const calls = bridge.called.length
    for (const query of ['c', 'cu', 'cus', 'customer 99']) {
      type(query)
      expect(screen.getAllByRole('option').length).toBeLessThanOrEqual(50)
    }
    expect(
      screen.getByText(
        text.palette.more(many.filter(({ label }) => label.includes('99')).length - 40),
      ),
    ).toBeTruthy()
    expect(bridge.called).toHaveLength(calls)
  })
})
