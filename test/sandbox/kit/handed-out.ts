import type { ServiceName } from './names'

/** What a service hands out that nobody but its user may learn. */
export type SecretKind =
  | 'access-token'
  | 'refresh-token'
  /** A one-time code from a mail. */
  | 'code'
  /** The part of an activation link that proves that one got the mail. */
  | 'sign'
  /** The same of a reset link. */
  | 'link-secret'
  /** What a login that waits for its second factor is known by. */
  | 'login-session'
  /** Six digits of an authenticator. */
  | 'second-factor'
  | 'captcha-answer'

/** One secret as it was handed out. */
export interface HandedOut {
  readonly service: ServiceName
  readonly kind: SecretKind
  readonly text: string
}

/** Hears of every secret in the moment in which it is made, before it can reach anybody. */
export type HandOut = (secret: HandedOut) => void

export const unheard: HandOut = () => undefined
