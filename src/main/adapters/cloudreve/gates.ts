/** Which calls a site guards, and with what: read when it is needed, never assumed. */
import { ok, type Result } from '../../../shared/failure'
import type { Wire } from './operations/call'
import { readBasicConfig, readLoginConfig, type CaptchaKind } from './operations/site'

/** A captcha that only a browser can show, on the site's own page. */
export type Widget = Exclude<CaptchaKind, 'image'>
export type Gate = 'none' | CaptchaKind

export interface Gates {
  readonly signUpOpen: boolean
  readonly signUp: Gate
  readonly login: Gate
  readonly reset: Gate
  readonly termsUrl: string | undefined
}
export type Guarded = 'signUp' | 'login' | 'reset'

/** Reads the site's settings; which kind of captcha it has is only asked if it uses one. */
export async function readGates(wire: Wire): Promise<Result<Gates>> {
  const login = await readLoginConfig(wire)
  if (!login.ok) return login
  const { captchaAt, signUpOpen, termsUrl } = login.value
  const open = { signUpOpen, termsUrl, signUp: 'none', login: 'none', reset: 'none' } as const
  if (!captchaAt.signUp && !captchaAt.login && !captchaAt.reset) return ok(open)
  const basic = await readBasicConfig(wire)
  if (!basic.ok) return basic
  const { captchaKind } = basic.value
  return ok({
    ...open,
    signUp: captchaAt.signUp ? captchaKind : 'none',
    login: captchaAt.login ? captchaKind : 'none',
    reset: captchaAt.reset ? captchaKind : 'none',
  })
}

/** The browser's captcha of a gate, or undefined for a gate that can be passed from here. */
export function widgetOf(gate: Gate): Widget | undefined {
  return gate === 'none' || gate === 'image' ? undefined : gate
}
