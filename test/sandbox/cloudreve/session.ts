import type { Answer } from '../kit/answer'
import type { Call } from '../kit/call'
import { totpMatches } from '../kit/totp'
import { failed, succeeded, unfinished } from './codes'
import type { CloudreveOperation } from './operations'
import type { Site } from './site'
import type { CloudreveUser } from './store'
import { userView } from './view'

type SessionOperation = Extract<
  CloudreveOperation,
  'prepareLogin' | 'signIn' | 'secondFactor' | 'refresh' | 'signOut'
>

/** Sign-in, second factor, refresh and sign-out (Cloudreve source service/user/login.go). */
export function sessionHandlers(site: Site): Record<SessionOperation, (call: Call) => Answer> {
  const { store, settings, tokens } = site
  return {
    prepareLogin: (call) => {
      if (store.byEmail(call.query['email'] ?? '') === undefined) return failed(404)
      return succeeded({
        webauthn_enabled: settings.passkeys,
        password_enabled: settings.passwordEnabled,
        ...(settings.pro ? { sso_enabled: false } : {}),
      })
    },
    signIn: (call) => {
      const user = store.byEmail(call.text('email'))
      if (user?.password !== call.text('password')) return failed(40080)
      const blocked = notActive(user)
      if (blocked !== undefined) return blocked
      if (user.twoFactor !== undefined) return unfinished(store.openLoginSession(user))
      return signedIn(site, user)
    },
    secondFactor: (call) => {
      const id = call.text('session_id')
      const user = store.loginSession(id)
      if (user?.twoFactor === undefined) return failed(404, 'Session not found')
      if (!totpMatches(user.twoFactor, call.text('otp'), store.clock.now())) return failed(40022)
      store.closeLoginSession(id)
      return signedIn(site, user)
    },
    refresh: (call) => {
      const pair = tokens.refresh(call.text('refresh_token'))
      return pair === undefined ? failed(40020, 'Failed to issue token pair') : succeeded(pair)
    },
    signOut: (call) => (tokens.signOut(call.text('refresh_token')) ? succeeded('') : failed(40020)),
  }
}

/** The refusal of an account that cannot be used, undefined for one that can. */
export function notActive(user: CloudreveUser): Answer | undefined {
  switch (user.status) {
    case 'active':
      return undefined
    case 'inactive':
      return failed(40018)
    case 'manual_banned':
    case 'sys_banned':
      return failed(40017)
  }
}

function signedIn({ tokens }: Site, user: CloudreveUser): Answer {
  return succeeded({ user: userView(user, true), token: tokens.issue(user) })
}
