/** Looks at accounts again when the clock alone changes them: when a token runs out, or soon will. */
import type { AccountId } from '../../shared/account'
import { expiresSoonMs } from '../../shared/account-need'
import type { AccountEntry } from './book'

/** The longest wait that a timer takes. */
const longestMs = 2 ** 31 - 1

export class Expiry {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly accounts: () => readonly AccountEntry[],
    private readonly now: () => number,
    private readonly expired: (account: AccountId) => void,
  ) {}

  /** Waits for the next token to run out; called again whenever the accounts have changed. */
  watch(): void {
    clearTimeout(this.timer)
    const now = this.now()
    const ends = this.accounts().flatMap((entry) => endsOf(entry).filter((end) => end > now))
    if (ends.length === 0) return
    const next = ends.reduce((first, end) => Math.min(first, end))
    this.timer = setTimeout(() => this.tell(now), Math.min(next - now, longestMs)).unref()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private tell(since: number): void {
    const now = this.now()
    for (const entry of this.accounts()) {
      if (endsOf(entry).some((end) => end > since && end <= now)) this.expired(entry.id)
    }
    this.watch()
  }
}

function endsOf({ tokenExpiresAt, refreshUntil, refreshable }: AccountEntry): number[] {
  const soon =
    tokenExpiresAt === undefined || refreshable ? undefined : tokenExpiresAt - expiresSoonMs
  return [soon, tokenExpiresAt, refreshUntil].filter((end) => end !== undefined)
}
