/** The client under test with limits short enough for a test and no pause between retries. */
import {
  createHttpClient,
  type HttpAnswer,
  type HttpOptions,
  type HttpRequest,
} from '../../../../src/main/adapters/http'
import type { Result } from '../../../../src/shared/failure'

/** Nothing of these may be found in any failure. */
export const secrets = { bearer: 'SECRET-TOKEN', body: { password: 'SECRET-PASSWORD' } } as const

/** Sends one request, a safe GET unless told, and checks that no failure tells a secret. */
export async function send(
  url: string,
  request: Partial<HttpRequest> = {},
  options: Partial<HttpOptions> = {},
): Promise<Result<HttpAnswer>> {
  const client = createHttpClient({
    userAgent: 'Latchkey/test',
    wait: () => Promise.resolve(),
    ...options,
  })
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
