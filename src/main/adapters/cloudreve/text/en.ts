/** Cloudreve's words in English. */
import type { AddressProblem } from '../address'
import type { SiteLanguage } from '../languages'
import type { CaptchaKind } from '../operations/site'
import type { UserStatus } from '../operations/shapes'
import { steps } from './en-steps'

const addressProblems: Readonly<Record<AddressProblem, string>> = {
  'not-an-address': 'This is no web address. Type it as in the browser: cloud.example.com',
  'holds-a-login': 'Type the address alone, without a name, an @ or a password in it.',
}

const statuses: Readonly<Record<UserStatus, string>> = {
  active: 'Active',
  inactive: 'Not activated',
  manual_banned: 'Blocked by the site',
  sys_banned: 'Blocked by the site’s rules',
}

export const en = {
  tagline: 'Your own cloud storage. Add a site by its address.',
  asks: [
    {
      what: 'The address of the site',
      why: 'Anybody can run a Cloudreve site. Latchkey first looks up what yours offers, and sends nothing of yours for that.',
    },
    {
      what: 'E-mail and password',
      why: 'You choose the password when you register. Most sites then mail a link, which shows that the address is yours.',
    },
    {
      what: 'Sometimes a picture or a one-time code',
      why: 'A site may show a picture that programs cannot read, and asks for a one-time code from your authenticator if you have set that up. Then your tokens go into the keychain.',
    },
  ],
  /** The site's language that goes with this one. */
  siteLanguage: 'en-US' as SiteLanguage,
  flows: {
    register: { title: 'Register', text: 'Register a new account at this site.' },
    login: {
      title: 'Log in',
      text: 'With your e-mail and password, and a one-time code if that is on.',
    },
    verify: {
      title: 'Activate an account',
      text: 'You have a mail with an activation link from this site.',
    },
    reset: { title: 'Reset the password', text: 'The site mails a link to choose a new one.' },
    token: {
      title: 'Add an existing token',
      text: 'Paste a refresh token that you already have. It is checked before it is stored.',
    },
  },
  facts: {
    nickname: 'Nickname',
    group: 'Group',
    status: 'Status',
    since: 'Member since',
    used: 'Storage used',
    total: 'Storage in total',
    version: 'Version',
    signUp: 'Registration',
    captcha: 'Captcha',
    terms: 'Terms of service',
  },
  addressProblems,
  tooOld: (version: string) =>
    `This site runs Cloudreve ${version}. Latchkey speaks to version 4 and later.`,
  statuses,
  signUpOpen: 'Open to anybody',
  signUpClosed: 'Closed',
  captchaAt: { signUp: 'register', login: 'log in', reset: 'reset the password' },
  captchaFact: (kind: CaptchaKind, asked: readonly string[]) => {
    if (asked.length === 0) return 'Not asked for'
    const what = kind === 'image' ? 'Picture' : kind === 'unknown' ? 'In a browser' : kind
    return `${what}, to ${asked.join(', ')}`
  },
  ...steps,
}

export type CloudreveWords = typeof en
