/**
 * Making an account, confirming it, and choosing a new password. Each of these changes something at
 * the service, so none is ever repeated by itself.
 */
import { ok, type Result } from '../../../../shared/failure'
import { call, dataOf, doneOf, type Wire } from './call'
import type { CaptchaAnswer } from './session'
import { owner } from './shapes'

/** Lengths that every server version takes (seed: Sign up; newer servers allow 128). */
export const passwordLimits = { min: 6, max: 64 } as const
/** What the service's database holds (source ent/schema/user.go). */
export const emailLimit = 100

export interface SignUpInput extends CaptchaAnswer {
  readonly email: string
  readonly password: string
  readonly language: string
}

/**
 * Whether the account may log in at once or waits for its activation link. No token in any case.
 * `mail-sent-again`: the account was there before, not activated; its first password stays.
 */
export type SignUpOutcome = 'active' | 'needs-activation' | 'mail-sent-again'

/**
 * POST /user (seed: Sign up; source service/user/register.go). Failures: `sign-up-closed`,
 * `captcha-wrong`, `invalid-input`, `email-taken`, `mail-failed`, `service-error`, `outcome-unknown`.
 */
export async function signUp(wire: Wire, input: SignUpInput): Promise<Result<SignUpOutcome>> {
  const reply = await call(wire, {
    operation: 'sign-up',
    method: 'POST',
    path: '/user',
    body: input,
    effect: 'once',
  })
  if (reply.ok) return ok(reply.value.kind === 'done' ? 'active' : 'needs-activation')
  return reply.failure.serviceCode === '40033' ? ok('mail-sent-again') : reply
}

/**
 * GET /user/activate/{id}: a GET with an effect. `sign` is sent percent-encoded once (source
 * middleware/auth.go, service/user/register.go). Failures: `wrong-code`, `code-expired`,
 * `already-verified`, `service-error`, `outcome-unknown`.
 */
export async function activate(
  wire: Wire,
  input: { readonly id: string; readonly sign: string },
): Promise<Result<{ readonly email: string | undefined }>> {
  const reply = await call(wire, {
    operation: 'activate',
    method: 'GET',
    path: `/user/activate/${encodeURIComponent(input.id)}`,
    query: { sign: input.sign },
    effect: 'once',
  })
  return reply.ok ? dataOf(owner, reply.value) : reply
}

/**
 * POST /user/reset: asks for the mail; only the latest link is good, for an hour (source
 * service/user/login.go). Failures: `captcha-wrong`, `email-unknown`, `account-blocked`,
 * `email-unconfirmed`, `mail-failed`, `service-error`, `outcome-unknown`.
 */
export async function askReset(
  wire: Wire,
  input: { readonly email: string } & CaptchaAnswer,
): Promise<Result<void>> {
  const reply = await call(wire, {
    operation: 'ask-reset',
    method: 'POST',
    path: '/user/reset',
    body: input,
    effect: 'once',
  })
  return reply.ok ? doneOf(reply.value) : reply
}

/**
 * PATCH /user/reset/{id}: sets the password; no token comes back and all refresh tokens end (source
 * service/user/login.go). Failures: `invalid-input` (nothing used up), `code-expired`,
 * `account-blocked`, `service-error`, `outcome-unknown`.
 */
export async function resetPassword(
  wire: Wire,
  input: { readonly id: string; readonly secret: string; readonly password: string },
): Promise<Result<{ readonly email: string | undefined }>> {
  const reply = await call(wire, {
    operation: 'reset',
    method: 'PATCH',
    path: `/user/reset/${encodeURIComponent(input.id)}`,
    body: { password: input.password, secret: input.secret },
    effect: 'once',
  })
  return reply.ok ? dataOf(owner, reply.value) : reply
}
