import { describe, expect, it } from 'vitest'
import { accounts, snapshot } from '../gallery/samples'
import { textFor } from '../../shared/text'
import { groupAccounts } from './selectors'

const names = textFor('en').accounts

const labels = (query: string) =>
  groupAccounts(snapshot(), query, names).flatMap((group) => group.accounts.map((one) => one.label))

describe('the list of accounts', () => {
  it('holds every account once, grouped by server in the order of services', () => {
    expect(labels('')).toHaveLength(accounts.length)
    expect(groupAccounts(snapshot(), '', names).map((group) => group.server.name)).toEqual([
      'IPCola',
      'Production',
      'Testnet',
      'Family files',
    ])
  })

  it('keeps the order that the person gave', () => {
    const turned = accounts.map((one) => ({ ...one, position: -one.position }))
    const groups = groupAccounts({ ...snapshot(), accounts: turned }, '', names)
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

  it('loses no account whose server or service is not listed', () => {
    const bare = { ...snapshot(), servers: snapshot().servers.slice(0, 1) }
    const groups = groupAccounts(bare, '', names)
    expect(groups.flatMap((group) => group.accounts)).toHaveLength(accounts.length)
    expect(groups.map((group) => `${group.service.name}: ${group.server.name}`)).toEqual([
      'IPCola: IPCola',
      'Ruuvi Cloud: Unknown server',
      'Ruuvi Cloud: Unknown server',
      'Cloudreve: Unknown server',
    ])
    expect(groups[1]?.server.baseUrl).toBe('https://network.ruuvi.com')
  })

  it('loses no account of a service that this program does not know', () => {
    const groups = groupAccounts({ ...snapshot(), services: [] }, '', names)
    expect(groups.flatMap((group) => group.accounts)).toHaveLength(accounts.length)
    expect(groups[0]?.service.name).toBe('Unknown service')
    expect(groupAccounts({ ...snapshot(), services: [] }, 'anna@', names)).toHaveLength(1)
  })
})
