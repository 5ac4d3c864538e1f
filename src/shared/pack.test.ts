import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountColours,
  accountId,
  accountStates,
  adapterId,
  serverId,
  type AccountView,
} from './account'
import { packAccounts, unpackAccounts } from './pack'
import { packedAccounts } from './packed-accounts'

const text = fc.string({ minLength: 1, maxLength: 40 })
const time = fc.option(fc.integer({ min: 0, max: 2 ** 45 }), { nil: undefined })

const anyAccount: fc.Arbitrary<AccountView> = fc.record(
  {
    id: fc.uuid().map((id) => accountId.parse(id)),
    adapter: fc.constantFrom('ipcola', 'ruuvi').map((id) => adapterId.parse(id)),
    server: fc.constantFrom('a+https://a', 'b+https://b').map((id) => serverId.parse(id)),
    email: text,
    label: text,
    colour: fc.constantFrom(...accountColours),
    tags: fc.array(text, { maxLength: 3 }),
    hidden: fc.boolean(),
    position: fc.nat(),
    state: fc.constantFrom(...accountStates),
    active: fc.boolean(),
    hasSecret: fc.boolean(),
    inMemory: fc.constant(true),
    passwordRemembered: fc.boolean(),
    tokenExpiresAt: time,
    refreshable: fc.boolean(),
    lastUsedAt: time,
    busy: fc.constantFrom('checking', 'refreshing'),
    failure: fc.record({ code: fc.constantFrom('offline', 'timeout'), detail: text }),
    waiting: fc.record({
      flow: fc.constantFrom('register', 'login'),
      step: text,
      text,
      since: fc.nat(),
    }),
  },
  {
    requiredKeys: [
      ...(['id', 'adapter', 'server', 'email', 'label', 'tags', 'hidden', 'position'] as const),
      ...(['state', 'active', 'hasSecret', 'passwordRemembered', 'refreshable'] as const),
    ],
  },
)

describe('packed accounts', () => {
  it('are the same ones when they are unpacked, and pass the bridge as JSON', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 5 }), (accounts) => {
        const sent: unknown = JSON.parse(JSON.stringify(packAccounts(accounts)))
        const back = unpackAccounts(packedAccounts.parse(sent))
        // As JSON, because a member that is undefined and one that is missing mean the same.
        expect(back.map(withoutGaps)).toEqual(accounts.map(withoutGaps))
      }),
    )
  })
})

function withoutGaps(account: AccountView): unknown {
  return JSON.parse(JSON.stringify(account)) as unknown
}
