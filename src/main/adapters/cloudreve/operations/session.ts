/**
 * Logging in, staying logged in, logging out. None of these may carry `Authorization`: the service
 * refuses every request, public ones too, that bears a token of somebody who is no longer active.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../../shared/failure'
import type { Session } from '../../adapter'
import { apiPath, call, dataOf, doneOf, type Wire } from './call'
import { tokenPair, user, type User } from './shapes'
import { readBasicConfig } from './site'

/** A captcha's answer as guarded calls take it; both empty where the site asks for none. */
export interface CaptchaAnswer {
  readonly captcha: string
  readonly ticket: string
}

export interface SignedIn {
  readonly user: User
  readonly session: Session
}

const signedIn: z.ZodType<SignedIn> = z.lazy(() =>
  z
    .object({ user, token: tokenPair })
    .transform((read) => ({ user: read.user, session: read.token })),
)

export interface SignInWays {
  readonly password: boolean
}

const signInWays = z.object({ password_enabled: z.boolean().nullish() })

/**
 * GET /session/prepare: how an address may log in (source service/user/login.go). Tells anybody
 * whether an address has an account, so it is asked only when the person wants to know.
 * Failures: `email-unknown`, `invalid-input`.
 */
export async function prepareSignIn(wire: Wire, email: string): Promise<Result<SignInWays>> {
  const reply = await call(wire, {
    operation: 'prepare-sign-in',
    method: 'GET',
    path: '/session/prepare',
    query: { email },
    effect: 'safe',
  })
  if (!reply.ok) return reply
  const data = dataOf(signInWays, reply.value)
  return data.ok ? ok({ password: data.value.password_enabled ?? false }) : data
}

export type SignInOutcome =
  | ({ readonly kind: 'signed-in' } & SignedIn)
  /** The session id of the second factor, valid for 600 seconds. */
  | { readonly kind: 'second-factor'; readonly sessionId: string }

/**
 * POST /session/token (source service/user/login.go). Failures: `captcha-wrong`,
 * `wrong-credentials`, `account-blocked`, `email-unconfirmed`, `invalid-input`, `service-error`.
 */
export async function signIn(
  wire: Wire,
  input: { readonly email: string; readonly password: string } & CaptchaAnswer,
): Promise<Result<SignInOutcome>> {
  const reply = await call(wire, {
    operation: 'sign-in',
    method: 'POST',
    path: '/session/token',
    body: input,
    effect: 'repeatable',
  })
  if (!reply.ok) return reply
  if (reply.value.kind === 'next-step') {
    const sessionId = dataOf(z.string().min(1), { kind: 'done', json: reply.value.json })
    return sessionId.ok ? ok({ kind: 'second-factor', sessionId: sessionId.value }) : sessionId
  }
  const data = dataOf(signedIn, reply.value)
  return data.ok ? ok({ kind: 'signed-in', ...data.value }) : data
}

/**
 * POST /session/token/2fa (source service/user/login.go). Failures: `second-factor-wrong` (the
 * session stays), `attempt-expired` (it is over), `invalid-input`.
 */
export async function finishSignIn(
  wire: Wire,
  input: { readonly sessionId: string; readonly otp: string },
): Promise<Result<SignedIn>> {
  const reply = await call(wire, {
    operation: 'second-factor',
    method: 'POST',
    path: '/session/token/2fa',
    body: { otp: input.otp, session_id: input.sessionId },
    effect: 'repeatable',
  })
  return reply.ok ? dataOf(signedIn, reply.value) : reply
}

/**
 * POST /session/token/refresh: a new pair with a full new life; the old refresh token stays valid,
 * so a lost answer costs nothing (source pkg/auth/jwt.go). Failure: `token-rejected`.
 */
export async function refresh(wire: Wire, refreshToken: string): Promise<Result<Session>> {
  const reply = await call(wire, {
    operation: 'refresh',
    method: 'POST',
    path: '/session/token/refresh',
    body: { refresh_token: refreshToken },
    effect: 'repeatable',
  })
  return reply.ok ? dataOf(tokenPair, reply.value) : reply
}

/**
 * DELETE /session/token: ends every token of the same root. The access token works on until its own
 * end. A refresh token that the service can no longer read is logged out already, which is as good.
 */
export async function signOut(wire: Wire, refreshToken: string): Promise<Result<void>> {
  const reply = await call(wire, {
    operation: 'sign-out',
    method: 'DELETE',
    path: '/session/token',
    body: { refresh_token: refreshToken },
    effect: 'repeatable',
  })
  if (reply.ok) return doneOf(reply.value)
  return reply.failure.serviceCode === '40020' ? ok(undefined) : reply
}

const mePath = '/user/me'
/** Where a token can be tried, from the site's address on. */
export const whoAmIPath = `${apiPath}${mePath}`

/** GET /user/me as it is answered. */
async function readMe(wire: Wire, access: string): Promise<Result<User>> {
  const reply = await call(wire, {
    operation: 'me',
    method: 'GET',
    path: mePath,
    bearer: access,
    effect: 'safe',
  })
  if (!reply.ok) return reply
  const me = dataOf(user, reply.value)
  return me.ok && me.value.anonymous ? fail('token-rejected') : me
}

/**
 * GET /user/me. Failures: `token-rejected` (expired tokens run as nobody), `account-blocked`,
 * `service-error`.
 *
 * "Failed to get login user" (50001) is said of a good token whose user is no longer active, and of a
 * database that fails (source middleware/auth.go, inventory/user.go). Who asks without a token is looked
 * up in the database as well, so the settings that the site shows to anybody tell the two apart; the
 * second question is for a database that failed for a moment.
 */
export async function whoAmI(wire: Wire, access: string): Promise<Result<User>> {
  const first = await readMe(wire, access)
  if (!lacksUser(first)) return first
  const anybody = await readBasicConfig(wire)
  if (!anybody.ok) return anybody.failure.code === 'cancelled' ? anybody : first
  const second = await readMe(wire, access)
  if (!lacksUser(second)) return second
  return { ok: false, failure: { ...second.failure, code: 'account-blocked' } }
}

function lacksUser(me: Result<User>): me is Extract<Result<User>, { readonly ok: false }> {
  return !me.ok && me.failure.serviceCode === '50001'
}

/** In bytes. */
export interface Capacity {
  readonly used: number
  readonly total: number
}

const capacity: z.ZodType<Capacity> = z.lazy(() =>
  z.object({
    used: z.number().nonnegative(),
    total: z.number().nonnegative(),
  }),
)

/** GET /user/capacity. */
export async function readCapacity(wire: Wire, access: string): Promise<Result<Capacity>> {
  const reply = await call(wire, {
    operation: 'capacity',
    method: 'GET',
    path: '/user/capacity',
    bearer: access,
    effect: 'safe',
  })
  return reply.ok ? dataOf(capacity, reply.value) : reply
}
