/** The client under test with limits short enough for a test and no pause between retries. */
import {
  createHttpClient,
  type HttpAnswer,
  type HttpClient,
  type HttpOptions,
  type HttpRequest,
  type RootHttpClient,
} from '../../../../src/main/adapters/http'
import type { Allowance } from '../../../../src/main/adapters/http-leeway'
import type { Result } from '../../../../src/shared/failure'

/** Nothing of these may be found in any failure. */
export const secrets = { bearer: 'SECRET-TOKEN', body: { password: 'SECRET-PASSWORD' } } as const

/** A client that does not wait between retries. */
export function clientWith(options: Partial<HttpOptions> = {}): RootHttpClient {
  return createHttpClient({
    userAgent: 'Latchkey/test',
    wait: () => Promise.resolve(),
    ...options,
  })
}

/** Sends one request, a safe GET unless told, and checks that no failure tells a secret. */
export async function send(
  url: string,
  request: Partial<HttpRequest> = {},
  options: Partial<HttpOptions> = {},
  allowance?: Allowance,
): Promise<Result<HttpAnswer>> {
  return sendWith(
    clientWith(options).allowing(() => allowance),
    url,
    request,
  )
}

/** The same with a client that is there already, whose connections it may share. */
export async function sendWith(
  client: HttpClient,
  url: string,
  request: Partial<HttpRequest> = {},
): Promise<Result<HttpAnswer>> {
  const result = await client.send({
    method: 'GET',
    effect: 'safe',
    signal: new AbortController().signal,
    url,
    bearer: secrets.bearer,
    ...request,
  })
  if (!result.ok && JSON.stringify(result).includes('SECRET')) {
    throw new Error('A failure tells a secret')
  }
  return result
}

/** A POST that must not be repeated. */
export const once: Partial<HttpRequest> = { method: 'POST', effect: 'once', body: secrets.body }
/** A POST that does no harm when repeated. */
export const repeatable: Partial<HttpRequest> = {
  method: 'POST',
  effect: 'repeatable',
  body: secrets.body,
}
