/** Ruuvi Cloud's HTTP operations, one function each. None sends a token unless it takes one. */
import { z } from 'zod'
import { ok, type Result } from '../../../shared/failure'
import type { Context } from '../adapter'
import { withoutEcho } from '../echo'
import type { HttpRequest } from '../http'
import { shownSeconds } from '../shown-time'
import { readRuuvi, type RuuviCall } from './failures'

/** What an operation needs to reach its server. */
export type Line = Pick<Context<unknown>, 'http' | 'server' | 'signal'>

const anything = z.unknown()
const text = z.string().min(1)

/**
 * POST /register: mails a code to a new or existing user (seed: Register User). Asking twice means
 * two mails, and ten in an hour are the limit, so it is never repeated by itself. Failures:
 * `invalid-input` (field `email`), `rate-limited`, `mail-failed`, `service-error`,
 * `outcome-unknown`.
 */
export async function requestCode(line: Line, email: string): Promise<Result<void>> {
  const sent = await call(line, 'register', anything, {
    method: 'POST',
    path: '/register',
    body: { email },
    effect: 'once',
  })
  return sent.ok ? ok(undefined) : sent
}

const verified = z.lazy(() =>
  z.object({
    email: text,
    accessToken: text,
    // Only words depend on it, and losing a token over it would cost the person's code.
    newUser: z.boolean().optional().catch(undefined),
  }),
)
export type Verified = z.infer<typeof verified>

/**
 * GET /verify: exchanges a code for a token (seed: Register User). It is a GET that uses the code
 * up, so it counts as `once`. The code alone selects the account: whoever calls must compare the
 * e-mail. Failures: `wrong-code` (wrong, used or expired), `invalid-input` (field `code`),
 * `rate-limited`, `unexpected-answer`, `service-error`, `outcome-unknown`.
 */
export function verifyCode(line: Line, code: string): Promise<Result<Verified>> {
  return call(line, 'verify', verified, {
    method: 'GET',
    path: '/verify',
    query: { token: code },
    effect: 'once',
  })
}

/** Where a token can be tried. */
export const userPath = '/user'

const user = z.lazy(() =>
  z.object({
    email: text,
    // Only counted and shown; who somebody is does not depend on it (Ruuvi docs "Get User Info").
    sensors: z.array(anything).optional().catch(undefined),
  }),
)
export type User = z.infer<typeof user>

/** GET /user: whose token this is (Ruuvi docs "Get User Info"). Failures: `token-rejected`. */
export function getUser(line: Line, token: string): Promise<Result<User>> {
  return call(line, 'authorized', user, {
    method: 'GET',
    path: userPath,
    bearer: token,
    effect: 'safe',
  })
}

const subscriptions = z.lazy(() =>
  z.object({
    subscriptions: z.array(z.object({ subscriptionName: text, isActive: z.boolean() })),
  }),
)
export type Subscription = z.infer<typeof subscriptions>['subscriptions'][number]

/** GET /subscription: the plans of now and before (Ruuvi OpenAPI subscription.yaml). */
export async function listSubscriptions(
  line: Line,
  token: string,
): Promise<Result<readonly Subscription[]>> {
  const read = await call(line, 'authorized', subscriptions, {
    method: 'GET',
    path: '/subscription',
    bearer: token,
    effect: 'safe',
  })
  return read.ok ? ok(read.value.subscriptions) : read
}

const sessions = z.lazy(() =>
  z.object({
    // An id that a number cannot hold exactly would end somebody else's session.
    sessions: z.array(
      z.object({
        id: z.int(),
        current: z.boolean(),
        // Only shown; a list without dates is better than none.
        createdAt: shownSeconds,
        lastAccessed: shownSeconds,
      }),
    ),
  }),
)
export type RuuviSession = z.infer<typeof sessions>['sessions'][number]

/** GET /sessions: where this user is logged in (Ruuvi OpenAPI sessions.yaml). */
export async function listSessions(
  line: Line,
  token: string,
): Promise<Result<readonly RuuviSession[]>> {
  const read = await call(line, 'authorized', sessions, {
    method: 'GET',
    path: '/sessions',
    bearer: token,
    effect: 'safe',
  })
  return read.ok ? ok(read.value.sessions) : read
}

/** DELETE /sessions/{id}: ends one session; `not-found` if it is gone (OpenAPI sessions-id.yaml). */
export async function deleteSession(line: Line, token: string, id: number): Promise<Result<void>> {
  const ended = await call(line, 'authorized', anything, {
    method: 'DELETE',
    path: `/sessions/${id}`,
    bearer: token,
    effect: 'repeatable',
  })
  return ended.ok ? ok(undefined) : ended
}

interface Sent extends Omit<HttpRequest, 'url' | 'signal'> {
  readonly path: string
}

async function call<T>(
  { http, server, signal }: Line,
  kind: RuuviCall,
  data: z.ZodType<T>,
  { path, ...request }: Sent,
): Promise<Result<T>> {
  const answer = await http.send({ ...request, url: `${server.baseUrl}${path}`, signal })
  return answer.ok ? withoutEcho(readRuuvi(kind, data, answer.value), request) : answer
}
