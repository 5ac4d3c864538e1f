/**
 * Connections that are looked at before they are used: TLS is let through whatever the system makes of
 * the certificate, and a check decides, before anybody gets a socket to write to. So nothing of a
 * request is ever on a connection that did not pass. Each serves one request, with an agent of its own:
 * there is no pool in which one that was let through could be taken for another.
 */
import type { ClientRequest } from 'node:http'
import https, { type RequestOptions } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { HttpsProxyAgent, type HttpsProxyAgentOptions } from 'https-proxy-agent'
import type { Fingerprint } from '../../shared/site-trust'
import type { ProxyUrl } from './proxy'

/** Gives why a TLS connection that stands may not be used, as an error with a code, or undefined. */
export type Check = (socket: TLSSocket) => Error | undefined

/** The code for a connection that was refused because another certificate is trusted there. */
export const anotherCertificate = 'ERR_TLS_ANOTHER_CERTIFICATE'

/**
 * Lets through what the system trusts, and besides that the one certificate with this fingerprint,
 * whatever is wrong with it. The handshake has proved by then that the other end holds its key.
 */
export function pinned(fingerprint: Fingerprint): Check {
  return (socket) => {
    if (socket.authorized) return undefined
    const shown = socket.getPeerX509Certificate()?.fingerprint256
    return shown === fingerprint ? undefined : refusal(anotherCertificate)
  }
}

/** An error by which a check refuses. */
export function refusal(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Straight to the service. */
export class CheckedAgent extends https.Agent {
  constructor(
    private readonly check: Check,
    private readonly abort: AbortSignal,
    options: https.AgentOptions,
  ) {
    super({ ...options, keepAlive: false, maxCachedSessions: 0 })
  }

  override createConnection(
    options: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const socket = super.createConnection({ ...options, rejectUnauthorized: false })
    if (!(socket instanceof TLSSocket)) throw new Error('An https agent gave no TLS connection')
    passed(socket, this.check, this.abort).then(
      () => callback?.(null, socket),
      (error: unknown) =>
        callback?.(error instanceof Error ? error : new Error('No connection'), socket),
    )
  }
}

/** Through the tunnel of a proxy, whose own certificate is checked as always. */
export class CheckedTunnel extends HttpsProxyAgent<'https://'> {
  constructor(
    private readonly check: Check,
    private readonly abort: AbortSignal,
    proxy: ProxyUrl,
    options: HttpsProxyAgentOptions<'https://'>,
  ) {
    super(new URL(proxy), options)
  }

  override async connect(
    request: ClientRequest,
    options: Parameters<HttpsProxyAgent<'https://'>['connect']>[1],
  ): Promise<Socket> {
    const socket = await super.connect(
      request,
      options.secureEndpoint ? { ...options, rejectUnauthorized: false } : options,
    )
    // What stands in for the connection after a proxy refused carries its answer and nothing else.
    if (socket instanceof TLSSocket) await passed(socket, this.check, this.abort)
    return socket
  }
}

/** Waits until TLS stands and the check has passed; rejects, with the connection closed, if not. */
function passed(socket: TLSSocket, check: Check, abort: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const close = (): void => void socket.destroy()
    const settle = (): void => {
      abort.removeEventListener('abort', close)
      socket.off('close', onClose)
      socket.off('secureConnect', onSecure)
    }
    const onClose = (): void => {
      settle()
      reject(refusal('ECONNRESET'))
    }
    const onSecure = (): void => {
      settle()
      try {
        const refused = check(socket)
        if (refused) throw refused
        resolve()
      } catch (error) {
        // Whatever somebody puts into a certificate must not bring the program down.
        socket.destroy()
        reject(error instanceof Error ? error : new Error('The check failed'))
      }
    }
    // Stays: until the request listens itself, an error must not be nobody's.
    socket.on('error', (error: Error) => {
      settle()
      reject(error)
    })
    socket.once('close', onClose)
    socket.once('secureConnect', onSecure)
    if (abort.aborted) close()
    else abort.addEventListener('abort', close, { once: true })
  })
}
