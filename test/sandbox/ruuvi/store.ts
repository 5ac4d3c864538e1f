import type { Clock } from '../kit/clock'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import { alphanumerics, randomText } from '../kit/random'

export interface RuuviSensor {
  readonly sensor: string
  readonly name: string
  readonly owner?: string
  readonly picture?: string
  readonly public?: boolean
}

export interface RuuviUser {
  readonly id: number
  readonly email: string
  readonly sensors: readonly RuuviSensor[]
}

export interface RuuviSession {
  readonly id: number
  readonly token: string
  readonly user: RuuviUser
  readonly createdAt: number
  lastAccessed: number
}

interface OneTimeCode {
  readonly code: string
  readonly email: string
  readonly since: number
  used: boolean
}

// Ruuvi server source of 2022: five minutes for a code, 180 days without use for a token, one hour to count registers in.
const codeLifetimeMs = 5 * 60_000
const idleTokenMs = 180 * 24 * 3600_000
const throttleWindowMs = 3600_000
// Ruuvi OpenAPI's example codes hold consonants only; the exact alphabet is unknown.
const codeAlphabet = 'BCDFGHJKLMNPQRSTVWXZ'

/** Ruuvi Cloud's users, one-time codes and sessions. */
export class RuuviStore {
  private readonly users = new Map<string, RuuviUser>()
  private codes: OneTimeCode[] = []
  private sessions: RuuviSession[] = []
  private sessionCount = 0
  private readonly registers = new Map<string, readonly number[]>()

  constructor(
    private readonly clock: Clock,
    private readonly handOut: HandOut = unheard,
  ) {}

  now(): number {
    return this.clock.now()
  }

  user(email: string): RuuviUser | undefined {
    return this.users.get(email.toLowerCase())
  }

  addUser(email: string, sensors: readonly RuuviSensor[] = []): RuuviUser {
    if (this.user(email) !== undefined) throw new Error(`Ruuvi knows ${email} already`)
    const user = { id: this.users.size + 13, email: email.toLowerCase(), sensors }
    this.users.set(user.email, user)
    return user
  }

  /** Notes a register call. False when the address has had `limit` of them within the hour. */
  countRegister(email: string, limit: number): boolean {
    const key = email.toLowerCase()
    const recent = (this.registers.get(key) ?? []).filter(
      (at) => this.clock.now() - at < throttleWindowMs,
    )
    if (recent.length >= limit) return false
    this.registers.set(key, [...recent, this.clock.now()])
    return true
  }

  /** A code no other code looks like. `alone` ends the earlier codes of the address. */
  issueCode(email: string, alone: boolean, length: number): string {
    const draw = (): string => randomText(length, codeAlphabet)
    let code = draw()
    while (this.codes.some((other) => other.code === code)) code = draw()
    this.handOut({ service: 'ruuvi', kind: 'code', text: code })
    if (alone) this.codes = this.codes.filter((other) => !sameAddress(other.email, email))
    this.codes.push({ code, email, since: this.clock.now(), used: false })
    return code
  }

  /** The newest code of an address that still works. */
  openCode(email: string): string | undefined {
    return this.codes.findLast((code) => sameAddress(code.email, email) && this.isOpen(code))?.code
  }

  /** Uses a code up. Case does not matter. */
  useCode(given: string): { readonly email: string } | 'wrong' | 'used' | 'expired' {
    const code = this.codes.find((one) => one.code === given.toUpperCase())
    if (code === undefined) return 'wrong'
    if (code.used) return 'used'
    if (!this.isOpen(code)) return 'expired'
    code.used = true
    return { email: code.email }
  }

  openSession(user: RuuviUser, token = newToken(user)): RuuviSession {
    this.sessionCount += 1
    const now = this.clock.now()
    this.handOut({ service: 'ruuvi', kind: 'access-token', text: token })
    const session = { id: this.sessionCount, token, user, createdAt: now, lastAccessed: now }
    this.sessions.push(session)
    return session
  }

  /** The session of a token; using it keeps it alive. */
  session(token: string): RuuviSession | undefined {
    const now = this.clock.now()
    this.sessions = this.sessions.filter((session) => now - session.lastAccessed < idleTokenMs)
    return this.sessions.find((session) => session.token === token)
  }

  /** Newest access first. */
  sessionsOf(user: RuuviUser): readonly RuuviSession[] {
    return this.sessions
      .filter((session) => session.user.id === user.id)
      .sort((a, b) => b.lastAccessed - a.lastAccessed || b.id - a.id)
  }

  end(ended: (session: RuuviSession) => boolean): void {
    this.sessions = this.sessions.filter((session) => !ended(session))
  }

  private isOpen(code: OneTimeCode): boolean {
    return !code.used && this.clock.now() - code.since < codeLifetimeMs
  }
}

function sameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function newToken({ id }: RuuviUser): string {
  return `${Buffer.from(`u${id}`).toString('hex')}/${randomText(64, alphanumerics)}`
}
