/** IPCola's HTTP operations, one function each. None sends a token unless it takes one. */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/failure'
import type { Context } from '../adapter'
import { withoutEcho } from '../echo'
import type { HttpRequest } from '../http'
import { shownSeconds } from '../shown-time'
import { readIpcola, type IpcolaCall } from './failures'
import { pictureOf } from './picture'
import type { VcodeRequest } from './vcode-request'

/** What an operation needs to reach its server. */
export type Line = Pick<Context<unknown>, 'http' | 'server' | 'signal'>

/** Every body names the client this way (seeds: "always ipcola"). */
const userTag = 'ipcola'

const anything = z.unknown()

export interface Registration {
  readonly email: string
  readonly password: string
  /** From the mail; 16 characters are expected, the service decides. */
  readonly vcode: string
  /** Who recommended IPCola; '' for nobody. */
  readonly referenceKey: string
}

/** What the seeds require and what a failing service may leave out; an empty token is none. */
const registered = z.object({ token: z.string().optional().catch(undefined) })

/**
 * POST /api/user/register: makes the account. Gives its token, or undefined if the answer holds none;
 * the account exists all the same. Never repeated by itself (seed: user register). Failures:
 * `service-error` with IPCola's own number and words, `unexpected-answer`, `outcome-unknown`.
 */
export async function registerUser(
  line: Line,
  { referenceKey, ...rest }: Registration,
): Promise<Result<{ readonly token: string | undefined }>> {
  const made = await call(line, 'anonymous', registered, {
    method: 'POST',
    path: '/api/user/register',
    body: { ...rest, reference_key: referenceKey, user_tag: userTag },
    effect: 'once',
  })
  if (!made.ok) return made
  return ok({ token: made.value.token === '' ? undefined : made.value.token })
}

export interface Login {
  readonly email: string
  readonly password: string
  readonly captcha: string
  readonly captchaId: string
}

const loggedIn = z.object({ token: z.string().min(1) })

/**
 * POST /api/user/login: gives a token (seed: user login). Fails with `service-error` for a wrong
 * picture and a wrong password alike, because the numbers that would tell are not published.
 */
export async function logIn(
  line: Line,
  { captchaId, ...rest }: Login,
): Promise<Result<{ readonly token: string }>> {
  return call(line, 'anonymous', loggedIn, {
    method: 'POST',
    path: '/api/user/login',
    body: { ...rest, captcha_id: captchaId, user_tag: userTag },
    effect: 'repeatable',
  })
}

export interface PasswordReset {
  readonly email: string
  /** The new one. */
  readonly password: string
  readonly vcode: string
}

/**
 * POST /api/user/reset_password: sets a new password and gives no token (seed: user reset password).
 * Never repeated by itself. Failures as for `registerUser`.
 */
export async function resetPassword(line: Line, reset: PasswordReset): Promise<Result<void>> {
  const done = await call(line, 'anonymous', anything, {
    method: 'POST',
    path: '/api/user/reset_password',
    body: { ...reset, user_tag: userTag },
    effect: 'once',
  })
  return done.ok ? ok(undefined) : done
}

const captcha = z.lazy(() => z.object({ id: z.string().min(1), content: z.string() }))

export interface Captcha {
  readonly id: string
  /** A data URI. */
  readonly image: string
}

/**
 * GET /api/user/captcha: a fresh picture and its id (IPCola documentation "get captcha"). Fails with
 * `unexpected-answer` if `content` is no picture.
 */
export async function getCaptcha(line: Line): Promise<Result<Captcha>> {
  const drawn = await call(line, 'anonymous', captcha, {
    method: 'GET',
    path: '/api/user/captcha',
    effect: 'safe',
  })
  if (!drawn.ok) return drawn
  const image = pictureOf(drawn.value.content)
  if (image === undefined) return fail('unexpected-answer', { detail: 'content' })
  return ok({ id: drawn.value.id, image })
}

/** Fields that are only shown: a wrong type hides one and breaks nothing. */
const shownText = z.string().optional().catch(undefined)
const shownNumber = z.number().optional().catch(undefined)

/** IPCola may answer with `password` and `token` too; what is not named here is dropped at once. */
const userInfo = z.lazy(() =>
  z.object({
    user: z.object({
      // Both are optional (IPCola documentation "get user info"), and null tells as little.
      email: z.string().nullish(),
      forbidden: z.boolean().nullish(),
      id: shownNumber,
      created_unixtime: shownSeconds,
      register_country_code: shownText,
      reference_key: shownText,
      roles: z.array(z.string()).optional().catch(undefined),
      account_limit: shownNumber,
      whitelist_limit: shownNumber,
    }),
  }),
)
export type UserInfo = z.infer<typeof userInfo>['user']

/** Where a token can be tried. */
export const userInfoPath = '/api/user/info'

/**
 * GET /api/user/info: whose token this is (IPCola documentation "get user info"). Fails with
 * `token-rejected` when IPCola refuses.
 */
export async function getUserInfo(line: Line, token: string): Promise<Result<UserInfo>> {
  const told = await call(line, 'authorized', userInfo, {
    method: 'GET',
    path: userInfoPath,
    bearer: token,
    effect: 'safe',
  })
  return told.ok ? ok(told.value.user) : told
}

/**
 * Asks for a vcode the way the person entered it in the server's settings, because it is documented
 * nowhere. What it answers is not known either: an envelope decides if there is one, else the HTTP
 * status does.
 */
export async function requestVcode(line: Line, request: VcodeRequest): Promise<Result<void>> {
  const { http, signal } = line
  const answer = await http.send({ ...request, effect: 'once', signal })
  if (!answer.ok) return answer
  const { status, json } = answer.value
  const enveloped = typeof json === 'object' && json !== null && 'meta_status' in json
  if (!enveloped && status >= 200 && status < 300) return ok(undefined)
  const read = withoutEcho(readIpcola('anonymous', 'once', anything, answer.value), request)
  return read.ok ? ok(undefined) : read
}

interface Sent extends Omit<HttpRequest, 'url' | 'signal'> {
  readonly path: string
}

async function call<T>(
  { http, server, signal }: Line,
  kind: IpcolaCall,
  schema: z.ZodType<T>,
  { path, ...request }: Sent,
): Promise<Result<T>> {
  const answer = await http.send({ ...request, url: `${server.baseUrl}${path}`, signal })
  return answer.ok
    ? withoutEcho(readIpcola(kind, request.effect, schema, answer.value), request)
    : answer
}
