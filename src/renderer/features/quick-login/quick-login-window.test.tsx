// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import { servers } from '../../gallery/sample-services'
import { account, accounts } from '../../gallery/samples'
import {
  captcha,
  ctrl,
  field,
  key,
  known,
  labels,
  open,
  settle,
  text,
  type,
  words,
} from './quick-rig'

const { shop, second, archive } = known

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12) })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the list', () => {
  it('has the focus in its field, and the latest used account first with its digit', async () => {
    await open()
    expect(document.activeElement).toBe(field())
    expect(screen.getByRole('listbox').tabIndex).toBe(-1)
    expect(labels()[0]).toBe('Shop')
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Ctrl1')
  })

  it('narrows with each letter, without a call to the main process', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      account(`account-${index}`, servers[index % servers.length], { label: `Customer ${index}` }),
    )
    const { bridge } = await open({}, { accounts: many })
    const calls = bridge.called.length
    for (const query of ['c', 'customer 9', 'customer 99']) {
      type(query)
      expect(screen.getAllByRole('option').length).toBeLessThanOrEqual(50)
    }
    expect(
      screen.getByText(text.palette.more(matching(many.map((one) => one.label)) - 50)),
    ).toBeTruthy()
    type('nobody')
    expect(labels()).toEqual([])
    expect(bridge.called).toHaveLength(calls)
  })

  it('begins with Escape: first the text goes, then the window', async () => {
    const { bridge } = await open()
    type('shop')
    await key('Escape')
    expect(field().value).toBe('')
    expect(bridge.inputs('window.close')).toEqual([])
    await key('Escape')
    expect(bridge.inputs('window.close')).toHaveLength(1)
  })

  it('copies the token of the account with Ctrl+C, but lets selected text be copied', async () => {
    const { bridge } = await open({
      'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }),
    })
    type('shop')
    field().setSelectionRange(0, 4)
    await key('c', ctrl)
    expect(bridge.inputs('accounts.copyToken')).toEqual([])
    field().setSelectionRange(4, 4)
    await key('c', ctrl)
    expect(bridge.inputs('accounts.copyToken')).toEqual([{ account: shop.id, form: 'token' }])
    expect(screen.getByText(/^Token of Shop copied/)).toBeTruthy()
  })

  it('opens the account in the main window with Ctrl+Enter', async () => {
    const { bridge } = await open()
    await key('Enter', ctrl)
    expect(bridge.inputs('window.open')).toEqual([
      { window: 'main', place: { kind: 'account', account: shop.id } },
    ])
    expect(bridge.inputs('accounts.quickLogin')).toEqual([])
  })

  it('begins anew when the window was away', async () => {
    await open()
    type('nobody')
    fireEvent.blur(window)
    expect(field().value).toBe('')
    expect(labels()).toHaveLength(accounts.length)
  })

  it('offers to add an account where there is none', async () => {
    const { bridge } = await open({}, { accounts: [] })
    fireEvent.click(screen.getByRole('button', { name: words.add }))
    expect(bridge.inputs('window.open')).toEqual([{ window: 'main', place: { kind: 'add' } }])
  })
})

describe('a quick login', () => {
  it('says which account is active, then the window goes and is fresh', async () => {
    const { bridge } = await open({ 'accounts.quickLogin': () => ok({ kind: 'active' }) })
    type('shop')
    await key('Enter')
    expect(screen.getByRole('status').textContent).toBe(words.active('Shop'))
    expect(bridge.inputs('window.close')).toEqual([])
    await act(() => vi.advanceTimersByTimeAsync(2_000))
    expect(bridge.inputs('window.close')).toHaveLength(1)
    expect(field().value).toBe('')
  })

  it('goes by the digit of an account', async () => {
    const { bridge } = await open({ 'accounts.quickLogin': () => ok({ kind: 'active' }) })
    await key('2', ctrl)
    expect(bridge.inputs('accounts.quickLogin')).toEqual([{ account: second.id }])
  })

  it('is asked for once, however often Enter is pressed', async () => {
    const { bridge } = await open({ 'accounts.quickLogin': () => new Promise(() => undefined) })
    await key('Enter')
    await key('Enter')
    expect(bridge.inputs('accounts.quickLogin')).toHaveLength(1)
    expect(field().readOnly).toBe(true)
  })

  it('stays while the system may ask the person, whose answer it is for', async () => {
    let answer = (): void => undefined
    const { bridge } = await open(
      {
        'accounts.quickLogin': () =>
          new Promise((resolve) => {
            answer = () => resolve(ok({ kind: 'attempt', attempt: captcha.id }))
          }),
      },
      { attempts: [captcha] },
    )
    await key('Enter')
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }])
    fireEvent.blur(window)
    answer()
    await settle()
    expect(screen.getByRole('heading').textContent).toBe('Log in at IPCola')
    expect(bridge.inputs('window.hold')).toEqual([{ held: true }, { held: false }])
  })

  it('that was left is not heard of any more', async () => {
    let answer = (): void => undefined
    const { bridge, ui } = await open(
      {
        'accounts.quickLogin': () =>
          new Promise((resolve) => {
            answer = () => resolve(ok({ kind: 'attempt', attempt: captcha.id }))
          }),
      },
      { attempts: [captcha] },
    )
    await key('Enter')
    await key('Escape')
    answer()
    await settle()
    expect(ui.getState().place.kind).toBe('home')
    expect(bridge.inputs('window.close')).toHaveLength(1)
    expect(bridge.inputs('window.hold').at(-1)).toEqual({ held: false })
  })

  it('that could not begin says why, and what is typed takes it away', async () => {
    await open({ 'accounts.quickLogin': () => fail('offline') })
    await key('Enter')
    expect(screen.getByRole('alert').textContent).toContain(text.failures.offline.title)
    type('s')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('of a blocked account says so, with the site to open', async () => {
    const { bridge } = await open({
      'accounts.quickLogin': () => ok({ kind: 'told' }),
      'window.openSite': () => ok(null),
    })
    type('archive')
    await key('Enter')
    expect(screen.getByRole('heading').textContent).toBe(text.accountStates.blocked.title)
    const site = screen.getByRole('button', { name: text.accounts.openSite })
    expect(document.activeElement).toBe(site)
    fireEvent.click(site)
    expect(bridge.inputs('window.openSite')).toEqual([{ what: 'server', server: archive.server }])
    await key('Escape')
    expect(field().value).toBe('archive')
  })

  it('that fails is told where the window is by then, with the account that it was for', async () => {
    await open({
      'accounts.quickLogin': ({ account: id }) =>
        id === archive.id ? ok({ kind: 'told' }) : fail('offline'),
    })
    type('archive')
    await key('Enter')
    await key('1', ctrl)
    const { title } = text.failures.offline
    expect(screen.getByText(text.accounts.failed(shop.label, title))).toBeTruthy()
    expect(screen.getByRole('heading').textContent).toBe(text.accountStates.blocked.title)
    await key('Escape')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('unlocks the keychain and goes on, though the system’s question takes the focus', async () => {
    let outcome: 'told' | 'active' = 'told'
    let unlocked = (): void => undefined
    const { bridge } = await open(
      {
        'accounts.quickLogin': () => ok({ kind: outcome }),
        'keychain.retry': () =>
          new Promise((resolve) => {
            unlocked = () => {
              outcome = 'active'
              resolve(ok({ kind: 'ready' }))
            }
          }),
      },
      { keychain: { kind: 'locked' }, accounts: [{ ...shop, state: 'keychain-locked' }] },
    )
    await key('Enter')
    fireEvent.click(screen.getByRole('button', { name: text.palette.actions.unlockKeychain }))
    expect(bridge.inputs('window.hold').at(-1)).toEqual({ held: true })
    fireEvent.blur(window)
    unlocked()
    await settle()
    expect(bridge.inputs('accounts.quickLogin')).toHaveLength(2)
    expect(screen.getByText(words.active('Shop'))).toBeTruthy()
    expect(bridge.inputs('window.hold').at(-1)).toEqual({ held: false })
  })

  it('is not begun once the keychain is unlocked, where the person has gone back meanwhile', async () => {
    let unlocked = (): void => undefined
    const { bridge } = await open(
      {
        'accounts.quickLogin': () => ok({ kind: 'told' }),
        'keychain.retry': () =>
          new Promise((resolve) => (unlocked = () => resolve(ok({ kind: 'ready' })))),
      },
      { keychain: { kind: 'locked' }, accounts: [{ ...shop, state: 'keychain-locked' }] },
    )
    await key('Enter')
    fireEvent.click(screen.getByRole('button', { name: text.palette.actions.unlockKeychain }))
    await key('Escape')
    unlocked()
    await settle()
    expect(bridge.inputs('accounts.quickLogin')).toHaveLength(1)
    expect(labels()).toEqual(['Shop'])
  })
})

/** How many labels hold both words of “customer 99”. */
function matching(all: readonly string[]): number {
  return all.filter((label) => label.includes('99')).length
}
