/** What networks and servers do to a request, and what the program must call it. */
import http from 'node:http'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Effect } from '../../../src/main/adapters/http'
import type { FailureCode } from '../../../src/shared/failure'
import { selfSigned, type Authority, type KeyPair } from '../../integration/http/kit/certificates'
import type { AdapterName } from './acts'
import type { Harm, Heard } from './hostile'

export interface HarmCase {
  readonly name: string
  readonly harm: Harm
  /** What each effect must end in. */
  readonly expected: (effect: Effect) => FailureCode
  /** Whether the request must not have been heard at all. */
  readonly unheard?: true
  /** Whether limits are short, because this waits for one. */
  readonly waits?: true
  /** Certificates that the book says are trusted: at this service's address, and at another one. */
  readonly trusted?: { readonly here: KeyPair; readonly elsewhere: KeyPair }
  /** The service to which this is no harm. */
  readonly notFor?: AdapterName
  /** The `retryAt` that is expected, in milliseconds from now; `null` for none. */
  readonly retryInMs?: number | null
}

const always = (code: FailureCode) => (): FailureCode => code
/** After a request that must not be repeated has left, nobody knows what it did. */
const lost =
  (otherwise: FailureCode) =>
  (effect: Effect): FailureCode =>
    effect === 'once' ? 'outcome-unknown' : otherwise

function answering(answer: (heard: Heard, response: ServerResponse) => void): Harm {
  return { at: 'request', answer }
}

/** A page as debug pages and portals make it: with all that was sent in it. */
function page({ request, body }: Heard): string {
  return `<html><body><h1>Welcome</h1><pre>${JSON.stringify(request.headers)}${request.url ?? ''}${body}</pre></body></html>`
}

function html(status: number): Harm {
  return answering((heard, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(page(heard))
  })
}

const day = 86_400_000
const inSeconds = 120

function tooMany(retryAfter: () => string | undefined): Harm {
  return answering((heard, response) => {
    const value = retryAfter()
    response.writeHead(429, {
      'Content-Type': 'text/html',
      ...(value === undefined ? {} : { 'Retry-After': value }),
    })
    response.end(page(heard))
  })
}

const bigBytes = 20_000_000
let bomb: Buffer | undefined

export interface HarmPlaces {
  readonly authority: Authority
  /** Where a redirect leads that must never be followed. */
  readonly trap: { readonly http: string; readonly https: string }
}

/** All harms, each of which a service can do to every operation alike. */
export function harmCases({ authority, trap }: HarmPlaces): readonly HarmCase[] {
  const names = ['127.0.0.1', 'latchkey-service.example']
  const [shown, other] = [selfSigned(names), selfSigned(names)]
  const past = { from: new Date(Date.now() - 30 * day), to: new Date(Date.now() - day) }
  return [
    { name: 'refused', harm: { at: 'port' }, expected: always('offline'), unheard: true },
    {
      name: 'reset-before-it-left',
      harm: { at: 'connection', take: (socket) => socket.once('data', () => reset(socket)) },
      expected: always('offline'),
      unheard: true,
    },
    {
      name: 'reset-after-it-left',
      harm: answering(({ request }) => reset(request.socket)),
      expected: lost('offline'),
    },
    {
      name: 'stalled-before-it-left',
      harm: { at: 'connection', take: () => undefined },
      expected: always('timeout'),
      unheard: true,
      waits: true,
    },
    {
      name: 'stalled',
      harm: answering(() => undefined),
      expected: lost('timeout'),
      waits: true,
    },
    {
      name: 'stalled-within-the-answer',
      harm: answering((_heard, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"data":')
      }),
      expected: lost('timeout'),
      waits: true,
    },
    {
      name: 'cut-in-mid-body',
      harm: answering(({ request }, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' })
        response.write('{"code":0,"meta_status":1,"result":"success",', () => reset(request.socket))
      }),
      expected: lost('offline'),
    },
    ...[500, 502, 503, 504, 524].map((status) => ({
      name: `html-${status}`,
      harm: html(status),
      expected: lost('service-error'),
    })),
    { name: 'captive-portal', harm: html(200), expected: always('not-the-service') },
    ...(['http', 'https'] as const).flatMap((scheme) =>
      [302, 307].map((status) => ({
        name: `redirect-${status}-to-${scheme === 'http' ? 'http' : 'another-host'}`,
        harm: answering((_heard, response) => {
          response.writeHead(status, { Location: `${trap[scheme]}/elsewhere` }).end()
        }),
        expected: always('redirected'),
      })),
    ),
    {
      name: 'certificate-expired',
      harm: { at: 'certificate', pair: authority.issue(names, past) },
      expected: always('tls-untrusted'),
      unheard: true,
    },
    {
      name: 'certificate-self-signed',
      harm: { at: 'certificate', pair: selfSigned(names) },
      expected: always('tls-untrusted'),
      unheard: true,
    },
    {
      name: 'certificate-of-another-host',
      harm: { at: 'certificate', pair: authority.issue(['elsewhere.example']) },
      expected: always('tls-untrusted'),
      unheard: true,
    },
    {
      // A renewal, or somebody in between who has the certificate of another site.
      name: 'certificate-trusted-elsewhere',
      harm: { at: 'certificate', pair: shown },
      trusted: { here: other, elsewhere: shown },
      expected: always('tls-untrusted'),
      unheard: true,
    },
    {
      // A book in which somebody has written where nothing may be trusted.
      name: 'certificate-trusted-where-none-may-be',
      harm: { at: 'certificate', pair: shown },
      trusted: { here: shown, elsewhere: other },
      notFor: 'cloudreve',
      expected: always('tls-untrusted'),
      unheard: true,
    },
    {
      name: 'proxy-asks-for-a-password',
      harm: { at: 'proxy' },
      expected: always('proxy-needs-sign-in'),
      unheard: true,
    },
    {
      name: 'body-of-20-mb',
      harm: answering((_heard, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        response.end(`{"data":"${'x'.repeat(bigBytes)}"}`)
      }),
      expected: always('unexpected-answer'),
    },
    {
      name: 'gzip-bomb',
      harm: answering((_heard, response) => {
        bomb ??= gzipSync(`{"data":"${'x'.repeat(5 * bigBytes)}"}`)
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
          'Content-Length': String(bomb.length),
        })
        response.end(bomb)
      }),
      expected: always('unexpected-answer'),
    },
    {
      name: 'too-many-retry-in-seconds',
      harm: tooMany(() => String(inSeconds)),
      expected: always('rate-limited'),
      retryInMs: inSeconds * 1_000,
    },
    {
      name: 'too-many-retry-at-a-date',
      harm: tooMany(() => new Date(Date.now() + inSeconds * 1_000).toUTCString()),
      expected: always('rate-limited'),
      retryInMs: inSeconds * 1_000,
    },
    {
      name: 'too-many-without-a-time',
      harm: tooMany(() => undefined),
      expected: always('rate-limited'),
      retryInMs: null,
    },
  ]
}

function reset(socket: http.IncomingMessage['socket']): void {
  // A TLS socket cannot be reset itself; what is destroyed with an unread answer is as abrupt.
  if ('encrypted' in socket) socket.destroy()
  else socket.resetAndDestroy()
}
