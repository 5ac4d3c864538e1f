import { randomUUID } from 'node:crypto'

import type { Answer } from '../kit/answer'
import { json } from '../kit/answer'

/**
 * Codes about account life (Cloudreve source pkg/serializer/error.go) and, in the sandbox's words, what
 * they mean. Clients go by the code; the real texts differ.
 */
export const cloudreveMessages = {
  [-1]: 'Unspecified error',
  0: '',
  203: '',
  401: 'Login required',
  403: 'expire timestamp is missing',
  404: 'Not found',
  40001: 'Parameter error',
  40005: 'Signature expired',
  40017: 'This account is blocked',
  40018: 'This account is not activated',
  40019: 'This feature is not enabled',
  40020: 'Credential invalid',
  40021: 'User not found',
  40022: 'Incorrect 2FA code',
  40023: 'Login session does not exist',
  40024: 'Cannot initialize passkey',
  40025: 'Passkey cannot be verified',
  40026: 'CAPTCHA incorrect',
  40027: 'CAPTCHA must be refreshed',
  40028: 'Failed to send email',
  40029: 'Invalid temporary link',
  40030: 'Temporary link expired',
  40031: 'Email provider not accepted',
  40032: 'Email already in use',
  40033: 'Activation email sent again',
  40034: 'This account cannot be activated',
  40069: 'Incorrect password',
  40071: 'Signature invalid',
  40080: 'Incorrect email or password',
  40087: 'Domain not licensed',
  40088: 'Anonymous access denied',
  40089: 'Insufficient scope',
  50001: 'Database operation failed',
  50002: 'Encryption failed',
  50005: 'Internal setting error',
  50006: 'Cache operation failed',
} as const

export type CloudreveCode = keyof typeof cloudreveMessages

/** Code 0. `data` left out stays out of the answer, as Go omits it. */
export function succeeded(data?: unknown): Answer {
  return json({ code: 0, ...(data === undefined ? {} : { data }), msg: '' })
}

/** Code 203: one more step is needed. */
export function unfinished(data?: string): Answer {
  return json({ code: 203, ...(data === undefined ? {} : { data }), msg: '' })
}

export function failed(code: CloudreveCode, msg: string = cloudreveMessages[code]): Answer {
  return json({ code, msg, correlation_id: randomUUID() })
}

/** A body that fails validation: such answers carry no correlation id. */
export function invalid(msg: string): Answer {
  return json({ code: 40001, msg })
}
