import type { Answer } from '../kit/answer'
import { json } from '../kit/answer'

/** What tests may switch while the service runs. */
export interface RuuviSwitches {
  /** `nested`: code and sub_code as in Ruuvi's OpenAPI; `legacy`: the flat codes of the 2022 server. */
  errorShape: 'nested' | 'legacy'
  /** Ruuvi's documents say 401, the 2022 server said 403. */
  badTokenStatus: 401 | 403
  /** Register calls per address and hour before 429. */
  registerLimit: number
  /** How long a code is; Ruuvi's apps show four, no document promises it. */
  codeLength: number
  /** What a 429 says as Retry-After: seconds, a date, or nothing (unknown for the real service). */
  retryAfter: number | Date | undefined
  /** Another account's address: /verify answers with that account, for the mismatch check. */
  verifyReturns: string | undefined
  /** Whether a new register leaves earlier codes alive, as in 2022. */
  olderCodesSurvive: boolean
  /** Mails cannot be sent: register answers 500 ER_INTERNAL. */
  mailFails: boolean
}

export interface RuuviRefusal {
  readonly status: number
  readonly error: string
  readonly code: string
  readonly sub_code?: string | null
}

export function refused({ status, ...body }: RuuviRefusal): Answer {
  return json({ result: 'error', ...body }, status)
}

// Ruuvi OpenAPI register.yaml and verify.yaml (nested), server source of 2022 (legacy).

export function invalidEmail({ errorShape }: RuuviSwitches): Answer {
  const error = 'Invalid E-mail address.'
  const sub_code = 'ER_INVALID_EMAIL_ADDRESS'
  return errorShape === 'nested'
    ? refused({ status: 400, error, code: 'ER_INVALID', sub_code })
    : refused({ status: 400, error, code: sub_code })
}

export function codeMissing({ errorShape }: RuuviSwitches): Answer {
  return errorShape === 'nested'
    ? refused({
        ...{ status: 400, error: 'Missing token' },
        ...{ code: 'ER_INVALID', sub_code: 'ER_INVALID_ARGUMENT' },
      })
    : unauthorized(403)
}

export function badCode(
  why: 'malformed' | 'wrong' | 'used' | 'expired',
  { errorShape }: RuuviSwitches,
): Answer {
  const error = 'Code used or expired'
  const expired = 'ER_TOKEN_EXPIRED'
  if (errorShape === 'nested') {
    return refused({ status: 403, error, code: 'ER_FORBIDDEN', sub_code: expired })
  }
  switch (why) {
    case 'malformed':
    case 'expired':
      return unauthorized(403)
    case 'wrong':
    case 'used':
      return refused({ status: 403, error, code: expired })
  }
}

export function unauthorized(status: 401 | 403): Answer {
  return refused({ status, error: 'Unauthorized request.', code: 'ER_UNAUTHORIZED' })
}

export function notFound(): Answer {
  return refused({ status: 404, error: 'Session not found.', code: 'ER_NOT_FOUND' })
}

/** Sandbox rule: the code of a malformed session id, which no document shows. */
export function invalidArgument(): Answer {
  return refused({ status: 400, error: 'Invalid argument.', code: 'ER_INVALID', sub_code: null })
}

export function internal(): Answer {
  return refused({ status: 500, error: 'Internal server error.', code: 'ER_INTERNAL' })
}

export function throttled({ retryAfter }: RuuviSwitches): Answer {
  const answer = refused({ status: 429, error: 'Too many requests.', code: 'ER_THROTTLED' })
  if (retryAfter === undefined) return answer
  const value = typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString()
  return { ...answer, headers: { 'retry-after': value } }
}
