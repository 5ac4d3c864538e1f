/**
 * Logging in without the person: a login whose account has a remembered password, on a step that asks
 * for nothing else. It happens only when the person has asked for the login, once for each time.
 */
import type { AccountId } from '../../shared/account'
import type { Passwords } from '../accounts/passwords'
import type { Attempt } from './attempt'
import { fillAlone } from './filling'
import type { Turns } from './turns'

export interface AloneOptions {
  readonly turns: Turns
  readonly passwords: Passwords
  /** Called when an account begins or ends to be logged in without the person. */
  readonly touched: (account: AccountId) => void
}

export class Alone {
  private readonly accounts = new Set<AccountId>()

  constructor(private readonly options: AloneOptions) {}

  isLoggingIn(account: AccountId): boolean {
    return this.accounts.has(account)
  }

  /** Takes a remembered password into a login. That it cannot be read is told, and it can be typed. */
  async recall(attempt: Attempt, signal: AbortSignal): Promise<void> {
    const { passwords } = this.options
    if (attempt.flow !== 'login' || attempt.account === undefined) return
    const read = await passwords.read(attempt.account, { signal })
    if (read.ok) attempt.passwords.remembered = read.value
    else attempt.failure = read.failure
  }

  /** Submits the step that an attempt stands on, if it may be submitted without the person. */
  async submit(attempt: Attempt): Promise<void> {
    const { turns, touched } = this.options
    const { phase, passwords, email, account } = attempt
    if (phase.kind !== 'step' || attempt.busy !== undefined || attempt.left) return
    if (account === undefined) return
    const filled = fillAlone(passwords, email, phase.walk, turns.scene(attempt))
    if (!filled.ok) return
    this.accounts.add(account)
    touched(account)
    try {
      await turns.during(attempt, 'submit', (signal) =>
        turns.send(attempt, phase.walk, filled.value, signal),
      )
    } finally {
      this.accounts.delete(account)
      touched(account)
    }
  }
}
