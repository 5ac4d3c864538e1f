import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

import { isObject } from '../kit/answer'
import { hashId, idOf } from './ids'
import type { CloudreveSettings } from './settings'
import type { CloudreveStore, CloudreveUser } from './store'

// Facts: Cloudreve source pkg/auth/jwt.go.

/** What the service answers for a pair; times as Go prints them. */
export interface TokenPair {
  readonly access_token: string
  readonly refresh_token: string
  readonly access_expires: string
  readonly refresh_expires: string
}

export type Bearer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly user: CloudreveUser }
  /** A refresh token where an access token belongs. */
  | { readonly kind: 'refresh-token' }
  /** A good token of somebody who is no longer active. */
  | { readonly kind: 'inactive' }

type Claims = Readonly<Record<string, unknown>>

/** Issues and reads the site's JWTs. Old refresh tokens stay good: there is no rotation. */
export class TokenAuthority {
  private readonly endedRoots = new Set<string>()

  constructor(
    private readonly store: CloudreveStore,
    private readonly settings: CloudreveSettings,
  ) {}

  issue(user: CloudreveUser, root: string = randomUUID()): TokenPair {
    const now = this.store.clock.now()
    const access = now + this.settings.accessTokenSeconds * 1000
    const refresh = now + this.settings.refreshTokenSeconds * 1000
    const sub = hashId(user.id)
    const shared = { sub, nbf: seconds(now) }
    const pair = {
      access_token: this.sign({ ...shared, token_type: 'access', exp: seconds(access) }),
      refresh_token: this.sign({
        ...{ ...shared, token_type: 'refresh', exp: seconds(refresh) },
        ...{ state_hash: this.stateHash(user), root_token_id: root },
      }),
    }
    const { handOut } = this.store
    handOut({ service: 'cloudreve', kind: 'access-token', text: pair.access_token })
    handOut({ service: 'cloudreve', kind: 'refresh-token', text: pair.refresh_token })
    return {
      ...pair,
      access_expires: goTime(access),
      refresh_expires: goTime(refresh),
    }
  }

  /** A broken or expired token makes the request anonymous; it is not refused. */
  bearer(token: string | undefined): Bearer {
    const claims = token === undefined ? undefined : this.read(token)
    if (claims === undefined) return { kind: 'anonymous' }
    if (claims['token_type'] !== 'access') return { kind: 'refresh-token' }
    const user = this.userOf(claims)
    return user?.status === 'active' ? { kind: 'user', user } : { kind: 'inactive' }
  }

  /** A new pair of the same root, or undefined for a refresh token that is no longer good. */
  refresh(token: string): TokenPair | undefined {
    const claims = this.read(token)
    const user = claims === undefined ? undefined : this.userOf(claims)
    if (claims?.['token_type'] !== 'refresh' || user?.status !== 'active') return undefined
    const root = String(claims['root_token_id'])
    const good = claims['state_hash'] === this.stateHash(user) && !this.endedRoots.has(root)
    return good ? this.issue(user, root) : undefined
  }

  /** Ends every refresh token of the same root. False for a token that cannot be read or is expired. */
  signOut(token: string): boolean {
    const claims = this.read(token)
    if (claims?.['token_type'] !== 'refresh') return false
    this.endedRoots.add(String(claims['root_token_id']))
    return true
  }

  private userOf(claims: Claims): CloudreveUser | undefined {
    return this.store.byId(idOf(String(claims['sub'])))
  }

  /** Changes with e-mail and password, which is how a reset ends refresh tokens. */
  private stateHash(user: CloudreveUser): string {
    const state = `${user.email}/${user.password}/${this.store.instanceId}`
    return createHash('sha256').update(state).digest('hex')
  }

  private sign(claims: Claims): string {
    const head = part({ alg: 'HS256', typ: 'JWT' })
    const body = part(claims)
    return `${head}.${body}.${this.mac(`${head}.${body}`).toString('base64url')}`
  }

  private read(token: string): Claims | undefined {
    const [head = '', body = '', mac = '', ...more] = token.split('.')
    const given = Buffer.from(mac, 'base64url')
    const right = this.mac(`${head}.${body}`)
    if (more.length > 0 || given.length !== right.length) return undefined
    if (!timingSafeEqual(given, right)) return undefined
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    if (!isObject(claims) || typeof claims['exp'] !== 'number') return undefined
    return claims['exp'] > seconds(this.store.clock.now()) ? claims : undefined
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.store.siteSecret).update(text).digest()
  }
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}

/** RFC 3339 with a fraction of six digits and a zone that is not UTC, as Go prints a local time. */
export function goTime(ms: number): string {
  const shifted = new Date(ms + 8 * 3600_000).toISOString()
  return shifted.replace('Z', '494+08:00')
}
