/**
 * Opens the connection for one try of a request and watches how far it gets. What was sent before a
 * connection broke decides between "nothing happened" and "nobody knows", so the watching is exact:
 * Node holds a request back until TCP, the proxy's tunnel and TLS stand, and sends it at once then.
 */
import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import tls from 'node:tls'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { CheckedAgent, CheckedTunnel, type Check } from './http-check'
import type { ProxyUrl, Route } from './proxy'

/** How far one try has come. */
export interface Progress {
  /** The connection stood: the request has left, and the service may act on it. */
  left: boolean
  /** The proxy let the request through to the service (a tunnel stands). */
  tunnelled: boolean
  /** The status with which the proxy refused to connect to the service. */
  refusal: number | undefined
}

/** The options that axios hands to a transport. */
interface RequestOptions extends https.RequestOptions {
  readonly headers: OutgoingHttpHeaders
  readonly path: string
}

type OnAnswer = (answer: IncomingMessage) => void

/** What axios takes in place of Node's http or https module. */
export interface Transport {
  request(options: RequestOptions, onAnswer: OnAnswer): ClientRequest
}

export interface Try {
  readonly url: URL
  readonly route: Route
  /** May share a connection that was used before. */
  readonly reuse: boolean
  /** Decides about the certificate; such a connection is never shared. */
  readonly check: Check | undefined
  /** Where a plain connection may go. */
  readonly lookup: LookupFunction | undefined
  readonly progress: Progress
  readonly onLeft: () => void
  /** Aborts when the try is over; a tunnel that is still being dug is torn down then. */
  readonly signal: AbortSignal
}

/** Connections stay open for this long after an answer, in milliseconds. */
const idleMs = 5_000
/**
 * Milliseconds per address where a name has several. Node's own 250 is shorter than a slow mobile
 * connection needs and makes it fail with ETIMEDOUT.
 */
const perAddressMs = 2_000

/** Makes transports that share connections. `certificates` (PEM) are all that is trusted, if given. */
export function createTransports(certificates?: readonly string[]): (it: Try) => Transport {
  const trust = trustOptions(certificates)
  const agents = { pooled: agentPair(true), single: agentPair(false) }
  return (it) => ({
    request(options, onAnswer) {
      const pair = it.reuse ? agents.pooled : agents.single
      const request = open({ ...options, ...trust }, onAnswer, it, pair, trust)
      watch(request, it)
      return request
    },
  })
}

interface AgentPair {
  readonly http: http.Agent
  readonly https: https.Agent
}

const agentOptions = { timeout: idleMs, autoSelectFamilyAttemptTimeout: perAddressMs }

function agentPair(keepAlive: boolean): AgentPair {
  const options = { ...agentOptions, keepAlive }
  return { http: new http.Agent(options), https: new https.Agent(options) }
}

/** What every TLS connection is told, to the service as to a proxy. */
interface Trust {
  readonly rejectUnauthorized: true
  readonly secureContext?: tls.SecureContext
}

/** Certificates are checked whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
function trustOptions(certificates: readonly string[] | undefined): Trust {
  if (!certificates) return { rejectUnauthorized: true }
  return {
    rejectUnauthorized: true,
    secureContext: tls.createSecureContext({ ca: [...certificates] }),
  }
}

function open(
  options: RequestOptions & Trust,
  onAnswer: OnAnswer,
  it: Try,
  agents: AgentPair,
  trust: Trust,
): ClientRequest {
  const { url, route, check, lookup, signal } = it
  if (url.protocol === 'http:') {
    if (!lookup || route.kind === 'proxy') throw new Error('Plain http needs to know where it goes')
    const port = url.port === '' ? 80 : url.port
    return http.request({ ...options, port, lookup, agent: agents.http }, onAnswer)
  }
  const port = url.port === '' ? 443 : url.port
  const agent =
    route.kind === 'proxy'
      ? tunnelAgent(route.url, { signal, trust, check })
      : check
        ? new CheckedAgent(check, signal, agentOptions)
        : agents.https
  return https.request({ ...options, port, agent }, onAnswer)
}

/**
 * A tunnel serves one request: the agent could not tell which of several waiting tunnels to tear
 * down when its request is aborted.
 */
function tunnelAgent(
  proxy: ProxyUrl,
  { signal, trust, check }: Pick<Try, 'signal' | 'check'> & { readonly trust: Trust },
): http.Agent {
  // `signal` goes on to net.connect and tls.connect; the agent's types do not know the latter.
  const options = { ...trust, signal, keepAlive: false }
  if (check) return new CheckedTunnel(check, signal, proxy, options)
  return new HttpsProxyAgent<'https://'>(new URL(proxy), options)
}

/** Notes in `progress` what happens to the connection of a request. */
function watch(request: ClientRequest, { check, progress, onLeft }: Try): void {
  const leave = (): void => {
    progress.left = true
    onLeft()
  }
  request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
    if (statusCode === 200) progress.tunnelled = true
    else progress.refusal = statusCode
  })
  request.once('socket', (socket) => {
    if (request.reusedSocket) leave()
    else if (socket instanceof tls.TLSSocket) {
      // One that was checked stands already.
      if (check) leave()
      else socket.once('secureConnect', leave)
    } else if (socket.connecting) socket.once('connect', leave)
    // What stands in for the connection after a proxy refused has no service at its other end.
    else if (progress.refusal === undefined) leave()
  })
}
