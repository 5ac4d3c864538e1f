/** What a site tells everybody: its version, its settings, and captchas. Nothing here is sent a token. */
import { z } from 'zod'
import { ok, type Result } from '../../../../shared/failure'
import { call, dataOf, type Wire } from './call'
import { told } from './shapes'

/** GET /site/ping: the version, such as `4.18.0` or `4.18.0-pro` (source routers/controllers/site.go). */
export async function ping(wire: Wire): Promise<Result<string>> {
  const reply = await call(wire, {
    operation: 'ping',
    method: 'GET',
    path: '/site/ping',
    effect: 'safe',
  })
  return reply.ok ? dataOf(z.string(), reply.value) : reply
}

/** What a site asks for and allows. Go leaves out every setting that is off. */
export interface LoginConfig {
  readonly signUpOpen: boolean
  readonly captchaAt: {
    readonly signUp: boolean
    readonly login: boolean
    readonly reset: boolean
  }
  readonly termsUrl: string | undefined
}

const flag = z.boolean().nullish()

const loginConfig = z.lazy(() =>
  z.object({
    register_enabled: flag,
    reg_captcha: flag,
    login_captcha: flag,
    forget_captcha: flag,
    tos_url: z.string().nullish().catch(undefined),
  }),
)

/** GET /site/config/login (source service/basic/site.go). */
export async function readLoginConfig(wire: Wire): Promise<Result<LoginConfig>> {
  const reply = await call(wire, {
    operation: 'config',
    method: 'GET',
    path: '/site/config/login',
    effect: 'safe',
  })
  if (!reply.ok) return reply
  const data = dataOf(loginConfig, reply.value)
  if (!data.ok) return data
  const { value } = data
  return ok({
    signUpOpen: value.register_enabled ?? false,
    captchaAt: {
      signUp: value.reg_captcha ?? false,
      login: value.login_captcha ?? false,
      reset: value.forget_captcha ?? false,
    },
    termsUrl: told(value.tos_url),
  })
}

/** A picture can be answered from here; the others live in a browser, on the site's own pages. */
export type CaptchaKind = 'image' | 'reCAPTCHA' | 'Turnstile' | 'Cap' | 'unknown'

export interface BasicConfig {
  readonly title: string | undefined
  readonly captchaKind: CaptchaKind
}

const basicConfig = z.lazy(() =>
  z.object({
    title: z.string().nullish().catch(undefined),
    captcha_type: z.string().nullish(),
  }),
)

function captchaKindOf(type: string | null | undefined): CaptchaKind {
  switch (type) {
    case undefined:
    case null:
    case '':
    case 'normal':
    // Deprecated; the service treats it as a picture (source pkg/setting/types.go).
    case 'tcaptcha':
      return 'image'
    case 'recaptcha':
      return 'reCAPTCHA'
    case 'turnstile':
      return 'Turnstile'
    case 'cap':
      return 'Cap'
    default:
      return 'unknown'
  }
}

/** GET /site/config/basic (source service/basic/site.go). */
export async function readBasicConfig(wire: Wire): Promise<Result<BasicConfig>> {
  const reply = await call(wire, {
    operation: 'config',
    method: 'GET',
    path: '/site/config/basic',
    effect: 'safe',
  })
  if (!reply.ok) return reply
  const data = dataOf(basicConfig, reply.value)
  if (!data.ok) return data
  return ok({
    title: told(data.value.title?.trim()),
    captchaKind: captchaKindOf(data.value.captcha_type),
  })
}

/** A captcha's picture as a data URI, and the ticket that its answer is sent with. */
export interface Captcha {
  readonly image: string
  readonly ticket: string
}

const captcha: z.ZodType<Captcha> = z.lazy(() =>
  z.object({
    image: z.string().regex(/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/),
    ticket: z.string().min(1),
  }),
)

/** GET /site/captcha. A ticket is good for one check, right or wrong (base64Captcha, captcha.go). */
export async function loadCaptcha(wire: Wire): Promise<Result<Captcha>> {
  const reply = await call(wire, {
    operation: 'captcha',
    method: 'GET',
    path: '/site/captcha',
    effect: 'safe',
  })
  return reply.ok ? dataOf(captcha, reply.value) : reply
}
