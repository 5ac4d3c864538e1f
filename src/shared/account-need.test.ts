import { describe, expect, it } from 'vitest'
import { accountId, adapterId, accountStates, serverId, type AccountState } from './account'
import { hasUsableToken, personNeeds } from './account-need'

const account = (state: AccountState, hasSecret = true) => ({
  id: accountId.parse(`account-${state}`),
  adapter: adapterId.parse('ruuvi'),
  server: serverId.parse('ruuvi+https://network.ruuvi.com'),
  email: 'a@b.c',
  label: state,
  tags: [],
  hidden: false,
  position: 0,
  state,
  active: false,
  hasSecret,
  passwordRemembered: false,
  refreshable: false,
})

describe('what accounts need', () => {
  it('tells apart what each account waits for and what one keychain keeps shut', () => {
    const needs = personNeeds(accountStates.map((state) => account(state)))
    expect(needs.accounts.map(({ state }) => state)).toEqual([
      'needs-login',
      'needs-verification',
      'blocked',
      'secret-missing',
    ])
    expect(needs.keychain.map(({ state }) => state)).toEqual(['keychain-locked'])
  })

  it('never gives out a token that was rejected, is missing or is locked away', () => {
    const usable = accountStates.filter((state) => hasUsableToken(account(state)))
    expect(usable).toEqual(['ready', 'expired', 'needs-verification', 'unreachable', 'blocked'])
    expect(hasUsableToken(account('ready', false))).toBe(false)
  })
})
