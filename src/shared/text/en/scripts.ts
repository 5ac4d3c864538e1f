import type { AccountState } from '../../account'
import type { UnsafePlace } from '../../scripts-problem'
import { plural } from './counting'

/** Why an account has no token to give: its state, unless more is known. */
export type LoginReason = AccountState | 'secret-sealed'

/** What a script is told when it gets nothing: one or two sentences, and what to do. */
export const scriptAnswers = {
  off: 'Tokens for scripts are switched off. Allow them in Latchkey’s settings.',
  refused: 'Refused in Latchkey’s window.',
  unanswered: 'Nobody answered the question in Latchkey’s window in time.',
  tooMany: 'Too many programs are waiting for an answer in Latchkey’s window.',
  left: 'Latchkey is closing.',
  latchkeyLocked: 'Latchkey is locked. Unlock it with your passphrase.',
  locked: 'The keychain is locked. Unlock it, or press “Try again” in Latchkey’s window.',
  keychain: 'Latchkey could not read the token from the keychain. Its window says why.',
  busy: 'Too many programs are asking Latchkey at once. Try again.',
  unclear: 'Latchkey did not understand the request. Is the command of the same version?',
  internal: 'Latchkey made a mistake. Its log has the details.',
  noSuchService: (word: string) => `There is no service or server “${word}”. Services:`,
  noSuchAccount: (name: string) =>
    `There is no account “${name}” here. See them with: latchkey accounts`,
  severalAccounts: (name: string) => `“${name}” is the name of several accounts:`,
  severalServers: (service: string) =>
    `There are active accounts at several servers of ${service}. Name one of them, or use --account:`,
  noAccounts: (service: string) => `There is no account at ${service}.`,
  noneActive: (service: string) =>
    `No account is active at ${service}. Choose one with --account, or with: latchkey switch ACCOUNT`,
  loginRequired: (account: string, why: LoginReason) =>
    `${account} has no token to give: ${loginReasons[why]}`,
  rejected: (account: string) =>
    `${account} has to log in again: the service no longer accepts its token. Do it in Latchkey’s window.`,
  failed: (account: string, title: string) =>
    `The token of ${account} has run out and could not be renewed: ${title}`,
  unsafe: (account: string) =>
    `The token of ${account} holds characters that do not belong into a header, so it is not printed. Copy it in Latchkey’s window instead.`,
  notSaved: 'The change could not be saved to disk.',
}

const loginReasons: Readonly<Record<LoginReason, string>> = {
  ready: 'log in again in Latchkey’s window.',
  expired: 'log in again in Latchkey’s window.',
  unreachable: 'log in again in Latchkey’s window.',
  'needs-login': 'log in again in Latchkey’s window.',
  'needs-verification': 'it waits for its confirmation in Latchkey’s window.',
  blocked: 'the service has blocked it. Write to its support.',
  'keychain-locked': 'the keychain is locked.',
  'secret-missing': 'the keychain no longer has it. Log in again in Latchkey’s window.',
  'secret-sealed':
    'it was sealed with a passphrase that is gone. Quit Latchkey, bring back “lock.json” from a copy of its folder and start it again, or log in again in its window.',
}

/** Why no command is answered at a path, and the way out. */
const unsafePlaces: Readonly<Record<UnsafePlace, (path: string) => string>> = {
  'other-owner': (path) =>
    `${path} belongs to another user, so no command is answered. Make it yours, or move it away if Latchkey made it, then start Latchkey again.`,
  'open-to-others': (path) =>
    `Others may open or change ${path}, so no command is answered. Take their rights away if nobody else needs it; otherwise keep Latchkey’s folder elsewhere. Then start Latchkey again.`,
  'closed-to-us': (path) =>
    `Latchkey may not open ${path}, so no command is answered. Give yourself the right to it, then start Latchkey again.`,
  'wrong-kind': (path) =>
    `${path} is not what Latchkey puts there, so no command is answered. Take it away, then start Latchkey again.`,
}

/** Tokens for scripts in the settings, and the question of a program that asks. */
export const scripts = {
  title: 'Tokens for scripts',
  text: 'Programs on this computer can get a token with one command while Latchkey runs.',
  mode: 'When a program asks for a token',
  modes: {
    off: { label: 'Off', hint: 'No program gets a token.' },
    ask: { label: 'Ask me', hint: 'Each program is asked about until you allow it for good.' },
    on: { label: 'On', hint: 'Every program that runs as you gets a token when it asks.' },
  },
  command: 'In a script or a terminal',
  commandHint: 'Prints the token of the active account and nothing else. --help tells the rest.',
  allowed: 'Allowed programs',
  allowedText: 'By the names they give themselves; nothing proves them.',
  noneAllowed: 'None yet. “Always allow” in a question puts a program here.',
  remove: 'Remove',
  removeProgram: (program: string) => `Remove ${program}`,
  problem: {
    title: 'Scripts cannot reach Latchkey',
    text: 'Latchkey could not open the place where commands arrive, so it answers none.',
    unsafe: unsafePlaces,
  },
  question: {
    title: { token: 'Give this program a token?', switch: 'Let this program switch accounts?' },
    program: 'Program',
    account: { token: 'Token of', switch: 'Make active' },
    unknownAccount: 'An account that is no longer here',
    warning:
      'This is what the program says of itself; any program that runs as you could say the same. Allow it only if you have just started it.',
    consequence: {
      token: 'With the token it can do at the service what you can.',
      switch: 'Scripts that name no account will use this one.',
    },
    alwaysMeans: '“Always allow” is for the tokens of all accounts, and for switching.',
    once: 'Allow once',
    always: 'Always allow',
    refuse: 'Refuse',
    more: (count: number) =>
      plural(count, { one: 'One more is waiting.', other: (n) => `${n} more are waiting.` }),
  },
}
