import type { Answer } from '../kit/answer'
import type { Call } from '../kit/call'
import { failed, invalid, succeeded, unfinished } from './codes'
import { idOf } from './ids'
import type { Post } from './mails'
import { sendActivation, sendReset } from './mails'
import type { CloudreveOperation } from './operations'
import { notActive } from './session'
import { activationPath, checkSignature } from './signature'
import type { Site } from './site'
import type { CloudreveUser } from './store'
import { profileView, userView } from './view'

type UserOperation = Extract<
  CloudreveOperation,
  | 'signUp'
  | 'activate'
  | 'me'
  | 'profile'
  | 'capacity'
  | 'settings'
  | 'changeSettings'
  | 'askReset'
  | 'reset'
>

// Cloudreve source ent/schema/user.go.
const longestEmail = 100
const capacity = { total: 1_073_741_824, used: 52_428_800 }

/** Sign-up, activation, who-am-I, settings and reset (Cloudreve source service/user). */
export function userHandlers(
  site: Site,
  post: Post,
): Record<UserOperation, (call: Call) => Answer> {
  const { store } = site
  /** The server has answered 401 to everybody else before (beforeValidation). */
  const withUser = (handle: (user: CloudreveUser, call: Call) => Answer) => (call: Call) => {
    const bearer = site.tokens.bearer(call.bearer)
    return bearer.kind === 'user' ? handle(bearer.user, call) : failed(401)
  }
  return {
    signUp: (call) => signUp(site, post, call),
    activate: (call) => activate(site, call),
    me: withUser((user) => succeeded(userView(user, true))),
    profile: (call) => {
      const id = idOf(call.param('id'))
      if (id === undefined) return invalid('Parameter error')
      const user = store.byId(id)
      return user === undefined ? failed(40021) : succeeded(profileView(user))
    },
    capacity: withUser(() => succeeded(capacity)),
    settings: withUser((user) =>
      succeeded({
        two_fa_enabled: user.twoFactor !== undefined,
        passwordless: false,
        passkeys: [],
      }),
    ),
    changeSettings: withUser(changeSettings),
    askReset: (call) => {
      const user = store.byEmail(call.text('email'))
      if (user === undefined) return failed(40021)
      return notActive(user) ?? (sendReset(post, user) ? succeeded() : failed(40028))
    },
    reset: (call) => reset(site, call),
  }
}

function signUp({ store, settings }: Site, post: Post, call: Call): Answer {
  const email = call.text('email')
  const password = call.text('password')
  const domain = email.replace(/^.*@/, '').toLowerCase()
  if (settings.bannedMailDomains.includes(domain)) return failed(40031)
  if (email.length > longestEmail) return failed(50001)
  const known = store.byEmail(email)
  if (known !== undefined) {
    if (known.status !== 'inactive') return failed(40032)
    // The password just sent is ignored: the first one stays.
    return sendActivation(post, known) ? failed(40033) : failed(40028)
  }
  const language = call.text('language')
  if (!settings.activation) {
    return succeeded(userView(store.addUser({ email, password, language }), false))
  }
  // The account exists from here on, even where its mail fails.
  const user = store.addUser({ email, password, language, status: 'inactive' })
  return sendActivation(post, user) ? unfinished() : failed(40028)
}

function activate({ store }: Site, call: Call): Answer {
  const id = call.param('id')
  switch (checkSignature(store, activationPath(id), call.query['sign'] ?? '')) {
    case 'missing':
      return failed(403)
    case 'expired':
      return failed(40005)
    case 'wrong':
      return failed(40071)
    case 'good':
      break
  }
  const number = idOf(id)
  if (number === undefined) return failed(40001)
  const user = store.byId(number)
  if (user === undefined) return failed(40021)
  if (user.status !== 'inactive') return failed(40034)
  user.status = 'active'
  return succeeded(userView(user, false))
}

function changeSettings(user: CloudreveUser, call: Call): Answer {
  const password = call.text('new_password')
  if (password !== '') {
    if (call.text('current_password') !== user.password) return failed(40069)
    user.password = password
  }
  const nickname = call.text('nickname')
  if (nickname !== '') user.nickname = nickname
  return succeeded()
}

function reset({ store }: Site, call: Call): Answer {
  const id = idOf(call.param('id'))
  if (id === undefined) return failed(40001)
  if (!store.useResetSecret(id, call.text('secret'))) return failed(40030)
  const user = store.byId(id)
  if (user?.status !== 'active') return failed(40021)
  user.password = call.text('password')
  return succeeded(userView(user, false))
}
