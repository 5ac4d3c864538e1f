import type { Clock } from '../kit/clock'
import type { HandOut } from '../kit/handed-out'
import { unheard } from '../kit/handed-out'
import { hexDigits, lowerLetters, randomText } from '../kit/random'

export interface IpcolaUser {
  readonly id: number
  readonly email: string
  password: string
  readonly referenceKey: string
  readonly createdAt: number
  forbidden: boolean
  readonly tokens: Set<string>
}

// Sandbox rules: IPCola says nothing about lifetime, alphabet, single use or purpose of a vcode.
const vcodeLifetimeMs = 30 * 60_000
const vcodeLength = 16

/** IPCola's users, vcodes and tokens. */
export class IpcolaStore {
  private readonly users = new Map<string, IpcolaUser>()
  private readonly vcodes = new Map<string, { readonly vcode: string; readonly since: number }>()

  constructor(
    private readonly clock: Clock,
    private readonly handOut: HandOut = unheard,
  ) {}

  user(email: string): IpcolaUser | undefined {
    return this.users.get(email.toLowerCase())
  }

  addUser(email: string, password: string, referenceKey = ''): IpcolaUser {
    if (this.user(email) !== undefined) throw new Error(`IPCola knows ${email} already`)
    const user: IpcolaUser = {
      ...{ id: 1000 + this.users.size, email, password, referenceKey },
      ...{ createdAt: this.clock.now(), forbidden: false, tokens: new Set<string>() },
    }
    this.users.set(email.toLowerCase(), user)
    return user
  }

  /** A vcode for an address, known or not; it replaces an earlier one. */
  issueVcode(email: string): string {
    const vcode = randomText(vcodeLength, lowerLetters)
    this.handOut({ service: 'ipcola', kind: 'code', text: vcode })
    this.vcodes.set(email.toLowerCase(), { vcode, since: this.clock.now() })
    return vcode
  }

  vcode(email: string): string | undefined {
    return this.vcodes.get(email.toLowerCase())?.vcode
  }

  checkVcode(email: string, vcode: string): 'right' | 'wrong' | 'expired' {
    const issued = this.vcodes.get(email.toLowerCase())
    if (issued?.vcode !== vcode) return 'wrong'
    return this.clock.now() - issued.since < vcodeLifetimeMs ? 'right' : 'expired'
  }

  /** Sandbox rule: a vcode serves once, for register or reset alike. */
  useVcode(email: string): void {
    this.vcodes.delete(email.toLowerCase())
  }

  issueToken(user: IpcolaUser): string {
    const token = randomText(48, hexDigits)
    this.handOut({ service: 'ipcola', kind: 'access-token', text: token })
    user.tokens.add(token)
    return token
  }

  userOf(token: string): IpcolaUser | undefined {
    return [...this.users.values()].find((user) => user.tokens.has(token))
  }

  revoke(token: string): void {
    this.userOf(token)?.tokens.delete(token)
  }
}
