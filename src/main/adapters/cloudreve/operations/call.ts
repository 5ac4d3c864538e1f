/**
 * One request to a Cloudreve site and the envelope around its answer. The HTTP status says nothing
 * here (it is 200 even for errors); the body's `code` decides (API introduction; source
 * pkg/serializer/response.go).
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../../shared/failure'
import type { Context } from '../../adapter'
import { readAnswer, readField } from '../../answer'
import { withoutEcho } from '../../echo'
import type { Effect, HttpAnswer, HttpClient, HttpRequest } from '../../http'
import { errorInFront } from '../../unclear'
import { failureOf, type Operation } from '../failures'

/** What an operation needs: a client, the site's origin, and what aborts it. */
export interface Wire {
  readonly http: HttpClient
  readonly baseUrl: string
  readonly signal: AbortSignal
}

export function wireOf(context: Pick<Context<unknown>, 'http' | 'server' | 'signal'>): Wire {
  return { http: context.http, baseUrl: context.server.baseUrl, signal: context.signal }
}

/** Where the API of every site begins. */
export const apiPath = '/api/v4'

interface Request extends Pick<HttpRequest, 'method' | 'query' | 'body' | 'bearer' | 'effect'> {
  readonly operation: Operation
  /** Below `apiPath`. */
  readonly path: string
}

/** A good answer. `next-step` is code 203: not finished, and not an error. */
export interface Reply {
  readonly kind: 'done' | 'next-step'
  readonly json: unknown
}

const envelope = z.lazy(() =>
  z.object({
    code: z.int(),
    msg: z.string().nullish(),
    correlation_id: z.string().nullish(),
  }),
)

/**
 * Sends one request. Failures: those of `HttpClient.send`, those of `failureOf`, and
 * `unexpected-answer` for JSON that is not Cloudreve's.
 */
export async function call(wire: Wire, request: Request): Promise<Result<Reply>> {
  const { operation, path, ...rest } = request
  const sent = await wire.http.send({
    ...rest,
    url: `${wire.baseUrl}${apiPath}${path}`,
    signal: wire.signal,
  })
  if (!sent.ok) return sent
  return withoutEcho(readReply(operation, request.effect, sent.value), request)
}

function readReply(operation: Operation, effect: Effect, answer: HttpAnswer): Result<Reply> {
  if (answer.status === 429) return fail('rate-limited', { retryAt: answer.retryAt })
  const read = readAnswer(envelope, answer.json)
  if (!read.ok) {
    // JSON without the envelope and with an error's status comes from something in front of the site.
    if (answer.status < 500) return read
    return { ok: false, failure: errorInFront(answer.status, effect, answer.retryAt) }
  }
  const { code, msg, correlation_id: correlationId } = read.value
  if (code === 0) return ok({ kind: 'done', json: answer.json })
  if (code === 203) return ok({ kind: 'next-step', json: answer.json })
  return {
    ok: false,
    failure: failureOf(operation, {
      code,
      msg: msg ?? undefined,
      correlationId: correlationId ?? undefined,
    }),
  }
}

/** Reads the `data` of a finished answer; 203 is not expected here. */
export function dataOf<T>(schema: z.ZodType<T>, reply: Reply): Result<T> {
  if (reply.kind === 'next-step') return fail('unexpected-answer', { detail: 'code' })
  return readField(schema, reply.json, 'data')
}

/** For operations whose finished answer says nothing of use. */
export function doneOf(reply: Reply): Result<void> {
  return reply.kind === 'done' ? ok(undefined) : fail('unexpected-answer', { detail: 'code' })
}
