/**
 * Opens the connection for one try of a request and watches how far it gets. What was sent before a
 * connection broke decides between "nothing happened" and "nobody knows", so the watching is exact:
 * Node holds a request back until TCP, the proxy's tunnel and TLS stand, and sends it at once then.
 */
import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import tls from 'node:tls'
import { HttpsProxyAgent } from 'https-proxy-agent'
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

function agentPair(keepAlive: boolean): AgentPair {
  const options = { keepAlive, timeout: idleMs, autoSelectFamilyAttemptTimeout: perAddressMs }
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
  const secure = it.url.protocol === 'https:'
  const port = it.url.port === '' ? (secure ? 443 : 80) : it.url.port
  if (it.route.kind === 'direct') {
    return secure
      ? https.request({ ...options, port, agent: agents.https }, onAnswer)
      : http.request({ ...options, port, agent: agents.http }, onAnswer)
  }
  if (!secure) return openThrough(it.route.url, options, onAnswer, it, agents)
  const agent = tunnelAgent(it.route.url, it.signal, trust)
  return https.request({ ...options, port, agent }, onAnswer)
}

/**
 * A tunnel serves one request: the agent could not tell which of several waiting tunnels to tear
 * down when its request is aborted.
 */
function tunnelAgent(proxy: ProxyUrl, signal: AbortSignal, trust: Trust): http.Agent {
  // `signal` goes on to net.connect and tls.connect; the agent's types do not know the latter.
  const options = { ...trust, signal, keepAlive: false }
  return new HttpsProxyAgent<'https://'>(new URL(proxy), options)
}

/**
 * Plain http goes through a proxy as a request for the whole URL (RFC 9112, 3.2.2): many proxies
 * refuse to open tunnels to anything but port 443.
 */
function openThrough(
  proxy: ProxyUrl,
  options: RequestOptions & Trust,
  onAnswer: OnAnswer,
  it: Try,
  agents: AgentPair,
): ClientRequest {
  const { hostname, port, protocol } = new URL(proxy)
  const secure = protocol === 'https:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const through = {
    ...options,
    protocol,
    hostname: host,
    // Without this Node would check the proxy's certificate against the Host header.
    servername: isIP(host) === 0 ? host : '',
    port: port === '' ? (secure ? 443 : 80) : port,
    path: `${it.url.origin}${options.path}`,
    headers: { ...options.headers, Host: it.url.host },
  }
  return secure
    ? https.request({ ...through, agent: agents.https }, onAnswer)
    : http.request({ ...through, agent: agents.http }, onAnswer)
}

/** Notes in `progress` what happens to the connection of a request. */
function watch(request: ClientRequest, { progress, onLeft }: Try): void {
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
    else if (socket instanceof tls.TLSSocket) socket.once('secureConnect', leave)
    else if (socket.connecting) socket.once('connect', leave)
    // What stands in for the connection after a proxy refused has no service at its other end.
    else if (progress.refusal === undefined) leave()
  })
}
