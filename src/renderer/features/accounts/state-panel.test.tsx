// @vitest-environment jsdom
import { act, cleanup, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/failure'
import { accounts, details } from '../../gallery/samples'
import { sentences } from '../../../shared/text/sentences'
import { press, text } from '../shell/app-rig'
import { main, openAccount } from './account-rig'

const [shop] = accounts
if (!shop) throw new Error('The samples are empty.')

afterEach(cleanup)

describe('of a token that is ready', () => {
  const { readyAccepted, readyInMemory, neverChecked } = text.accounts
  const { ready } = text.accountStates

  it('the page says that the service accepts it', async () => {
    await openAccount(shop)
    expect(main().textContent).toContain(sentences(ready.text, readyAccepted))
  })

  it.each([
    ['in the keychain', undefined, ready.text],
    ['in memory', true, readyInMemory],
  ] as const)('%s the page does not say so before it was asked', async (_where, inMemory, told) => {
    await openAccount(
      { ...shop, inMemory },
      {
        'accounts.details': ({ account }) =>
          ok({ ...details(account), checkedAt: undefined, verifiedAt: undefined }),
      },
    )
    expect(main().textContent).toContain(told)
    expect(main().textContent).toContain(neverChecked)
    expect(main().textContent).not.toContain(readyAccepted)
  })
})

describe('while secrets are kept in memory', () => {
  it('an account says which of the two has its token', async () => {
    const { bridge } = await openAccount(shop)
    act(() => bridge.change({ keychain: { kind: 'memory' } }))
    expect(main().textContent).toContain(text.accounts.readyOutOfReach)
    expect(main().textContent).toContain(text.accounts.inKeychain)
    act(() => bridge.change({ accounts: [{ ...shop, inMemory: true }] }))
    expect(main().textContent).toContain(text.accounts.readyInMemory)
    expect(main().textContent).toContain(text.accounts.inMemory)
    expect(main().textContent).not.toContain(text.accounts.inKeychain)
  })

  it.each([
    [undefined, text.accountPage.passwordKept],
    [true, text.accounts.inMemory],
  ])('it says where its password is; in memory: %s', async (passwordInMemory, place) => {
    await openAccount(
      { ...shop, passwordRemembered: true },
      { 'accounts.details': ({ account }) => ok({ ...details(account), passwordInMemory }) },
    )
    const { password, forgetPassword } = text.accountPage
    const row = within(main()).getByText(password, { selector: 'dt' })
    expect(row.nextElementSibling?.textContent).toBe(place + forgetPassword)
  })
})

it.each(['secret-missing', 'secret-sealed'] as const)(
  'offers to look again beside the login, since the token may be back: %s',
  async (code) => {
    const { bridge } = await openAccount({ ...shop, state: 'secret-missing', failure: { code } })
    expect(within(main()).getByRole('button', { name: text.accounts.logInAgain })).toBeTruthy()
    await press(text.accounts.check, main())
    expect(bridge.inputs('accounts.check')).toEqual([{ account: shop.id }])
  },
)

describe('while something runs for the account', () => {
  it('the state says what, once it has lasted, and a button that nobody pressed has no sign of it', async () => {
    const { bridge } = await openAccount(shop)
    act(() => bridge.change({ accounts: [{ ...shop, busy: 'logging-out' }] }))
    await within(main()).findByRole('heading', { name: text.accountBusy['logging-out'] })
    const copy = within(main()).getByRole('button', { name: text.accounts.copyToken })
    expect(copy.getAttribute('aria-disabled')).toBe('true')
    expect(copy.getAttribute('aria-busy')).toBeNull()
    act(() => bridge.change({ accounts: [shop] }))
    const { title } = text.accountStates.ready
    expect(within(main()).getByRole('heading', { name: title })).toBeTruthy()
  })

  it('a token can be copied while it is checked', async () => {
    const { bridge } = await openAccount(shop)
    act(() => bridge.change({ accounts: [{ ...shop, busy: 'checking' }] }))
    await press(text.accounts.copyToken, main())
    expect(bridge.inputs('accounts.copyToken')).toHaveLength(1)
  })

  it('the button that was pressed has the sign of it until that has ended', async () => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    await openAccount(
      { ...shop, state: 'unreachable' },
      { 'accounts.check': () => ended.then(() => fail('offline')) },
    )
    const check = () => within(main()).getByRole('button', { name: text.accounts.check })
    await press(text.accounts.check, main())
    await waitFor(() => expect(check().getAttribute('aria-busy')).toBe('true'))
    end()
    await waitFor(() => expect(check().getAttribute('aria-busy')).toBeNull())
  })
})
