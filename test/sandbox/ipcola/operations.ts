import type { Answer } from '../kit/answer'
import { json } from '../kit/answer'
import type { Call } from '../kit/call'
import type { CaptchaDesk, CaptchaStyle } from '../kit/captcha'
import type { IpcolaSandboxStatus } from './status'
import { ipcolaSandboxMessage, ipcolaSandboxStatus } from './status'
import type { IpcolaStore, IpcolaUser } from './store'

export const ipcolaOperations = [
  'register',
  'login',
  'resetPassword',
  'captcha',
  'userInfo',
] as const
export type IpcolaOperation = (typeof ipcolaOperations)[number]

/** What tests may switch while the service runs. */
export interface IpcolaSwitches {
  captchaStyle: CaptchaStyle
  /** Of digits and characters; sums are as long as they are. */
  captchaLength: number
  /** Whether `content` is bare base64 or a data URI: the documentation leaves it open. */
  captchaPrefix: 'bare' | 'data-uri'
  /** What a failed register or login says as token: the documentation requires the field even there. */
  tokenOnFailure: 'empty' | 'absent'
  /** Sandbox rule, on by default: a reset ends the tokens of before. */
  resetRevokesTokens: boolean
  /** Simulates a server whose vcode request is known. Undefined: no path of this server sends a vcode. */
  vcodeRequest: { readonly method: string; readonly path: string } | undefined
}

export function refused(status: IpcolaSandboxStatus, switches?: IpcolaSwitches): Answer {
  const token = switches?.tokenOnFailure === 'empty' ? { token: '' } : {}
  return json({
    meta_message: ipcolaSandboxMessage[status],
    meta_status: ipcolaSandboxStatus[status],
    ...token,
  })
}

export function succeeded(more: object = {}): Answer {
  return json({ meta_message: 'success', meta_status: ipcolaSandboxStatus.success, ...more })
}

/** What each operation does once its request is well-formed. */
export function ipcolaHandlers(
  store: IpcolaStore,
  captchas: CaptchaDesk,
  switches: IpcolaSwitches,
): Record<IpcolaOperation, (call: Call) => Answer> {
  return {
    register: (call) => {
      const email = call.text('email')
      const problem = tagProblem(call) ?? addressProblem(call) ?? vcodeProblem(store, call)
      if (problem !== undefined) return refused(problem, switches)
      if (store.user(email) !== undefined) return refused('emailTaken', switches)
      store.useVcode(email)
      const user = store.addUser(email, call.text('password'), call.text('reference_key'))
      return succeeded({ token: store.issueToken(user) })
    },
    login: (call) => {
      const tag = tagProblem(call)
      if (tag !== undefined) return refused(tag, switches)
      if (!captchas.check(call.text('captcha_id'), call.text('captcha'))) {
        return refused('wrongCaptcha', switches)
      }
      const user = store.user(call.text('email'))
      if (user?.password !== call.text('password')) {
        return refused('wrongCredentials', switches)
      }
      if (user.forbidden) return refused('forbidden', switches)
      return succeeded({ token: store.issueToken(user) })
    },
    resetPassword: (call) => {
      const problem = tagProblem(call) ?? addressProblem(call) ?? vcodeProblem(store, call)
      if (problem !== undefined) return refused(problem)
      const user = store.user(call.text('email'))
      if (user === undefined) return refused('unknownUser')
      store.useVcode(user.email)
      user.password = call.text('password')
      if (switches.resetRevokesTokens) user.tokens.clear()
      return succeeded()
    },
    captcha: () => {
      const { id, picture } = captchas.issue(switches.captchaStyle, switches.captchaLength)
      const base64 = picture.toString('base64')
      const prefix = switches.captchaPrefix === 'data-uri' ? 'data:image/png;base64,' : ''
      return succeeded({ content: `${prefix}${base64}`, id })
    },
    userInfo: (call) => {
      const token = call.bearer ?? ''
      const user = store.userOf(token)
      if (user === undefined) return refused('notLoggedIn')
      return succeeded({ user: facts(user, token) })
    },
  }
}

function tagProblem(call: Call): IpcolaSandboxStatus | undefined {
  return call.text('user_tag') === 'ipcola' ? undefined : 'wrongUserTag'
}

/** Sandbox rule: an address holds an "@", a password is not empty. IPCola gives no rule for either. */
function addressProblem(call: Call): IpcolaSandboxStatus | undefined {
  const fine = /^\S+@\S+$/.test(call.text('email')) && call.text('password') !== ''
  return fine ? undefined : 'invalidRequest'
}

function vcodeProblem(store: IpcolaStore, call: Call): IpcolaSandboxStatus | undefined {
  switch (store.checkVcode(call.text('email'), call.text('vcode'))) {
    case 'right':
      return undefined
    case 'wrong':
      return 'wrongVcode'
    case 'expired':
      return 'vcodeExpired'
  }
}

/** Password and token are in it on purpose: the real answer may hold both, and a client must drop them. */
function facts(user: IpcolaUser, token: string): object {
  return {
    account_limit: 5,
    created_unixtime: Math.floor(user.createdAt / 1000),
    email: user.email,
    forbidden: user.forbidden,
    id: user.id,
    is_super_token: false,
    password: user.password,
    permissions: [],
    reference_key: user.referenceKey,
    register_country_code: 'FI',
    register_ipv4: '127.0.0.1',
    roles: ['user'],
    subsidy_rate: 0,
    token,
    user_tag: 'ipcola',
    whitelist_limit: 10,
  }
}
