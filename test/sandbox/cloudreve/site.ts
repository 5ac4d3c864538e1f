import type { Answer } from '../kit/answer'
import type { Call } from '../kit/call'
import type { CaptchaDesk } from '../kit/captcha'
import { failed, succeeded } from './codes'
import type { CloudreveOperation } from './operations'
import type { CloudreveSettings } from './settings'
import { solvedWidget } from './settings'
import type { CloudreveStore } from './store'
import type { TokenAuthority } from './tokens'
import { anonymousView, userView } from './view'

/** What every group of operations works with. */
export interface Site {
  readonly store: CloudreveStore
  readonly settings: CloudreveSettings
  readonly tokens: TokenAuthority
  readonly captchas: CaptchaDesk
}

type Handlers<Operation extends CloudreveOperation> = Record<Operation, (call: Call) => Answer>

/** Version, settings and captcha (Cloudreve source service/basic/site.go). */
export function siteHandlers(site: Site): Handlers<'ping' | 'config' | 'captcha'> {
  const { settings, captchas } = site
  return {
    ping: () => succeeded(`${settings.version}${settings.pro ? '-pro' : ''}`),
    config: (call) =>
      succeeded(
        call.param('section') === 'login' ? loginConfig(settings) : basicConfig(site, call),
      ),
    captcha: () => {
      const { id, picture } = captchas.issue(settings.captchaStyle, settings.captchaLength)
      const image = `data:image/png;base64,${picture.toString('base64')}`
      return succeeded({ image, ticket: id })
    },
  }
}

function loginConfig(settings: CloudreveSettings): object {
  return filledOnly({
    login_captcha: settings.loginCaptcha,
    reg_captcha: settings.regCaptcha,
    forget_captcha: settings.forgetCaptcha,
    authn: settings.passkeys,
    register_enabled: settings.registerEnabled,
    tos_url: settings.tosUrl,
    privacy_policy_url: settings.privacyPolicyUrl,
  })
}

/** Any section the server does not know gives the basic one. */
function basicConfig({ store, settings, tokens }: Site, call: Call): object {
  const bearer = tokens.bearer(call.bearer)
  const type = settings.captchaType
  return filledOnly({
    instance_id: store.instanceId,
    title: settings.title,
    logo: '/static/img/logo.svg',
    captcha_type: type,
    captcha_ReCaptchaKey: type === 'recaptcha' ? 'sandbox-recaptcha-key' : '',
    turnstile_site_id: type === 'turnstile' ? 'sandbox-turnstile-id' : '',
    captcha_cap_instance_url: type === 'cap' ? 'https://cap.example' : '',
    captcha_cap_site_key: type === 'cap' ? 'sandbox-cap-key' : '',
    user: bearer.kind === 'user' ? userView(bearer.user, true) : anonymousView(),
  })
}

/** Leaves out what is false or empty, as Go does. */
function filledOnly(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)))
}

/**
 * What the server looks at before the body's own validation, in its order: who asks, whether the feature
 * is on, the captcha (Cloudreve source routers/router.go, middleware/auth.go, middleware/captcha.go).
 */
export function beforeValidation(
  site: Site,
  operation: CloudreveOperation,
  call: Call,
): Answer | undefined {
  const bearer = site.tokens.bearer(call.bearer)
  if (bearer.kind === 'refresh-token') return failed(40020)
  // Who bears no token is looked up too: the group of those who are nobody (source inventory/user.go).
  const noUser = bearer.kind === 'inactive' || site.settings.databaseFails
  if (noUser) return failed(50001, 'failed to get login user')
  if (operation === 'signUp' && !site.settings.registerEnabled) return failed(40019)
  if (needsCaptcha(site.settings, operation) && !captchaRight(site, call)) return failed(40026)
  if (needsUser(operation) && bearer.kind === 'anonymous') return failed(401)
  return undefined
}

function needsUser(operation: CloudreveOperation): boolean {
  return ['me', 'capacity', 'settings', 'changeSettings'].includes(operation)
}

function needsCaptcha(settings: CloudreveSettings, operation: CloudreveOperation): boolean {
  if (operation === 'signUp') return settings.regCaptcha
  if (operation === 'signIn') return settings.loginCaptcha
  return operation === 'askReset' && settings.forgetCaptcha
}

function captchaRight({ settings, captchas }: Site, call: Call): boolean {
  switch (settings.captchaType) {
    case 'normal':
      return captchas.check(call.text('ticket'), call.text('captcha'))
    case 'recaptcha':
      return call.text('captcha') === solvedWidget
    case 'turnstile':
    case 'cap':
      return call.text('ticket') === solvedWidget
  }
}
