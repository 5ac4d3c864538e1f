// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AccountView } from '../../../shared/account'
import { ok } from '../../../shared/failure'
import { maskAddress } from '../../../shared/mask-address'
import { ids } from '../../gallery/sample-ids'
import { servers } from '../../gallery/sample-services'
import { account, accounts, settings } from '../../gallery/samples'
import { list, open, press, text } from '../shell/app-rig'

afterEach(cleanup)

const [server] = servers
if (!server) throw new Error('The samples have no server.')
const numbered = (count: number): AccountView[] =>
  Array.from({ length: count }, (_, index) =>
    account(`account-${index}`, server, {
      label: `Account ${index}`,
      email: `number.${index}@example.org`,
      position: index,
    }),
  )
const rows = () => [...list().querySelectorAll<HTMLElement>('.row')]
const row = (name: string): HTMLElement => {
  const found = within(list()).getByText(name).closest<HTMLElement>('.row')
  if (!found) throw new Error(`No row has the label ${name}.`)
  return found
}
const key = (key: string, more: object = {}) =>
  act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
    await Promise.resolve()
  })
const focused = () => document.activeElement?.querySelector('.row-label')?.textContent
const labels = () => rows().map((one) => one.querySelector('.row-label')?.textContent)

/** The whole window, with a main process that moves accounts as they are asked to be. */
async function openMovable(all: AccountView[]) {
  const moved: unknown[] = []
  const window = await open({ accounts: all }, undefined, {
    'accounts.move': ({ account: id, before }) => {
      moved.push([id, before])
      const known = window.mirror.store.getState().snapshot?.accounts ?? []
      const others = known
        .filter((one) => one.id !== id)
        .toSorted((one, other) => one.position - other.position)
      const to = before === null ? others.length : others.findIndex((one) => one.id === before)
      const low = others[to - 1]?.position ?? (others[to]?.position ?? 0) - 2
      const high = others[to]?.position ?? low + 2
      const one = known.find((other) => other.id === id)
      if (one) window.bridge.change({ accounts: [{ ...one, position: (low + high) / 2 }] })
      return ok(null)
    },
  })
  return { ...window, moved }
}

describe('a list of ten thousand accounts', () => {
  it('has fewer than eighty rows in the page, and each says where it stands', async () => {
    await open({ accounts: numbered(10_000) })
    expect(rows().length).toBeGreaterThan(10)
    expect(rows().length).toBeLessThan(80)
    const item = row('Account 3').closest('li')
    expect(item?.getAttribute('aria-posinset')).toBe('4')
    expect(item?.getAttribute('aria-setsize')).toBe('10000')
    expect(within(list()).getByRole('heading').textContent).toContain('10,000')
  })

  it('is one stop for the Tab key, and every account is reached from there', async () => {
    await open({ accounts: numbered(10_000) })
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([row('Account 0')])
    row('Account 0').focus()
    await key('End')
    expect(focused()).toBe('Account 9999')
    await key('ArrowUp')
    expect(focused()).toBe('Account 9998')
    await key('PageUp')
    expect(focused()).toBe('Account 9986')
    await key('Home')
    await key('PageDown')
    expect(focused()).toBe('Account 12')
    expect(rows().length).toBeLessThan(80)
  })

  it('keeps the focus on its account while others come, and gives it to the next when it goes', async () => {
    const { bridge } = await open({ accounts: numbered(10) })
    row('Account 5').focus()
    const [early] = numbered(1)
    if (!early) throw new Error('No account')
    const added = { ...early, id: ids.account('account-new'), label: 'New', position: -1 }
    act(() => bridge.change({ accounts: [added] }))
    expect(focused()).toBe('Account 5')
    act(() => bridge.change({ goneAccounts: [ids.account('account-5')] }))
    expect(focused()).toBe('Account 6')
  })
})

describe('the order', () => {
  it('is changed with Alt and the arrows, and the new place is read out', async () => {
    const { moved } = await openMovable(numbered(5))
    row('Account 1').focus()
    await key('ArrowDown', { altKey: true })
    expect(labels()).toEqual([0, 2, 1, 3, 4].map((index) => `Account ${index}`))
    expect(focused()).toBe('Account 1')
    expect(within(list()).getByRole('status').textContent).toBe(text.list.moved('Account 1', 3, 5))
    await key('Home', { altKey: true })
    await key('End', { altKey: true })
    expect(labels()).toEqual([0, 2, 3, 4, 1].map((index) => `Account ${index}`))
    expect(moved).toEqual([
      [ids.account('account-1'), ids.account('account-3')],
      [ids.account('account-1'), ids.account('account-0')],
      [ids.account('account-1'), null],
    ])
    await key('ArrowDown', { altKey: true })
    expect(moved).toHaveLength(3)
  })

  it('adds up the steps that are asked for while a move runs', async () => {
    const { moved, actions } = await openMovable(numbered(9))
    const id = ids.account('account-0')
    await act(async () => {
      await Promise.all([1, 1, 1, 1].map((step) => actions.moveBy(id, step)))
    })
    expect(labels().slice(0, 5)).toEqual([1, 2, 3, 4, 0].map((index) => `Account ${index}`))
    expect(moved).toHaveLength(2)
  })

  it('is the person’s within a search, too: past what is shown, not past what is not', async () => {
    const all = numbered(6).map((one, index) => ({ ...one, tags: index % 2 ? [] : ['even'] }))
    const { moved, actions } = await openMovable(all)
    act(() => actions.filter({ kind: 'tag', tag: 'even' }))
    row('Account 0').focus()
    await key('ArrowDown', { altKey: true })
    expect(labels()).toEqual([2, 0, 4].map((index) => `Account ${index}`))
    await key('ArrowDown', { altKey: true })
    expect(moved).toEqual([
      [ids.account('account-0'), ids.account('account-4')],
      [ids.account('account-0'), ids.account('account-5')],
    ])
  })
})

describe('hidden accounts', () => {
  const some = accounts.map((one, index) => ({ ...one, hidden: index < 2 }))

  it('stand behind a line at the end, and are found by the search where they belong', async () => {
    const { actions } = await open({ accounts: some })
    expect(rows()).toHaveLength(some.length - 2)
    const line = within(list()).getByRole('button', { name: text.list.hidden(2) })
    expect(line.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(line)
    expect(line.getAttribute('aria-expanded')).toBe('true')
    expect(labels().slice(-2)).toEqual([some[0]?.label, some[1]?.label])
    act(() => actions.search('second shop'))
    expect((await within(list()).findByText('Second shop')).closest('.row')?.textContent).toContain(
      text.list.hiddenMark,
    )
    expect(rows()).toHaveLength(1)
  })

  it('are reached with the keyboard', async () => {
    await open({ accounts: some })
    rows()[0]?.focus()
    await key('End')
    expect(document.activeElement?.textContent).toBe(text.list.hidden(2))
    await key('ArrowUp')
    expect(focused()).toBe(some.at(-1)?.label)
  })

  it('come back from their menu', async () => {
    const [first] = some
    if (!first) throw new Error('No account')
    const { bridge } = await open({ accounts: some }, { kind: 'account', account: first.id })
    await press(text.describing.unhide, screen.getByRole('main'))
    expect(bridge.inputs('accounts.hide')).toEqual([{ account: first.id, hidden: false }])
  })
})

describe('the first page', () => {
  it('shows the first twelve that need somebody, and the list shows the others', async () => {
    const all = numbered(600).map((one, index) =>
      index < 500 ? { ...one, state: 'needs-login' as const } : one,
    )
    await open({ accounts: all })
    const main = screen.getByRole('main')
    expect(within(main).getAllByRole('button', { name: text.accounts.logInAgain })).toHaveLength(12)
    await press(text.list.more(488))
    expect(within(list()).getByRole('heading').textContent).toContain('500')
  })
})

describe('a list that is narrowed to a tag with an address in it', () => {
  const whole = 'kim@example.org'
  const all = numbered(3).map((one, at) => (at === 1 ? { ...one, tags: ['home', whole] } : one))
  const hiding = (hideAddresses: boolean) => ({ settings: { ...settings, hideAddresses } })
  const chooseTag = (words: string) =>
    act(async () => {
      fireEvent.click(within(list()).getByText(words))
      await Promise.resolve()
    })
  const chip = (tag: string) =>
    screen.queryByRole('button', {
      name: text.list.clearFilter(text.list.filterName({ kind: 'tag', tag })),
    })

  it('covers it from when addresses are hidden, and goes on showing who bears it', async () => {
    const { bridge, actions } = await open({ accounts: all })
    await chooseTag(whole)
    expect(chip(whole)).toBeTruthy()
    act(() => bridge.change(hiding(true)))
    expect(document.body.innerHTML).not.toContain('kim@')
    expect(chip(maskAddress(whole))).toBeTruthy()
    expect(labels()).toEqual(['Account 1'])
    act(() => actions.search('nobody'))
    expect(labels()).toEqual([])
    expect(document.body.innerHTML).not.toContain('kim@')
  })

  it('finds the same accounts once addresses are shown again', async () => {
    const { bridge } = await open({ accounts: all, ...hiding(true) })
    await chooseTag(maskAddress(whole))
    expect(labels()).toEqual(['Account 1'])
    act(() => bridge.change(hiding(false)))
    expect(chip(whole)).toBeTruthy()
    expect(labels()).toEqual(['Account 1'])
  })
})
