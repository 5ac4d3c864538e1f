/** What IPCola's answers mean: the envelope, and the failure for each way it says no. */
import { z } from 'zod'
import type { Failure, Result } from '../../../shared/failure'
import { readAnswer } from '../answer'
import type { Effect, HttpAnswer } from '../http'
import { errorInFront } from '../unclear'

/** Whether the call bore a token; only then can a refusal mean the token. */
export type IpcolaCall = 'anonymous' | 'authorized'

/** The message is only shown, so an answer is not refused over it. */
const envelope = z.lazy(() =>
  z.object({
    meta_status: z.int(),
    meta_message: z.string().optional().catch(undefined),
  }),
)
type Envelope = z.infer<typeof envelope>

/**
 * Reads an answer whatever its HTTP status, because none but 200 is documented. Success is
 * `meta_status` 1 and nothing else (seeds: user login, user register, user reset password).
 */
export function readIpcola<T>(
  call: IpcolaCall,
  effect: Effect,
  schema: z.ZodType<T>,
  answer: HttpAnswer,
): Result<T> {
  const marked = readAnswer(envelope, answer.json)
  if (!marked.ok)
    return { ok: false, failure: withoutEnvelope(call, effect, answer, marked.failure) }
  if (marked.value.meta_status === 1) return readAnswer(schema, answer.json)
  return { ok: false, failure: refusal(call, answer, marked.value) }
}

/**
 * Which negative number means what is published nowhere, so none is branched on: number and message
 * are shown as they are. A refused call that sent nothing but a token is read as `token-rejected`;
 * that is an inference, for there is nothing else in such a call to refuse. Only a negative number is
 * a refusal (seed: user login); 0 and numbers above 1 are said nowhere to mean anything, and so nothing
 * of the token, unless the HTTP status does.
 */
function refusal(call: IpcolaCall, { status, retryAt }: HttpAnswer, said: Envelope): Failure {
  const shown = { detail: said.meta_message, serviceCode: String(said.meta_status) }
  if (status === 429) return { code: 'rate-limited', ...shown, retryAt }
  const refused = said.meta_status < 0 ? status < 500 : status === 401
  if (call === 'authorized' && refused) return { code: 'token-rejected', ...shown }
  return { code: 'service-error', ...shown }
}

/** For JSON that is not IPCola's: something in front of it, or a broken answer. */
function withoutEnvelope(
  call: IpcolaCall,
  effect: Effect,
  answer: HttpAnswer,
  otherwise: Failure,
): Failure {
  const { status, retryAt } = answer
  const serviceCode = String(status)
  if (status === 429) return { code: 'rate-limited', serviceCode, retryAt }
  if (status >= 500) return errorInFront(status, effect, retryAt)
  if (call === 'authorized' && status === 401) return { code: 'token-rejected', serviceCode }
  return otherwise
}
