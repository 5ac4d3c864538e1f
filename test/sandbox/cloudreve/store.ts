import { randomBytes, randomUUID } from 'node:crypto'

import type { Clock } from '../kit/clock'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import { alphanumerics, randomText } from '../kit/random'

export type CloudreveStatus = 'active' | 'inactive' | 'manual_banned' | 'sys_banned'

export interface CloudreveUser {
  readonly id: number
  readonly email: string
  nickname: string
  password: string
  status: CloudreveStatus
  readonly group: 'Admin' | 'User'
  readonly language: string
  readonly createdAt: number
  /** The key of the second factor; undefined where the user has none. */
  twoFactor: Buffer | undefined
}

/** Cloudreve source service/user/login.go: both in seconds there. */
const loginSessionMs = 600_000
const resetSecretMs = 3600_000

interface Temporary {
  readonly userId: number
  readonly since: number
}

/** A site's users, waiting second factors, and reset secrets. */
export class CloudreveStore {
  /** The key of the site's signatures and tokens. */
  readonly siteSecret = randomBytes(32)
  readonly instanceId = randomUUID()
  private readonly users = new Map<number, CloudreveUser>()
  private nextId = 1
  private readonly loginSessions = new Map<string, Temporary>()
  private readonly resets = new Map<number, { readonly secret: string; readonly since: number }>()

  constructor(
    readonly clock: Clock,
    readonly handOut: HandOut = unheard,
  ) {
    // The first user of a site becomes its admin; a running site has one already.
    this.addUser({ email: 'admin@site.example', password: randomUUID() })
  }

  addUser(user: {
    readonly email: string
    readonly password: string
    readonly status?: CloudreveStatus
    readonly nickname?: string
    readonly language?: string
    readonly twoFactor?: boolean
  }): CloudreveUser {
    const email = user.email.toLowerCase()
    if (this.byEmail(email) !== undefined) throw new Error(`Cloudreve knows ${email} already`)
    const added: CloudreveUser = {
      ...{ id: this.nextId, email, password: user.password },
      nickname: user.nickname ?? email.replace(/@.*$/, ''),
      status: user.status ?? 'active',
      group: this.nextId === 1 ? 'Admin' : 'User',
      language: user.language ?? '',
      createdAt: this.clock.now(),
      twoFactor: user.twoFactor === true ? randomBytes(20) : undefined,
    }
    this.nextId += 1
    this.users.set(added.id, added)
    return added
  }

  byEmail(email: string): CloudreveUser | undefined {
    return [...this.users.values()].find((user) => user.email === email.toLowerCase())
  }

  byId(id: number | undefined): CloudreveUser | undefined {
    return id === undefined ? undefined : this.users.get(id)
  }

  all(): readonly CloudreveUser[] {
    return [...this.users.values()]
  }

  /** A new key each time it is turned on. */
  setTwoFactor(user: CloudreveUser, on: boolean): void {
    user.twoFactor = on ? randomBytes(20) : undefined
  }

  remove(user: CloudreveUser): void {
    this.users.delete(user.id)
  }

  openLoginSession(user: CloudreveUser): string {
    const id = randomUUID()
    this.handOut({ service: 'cloudreve', kind: 'login-session', text: id })
    this.loginSessions.set(id, { userId: user.id, since: this.clock.now() })
    return id
  }

  loginSession(id: string): CloudreveUser | undefined {
    const session = this.loginSessions.get(id)
    if (session === undefined || this.clock.now() - session.since >= loginSessionMs)
      return undefined
    return this.byId(session.userId)
  }

  closeLoginSession(id: string): void {
    this.loginSessions.delete(id)
  }

  /** Only the latest secret of a user counts. */
  issueResetSecret(user: CloudreveUser): string {
    const secret = randomText(32, alphanumerics)
    this.handOut({ service: 'cloudreve', kind: 'link-secret', text: secret })
    this.resets.set(user.id, { secret, since: this.clock.now() })
    return secret
  }

  /** Uses the secret up where it is right; a wrong one leaves it. */
  useResetSecret(userId: number, secret: string): boolean {
    const reset = this.resets.get(userId)
    if (reset?.secret !== secret) return false
    this.resets.delete(userId)
    return this.clock.now() - reset.since < resetSecretMs
  }
}
