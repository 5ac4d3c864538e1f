import { describe, expect, it } from 'vitest'
import { accounts, snapshot } from '../gallery/samples'
import { groupAccounts } from './selectors'

const labels = (query: string) =>
  groupAccounts(snapshot(), query).flatMap((group) => group.accounts.map((one) => one.label))

describe('the list of accounts', () => {
  it('holds every account once, grouped by server in the order of services', () => {
    expect(labels('')).toHaveLength(accounts.length)
    expect(groupAccounts(snapshot(), '').map((group) => group.server.name)).toEqual([
      'IPCola',
      'Production',
      'Testnet',
      'Family files',
    ])
  })

  it('keeps the order that the person gave', () => {
    const turned = accounts.map((one) => ({ ...one, position: -one.position }))
    const groups = groupAccounts({ ...snapshot(), accounts: turned }, '')
    expect(groups[0]?.accounts.map((one) => one.label)).toEqual(['Second shop', 'Shop'])
  })

  it.each([
    ['family', ['Family', 'Old archive']],
    ['ANNA@', ['Family']],
    ['ruuvi bench', ['Bench']],
    ['files.example.org old', ['Old archive']],
    ['nothing like this', []],
  ])('finds by label, e-mail, server and service: %s', (query, expected) => {
    expect(labels(query)).toEqual(expected)
  })
})
