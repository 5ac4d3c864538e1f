/** Questions about a snapshot that more than one screen asks. */
import type { AccountState, AccountView } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import type { Failure, FailureCode } from '../../shared/failure'

/**
 * Whether an account is to be shown among those that wait for the person. One that is hidden from lists
 * is so only if it is in use or something was begun for it.
 */
export function waitsForPerson(account: AccountView): boolean {
  if (needOf(account.state) !== 'account') return false
  return !account.hidden || account.active || account.waiting !== undefined
}

export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

/** How a state looks, next to its words. */
export function stateTone(state: AccountState): Tone {
  switch (state) {
    case 'ready':
      return 'good'
    case 'expired':
    case 'needs-login':
    case 'needs-verification':
    case 'keychain-locked':
      return 'warning'
    case 'blocked':
    case 'secret-missing':
      return 'bad'
    case 'unreachable':
      return 'neutral'
  }
}

/** The failure that a state's own words already tell. */
export function stateReason(state: AccountState): FailureCode | undefined {
  switch (state) {
    case 'needs-login':
      return 'token-rejected'
    case 'blocked':
      return 'account-blocked'
    case 'keychain-locked':
      return 'keychain-locked'
    case 'secret-missing':
      return 'secret-missing'
    case 'ready':
    case 'expired':
    case 'needs-verification':
    case 'unreachable':
      return undefined
  }
}

/** Whether the account's own page says already that this went wrong. */
export function pageTells(account: AccountView, { code }: Failure): boolean {
  return account.failure?.code === code || stateReason(account.state) === code
}
