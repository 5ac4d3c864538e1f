/** Decides what is sent how often and which way: proxies are tried in turn, safe requests again. */
import { fail, type Result } from '../../shared/failure'
import type { HttpAnswer, HttpRequest } from './http'
import type { Leeway } from './http-leeway'
import { within, type Limit } from './http-limit'
import { routesTo, type ResolveProxy, type Route } from './proxy'

/** What came of sending a request one single time. */
export interface Outcome {
  readonly result: Result<HttpAnswer>
  /** Nothing has left, because the proxy itself could not be reached. */
  readonly proxyOutOfReach: boolean
}

/**
 * A request on its way: `url` has the query in it, `whole` is the limit for all its tries, `leeway`
 * what may be different for its connections.
 */
export interface Errand {
  readonly request: HttpRequest
  readonly url: URL
  readonly whole: Limit
  readonly leeway: Leeway
}

export type SendOnce = (errand: Errand, route: Route) => Promise<Outcome>

export interface Means {
  readonly sendOnce: SendOnce
  readonly resolveProxy?: ResolveProxy | undefined
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The pauses before the first and the second retry, in milliseconds. */
const pausesMs: readonly number[] = [250, 1000]

/**
 * Sends a request, and a safe GET up to twice more while the connection fails. Gives the last
 * result, or `cancelled` or `timeout` if there was none yet when the errand had to stop.
 */
export async function sendWithRetries(errand: Errand, means: Means): Promise<Result<HttpAnswer>> {
  const { request, url, whole } = errand
  let result: Result<HttpAnswer> = fail('timeout')
  try {
    const routes = await within(whole.signal, routesTo(url, means.resolveProxy))
    result = await sendOverFirst(errand, routes, means)
    const again = request.method === 'GET' && request.effect === 'safe' && routes.length > 0
    const pauses = again ? pausesMs : []
    for (const ms of pauses) {
      if (result.ok || result.failure.code !== 'offline') return result
      await means.wait(ms, whole.signal)
      result = await sendOverFirst(errand, routes, means)
    }
    return result
  } catch (error) {
    if (!whole.signal.aborted) throw error
    return request.signal.aborted ? fail('cancelled') : result
  }
}

const onlySocks = 'only a SOCKS proxy is set, which Latchkey cannot use'

/** Sends over the first way that works: a proxy out of reach hands on to the next entry. */
async function sendOverFirst(
  errand: Errand,
  routes: readonly Route[],
  { sendOnce }: Means,
): Promise<Result<HttpAnswer>> {
  // With no way at all, the service was never asked, so nothing is said of what it can do.
  let result: Result<HttpAnswer> = fail('offline', { detail: onlySocks })
  for (const route of routes) {
    const outcome = await sendOnce(errand, route)
    result = outcome.result
    if (!outcome.proxyOutOfReach || errand.whole.signal.aborted) break
  }
  return result
}
