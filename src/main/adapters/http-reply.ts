/** Reads a whole HTTP answer: what is JSON goes to the adapter, what is not is named here. */
import { ok, type Failure, type Result } from '../../shared/failure'
import type { Effect, HttpAnswer } from './http'
import { readRetryAfter } from './http-retry-after'
import { errorInFront } from './unclear'

export interface Reply {
  readonly status: number
  readonly contentType: string
  readonly retryAfter: string | undefined
  readonly text: string
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Gives `redirected` for a redirect, which is never followed: the request and its token were meant
 * for `url` alone. Of the target only the origin is told, because the rest may hold a code.
 */
export function readRedirect(
  status: number,
  location: string | undefined,
  url: URL,
): Failure | undefined {
  if (!redirects.has(status)) return undefined
  if (location === undefined || !URL.canParse(location, url.href)) return { code: 'redirected' }
  const { origin, protocol } = new URL(location, url)
  return { code: 'redirected', detail: origin === 'null' ? protocol : origin }
}

/**
 * Gives the JSON of an answer of any status; an empty body with a 2xx status is `json: null`. Without
 * a JSON content type only an object or a list counts, because the text `404` is a number in JSON.
 */
export function readReply(reply: Reply, effect: Effect, now: number): Result<HttpAnswer> {
  const retryAt = readRetryAfter(reply.retryAfter, now)
  if (reply.text.trim() === '' && isSuccess(reply.status)) {
    return ok({ status: reply.status, json: null, retryAt })
  }
  const saysJson = /^[^;]*\bjson\b/i.test(reply.contentType)
  const json = parse(reply.text)
  if (json !== undefined && (saysJson || (typeof json === 'object' && json !== null))) {
    return ok({ status: reply.status, json, retryAt })
  }
  return { ok: false, failure: nameUnreadable(reply.status, saysJson, effect, retryAt) }
}

/** A body that claims to be JSON and is not is the service's own fault, any other somebody else's page. */
function nameUnreadable(
  status: number,
  saysJson: boolean,
  effect: Effect,
  retryAt: number | undefined,
): Failure {
  if (status === 429) return { code: 'rate-limited', retryAt }
  if (status >= 500) return errorInFront(status, effect, retryAt)
  if (saysJson) return { code: 'unexpected-answer', detail: '(the whole answer)' }
  return { code: 'not-the-service' }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
