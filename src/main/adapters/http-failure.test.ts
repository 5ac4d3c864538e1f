import { describe, expect, it } from 'vitest'
import { nameTrouble, type Trouble } from './http-failure'

const left = { left: true, tunnelled: false, refusal: undefined }
const notLeft = { left: false, tunnelled: false, refusal: undefined }

function trouble(error: unknown, more: Partial<Trouble> = {}): Trouble {
  return {
    error,
    stopped: undefined,
    progress: notLeft,
    effect: 'once',
    url: new URL('https://service.example:8443/path?code=SECRET'),
    route: { kind: 'direct' },
    ...more,
  }
}

/** An error as Node makes it, with the request on it as axios does. */
function coded(code: string): Error {
  return Object.assign(new Error(`${code} SECRET`), { code, config: { data: 'SECRET' } })
}

const host = 'service.example:8443'

describe('nameTrouble before the request has left', () => {
  it.each([
    ['ECONNREFUSED', { code: 'offline', detail: `connection refused: ${host}` }],
    ['ENOTFOUND', { code: 'offline', detail: `host not found: ${host}` }],
    ['EAI_AGAIN', { code: 'offline', detail: `host not found: ${host}` }],
    ['ENETUNREACH', { code: 'offline', detail: `host out of reach: ${host}` }],
    ['EHOSTUNREACH', { code: 'offline', detail: `host out of reach: ${host}` }],
    ['ECONNRESET', { code: 'offline', detail: `connection lost: ${host}` }],
    ['ETIMEDOUT', { code: 'timeout' }],
    ['CERT_HAS_EXPIRED', { code: 'tls-untrusted', detail: `expired certificate: ${host}` }],
    ['CERT_SIGNATURE_FAILURE', { code: 'tls-untrusted', detail: `bad certificate: ${host}` }],
    ['INVALID_PURPOSE', { code: 'tls-untrusted', detail: `bad certificate: ${host}` }],
    ['EPROTO', { code: 'tls-untrusted', detail: `no secure connection: ${host}` }],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      { code: 'tls-untrusted', detail: `no secure connection: ${host}` },
    ],
    ['HPE_INVALID_CONSTANT', { code: 'not-the-service' }],
  ])('names %s', (code, failure) => {
    expect(nameTrouble(trouble(coded(code)))).toEqual(failure)
  })
})

describe('nameTrouble after the request has left', () => {
  it.each([
    ['ECONNRESET', 'offline'],
    ['EPIPE', 'offline'],
    ['ETIMEDOUT', 'timeout'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'offline'],
    ['HPE_HEADER_OVERFLOW', 'not-the-service'],
    ['HPE_INVALID_CONSTANT', 'not-the-service'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tls-untrusted'],
    ['Z_DATA_ERROR', 'unexpected-answer'],
  ])('does not know the outcome of %s where it must not be repeated', (code, otherwise) => {
    const it = trouble(coded(code), { progress: left })
    expect(nameTrouble(it)).toEqual({ code: 'outcome-unknown' })
    expect(nameTrouble({ ...it, effect: 'safe' }).code).toBe(otherwise)
    expect(nameTrouble({ ...it, effect: 'repeatable' }).code).toBe(otherwise)
  })

  it('holds a time limit to be no answer, and a cancelled request to be cancelled', () => {
    const it = trouble(coded('ERR_CANCELED'), { progress: left })
    expect(nameTrouble({ ...it, stopped: 'timeout' })).toEqual({ code: 'outcome-unknown' })
    expect(nameTrouble({ ...it, stopped: 'timeout', effect: 'safe' })).toEqual({ code: 'timeout' })
    expect(nameTrouble({ ...it, stopped: 'cancelled' })).toEqual({ code: 'cancelled' })
  })
})

describe('nameTrouble', () => {
  it('looks under what axios and several addresses wrap around an error', () => {
    const several = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])
    const wrapped = new Error('SECRET', { cause: several })
    expect(nameTrouble(trouble(wrapped))).toMatchObject({ detail: `connection refused: ${host}` })
  })

  it('names the proxy while nothing stands behind it', () => {
    const route = { kind: 'proxy', url: 'http://proxy.example:3128' } as const
    expect(nameTrouble(trouble(coded('ECONNRESET'), { route }))).toMatchObject({
      detail: 'connection lost: proxy.example:3128',
    })
    const progress = { ...notLeft, tunnelled: true }
    expect(nameTrouble(trouble(coded('ECONNRESET'), { route, progress }))).toMatchObject({
      detail: `connection lost: ${host}`,
    })
    expect(nameTrouble(trouble(new Error('SECRET'), { route }))).toMatchObject({ code: 'offline' })
  })

  it.each([
    coded('ERR_INVALID_ARG_TYPE'),
    coded('ERR_BAD_OPTION'),
    new TypeError('SECRET'),
    'SECRET',
  ])('throws what is a bug, without what it was about (%#)', (error) => {
    let thrown: unknown
    try {
      nameTrouble(trouble(error))
    } catch (caught) {
      thrown = caught
    }
    expect(thrown).toBeInstanceOf(Error)
    expect(thrown instanceof Error ? [thrown.message, thrown.stack, thrown.cause] : []).not.toEqual(
      expect.arrayContaining([expect.stringContaining('SECRET')]),
    )
  })
})
