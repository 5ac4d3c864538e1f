// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AccountView } from '../../../shared/account'
import { fail, ok } from '../../../shared/failure'
import { formatsFor } from '../../../shared/text'
import { sessions } from '../../gallery/account-scenes'
import type { FakeAnswers } from '../../gallery/fake-bridge'
import { accounts, details, settings } from '../../gallery/samples'
import { press, text } from '../shell/app-rig'
import { main, openAccount } from './account-rig'

const words = text.accountPage
const hour = 3_600_000
const found = (id: string): AccountView => {
  const account = accounts.find((one) => one.id === id)
  if (!account) throw new Error(`The samples have no ${id}.`)
  return account
}
const shop = found('account-ipcola-1')
const ruuvi = found('account-ruuvi-1')

afterEach(cleanup)

describe('the life of a token', () => {
  const life = async (change: Partial<AccountView>) => {
    await openAccount({ ...shop, ...change })
    return within(main()).queryByText(/^Expires in/)?.textContent
  }
  const inThree = 3 * hour + 60_000

  it.each<[string, Partial<AccountView>, string | undefined]>([
    ['says nothing where the service sets no end', {}, undefined],
    [
      'warns within a day where only a login helps',
      { tokenExpiresAt: Date.now() + inThree },
      words.life.soon('in 3 hours'),
    ],
    [
      'is calm about a token that is refreshed',
      { tokenExpiresAt: Date.now() + inThree, refreshable: true },
      words.life.renewed('in 3 hours'),
    ],
    [
      'is calm about one that lasts longer',
      { tokenExpiresAt: Date.now() + 20 * 24 * hour },
      words.life.expires('in 20 days'),
    ],
    [
      'says nothing about one that is rejected already',
      { tokenExpiresAt: Date.now() + inThree, state: 'needs-login' },
      undefined,
    ],
  ])('%s', async (_name, change, line) => {
    expect(await life(change)).toBe(line)
  })

  it('promises no refresh while nothing is done in the background', async () => {
    const account = { ...shop, tokenExpiresAt: Date.now() + inThree, refreshable: true }
    const { bridge } = await openAccount(account)
    expect(within(main()).getByText(words.life.renewed('in 3 hours'))).toBeTruthy()
    act(() => bridge.change({ settings: { ...settings, backgroundChecks: false } }))
    expect(within(main()).getByText(words.life.expires('in 3 hours'))).toBeTruthy()
  })

  it('offers the login before it is too late', async () => {
    const { bridge } = await openAccount({ ...shop, tokenExpiresAt: Date.now() + inThree })
    await press(text.accounts.logInAgain, main())
    expect(bridge.inputs('flow.begin')).toEqual([
      { flow: 'login', server: shop.server, account: shop.id },
    ])
  })

  it('says since when an account is not verified whose service is away', async () => {
    const verifiedAt = Date.now() - 5 * hour
    await openAccount(
      { ...shop, state: 'unreachable' },
      { 'accounts.details': ({ account }) => ok({ ...details(account), verifiedAt }) },
    )
    const at = formatsFor('en').dateTime(verifiedAt)
    expect(within(main()).getByText(text.accounts.lastVerified(at))).toBeTruthy()
  })
})

it('says that there is no token where the keychain has lost it', async () => {
  await openAccount({ ...shop, state: 'secret-missing' })
  const row = within(main()).getByText(text.accounts.token, { selector: 'dt' })
  expect(row.nextElementSibling?.textContent).toBe(text.accounts.noToken)
})

it('says that a sealed token is in the keychain still', async () => {
  await openAccount({ ...shop, state: 'secret-missing', failure: { code: 'secret-sealed' } })
  const row = within(main()).getByText(text.accounts.token, { selector: 'dt' })
  expect(row.nextElementSibling?.textContent).toContain(text.accounts.inKeychain)
  const { title, text: advice } = text.failures['secret-sealed']
  expect(within(main()).getByRole('heading', { name: title })).toBeTruthy()
  expect(within(main()).getAllByText(advice)).toHaveLength(1)
  expect(within(main()).queryByText(text.accountStates['secret-missing'].title)).toBeNull()
})

describe('copy as', () => {
  it.each(['token', 'header', 'curl'] as const)('%s', async (form) => {
    const { bridge, ui } = await openAccount(shop, {
      'accounts.copyToken': () => ok({ clearsAt: Date.now() + 30_000 }),
    })
    fireEvent.keyDown(within(main()).getByRole('button', { name: words.copyAs }), { key: 'Enter' })
    const item = await screen.findByRole('menuitem', { name: words.copyForms[form] })
    await act(async () => {
      fireEvent.click(item)
      await Promise.resolve()
    })
    expect(bridge.inputs('accounts.copyToken')).toEqual([{ account: shop.id, form }])
    expect(ui.getState().toasts[0]?.title).toBe(words.copied[form](shop.label, 30))
  })

  it('is not offered for a token that was rejected', async () => {
    await openAccount({ ...shop, state: 'needs-login' })
    expect(within(main()).queryByRole('button', { name: words.copyAs })).toBeNull()
  })
})

it('forgets a remembered password, and offers that only where there is one', async () => {
  const { bridge } = await openAccount(
    { ...shop, passwordRemembered: true },
    { 'accounts.forgetPassword': () => ok(null) },
  )
  await press(words.forgetPassword)
  expect(bridge.inputs('accounts.forgetPassword')).toEqual([{ account: shop.id }])
  act(() => bridge.change({ accounts: [shop] }))
  expect(screen.queryByRole('button', { name: words.forgetPassword })).toBeNull()
})

describe('where an account is logged in', () => {
  const s = words.sessions
  const listed: FakeAnswers = {
    'accounts.sessions': () => ok([...sessions]),
    'accounts.endSession': () => ok(null),
  }
  const rows = () => within(screen.getByRole('list', { name: s.title })).getAllByRole('listitem')
  const row = (index: number) => within(rows()[index] ?? main())
  const ends = () => within(main()).queryAllByRole('button', { name: /^End: / })

  it('is asked of the service only when the person wants it', async () => {
    const { bridge } = await openAccount(ruuvi, listed)
    expect(bridge.inputs('accounts.sessions')).toEqual([])
    await press(s.show)
    expect(bridge.inputs('accounts.sessions')).toEqual([{ account: ruuvi.id }])
    expect(rows()).toHaveLength(4)
    expect(row(0).getByText(s.here)).toBeTruthy()
    expect(row(0).queryByRole('button')).toBeNull()
    expect(ends()).toHaveLength(3)
  })

  it('is left out where the service does not tell, and where there is no token to ask with', async () => {
    await openAccount(shop, listed)
    expect(screen.queryByRole('heading', { name: s.title })).toBeNull()
    cleanup()
    await openAccount({ ...ruuvi, state: 'needs-login' }, listed)
    expect(screen.queryByRole('heading', { name: s.title })).toBeNull()
  })

  it('ends one, once, and the focus stays at its line', async () => {
    const { bridge } = await openAccount(ruuvi, listed)
    await press(s.show)
    row(1).getByRole('button').focus()
    await press(/^End: /, rows()[1])
    expect(document.activeElement).toBe(row(1).getByRole('button', { name: s.ended }))
    await press(s.ended, rows()[1])
    expect(bridge.inputs('accounts.endSession')).toEqual([{ account: ruuvi.id, session: '13' }])
    expect(ends()).toHaveLength(2)
  })

  async function endAll() {
    await press(s.show)
    await press(s.endAll)
    const question = screen.getByRole('alertdialog')
    expect(question.textContent).toContain(s.ask.title(3))
    await press(s.ask.confirm, question)
  }

  it('ends all others one after the other, and tells of each how it went', async () => {
    const { bridge } = await openAccount(ruuvi, {
      ...listed,
      'accounts.endSession': ({ session }) => (session === '11' ? fail('service-error') : ok(null)),
    })
    await endAll()
    await waitFor(() => expect(screen.queryByRole('button', { name: s.stop })).toBeNull())
    expect(bridge.inputs('accounts.endSession')).toHaveLength(3)
    expect(within(main()).getAllByText(s.ended)).toHaveLength(2)
    expect(within(main()).getByText(text.failures['service-error'].title)).toBeTruthy()
    expect(ends()).toHaveLength(1)
    expect(screen.getByText(s.told(2, 1))).toBeTruthy()
  })

  it('stops when told to, and after what would fail for all', async () => {
    let answer: (value: { ok: true; value: null }) => void = () => undefined
    const { bridge } = await openAccount(ruuvi, {
      ...listed,
      'accounts.endSession': () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    await endAll()
    expect(screen.getByText(s.progress(0, 3), { selector: '.soft' })).toBeTruthy()
    await press(s.stop)
    await act(async () => {
      answer(ok(null))
      await Promise.resolve()
    })
    await waitFor(() => expect(ends()).toHaveLength(2))
    expect(bridge.inputs('accounts.endSession')).toHaveLength(1)

    cleanup()
    const offline = await openAccount(ruuvi, {
      ...listed,
      'accounts.endSession': () => fail('offline'),
    })
    await endAll()
    await waitFor(() => expect(screen.queryByRole('button', { name: s.stop })).toBeNull())
    expect(offline.bridge.inputs('accounts.endSession')).toHaveLength(1)
  })

  it('says so when the service cannot be asked, and asks again', async () => {
    let away = true
    await openAccount(ruuvi, {
      ...listed,
      'accounts.sessions': () => (away ? fail('offline') : ok([])),
    })
    await press(s.show)
    expect(within(main()).getByText(text.failures.offline.title)).toBeTruthy()
    away = false
    await press(text.remedies.retry)
    expect(within(main()).getByText(s.none)).toBeTruthy()
  })

  it('shows no sign of work that is done within 150 ms', async () => {
    let answer: (value: { ok: true; value: [] }) => void = () => undefined
    const asked = new Promise<{ ok: true; value: [] }>((resolve) => {
      answer = resolve
    })
    await openAccount(ruuvi, { 'accounts.sessions': () => asked })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await press(s.show)
      const busy = () => screen.getByRole('button', { name: s.show }).getAttribute('aria-busy')
      act(() => void vi.advanceTimersByTime(149))
      expect(busy()).toBeNull()
      act(() => void vi.advanceTimersByTime(1))
      expect(busy()).toBe('true')
      await act(async () => {
        answer(ok([]))
        await Promise.resolve()
      })
    } finally {
      vi.useRealTimers()
    }
  })
})
