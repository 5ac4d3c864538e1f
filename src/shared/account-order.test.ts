import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId, AccountView, AdapterId, ServerId } from './account'
import { byUse, mostUsed, mostUsedLimit } from './account-order'

const anyAccount = fc
  .record({
    lastUsedAt: fc.option(fc.nat(20), { nil: undefined }),
    position: fc.nat(20),
    hidden: fc.boolean(),
  })
  .map(({ lastUsedAt, position, hidden }): AccountView => ({
    id: `account-${position}` as AccountId,
    adapter: 'ruuvi' as AdapterId,
    server: 'ruuvi https://a.b' as ServerId,
    email: 'a@b.c',
    label: 'a',
    tags: [],
    state: 'ready',
    active: false,
    hasSecret: true,
    passwordRemembered: false,
    refreshable: false,
    hidden,
    position,
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
  }))
const anyAccounts = fc.uniqueArray(anyAccount, { selector: ({ id }) => id, maxLength: 40 })

describe('the most used accounts', () => {
  it('are the first nine of all that are not hidden, by use and then by position', () => {
    fc.assert(
      fc.property(anyAccounts, (accounts) => {
        const sorted = accounts.filter(({ hidden }) => !hidden).sort(byUse)
        expect(mostUsed(accounts)).toEqual(sorted.slice(0, mostUsedLimit))
      }),
    )
  })

  it('do not depend on the order in which accounts are listed', () => {
    fc.assert(
      fc.property(anyAccounts, (accounts) => {
        expect(mostUsed([...accounts].reverse())).toEqual(mostUsed(accounts))
      }),
    )
  })
})
