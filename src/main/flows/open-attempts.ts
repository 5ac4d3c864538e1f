/** The attempts that are open, and how they are left. */
import type { AccountId } from '../../shared/account'
import type { AttemptId } from '../../shared/flow'
import { leaving, type Attempt } from './attempt'

export interface OpenAttemptsOptions {
  /** The attempts for which something is under way, also those that were left. */
  readonly underWay: () => Attempt[]
  /** Called when an attempt looks different or is gone. */
  readonly touched: (attempt: AttemptId) => void
  /** Called when a session that was held behind another attempt may be held no longer. */
  readonly freed: () => void
}

export class OpenAttempts {
  private readonly attempts = new Map<AttemptId, Attempt>()
  private count = 0

  constructor(private readonly options: OpenAttemptsOptions) {}

  add(attempt: Attempt): void {
    this.count += 1
    attempt.opened = this.count
    this.attempts.set(attempt.id, attempt)
  }

  get(id: AttemptId): Attempt | undefined {
    return this.attempts.get(id)
  }

  /** Those that go on; one that is done is only shown by the window that ended it. */
  live(): Attempt[] {
    return [...this.attempts.values()].filter((attempt) => attempt.phase.kind !== 'done')
  }

  /** The one that an account goes on with: first of all one whose session waits for the keychain. */
  of(account: AccountId): Attempt | undefined {
    const its = this.live().filter((attempt) => attempt.account === account)
    return its.find(({ phase }) => phase.kind === 'held') ?? its[0]
  }

  /**
   * Leaves an attempt. What waits at the service stays with its account, and a session that the
   * keychain has not taken yet stays with its attempt: it would be lost otherwise.
   */
  leave(id: AttemptId): void {
    const attempt = this.attempts.get(id)
    if (!attempt) return
    attempt.controller.abort(leaving)
    if (attempt.phase.kind === 'held') return
    attempt.left = true
    this.attempts.delete(id)
    this.options.touched(id)
    this.options.freed()
  }

  /**
   * Whether the account of an attempt has none that was opened later: somebody may be typing in that one,
   * and what it waits in ends with a login.
   */
  isLatest({ account, opened }: Attempt): boolean {
    if (account === undefined) return true
    return !this.live().some((other) => other.account === account && other.opened > opened)
  }

  /** Leaves what the same account was waiting in before this attempt has logged it in. */
  leaveEarlier(done: Attempt): void {
    if (done.left) return
    for (const attempt of this.live()) {
      const waits = attempt.phase.kind === 'step' && attempt.busy === undefined
      const isEarlier = attempt.account === done.account && attempt.opened < done.opened
      if (waits && isEarlier) this.leave(attempt.id)
    }
    this.options.freed()
  }

  /** Forgets the attempts of an account that was removed; nothing of them may bring it back. */
  drop(account: AccountId): void {
    for (const attempt of [...this.attempts.values(), ...this.options.underWay()]) {
      if (attempt.account !== account) continue
      attempt.left = true
      attempt.dropped = true
      attempt.controller.abort()
      this.attempts.delete(attempt.id)
      this.options.touched(attempt.id)
    }
  }

  changed(attempt: Attempt): void {
    // Somebody left, but the session came after all and the keychain refused it: back in the list.
    if (attempt.left && !attempt.dropped && attempt.phase.kind === 'held') {
      attempt.left = false
      this.attempts.set(attempt.id, attempt)
    }
    this.options.touched(attempt.id)
  }
}
