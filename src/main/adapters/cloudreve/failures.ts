/**
 * What each code of Cloudreve means. The table is the account-life part of Cloudreve's own list
 * (source pkg/serializer/error.go; API introduction), reserved and Pro-only codes included.
 */
import type { Failure, FailureCode } from '../../../shared/failure'

/** The operations, named by what they do; a few codes mean something else in some of them. */
export type Operation =
  | 'ping'
  | 'config'
  | 'captcha'
  | 'sign-up'
  | 'activate'
  | 'prepare-sign-in'
  | 'sign-in'
  | 'second-factor'
  | 'refresh'
  | 'sign-out'
  | 'me'
  | 'capacity'
  | 'ask-reset'
  | 'reset'

export const cloudreveCodes = [
  401, 403, 404, 40001, 40005, 40017, 40018, 40019, 40020, 40021, 40022, 40023, 40024, 40025, 40026,
  40027, 40028, 40029, 40030, 40031, 40032, 40033, 40034, 40069, 40071, 40080, 40087, 40088, 40089,
  50001, 50002, 50005, 50006, -1,
] as const
export type CloudreveCode = (typeof cloudreveCodes)[number]

const meanings: Readonly<Record<CloudreveCode, FailureCode>> = {
  401: 'token-rejected',
  403: 'unsupported',
  404: 'service-error',
  40001: 'invalid-input',
  40005: 'code-expired',
  40017: 'account-blocked',
  40018: 'email-unconfirmed',
  40019: 'unsupported',
  40020: 'token-rejected',
  40021: 'email-unknown',
  40022: 'second-factor-wrong',
  40023: 'attempt-expired',
  40024: 'unsupported',
  40025: 'unsupported',
  40026: 'captcha-wrong',
  40027: 'captcha-wrong',
  40028: 'mail-failed',
  40029: 'code-expired',
  40030: 'code-expired',
  40031: 'invalid-input',
  40032: 'email-taken',
  40033: 'email-unconfirmed',
  40034: 'already-verified',
  40069: 'wrong-credentials',
  40071: 'wrong-code',
  40080: 'wrong-credentials',
  40087: 'service-error',
  40088: 'token-rejected',
  40089: 'token-rejected',
  50001: 'service-error',
  50002: 'service-error',
  50005: 'service-error',
  50006: 'service-error',
  [-1]: 'service-error',
}

const byOperation: Readonly<
  Partial<Record<Operation, Partial<Readonly<Record<CloudreveCode, FailureCode>>>>>
> = {
  'sign-up': { 40019: 'sign-up-closed' },
  // Without a sign the service says 403, with an id that it cannot decode 40001 (source
  // middleware/auth.go, service/user/register.go). The person can do the same about both.
  activate: { 403: 'wrong-code', 40001: 'wrong-code', 40021: 'wrong-code' },
  'prepare-sign-in': { 404: 'email-unknown' },
  'second-factor': { 404: 'attempt-expired' },
  // The secret was right, but its user may no longer log in (source service/user/login.go).
  reset: { 40021: 'account-blocked' },
}

/** The field that the person can do something about, by the steps' field names. */
const fields: Readonly<Partial<Record<FailureCode, string>>> = {
  'captcha-wrong': 'captcha',
  'second-factor-wrong': 'code',
  'wrong-code': 'link',
  'code-expired': 'link',
  'email-taken': 'email',
  'email-unknown': 'email',
  'wrong-credentials': 'password',
}

function isKnown(code: number): code is CloudreveCode {
  return cloudreveCodes.some((known) => known === code)
}

function meaningOf(operation: Operation, code: number): FailureCode {
  if (!isKnown(code)) return 'service-error'
  return byOperation[operation]?.[code] ?? meanings[code]
}

/** What an answer that is neither 0 nor 203 says about itself. */
export interface Refusal {
  readonly code: number
  readonly msg?: string | undefined
  readonly correlationId?: string | undefined
}

/**
 * Turns a refusal into a failure. A code that is not in the table is a `service-error`; the
 * service's text goes along as `detail` and is never looked at.
 */
export function failureOf(operation: Operation, refusal: Refusal): Failure {
  const code = meaningOf(operation, refusal.code)
  const field = refusal.code === 40031 ? 'email' : fields[code]
  return {
    code,
    serviceCode: String(refusal.code),
    ...(field === undefined ? {} : { field }),
    ...(refusal.msg ? { detail: refusal.msg } : {}),
    ...(refusal.correlationId ? { correlationId: refusal.correlationId } : {}),
  }
}
