/** Each secret may be sent to the service that it belongs to, in the part of a request that asks for it. */
import type { LoggedRequest } from '../../sandbox/kit/request-log'
import { Canary, type Hit, type Place, type Secret } from './canary'

/**
 * The only secrets that a service wants in an address: Ruuvi's `GET /verify?token=CODE` (seed Register
 * User) and Cloudreve's `GET /user/activate/{id}?sign=` (its own site does the same).
 */
function belongsInQuery(
  { service, operation }: LoggedRequest,
  name: string,
  secret: Secret,
): boolean {
  if (service === 'ruuvi')
    return operation === 'verify' && name === 'token' && secret.kind === 'code'
  return operation === 'activate' && name === 'sign' && secret.kind === 'sign'
}

interface Part {
  readonly name: string
  readonly text: string
  readonly may: (secret: Secret) => boolean
}

function partsOf(request: LoggedRequest): readonly Part[] {
  const never = (): boolean => false
  const query = Object.entries(request.query).map(([name, text]): Part => {
    return { name: `query ${name}`, text, may: (secret) => belongsInQuery(request, name, secret) }
  })
  const headers = Object.entries(request.headers).map(([name, value]): Part => {
    const bearer = name === 'authorization'
    return {
      name: `header ${name}`,
      text: String(value),
      // A refresh token as bearer would be refused; nothing but an access token belongs there.
      may: ({ kind }) => bearer && kind === 'access-token',
    }
  })
  const body = request.body === undefined ? '' : JSON.stringify(request.body)
  return [
    { name: 'path', text: request.path, may: never },
    ...query,
    ...headers,
    { name: 'body', text: body, may: ({ kind }) => kind !== 'access-token' },
  ]
}

/** Secrets in requests that have no business there. */
export function strayInRequests(
  canary: Canary,
  requests: readonly LoggedRequest[],
): readonly Hit[] {
  return requests.flatMap((request) =>
    partsOf(request).flatMap(({ name, text, may }) => {
      const where = `${name} of ${request.method} ${request.path} at ${request.service}`
      const place: Place = { kind: 'request', where, content: text }
      const fine = ({ secret }: Hit): boolean => secret.service === request.service && may(secret)
      return canary.search(place).filter((hit) => !fine(hit))
    }),
  )
}
