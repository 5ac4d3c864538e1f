/** What accounts need of the person and can give: the window and the tray ask the same questions here. */
import type { AccountState, AccountView } from './account'

/** What an account waits for, if it waits for the person at all. */
export type Need = 'account' | 'keychain' | 'nothing'

/** Accounts that wait for the person: each for itself, or all together for one locked keychain. */
export interface Needs {
  readonly accounts: readonly AccountView[]
  readonly keychain: readonly AccountView[]
}

/**
 * Sorts out which accounts wait for the person. A locked keychain is one thing to do however many
 * accounts it keeps shut, so those stand apart and are never counted one by one.
 */
export function personNeeds(accounts: readonly AccountView[]): Needs {
  return {
    accounts: accounts.filter(({ state }) => needOf(state) === 'account'),
    keychain: accounts.filter(({ state }) => needOf(state) === 'keychain'),
  }
}

/** Whether copying the token gives something to work with; a token that was rejected does not. */
export function hasUsableToken({ hasSecret, state }: AccountView): boolean {
  return hasSecret && stateGivesToken(state)
}

/** Whether the token is in the keychain, though nothing can open it any more. */
export function isSealed({ state, failure }: AccountView): boolean {
  return state === 'secret-missing' && failure?.code === 'secret-sealed'
}

/** How long before its end a token that cannot be renewed is called to the person's notice. */
export const expiresSoonMs = 24 * 3_600_000

/**
 * Whether an account's token runs out within a day and only a new login can help: what to say before
 * it happens. `now` is milliseconds since the epoch.
 */
export function expiresSoon(
  account: Pick<AccountView, 'hasSecret' | 'refreshable' | 'tokenExpiresAt'>,
  now: number,
): boolean {
  const { hasSecret, refreshable, tokenExpiresAt: end } = account
  return hasSecret && !refreshable && end !== undefined && end > now && end <= now + expiresSoonMs
}

/** Whether the person has put an account out of sight: hidden, neither in use nor half done. */
export function isOutOfSight({ hidden, active, waiting }: AccountView): boolean {
  return hidden && !active && !waiting
}

/** Tells from its state what an account needs of the person. */
export function needOf(state: AccountState): Need {
  switch (state) {
    case 'needs-login':
    case 'needs-verification':
    case 'blocked':
    case 'secret-missing':
      return 'account'
    case 'keychain-locked':
      return 'keychain'
    case 'ready':
    case 'expired':
    case 'unreachable':
      return 'nothing'
  }
}

/** An expired token is refreshed on the way; a blocked account's may still open what is public. */
function stateGivesToken(state: AccountState): boolean {
  switch (state) {
    case 'ready':
    case 'expired':
    case 'unreachable':
    case 'needs-verification':
    case 'blocked':
      return true
    case 'needs-login':
    case 'secret-missing':
    case 'keychain-locked':
      return false
  }
}
