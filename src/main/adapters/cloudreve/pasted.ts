/**
 * Reads what people paste: a link from a mail in any of its forms, and a token. Only the parts that
 * matter are taken; they always go to the account's own site, wherever the link points.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/failure'
import { decoded, linkReadings } from '../link-readings'
import { pastedToken } from '../pasted-token'

/** The parts of an activation link. `host` is the one that the link names, if it names one. */
export interface ActivationLink {
  readonly id: string
  readonly sign: string
  readonly host: string | undefined
}

/** The parts of a reset link. */
export interface ResetLink {
  readonly id: string
  readonly secret: string
  readonly host: string | undefined
}

/** The value of a parameter, free of any percent-encoding: none of these values has a `%` in it. */
function parameter(text: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[?&#\\s])${name}=([^&#\\s"'<>]+)`, 'i').exec(text)?.[1]
  if (found === undefined) return undefined
  const value = decoded(decoded(found))
  return /^[\x21-\x7e]+$/.test(value) && !value.includes('%') ? value : undefined
}

interface Target {
  readonly page: string
  readonly path: RegExp
  readonly secret: 'sign' | 'secret'
  /** What the secret looks like today; it tells the right reading, and refuses none. */
  readonly shape: RegExp
}

const activation: Target = {
  page: 'session/activate',
  path: /\/user\/activate\/([A-Za-z0-9]+)/,
  secret: 'sign',
  // Base64 of 32 bytes, a colon, when it ends (source pkg/auth/hmac.go).
  shape: /^[\w-]{43}=:\d+$/,
}
const reset: Target = {
  page: 'session/reset',
  path: /\/user\/reset\/([A-Za-z0-9]+)/,
  secret: 'secret',
  // Source service/user/login.go.
  shape: /^[A-Za-z0-9]{32}$/,
}

interface FoundLink {
  readonly id: string
  readonly secret: string
  readonly host: string | undefined
}

/** A signature may begin with what mail source writes for `=`, so the one of the right shape counts. */
function readLink(pasted: string, target: Target): FoundLink | undefined {
  const found = linkReadings(pasted).flatMap((text) => linkIn(text, target))
  return found.find(({ secret }) => target.shape.test(secret)) ?? found[0]
}

function linkIn(text: string, target: Target): readonly FoundLink[] {
  const secret = parameter(text, target.secret)
  const id = target.path.exec(text)?.[1] ?? parameter(text, 'id')
  if (secret === undefined || id === undefined || !/^[A-Za-z0-9]+$/.test(id)) return []
  return [{ id, secret, host: hostOf(text, target) }]
}

/** The host of the link itself, not that of a link which is wrapped around it. */
function hostOf(text: string, target: Target): string | undefined {
  const link = new RegExp(
    `https?://([^/\\s?#"'<>@]+)/(?:${target.page}|api/v4${target.path.source})`,
    'i',
  ).exec(text)
  return link?.[1]?.toLowerCase()
}

/**
 * Takes id and sign out of a link, of the part of it that matters, or of the mail around it.
 * Fails with `invalid-input` for the field `link` if they are not in there.
 */
export function readActivationLink(pasted: string): Result<ActivationLink> {
  const link = readLink(pasted, activation)
  if (!link) return fail('invalid-input', { field: 'link' })
  return ok({ id: link.id, sign: link.secret, host: link.host })
}

/** As `readActivationLink`, for the id and secret of a reset link. */
export function readResetLink(pasted: string): Result<ResetLink> {
  const link = readLink(pasted, reset)
  return link ? ok(link) : fail('invalid-input', { field: 'link' })
}

/** The link's host if it is not the site's own. */
export function otherHost(link: { readonly host: string | undefined }, baseUrl: string) {
  const own = new URL(baseUrl).host
  return link.host === undefined || link.host === own ? undefined : link.host
}

const pair = z.looseObject({ refresh_token: z.string().min(1) })
/** What the site's own pages keep in the browser, under `cloudreve_session`. */
const kept = z.lazy(() =>
  z.looseObject({
    current: z.string(),
    sessions: z.record(z.string(), z.looseObject({ token: pair })),
  }),
)
const nested = z.looseObject({ token: pair })
const answer = z.lazy(() => z.looseObject({ data: z.union([nested, pair]) }))

/** The refresh token in a pasted object: a pair, an answer of the service, or a browser's store. */
function refreshTokenIn(json: unknown): string | undefined {
  const store = kept.safeParse(json)
  if (store.success) return store.data.sessions[store.data.current]?.token.refresh_token
  const whole = answer.safeParse(json)
  const data: unknown = whole.success ? whole.data.data : json
  const inside = nested.safeParse(data)
  const found = pair.safeParse(inside.success ? inside.data.token : data)
  return found.success ? found.data.refresh_token : undefined
}

const claims = z.looseObject({ token_type: z.string() })

/** What a token says it is (source pkg/auth/jwt.go), or undefined for one that cannot be read. */
function tokenType(token: string): string | undefined {
  const payload = token.split('.')[1]
  if (payload === undefined) return undefined
  const read = claims.safeParse(parsed(Buffer.from(payload, 'base64url').toString('utf8')))
  return read.success ? read.data.token_type : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type PastedToken =
  | { readonly kind: 'refresh'; readonly token: string }
  /** An access token alone: it lives for an hour or so and cannot be renewed. */
  | { readonly kind: 'access' }

/**
 * Takes the refresh token out of what was pasted: the token, with or without words around it, or a
 * JSON text that holds it. Fails with `invalid-input` for the field `token`.
 */
export function readToken(pasted: string): Result<PastedToken> {
  const json = parsed(pasted)
  const inJson = typeof json === 'object' && json !== null
  const found = inJson ? refreshTokenIn(json) : pasted
  if (found === undefined) return fail('invalid-input', { field: 'token' })
  const token = pastedToken(found)
  if (!token.ok) return token
  return ok(
    tokenType(token.value) === 'access'
      ? { kind: 'access' }
      : { kind: 'refresh', token: token.value },
  )
}
