import type { HttpClient, RootHttpClient } from '../adapters/http'
import type { Log } from '../log'

/**
 * Tells the log of each request: its method, where it went without query and ids, how it ended, how
 * long it took. What was sent and what came back is none of the log's business.
 */
export function logRequests(http: RootHttpClient, log: Log, now: () => number): RootHttpClient {
  return {
    ...logged(http, log, now),
    allowing: (allowance) => logged(http.allowing(allowance), log, now),
    look: (origin, signal) => http.look(origin, signal),
  }
}

function logged(http: HttpClient, log: Log, now: () => number): HttpClient {
  return {
    async send(request) {
      const began = now()
      const result = await http.send(request)
      const end = result.ok ? String(result.value.status) : `failed with ${result.failure.code}`
      log.info(`${request.method} ${plainAddress(request.url)} ${end} after ${now() - began} ms`)
      return result
    },
  }
}

/** An address without what may name a person: no name, no query, no part of the path that is no word. */
export function plainAddress(url: string): string {
  if (!URL.canParse(url)) return 'an address that is none'
  const { host, pathname } = new URL(url)
  const parts = pathname.split('/').map((part) => {
    const plain = part === '' || /^(?:[a-z]{2,24}(?:[-_][a-z]{2,24}){0,3}|v\d{1,2})$/i.test(part)
    return plain ? part : '…'
  })
  return host + parts.join('/')
}
