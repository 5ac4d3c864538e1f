/** The one HTTP client of all adapters, and the only import of axios. */
import axios, { type AxiosInstance } from 'axios'
import { fail, ok, type Result } from '../../shared/failure'

/**
 * What sending a request twice would do.
 * - `safe`: nothing; it is retried at most twice when the connection fails.
 * - `repeatable`: no harm, but it is never retried by itself.
 * - `once`: harm (register, verify, reset). If it has left and no answer came, the outcome is
 *   `outcome-unknown`.
 */
export type Effect = 'safe' | 'repeatable' | 'once'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Absolute, without a query. */
  readonly url: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as `Authorization: Bearer …`; nothing is sent without it. */
  readonly bearer?: string
  readonly effect: Effect
  readonly signal: AbortSignal
}

/** An answer whose body was JSON, whatever its status. `retryAt` comes from `Retry-After`. */
export interface HttpAnswer {
  readonly status: number
  readonly json: unknown
  readonly retryAt?: number | undefined
}

export interface HttpClient {
  /**
   * Sends one request. Failures: `offline`, `timeout`, `outcome-unknown`, `tls-untrusted`,
   * `proxy-needs-sign-in`, `redirected` (names the target), `not-the-service` (no JSON),
   * `service-error` (5xx without JSON), `rate-limited` (429 without JSON), `cancelled`.
   */
  send(request: HttpRequest): Promise<Result<HttpAnswer>>
}

export interface HttpOptions {
  /** What the system says for a URL, in the form of a PAC answer: `DIRECT`, `PROXY host:port`. */
  readonly resolveProxy?: (url: string) => Promise<string>
  readonly now?: () => number
  readonly userAgent: string
  readonly timeoutMs?: number
  readonly maxAnswerBytes?: number
}

export function createHttpClient(options: HttpOptions): HttpClient {
  const client: AxiosInstance = axios.create({
    proxy: false,
    maxRedirects: 0,
    timeout: options.timeoutMs ?? 15_000,
    maxContentLength: options.maxAnswerBytes ?? 2_000_000,
    responseType: 'text',
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
    headers: { 'User-Agent': options.userAgent, Accept: 'application/json' },
  })
  return {
    async send(request) {
      try {
        const answer = await client.request<string>({
          method: request.method,
          url: request.url,
          params: request.query,
          data: request.body,
          headers:
            request.bearer === undefined ? {} : { Authorization: `Bearer ${request.bearer}` },
          signal: request.signal,
        })
        return ok({ status: answer.status, json: JSON.parse(answer.data) as unknown })
      } catch {
        return fail('offline')
      }
    },
  }
}
