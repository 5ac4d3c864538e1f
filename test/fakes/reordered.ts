/**
 * A service, a keychain and a disk that answer late and in any order: a scheduler decides what goes on
 * next. The service knows which tokens it has handed out and what it said of them.
 */
import type { Scheduler } from 'fast-check'
import type { FileSteps } from '../../src/main/accounts/file-steps'
import type { Session } from '../../src/main/adapters/adapter'
import type { SecretRef } from '../../src/main/keychain/keychain'
import { fail, ok, type Result } from '../../src/shared/failure'
import { FakeKeychain } from './keychain'
import { script, type Script } from './service'

/** Waits until the scheduler lets it go on. */
export type Pause = (label: string) => Promise<void>

export function pauseOf(scheduler: Scheduler): Pause {
  return async (label) => {
    await scheduler.schedule(Promise.resolve(), label)
  }
}

/**
 * A token says whose it is, for which code it was given, the how manieth code that was, and how often
 * it was refreshed.
 */
export interface Mark {
  readonly email: string
  readonly code: string
  readonly login: number
  readonly refreshed: number
}

export function markOf({ access }: Pick<Session, 'access'>): Mark {
  return JSON.parse(access) as Mark
}

/** Negative if the first one is the older. */
export function byAge(one: Mark, other: Mark): number {
  return one.login - other.login || one.refreshed - other.refreshed
}

function sessionOf(mark: Mark): Session {
  const token = JSON.stringify(mark)
  return { access: token, refresh: token }
}

/** One token for each code; a refresh ends the token before it. Requests travel, and answers do. */
export class ReorderedService {
  readonly script: Script = script()
  /** What the service has said of a token, as its last answer that has arrived. */
  readonly said = new Map<string, 'good' | 'rejected'>()
  /** How often a token was brought that a refresh had ended. */
  spent = 0
  private sent = 0
  private readonly valid = new Set<string>()
  private readonly ended = new Set<string>()
  /** The token that was given for each code. */
  readonly given = new Map<string, Mark>()

  constructor(private readonly pause: Pause) {
    this.script.verify = (code) => this.verify(code)
    this.script.check = (session) => this.check(session)
    this.script.refresh = (session) => this.refresh(session)
    this.script.logOut = (session) => this.logOut(session)
  }

  /** Somebody withdraws all tokens of an address. */
  revoke(email: string): void {
    for (const token of this.valid) {
      if (markOf({ access: token }).email === email) this.valid.delete(token)
    }
  }

  /** A code as the service would have mailed it; the number tells codes of one address apart. */
  static code(email: string, number: number): string {
    return `${number}/${email}`
  }

  private async verify(code: string): Promise<Session> {
    const email = code.slice(code.indexOf('/') + 1)
    // Nobody can tell in which order codes arrive; what was sent last counts as the newest.
    const mark: Mark = { email, code, login: (this.sent += 1), refreshed: 0 }
    await this.pause('code on its way')
    this.given.set(code, mark)
    const session = sessionOf(mark)
    this.valid.add(session.access)
    await this.pause('token on its way')
    return session
  }

  private async check(session: Session): Promise<Result<{ facts: [] }>> {
    await this.pause('check on its way')
    const good = this.isGood(session)
    await this.pause('finding on its way')
    this.said.set(session.access, good ? 'good' : 'rejected')
    return good ? ok({ facts: [] }) : fail('token-rejected')
  }

  private async refresh(session: Session): Promise<Result<Session>> {
    await this.pause('refresh on its way')
    const good = this.isGood(session)
    const mark = markOf(session)
    const fresh = sessionOf({ ...mark, refreshed: mark.refreshed + 1 })
    if (good) {
      this.valid.delete(session.access)
      this.ended.add(session.access)
      this.valid.add(fresh.access)
    }
    await this.pause('fresh token on its way')
    this.said.set(good ? fresh.access : session.access, good ? 'good' : 'rejected')
    return good ? ok(fresh) : fail('token-rejected')
  }

  private async logOut(session: Session): Promise<Result<void>> {
    await this.pause('logout on its way')
    this.valid.delete(session.access)
    await this.pause('farewell on its way')
    return ok(undefined)
  }

  private isGood({ access }: Session): boolean {
    if (this.ended.has(access)) this.spent += 1
    return this.valid.has(access)
  }
}

/** A keychain that takes its time for each call. `onStored` sees each session before it is stored. */
export class ReorderedKeychain extends FakeKeychain {
  constructor(
    private readonly pause: Pause,
    private readonly onStored: (ref: SecretRef, mark: Mark) => void,
  ) {
    super()
  }

  override async set(ref: SecretRef, secret: string): Promise<Result<void>> {
    await this.pause('secret on its way')
    this.onStored(ref, markOf(JSON.parse(secret) as Session))
    return super.set(ref, secret)
  }

  override async get(ref: SecretRef): Promise<Result<string>> {
    await this.pause('secret asked for')
    return super.get(ref)
  }

  override async delete(ref: SecretRef): Promise<Result<void>> {
    await this.pause('secret on its way out')
    return super.delete(ref)
  }

  /** The session that is kept for an account. */
  kept(account: string): Mark | undefined {
    const secret = this.secrets.get(`${account}/session`)
    return secret === undefined ? undefined : markOf(JSON.parse(secret) as Session)
  }
}

/** A disk in memory on which each write takes its time. */
export function reorderedDisk(pause: Pause): FileSteps {
  const files = new Map<string, string>()
  return {
    read: (path) => Promise.resolve(files.get(path)),
    look: (path) => Promise.resolve(files.get(path)),
    async write(path, text) {
      await pause('write')
      files.set(path, text)
    },
    duplicate(path, second) {
      const text = files.get(path)
      if (text !== undefined) files.set(second, text)
      return Promise.resolve(text !== undefined)
    },
    move(from, to) {
      const text = files.get(from)
      if (text !== undefined) files.set(to, text)
      files.delete(from)
      return Promise.resolve()
    },
    remove(path) {
      files.delete(path)
      return Promise.resolve()
    },
    syncFolder: () => Promise.resolve(),
  }
}
