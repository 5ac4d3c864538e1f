import type { AccountState, AccountView } from '../../account'
import { number, plural } from './counting'

/** `short` stands in lists and the tray, `text` on the account's page with what to do about it. */
export interface StateWords {
  readonly short: string
  readonly title: string
  readonly text: string
}

export const accountStates: Readonly<Record<AccountState, StateWords>> = {
  ready: {
    short: 'Ready',
    title: 'Ready',
    text: 'The token is in your keychain.',
  },
  expired: {
    short: 'Expired',
    title: 'The token has expired',
    text: 'It can be renewed without logging in: refresh it.',
  },
  'needs-login': {
    short: 'Log in again',
    title: 'You need to log in again',
    text: 'The service does not accept the token any more. The account and its label stay.',
  },
  'needs-verification': {
    short: 'Waiting for you',
    title: 'One step is still open',
    text: 'The service waits for something from you before the account can be used.',
  },
  unreachable: {
    short: 'Not checked',
    title: 'The service could not be asked',
    text: 'The token is kept and may well be fine. Check again once the service can be reached.',
  },
  blocked: {
    short: 'Blocked',
    title: 'The service has blocked this account',
    text: 'Only the service can lift this. The account and its token stay here.',
  },
  'keychain-locked': {
    short: 'Keychain locked',
    title: 'The keychain is locked',
    text: 'The token is safe in it but cannot be read. Unlock the keychain to go on.',
  },
  'secret-missing': {
    short: 'No usable token',
    title: 'The keychain has no token for this account',
    text: 'It was deleted or damaged outside Latchkey. Log in again to get a new one.',
  },
}

export const accountBusy: Readonly<Record<NonNullable<AccountView['busy']>, string>> = {
  checking: 'Checking…',
  refreshing: 'Refreshing…',
  'logging-in': 'Logging in…',
  'logging-out': 'Logging out…',
  removing: 'Removing…',
}

export const accounts = {
  title: 'Accounts',
  add: 'Add account',
  search: 'Search accounts',
  searchHint: 'Label, e-mail, server or tag',
  clearSearch: 'Clear the search',
  noMatch: (query: string) => `No account matches “${query}”.`,
  matches: (count: number) => plural(count, { one: '1 account', other: (n) => `${n} accounts` }),
  active: 'Active',
  activeHint: 'The tray and the scripts that you allow use its token.',
  facts: 'What the service says',
  token: 'Token',
  noToken: 'None',
  noTokenText: 'There is no token for this account here. The account and its label stay.',
  inKeychain: 'In your keychain',
  inMemory: 'In memory until Latchkey quits',
  /** What was found when the service was last asked still holds; only the keychain is out of reach. */
  readyOutOfReach:
    'The token is in your keychain, which cannot be reached just now. Nothing is lost.',
  readyInMemory: 'The token is in memory until Latchkey quits.',
  /** Behind one of these, once the service has said so of this very token. */
  readyAccepted: 'The service accepts it.',
  tokenExpires: (when: string) => `Expires ${when}`,
  tokenExpired: (when: string) => `Expired ${when}`,
  tokenNoExpiry: 'The service sets no end date',
  checked: (when: string) => `Checked ${when}`,
  neverChecked: 'Not checked yet',
  /** `at` is a date with its time. */
  lastVerified: (at: string) => `Last accepted ${at}`,
  neverVerified: 'The service has not confirmed the token yet',
  server: 'Server',
  email: 'E-mail',
  lastUsed: 'Last used',
  makeActive: 'Make active',
  copyToken: 'Copy token',
  logInAgain: 'Log in again',
  check: 'Check now',
  refresh: 'Refresh token',
  logOut: 'Log out',
  remove: 'Remove',
  more: 'More actions',
  goOn: 'Continue',
  /** `sentence` says what for. */
  waitingFor: (sentence: string, when: string) => `${sentence.replace(/\.$/, '')}\u00a0· ${when}`,
  waitingSince: (when: string) => `Begun ${when}`,
  openSite: 'Open the site',
  /** For an account whose server or service is not in the list of those that Latchkey knows. */
  unknownServer: 'Unknown server',
  unknownService: 'Unknown service',
  unknownPlace:
    'Latchkey does not know the server of this account any more. The account and its token stay here.',
  done: {
    activated: (label: string) => `${label} is active.`,
    checked: (label: string) => `${label} is fine.`,
    refreshed: (label: string) => `${label} has a new token.`,
    loggedIn: (label: string) => `${label} is logged in.`,
    passwordForgotten: (label: string) => `The password of ${label} is forgotten.`,
    loggedOut: (label: string) => `${label} is logged out. The account stays in your list.`,
  },
  failed: (label: string, title: string) => `${label}: ${title}`,
  removal: {
    told: (label: string) => `${label} is off your list.`,
    withLogOut: (service: string) =>
      `Not deleted yet. When the time is up, Latchkey logs out and deletes the token; the account stays at ${service}.`,
    withoutLogOut: (service: string) =>
      `Not deleted yet. When the time is up, Latchkey deletes the token here. ${service} offers no log-out: a copied one stays valid.`,
    withoutToken: 'It has no token here. The account itself stays at the service.',
    /** Read out with what is told: how much time there is. */
    undoWithin: (seconds: number) =>
      plural(seconds, {
        one: 'There is one second to undo this.',
        other: (n) => `There are ${n} seconds to undo this.`,
      }),
    undo: 'Undo',
    undoOf: (label: string) => `Undo the removal of ${label}`,
    now: 'Remove now',
    nowOf: (label: string) => `Remove now: ${label}`,
    undone: (label: string) => `${label} is back in your list.`,
    allUndone: (count: number) =>
      plural(count, {
        one: 'One account is back in your list.',
        other: (n) => `${n} accounts are back in your list.`,
      }),
    undoAll: 'Undo all',
    unfold: 'Show all',
    fold: 'Show fewer',
    /** Beneath a title that says what the service, or what is in between, has answered. */
    failedThere:
      'The account is still in your list. You can remove it here all the same; its session at the service then ends by itself or not at all.',
    anyway: 'Remove anyway',
    anywayOf: (label: string) => `Remove anyway: ${label}`,
    again: 'Try again',
    againOf: (label: string) => `Try again to remove ${label}`,
  },
  logOutConfirm: {
    title: (label: string) => `Log out ${label}?`,
    text: 'The session ends at the service and the token is deleted here. The account stays in your list.',
    confirm: 'Log out',
    cancel: 'Stay logged in',
  },
}

export const home = {
  title: 'Your accounts',
  attention: 'Needs you',
  inUse: 'Active',
  inUseHint: 'One account of each server. The tray and the scripts that you allow use its token.',
  nothing: 'Everything is in order.',
  /** Names the picture of all accounts to those who do not see it. */
  byState: 'Accounts by state: each shows only those in the list',
  /** Beside a number of accounts. */
  states: {
    ready: 'Ready',
    expired: 'Expired',
    'needs-login': 'To log in',
    'needs-verification': 'Half done',
    unreachable: 'Not checked',
    blocked: 'Blocked',
    'keychain-locked': 'Keychain locked',
    'secret-missing': 'No usable token',
  } satisfies Record<AccountState, string>,
  choose: 'Choose an account from the list, or add another one.',
  overview: (total: number, ready: number) =>
    ready === total
      ? plural(total, { one: 'One account, ready.', other: (n) => `${n} accounts, all ready.` })
      : plural(total, {
          one: 'One account.',
          other: (n) => `${n} accounts, ${number(ready)} ready.`,
        }),
  first: {
    title: 'Every account, one click away',
    sentences: [
      'Tokens go into this computer’s own keychain. A password is kept only if you ask for it, and only there.',
      'The list of your accounts (service, e-mail, label) is a plain file here, without a secret in it.',
    ],
    talksTo: {
      services:
        'Latchkey has no server of its own: it talks to the services you add and to nobody else.',
      alsoUpdates:
        'Latchkey talks to the services you add, once a day to the server for its updates, and to nobody else.',
    },
    begin: 'Begin with a service',
    list: 'Your accounts will appear here.',
    sandbox:
      'This copy runs beside a sandbox, which is chosen while all your accounts are in it: it accepts made-up addresses, and its mail arrives in a mailbox on this computer.',
    mailbox: 'Open the sandbox’s mailbox',
  },
}
