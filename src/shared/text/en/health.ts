/** Words about the check of all accounts, and about what the system's notifications tell. */
import { number, plural } from './counting'

export const health = {
  title: 'Check all',
  text: 'Asks every service whether it still accepts your tokens, two accounts at a time at each server.',
  begin: 'Check all accounts',
  again: 'Check again',
  cancel: 'Stop',
  progress: 'Accounts checked',
  running: (done: number, total: number) => `${number(done)} of ${number(total)} checked`,
  pause: (server: string, when: string) => `${server} asks for a pause. It goes on at ${when}.`,
  ended: (when: string) => `Checked ${when}`,
  cancelled: (done: number, total: number, when: string) =>
    `Stopped ${when} after ${number(done)} of ${number(total)}`,
  nothing: 'No account has a token to check.',
  /** What became of the accounts that were checked, each with its number. */
  outcome: {
    fine: (count: number) => plural(count, { one: '1 is fine', other: (n) => `${n} are fine` }),
    needs: (count: number) => plural(count, { one: '1 needs you', other: (n) => `${n} need you` }),
    notAsked: (count: number) => `${number(count)} could not be asked`,
    locked: (count: number) =>
      plural(count, {
        one: '1 waits for the keychain',
        other: (n) => `${n} wait for the keychain`,
      }),
  },
  show: 'Show',
  hide: 'Hide',
  more: (count: number) => `and ${number(count)} more`,
  expiring: 'Expires within a day',
  expiringText: (count: number) =>
    plural(count, {
      one: 'This token cannot be renewed. Log in again before it expires.',
      other: 'These tokens cannot be renewed. Log in again before they expire.',
    }),
  /** Stands behind the label of an account. */
  expires: (when: string) => `expires ${when}`,
}

/** A system notification may be read on a locked screen: it names an account by its label and no more. */
export const notices = {
  needsOne: (label: string) => `${label} needs you`,
  needsMany: (count: number) =>
    plural(count, { one: 'One account needs you', other: (n) => `${n} accounts need you` }),
  /** `state` is the short word for the account's state. */
  needsOneText: (state: string) => `${state}. Click to open the account.`,
  needsManyText: 'Click to see which ones.',
  expiresOne: (label: string) => `${label} will be logged out soon`,
  expiresOneText:
    'Its token expires within a day and cannot be renewed. Click to open the account.',
  expiresMany: (count: number) =>
    plural(count, {
      one: 'One account will be logged out soon',
      other: (n) => `${n} accounts will be logged out soon`,
    }),
  expiresManyText:
    'Their tokens expire within a day and cannot be renewed. Click to see which ones.',
  /** In place of what is to be seen, where nothing may be named. */
  namelessText: 'Latchkey is locked. Click to unlock it.',
}
