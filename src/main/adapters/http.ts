/**
 * The one HTTP client of all adapters, and the only import of axios. It sends one request and gives
 * JSON or a failure; what the JSON means is the adapter's. Its parts stand beside it: `http-transport`
 * opens connections, `http-failure` names what broke, `http-reply` reads answers.
 */
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Axios, type AxiosResponse } from 'axios'
import { fail, ok, type Result } from '../../shared/failure'
import type { CertificateLook } from '../../shared/site-trust'
import { readCertificate } from './certificate-look'
import { trustedCertificates } from './certificates'
import { nameRefusal, nameTrouble } from './http-failure'
import { leewayFor, noLeeway, type Allowance, type Leeway } from './http-leeway'
import { startLimit, within, type Limit } from './http-limit'
import { readBody } from './http-body'
import { refusal, type Check } from './http-check'
import { plainWay, systemLookUp, type LookUp } from './http-plain'
import { readRedirect, readReply } from './http-reply'
import { createTransports, type Progress } from './http-transport'
import { sendWithRetries, type SendOnce } from './http-tries'
import type { ResolveProxy, Route } from './proxy'

/**
 * What sending a request twice would do.
 * - `safe`: nothing; a GET is retried at most twice when the connection fails.
 * - `repeatable`: no harm, but it is never retried by itself.
 * - `once`: harm (register, verify, reset). If it has left and the service itself did not answer, the
 *   outcome is `outcome-unknown`.
 */
export type Effect = 'safe' | 'repeatable' | 'once'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Absolute, without a query. */
  readonly url: string
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as `Authorization: Bearer …`; nothing is sent without it. */
  readonly bearer?: string | undefined
  readonly effect: Effect
  readonly signal: AbortSignal
}

/**
 * An answer whose body was JSON, whatever its status; `json` is null where a 2xx had no body.
 * `retryAt` comes from `Retry-After`.
 */
export interface HttpAnswer {
  readonly status: number
  readonly json: unknown
  readonly retryAt?: number | undefined
}

export interface HttpClient {
  /**
   * Sends one request. Failures: `offline` (also where there are only SOCKS proxies), `timeout`,
   * `outcome-unknown`, `tls-untrusted`, `unencrypted-private` and `unencrypted-public` (plain http to
   * where it may not go), `proxy-needs-sign-in`, `redirected` (names the target's origin),
   * `not-the-service` (no JSON), `service-error` (5xx without JSON), `rate-limited` (429 without
   * JSON), `unexpected-answer` (too large, or broken JSON), `cancelled`, and `invalid-input` for an
   * address or a token that cannot be sent at all.
   */
  send(request: HttpRequest): Promise<Result<HttpAnswer>>
}

/**
 * What the program makes once. By itself it allows nothing beyond what holds for every server; whoever
 * knows what a person has allowed for one of them makes a client of that server's own.
 */
export interface RootHttpClient extends HttpClient {
  /** A client for one server. What is allowed there is asked for anew with each request. */
  allowing(allowance: () => Allowance | undefined): HttpClient
  /**
   * Looks at the certificate of an https origin on a connection of its own, which is closed as soon as
   * TLS stands: no byte of a request is sent. Failures: those of `send` for a connection that never
   * stood, and `unsupported` for plain http.
   */
  look(origin: string, signal: AbortSignal): Promise<Result<CertificateLook>>
}

export interface HttpOptions {
  /** What the system says for a URL, in the form of a PAC answer: `DIRECT`, `PROXY host:port`. */
  readonly resolveProxy?: ResolveProxy
  readonly now?: () => number
  readonly userAgent: string
  /** For a whole `send`, retries included. 15 seconds unless told. */
  readonly timeoutMs?: number
  /** For a connection to stand, name lookup, proxy and TLS included. 10 seconds unless told. */
  readonly connectTimeoutMs?: number
  /** Counted after decompression. 2 MB unless told. */
  readonly maxAnswerBytes?: number
  /** Certificates (PEM) that are trusted beside those of the process. */
  readonly certificates?: readonly string[]
  /** How names become addresses where that decides whether plain http may go there. */
  readonly lookUp?: LookUp
  /** Waits before a retry; rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Makes a client. It keeps idle connections for a few seconds and never keeps the process alive. */
export function createHttpClient(options: HttpOptions): RootHttpClient {
  const { resolveProxy, wait = pause, timeoutMs = 15_000 } = options
  const means = { sendOnce: createSender(options), resolveProxy, wait }
  async function deliver(
    request: HttpRequest,
    leewayAt: (url: URL) => Leeway,
  ): Promise<Result<HttpAnswer>> {
    const url = addressOf(request)
    if (!url) return fail('invalid-input', { detail: 'address' })
    // Axios would leave out what a header cannot hold, and so send another token than was meant.
    if (request.bearer !== undefined && !/^[\x21-\x7e]+$/.test(request.bearer)) {
      return fail('invalid-input', { detail: 'token' })
    }
    const whole = startLimit(timeoutMs, request.signal)
    try {
      return await sendWithRetries({ request, url, whole, leeway: leewayAt(url) }, means)
    } finally {
      whole.end()
    }
  }
  return {
    send: (request) => deliver(request, () => noLeeway),
    allowing: (allowance) => ({
      send: (request) => deliver(request, (url) => leewayFor(url, allowance())),
    }),
    look: (origin, signal) => look(origin, signal, deliver, options),
  }
}

/** A look is a request whose connection is refused, whatever it shows, once it has been looked at. */
async function look(
  origin: string,
  signal: AbortSignal,
  deliver: (request: HttpRequest, leewayAt: () => Leeway) => Promise<Result<HttpAnswer>>,
  { certificates, now = Date.now }: HttpOptions,
): Promise<Result<CertificateLook>> {
  const url = new URL(origin)
  if (url.protocol !== 'https:') return fail('unsupported')
  let seen: CertificateLook | undefined
  const check: Check = (socket) => {
    seen = readCertificate(socket, url, now(), trustedCertificates(certificates))
    return refusal('ERR_TLS_ONLY_LOOKED_AT')
  }
  const request: HttpRequest = { method: 'GET', url: url.href, effect: 'repeatable', signal }
  const refused = await deliver(request, () => ({ check }))
  if (seen) return ok(seen)
  return refused.ok ? fail('unsupported') : refused
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal })
}

/** Gives the address with its query, or undefined if it is not one that can be sent to. */
function addressOf({ url: text, query }: HttpRequest): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const speaksHttp = url.protocol === 'https:' || url.protocol === 'http:'
  // Axios would send a name and password from the address in place of the bearer token.
  if (!speaksHttp || url.username !== '' || url.password !== '') return undefined
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.append(name, value)
  return url
}

/** Makes the function that sends a request one single time. */
function createSender(options: HttpOptions): SendOnce {
  const { certificates, connectTimeoutMs = 10_000, lookUp = systemLookUp } = options
  const transportFor = createTransports(certificates && trustedCertificates(certificates))
  // Made without the defaults of axios: they read and write bodies of other kinds than these, and would
  // be merged into each request.
  const client = new Axios({
    adapter: 'http',
    proxy: false,
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: () => true,
  })
  return async ({ request, url, whole, leeway }, route) => {
    const progress: Progress = { left: false, tunnelled: false, refusal: undefined }
    const connecting = startLimit(connectTimeoutMs, whole.signal)
    const { signal, stopClock: onLeft } = connecting
    // A connection that was idle may be closed by the service just as it is used again. That must
    // not make the outcome of a request unknown, so only what may be retried shares connections.
    // What is allowed for one server only is kept apart in the same way.
    const reuse = request.effect === 'safe' && leeway === noLeeway
    try {
      const way =
        url.protocol === 'http:'
          ? await within(signal, plainWay(url, leeway.privateHttp === true, lookUp))
          : ok(undefined)
      if (!way.ok) return { result: way, proxyOutOfReach: false }
      const means = { check: leeway.check, lookup: way.value }
      const answer = await client.request<Readable>({
        method: request.method,
        url: url.href,
        data: request.body === undefined ? undefined : JSON.stringify(request.body),
        headers: headersOf(request, options.userAgent),
        signal,
        transport: transportFor({ url, route, reuse, progress, onLeft, signal, ...means }),
      })
      const result = await readResponse(answer, { request, url, route, progress }, options)
      return { result, proxyOutOfReach: false }
    } catch (error) {
      const stopped = stopReason(request.signal, whole, connecting)
      const failure = nameTrouble({ error, stopped, progress, effect: request.effect, url, route })
      const reached = progress.left || progress.tunnelled || progress.refusal !== undefined
      const proxyOutOfReach = route.kind === 'proxy' && !reached
      return { result: { ok: false, failure }, proxyOutOfReach }
    } finally {
      connecting.end()
    }
  }
}

function headersOf({ bearer, body }: HttpRequest, userAgent: string): Record<string, string> {
  return {
    'User-Agent': userAgent,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
  }
}

function stopReason(
  outer: AbortSignal,
  ...limits: readonly Limit[]
): 'cancelled' | 'timeout' | undefined {
  if (outer.aborted) return 'cancelled'
  return limits.some((limit) => limit.timedOut()) ? 'timeout' : undefined
}

interface Sent {
  readonly request: HttpRequest
  readonly url: URL
  readonly route: Route
  readonly progress: Progress
}

async function readResponse(
  { status, headers, data }: AxiosResponse<Readable>,
  { request, url, route, progress }: Sent,
  { now = Date.now, maxAnswerBytes = 2_000_000 }: HttpOptions,
): Promise<Result<HttpAnswer>> {
  const header = (name: string): string | undefined => {
    const value: unknown = headers[name]
    return typeof value === 'string' ? value : undefined
  }
  const refused = progress.refusal ?? (status === 407 ? status : undefined)
  const early =
    refused === undefined
      ? readRedirect(status, header('location'), url)
      : nameRefusal(refused, route)
  // The body is left unread: the end of the try closes the connection.
  if (early) return { ok: false, failure: early }
  const text = await readBody(data, maxAnswerBytes)
  if (text === undefined) return fail('unexpected-answer', { detail: 'too large' })
  const contentType = header('content-type') ?? ''
  const retryAfter = header('retry-after')
  return readReply({ status, contentType, retryAfter, text }, request.effect, now())
}
