/**
 * Names what went wrong on the way to a service and back. Errors of axios and Node carry the request
 * with its body and token: only their codes are read here, and none of them leaves this module.
 */
import type { Failure } from '../../shared/failure'
import type { Effect } from './http'
import { anotherCertificate } from './http-check'
import type { Progress } from './http-transport'
import type { Route } from './proxy'

/** What is known about a try that gave no answer. */
export interface Trouble {
  readonly error: unknown
  readonly stopped: 'cancelled' | 'timeout' | undefined
  readonly progress: Progress
  readonly effect: Effect
  readonly url: URL
  readonly route: Route
}

/**
 * Gives the failure for a try without an answer; throws if the error is a bug of ours. Once a request
 * that must not be repeated has left, nobody knows what it did, whatever was wrong with the answer:
 * Node reports a broken header or a broken record only after the service has worked on the request.
 */
export function nameTrouble(trouble: Trouble): Failure {
  const { stopped, progress, effect } = trouble
  if (stopped === 'cancelled') return { code: 'cancelled' }
  const failure = nameCause(trouble)
  return effect === 'once' && progress.left ? { code: 'outcome-unknown' } : failure
}

function nameCause(trouble: Trouble): Failure {
  const { stopped, progress, url, route } = trouble
  if (stopped === 'timeout') return { code: 'timeout' }
  if (progress.refusal !== undefined) return nameRefusal(progress.refusal, route)
  const code = codeOf(trouble.error)
  if (code === undefined) return nameWithoutCode(trouble)
  if (isTls(code)) {
    const host = route.kind === 'proxy' && !progress.tunnelled ? hostOf(route.url) : url.host
    return { code: 'tls-untrusted', detail: `${tlsReason(code)}: ${host}` }
  }
  if (code === 'ETIMEDOUT') return { code: 'timeout' }
  if (isNetwork(code)) {
    return { code: 'offline', detail: `${networkReason(code)}: ${hopOf(trouble)}` }
  }
  if (code.startsWith('HPE_')) return { code: 'not-the-service' }
  if (isCompression(code)) return { code: 'unexpected-answer', detail: 'broken compression' }
  throw new Error(`The HTTP client failed with ${code}`)
}

/** A proxy that would not connect: nothing of the request has left this computer. */
export function nameRefusal(status: number, route: Route): Failure {
  const proxy = route.kind === 'proxy' ? hostOf(route.url) : undefined
  if (status === 407) return { code: 'proxy-needs-sign-in', detail: proxy }
  return { code: 'offline', detail: `refused by the proxy (${status}): ${proxy ?? ''}` }
}

/** The tunnel's agent gives bare errors when a proxy hangs up on it or answers gibberish. */
function nameWithoutCode({ route, progress, error }: Trouble): Failure {
  if (route.kind === 'proxy' && !progress.tunnelled && !progress.left) {
    return { code: 'offline', detail: `no answer from the proxy: ${hostOf(route.url)}` }
  }
  throw new Error(`The HTTP client failed with ${error instanceof Error ? error.name : 'no error'}`)
}

/** The host that the broken connection led to. */
function hopOf({ route, progress, url }: Trouble): string {
  return route.kind === 'proxy' && !progress.tunnelled ? hostOf(route.url) : url.host
}

function hostOf(url: string): string {
  return new URL(url).host
}

/** Finds the code of the error that began it all: axios wraps Node's, Node wraps several tries. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : []
  for (const cause of [error.cause, ...inner]) {
    const code = codeOf(cause)
    if (code !== undefined) return code
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const tlsReasons: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate of an unknown authority'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate of an unknown authority'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate of an unknown authority'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate of an unknown authority'],
  ['CERT_UNTRUSTED', 'certificate of an unknown authority'],
  ['CERT_HAS_EXPIRED', 'expired certificate'],
  ['CERT_NOT_YET_VALID', 'certificate not valid yet'],
  ['CERT_REVOKED', 'revoked certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate for another host'],
  ['HOSTNAME_MISMATCH', 'certificate for another host'],
  [anotherCertificate, 'another certificate than the one you trust'],
])

/** Further codes of OpenSSL's certificate check, as listed in Node's documentation of tls. */
const certificateCode =
  /^(CERT_|CRL_|INVALID_(CA|PURPOSE)$|UNABLE_TO_|ERROR_IN_(CERT|CRL)_|PATH_LENGTH_EXCEEDED$)/

function isTls(code: string): boolean {
  return (
    tlsReasons.has(code) ||
    certificateCode.test(code) ||
    code === 'EPROTO' ||
    code.startsWith('ERR_SSL_') ||
    code.startsWith('ERR_TLS_')
  )
}

function tlsReason(code: string): string {
  return (
    tlsReasons.get(code) ??
    (certificateCode.test(code) ? 'bad certificate' : 'no secure connection')
  )
}

/** The system's own codes, and those for a connection that closed before the answer was whole. */
function isNetwork(code: string): boolean {
  return (/^E[A-Z0-9_]+$/.test(code) && !code.startsWith('ERR_')) || code.startsWith('ERR_STREAM_')
}

function networkReason(code: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'host not found'
    case 'ECONNREFUSED':
      return 'connection refused'
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return 'host out of reach'
    default:
      return 'connection lost'
  }
}

/** zlib says Z_DATA_ERROR and the like, its Brotli part ERR__ERROR_FORMAT_…, Zstandard ZSTD_… */
function isCompression(code: string): boolean {
  return code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ZSTD_')
}
