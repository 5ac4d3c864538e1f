/** Questions about a snapshot that more than one screen asks. */
import type { AccountState, AccountView } from '../../shared/account'
import { isOutOfSight, isSealed, needOf } from '../../shared/account-need'
import type { Failure, FailureCode } from '../../shared/failure'
import type { Certificate, SiteTrust } from '../../shared/site-trust'
import type { Text } from '../../shared/text'

/**
 * Whether an account is to be shown among those that wait for the person. One that is hidden from lists
 * is so only if it is in use or something was begun for it.
 */
export function waitsForPerson(account: AccountView): boolean {
  return needOf(account.state) === 'account' && !isOutOfSight(account)
}

/** Whether it is the one certificate that a person trusts for a site. */
export function isTrusted(trust: SiteTrust | undefined, { fingerprint }: Certificate): boolean {
  return trust?.kind === 'certificate' && trust.certificate.fingerprint === fingerprint
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

/** What an account's state means: of a token that is there, nobody is told that it was deleted. */
export function stateWords(
  account: AccountView,
  text: Pick<Text, 'accountStates' | 'failures'>,
): { readonly title: string; readonly text: string } {
  return isSealed(account) ? text.failures['secret-sealed'] : text.accountStates[account.state]
}

/** The failure that the words for an account's state already tell. */
export function stateReason(account: AccountView): FailureCode | undefined {
  switch (account.state) {
    case 'needs-login':
      return 'token-rejected'
    case 'blocked':
      return 'account-blocked'
    case 'keychain-locked':
      return 'keychain-locked'
    case 'secret-missing':
      return isSealed(account) ? 'secret-sealed' : 'secret-missing'
    case 'ready':
    case 'expired':
    case 'needs-verification':
    case 'unreachable':
      return undefined
  }
}

/** Whether the account's own page says already that this went wrong. */
export function pageTells(account: AccountView, { code }: Failure): boolean {
  return account.failure?.code === code || stateReason(account) === code
}
