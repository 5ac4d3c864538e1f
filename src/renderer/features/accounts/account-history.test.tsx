// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../shared/account'
import { ok } from '../../../shared/failure'
import { accounts, details } from '../../gallery/samples'
import { press, text } from '../shell/app-rig'
import { openAccount } from './account-rig'

const words = text.accountPage
const [shop] = accounts
if (!shop) throw new Error('There is no sample.')

afterEach(cleanup)

describe('the history', () => {
  const history: HistoryEntry[] = [
    ...Array.from({ length: 6 }, (): HistoryEntry => ({ kind: 'logged-in', at: 5 })),
    { kind: 'created', at: 1 },
  ]
  const lines = () => within(screen.getByRole('list', { name: words.history.title }))

  it('shows the latest five, and the rest when asked, and the focus goes on there', async () => {
    let now = history
    const { bridge } = await openAccount(shop, {
      'accounts.details': ({ account }) => ok({ ...details(account), history: now }),
    })
    expect(lines().getAllByRole('listitem')).toHaveLength(5)
    screen.getByRole('button', { name: words.history.more(2) }).focus()
    await press(words.history.more(2))
    expect(lines().getAllByRole('listitem')).toHaveLength(7)
    expect(document.activeElement).toBe(lines().getAllByRole('listitem')[5])
    expect(lines().getByText(words.history.kinds.created)).toBeTruthy()
    // Another line above moves it, and a line without a place in the order of focus would lose it.
    now = [{ kind: 'rejected', at: 9 }, ...history]
    act(() => bridge.change({ accounts: [{ ...shop, state: 'needs-login' }] }))
    await lines().findByText(words.history.kinds.rejected)
    expect(document.activeElement).toBe(lines().getAllByRole('listitem')[6])
    expect(document.activeElement?.getAttribute('tabindex')).toBe('-1')
  })

  it('names no share of a time in which nobody has asked the service', async () => {
    const hourAgo = Date.now() - 3_700_000
    await openAccount(shop, {
      'accounts.details': ({ account }) =>
        ok({ ...details(account), history: [{ kind: 'imported', at: hourAgo }] }),
    })
    expect(screen.getByRole('img', { name: words.history.health.none })).toBeTruthy()
  })

  it('is asked for again when something about the account has changed', async () => {
    let now = history.slice(-1)
    const { bridge } = await openAccount(shop, {
      'accounts.details': ({ account }) => ok({ ...details(account), history: now }),
    })
    now = [{ kind: 'rejected', at: 9 }, ...now]
    act(() => bridge.change({ accounts: [{ ...shop, state: 'needs-login' }] }))
    expect(await lines().findByText(words.history.kinds.rejected)).toBeTruthy()
  })
})
