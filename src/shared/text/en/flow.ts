import type { FlowId, ServerView } from '../../account'
import type { FieldProblem } from '../../field-check'

export const fieldProblems: Readonly<Record<FieldProblem, string>> = {
  required: 'This must be filled in.',
  'not-an-email': 'This does not look like an e-mail address.',
  'too-short': 'This is too short.',
  'too-long': 'This is too long.',
  'not-a-choice': 'Choose one from the list.',
  'not-a-token':
    'This is no token: one has no blanks, line breaks or special characters inside. Copy it again.',
}

const flowNames: Readonly<Record<FlowId, string>> = {
  register: 'Register',
  login: 'Log in',
  verify: 'Confirm an address',
  reset: 'Reset a password',
  token: 'Add an existing token',
}

export const flow = {
  names: flowNames,
  tooShortBy: (minimum: number) => `At least ${minimum} characters.`,
  tooLongBy: (maximum: number) => `At most ${maximum} characters.`,
  optional: 'optional',
  codeLength: (expected: number, actual: number) =>
    `Codes have ${expected} characters, this has ${actual}. You can send it all the same.`,
  didYouMean: (domain: string) => `Did you mean ${domain}?`,
  takeDomain: (domain: string) => `Use ${domain}`,
  paste: 'Paste',
  pasteInto: (label: string) => `Paste into ${label}`,
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  showToken: 'Show token',
  hideToken: 'Hide token',
  capsLock: 'Caps Lock is on.',
  captcha: 'Picture to read',
  captchaAlt: 'Distorted characters or a small sum, drawn by the service',
  captchaMissing: 'The picture could not be loaded.',
  captchaLoading: 'Loading the picture…',
  newPicture: 'New picture',
  working: 'Working…',
  stop: 'Stop',
  stopped: 'Stopped. What had already reached the service may have taken effect there.',
  leave: 'Leave',
  leaveWaiting: 'Later',
  waitFor: (time: string) => `Wait ${time}`,
  availableIn: (label: string, time: string) => `${label} in ${time}`,
  availableNow: (label: string) => `${label}: available now.`,
  canTryAgain: 'You can try again now.',
  ended: {
    title: 'This attempt has ended',
    text: 'It was finished or left elsewhere, or its account was removed.',
    back: 'Back to the accounts',
  },
  done: {
    makeActive: 'Make active',
    isActive: 'This is the active account.',
    show: 'Show the account',
    addAnother: 'Add another account',
  },
  /** What an account waits for whose service has done its part. */
  unfinished: 'Log in to finish.',
  /** The step on which a session waits for a keychain that refused it. */
  held: {
    title: 'Logged in, not yet saved',
    text: 'The service has let you in, but the keychain did not take the token. It is kept in memory until the keychain takes it or you try again; nothing has to be repeated at the service.',
    submit: 'Save the token',
  },
  outcome: {
    title: 'You are logged in',
    text: 'The token is in your keychain.',
  },
  /** The same where there is no keychain, or the person chose to do without. */
  outcomeInMemory: {
    title: 'You are logged in',
    text: 'The token is kept in memory until Latchkey quits; then you log in again.',
  },
  /** Which server a step or an account belongs to; some services have one that is called like them. */
  at: (service: string, server: string) =>
    server.toLowerCase().includes(service.toLowerCase()) ? server : `${service} · ${server}`,
}

const serverKinds: Readonly<Record<ServerView['kind'], string>> = {
  production: 'Production',
  test: 'Test server',
  site: 'Site',
  sandbox: 'Sandbox',
}

export const add = {
  title: 'Add an account',
  chooseService: 'Which service?',
  asks: 'What it asks for, and why',
  chooseServer: 'Server',
  chooseFlow: 'What would you like to do?',
  other: 'Other ways',
  back: 'Other services',
  serverKinds,
  addSite: 'Add a site',
  addressLabel: 'Address of the site',
  addressHint: 'As you would type it in the browser, for example cloud.example.org',
  addressSubmit: 'Look it up',
  addressBusy: 'Looking…',
  siteAdded: (name: string) => `${name} was added.`,
  noSites: 'Add the site that your account is at.',
  found: 'What this site says',
  unavailable: 'Not at this service',
  instead: (title: string) => `${title} instead`,
}
