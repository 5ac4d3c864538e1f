/** What Ruuvi Cloud's answers mean: the envelope, and the failure for each way it says no. */
import { z } from 'zod'
import { fail, type Failure, type Result } from '../../../shared/failure'
import { readAnswer, readField } from '../answer'
import type { HttpAnswer } from '../http'
import { errorInFront } from '../unclear'

/** Which kind of call was answered; the same status means something else to each. */
export type RuuviCall = 'register' | 'verify' | 'authorized'

const envelope = z.lazy(() => z.object({ result: z.enum(['success', 'error']) }))

const refusal = z.lazy(() =>
  z.object({
    error: z.string().optional(),
    code: z.string(),
    sub_code: z.string().nullish(),
  }),
)
type Refusal = z.infer<typeof refusal>

/**
 * Reads an answer. Success is HTTP 200 and `result` "success", with `data` as the schema says
 * (seed: Register User). Anything else is a failure; see `failureOf`. JSON without `result` comes
 * from something in front of the service and is judged by its HTTP status alone.
 */
export function readRuuvi<T>(call: RuuviCall, data: z.ZodType<T>, answer: HttpAnswer): Result<T> {
  const { status, json, retryAt } = answer
  const marked = readAnswer(envelope, json)
  if (!marked.ok) return { ok: false, failure: withoutEnvelope(call, answer, marked.failure) }
  switch (marked.value.result) {
    case 'success':
      if (status !== 200) return fail('unexpected-answer', { detail: 'result' })
      return readField(data, json, 'data')
    case 'error': {
      const said = readAnswer(refusal, json)
      if (!said.ok) return { ok: false, failure: withoutEnvelope(call, answer, said.failure) }
      return { ok: false, failure: failureOf(call, status, said.value, retryAt) }
    }
  }
}

/**
 * Decides on the set of `code` and `sub_code`, then on the HTTP status, never on one alone: the
 * documents nest the telling code in `sub_code`, older servers put it into `code`, and which of the
 * two production sends is not known (Ruuvi OpenAPI register.yaml, verify.yaml; server source of 2022
 * Helpers/errorCodes.js). `wrong-code` stands for wrong, used and expired alike: Ruuvi does not say
 * which.
 */
function failureOf(
  call: RuuviCall,
  status: number,
  said: Refusal,
  retryAt: number | undefined,
): Failure {
  const codes = new Set([said.code, said.sub_code])
  const as = (code: Failure['code'], more: Partial<Failure> = {}): Failure => ({
    code,
    detail: said.error,
    serviceCode: [said.code, said.sub_code].filter(Boolean).join('/'),
    ...more,
  })
  const field = call === 'verify' ? 'code' : 'email'

  if (codes.has('ER_THROTTLED') || status === 429) return as('rate-limited', { retryAt })
  if (codes.has('ER_INVALID_EMAIL_ADDRESS')) return as('invalid-input', { field: 'email' })
  if (call === 'authorized') {
    const dead = ['ER_UNAUTHORIZED', 'ER_TOKEN_EXPIRED'].some((code) => codes.has(code))
    if (dead || status === 401) return as('token-rejected')
    if (codes.has('ER_NOT_FOUND')) return as('not-found')
    return as('service-error')
  }
  if (codes.has('ER_TOKEN_EXPIRED')) return as('wrong-code', { field: 'code' })
  if (call === 'verify' && status === 403) return as('wrong-code', { field: 'code' })
  if (codes.has('ER_UNABLE_TO_SEND_EMAIL')) return as('mail-failed')
  if (status === 400) return as('invalid-input', { field })
  return as('service-error')
}

/** For JSON that is not Ruuvi's: an API gateway's own answer, or a broken one. */
function withoutEnvelope(call: RuuviCall, answer: HttpAnswer, otherwise: Failure): Failure {
  const { status, retryAt } = answer
  const serviceCode = String(status)
  if (status === 429) return { code: 'rate-limited', serviceCode, retryAt }
  // What registers and verifies must not be repeated; all that bears a token may be.
  if (status >= 500) return errorInFront(status, call === 'authorized' ? 'safe' : 'once', retryAt)
  if (status === 401 && call === 'authorized') return { code: 'token-rejected', serviceCode }
  return otherwise
}
