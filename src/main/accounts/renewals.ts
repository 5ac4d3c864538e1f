/** Remembers how renewals of tokens ended, so that those who waited meanwhile share the end. */
import type { AccountId } from '../../shared/account'
import type { Result } from '../../shared/failure'

/** A moment in the order of renewals. */
export type Ticket = number

export class Renewals {
  private turn: Ticket = 0
  private readonly ends = new Map<AccountId, { readonly at: Ticket; readonly end: Result<void> }>()

  /** Now; whoever is about to wait in an account's lane keeps it. */
  ticket(): Ticket {
    return this.turn
  }

  /** How the renewal ended that ended last, if that was after `ticket`. */
  since(id: AccountId, ticket: Ticket): Result<void> | undefined {
    const last = this.ends.get(id)
    return last !== undefined && last.at > ticket ? last.end : undefined
  }

  note(id: AccountId, end: Result<void>): void {
    // What one has given up, another may still want.
    if (!end.ok && end.failure.code === 'cancelled') return
    this.turn += 1
    this.ends.set(id, { at: this.turn, end })
  }
}
