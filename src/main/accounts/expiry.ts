/** Looks at accounts again when the clock alone changes them: when a token runs out, or soon will. */
import type { AccountId } from '../../shared/account'
import { expiresSoonMs } from '../../shared/account-need'
import type { AccountEntry } from './book'

/** The longest wait that a timer takes. */
const longestMs = 2 ** 31 - 1

export class Expiry {
  private timer: NodeJS.Timeout | undefined
  /** When to look next, and since when ends have been waited for. */
  private next = Infinity
  private since = 0

  constructor(
    private readonly accounts: () => readonly AccountEntry[],
    private readonly now: () => number,
    private readonly expired: (account: AccountId) => void,
  ) {}

  /** Begins to wait for the next token to run out. */
  watch(since = this.now()): void {
    this.since = since
    this.next = Infinity
    clearTimeout(this.timer)
    for (const entry of this.accounts()) this.note(entry)
  }

  /**
   * Takes note of an account that is new or different. Whatever else it was waited for is looked at
   * when its time comes, so that one of ten thousand accounts costs no look at the others.
   */
  note(entry: AccountEntry | undefined): void {
    if (!entry) return
    const end = Math.min(...endsOf(entry).filter((one) => one > this.since))
    if (end >= this.next) return
    this.next = end
    clearTimeout(this.timer)
    const wait = Math.max(0, Math.min(end - this.now(), longestMs))
    this.timer = setTimeout(() => this.tell(), wait).unref()
  }

  /** The computer has slept, and its timers with it: whatever ran out meanwhile is told now. */
  woke(): void {
    if (this.next !== -Infinity) this.tell()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.next = -Infinity
  }

  private tell(): void {
    clearTimeout(this.timer)
    const { since } = this
    const now = this.now()
    for (const entry of this.accounts()) {
      if (endsOf(entry).some((end) => end > since && end <= now)) this.expired(entry.id)
    }
    this.watch(now)
  }
}

function endsOf({ tokenExpiresAt, refreshUntil, refreshable }: AccountEntry): number[] {
  const soon =
    tokenExpiresAt === undefined || refreshable ? undefined : tokenExpiresAt - expiresSoonMs
  return [soon, tokenExpiresAt, refreshUntil].filter((end) => end !== undefined)
}
