import { describe, expect, it } from 'vitest'
import type { AccountView } from '../../shared/account'
import { textFor } from '../../shared/text'
import { servers, services } from '../gallery/sample-services'
import { account } from '../gallery/samples'
import { createAccountFinder } from './account-finder'
import { rankOf } from './match-rank'

const names = textFor('en').accounts
const [ipcola, ruuvi] = servers
if (!ipcola || !ruuvi) throw new Error('The samples are too few.')

const finder = (accounts: AccountView[]) =>
  createAccountFinder({ accounts, servers, services }, names)
const labels = (accounts: AccountView[], query: string, limit = 50) =>
  finder(accounts)(query, limit).accounts.map(({ label }) => label)

describe('finding accounts', () => {
  const accounts = [
    account('account-1', ruuvi, { label: 'Shower sensor', position: 1, lastUsedAt: 90 }),
    account('account-2', ipcola, { label: 'My own shop', position: 2, lastUsedAt: 80 }),
    account('account-3', ipcola, { label: 'Workshop', position: 3, lastUsedAt: 99 }),
    account('account-4', ipcola, { label: 'Shop', position: 4 }),
    account('account-5', ruuvi, { label: 'Else', email: 'a@shop.example', position: 5 }),
    account('account-6', ruuvi, { label: 'Shop attic', position: 6, hidden: true }),
  ]

  it('ranks the beginning of the label, then of a word, then anywhere; hidden ones come last', () => {
    expect(labels(accounts, 'SHO')).toEqual([
      'Shower sensor',
      'Shop',
      'My own shop',
      'Else',
      'Workshop',
      'Shop attic',
    ])
  })

  it('wants every word, and finds by server, service and tag', () => {
    expect(labels(accounts, 'shop ipcola')).toEqual(['Shop', 'My own shop', 'Workshop'])
    expect(labels(accounts, 'shop mars')).toEqual([])
    expect(labels([account('account-7', ipcola, { tags: ['Warehouse'] })], 'ware')).toHaveLength(1)
  })

  it('shows all but hidden ones by use while nothing is typed', () => {
    expect(labels(accounts, '  ')).toEqual([
      'Workshop',
      'Shower sensor',
      'My own shop',
      'Shop',
      'Else',
    ])
  })

  it('says how many more there are than it gives', () => {
    expect(finder(accounts)('sho', 2)).toMatchObject({ best: 0, more: 4 })
    expect(finder(accounts)('attic', 2)).toMatchObject({ best: 3, more: 0 })
    expect(finder(accounts)('mars', 2)).toEqual({ accounts: [], best: undefined, more: 0 })
  })

  it('finds accounts whose server is not listed', () => {
    const stray = account('account-8', { ...ipcola, id: 'gone' as typeof ipcola.id })
    expect(finder([stray])('unknown server', 5).accounts).toEqual([stray])
  })
})

describe('the rank of a match', () => {
  it.each([
    ['shop\na@b.c', 'shop', 0],
    ['my shop\na@b.c', 'my sh', 0],
    ['my shop\na@b.c', 'sh my', 1],
    ['my shop\na@b.c', 'shop b', 2],
    ['workshop the shop', 'shop', 2],
    ['workshop', 'shop', 3],
    ['my workshop', 'my shop', 3],
    ['shop', 'sho px', undefined],
  ])('%o by %o is %o', (text, query, rank) => {
    expect(rankOf(text, query.split(' '))).toBe(rank)
  })
})
