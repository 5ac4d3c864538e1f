/**
 * Looks after accounts while nobody does: one at a time, with a pause between two, and with no more
 * than one timer. It never raises a prompt, and rests while the keychain is not open.
 */
import type { AccountId, ServerId } from '../../shared/account'
import type { Keychain } from '../keychain/keychain'
import type { AccountEntry } from './book'
import type { Gate } from './gate'
import type { HealthCheck } from './health-check'
import { checkDueAt, isOutOfReach, periodMs, refreshDueAt, type Due } from './health-pace'
import { endOf, wasSetBack, type Wait } from '../wait'
import { startTimer, type StartTimer } from './timer'
import type { Usage } from './usage'

export interface HealthBackgroundOptions {
  readonly accounts: () => readonly AccountEntry[]
  readonly usage: Pick<Usage, 'outcome'>
  readonly gate: Gate
  readonly check: HealthCheck
  readonly keychain: Pick<Keychain, 'state'>
  /** Whether it may look now: the person wants it, and no check of all accounts is under way. */
  readonly allowed: () => boolean
  readonly now: () => number
  readonly timer?: StartTimer
  /** Gives a number from 0 up to 1. */
  readonly random?: () => number
  readonly closing: AbortSignal
  readonly newlyNeeds: (account: AccountId) => void
}

/** Nothing happens in the first half minute or more, nor until the network is back after sleep. */
const startDelayMs = 60_000
const wakeDelayMs = 10_000
/** The longest pause between two checks when accounts are overdue, as after a night. */
const longestGapMs = 5 * 60_000
/** An account whose check found nothing out comes after the others for a while, lest it keep them waiting. */
const accountRestMs = 30 * 60_000
/** A server out of reach is not asked about its other accounts for a while. */
const serverRestMs = 10 * 60_000

export class HealthBackground {
  private stopTimer: (() => void) | undefined
  private working = false
  private start: Wait
  private betweenChecks: Wait | undefined
  /** When the computer last woke; its clock may have been set since whatever was found before. */
  private wokeAt = 0
  private readonly serverRests = new Map<ServerId, Wait>()
  private readonly accountRests = new Map<AccountId, Wait>()
  /** For which end of its token an account was renewed, or could not be: one try each. */
  private readonly tried = new Map<AccountId, number>()

  constructor(private readonly options: HealthBackgroundOptions) {
    this.start = this.wait(startDelayMs * this.jitter())
  }

  /** Plans anew; called whenever accounts, settings or the keychain have changed. */
  watch(): void {
    this.stop()
    if (this.working || !this.mayLook()) return
    const due = this.next()
    if (!due) return
    const { now, timer = startTimer } = this.options
    this.stopTimer = timer(due.at - now(), () => {
      this.stopTimer = undefined
      void this.tick()
    })
  }

  /** The computer has slept: what was out of reach may not be any more, and more is due than before. */
  woke(): void {
    this.wokeAt = this.options.now()
    this.start = this.wait(wakeDelayMs)
    this.betweenChecks = undefined
    this.serverRests.clear()
    this.accountRests.clear()
    this.tried.clear()
    this.watch()
  }

  stop(): void {
    this.stopTimer?.()
    this.stopTimer = undefined
  }

  private mayLook(): boolean {
    const { keychain, allowed, closing } = this.options
    const open = keychain.state.kind === 'ready' || keychain.state.kind === 'memory'
    return open && allowed() && !closing.aborted
  }

  private async tick(): Promise<void> {
    const due = this.mayLook() ? this.next() : undefined
    // A timer of Node cannot wait longer than 25 days, and the clock may have been set back.
    if (due && due.at <= this.options.now()) await this.look(due)
    this.watch()
  }

  private async look({ account, deed }: Due): Promise<void> {
    const { check, closing, newlyNeeds } = this.options
    const entry = this.options.accounts().find((one) => one.id === account)
    if (!entry) return
    if (deed === 'check') {
      this.betweenChecks = this.wait(this.gap())
      this.accountRests.set(account, this.wait(accountRestMs))
    } else if (entry.tokenExpiresAt !== undefined) {
      this.tried.set(account, entry.tokenExpiresAt)
    }
    this.working = true
    try {
      const looked = await check.look(account, closing, { deed, patient: false })
      if (looked.kind !== 'looked') return
      if (looked.newlyNeeds) newlyNeeds(account)
      if (looked.failure && isOutOfReach(looked.failure.code)) {
        this.serverRests.set(entry.server, this.wait(serverRestMs))
      }
    } finally {
      this.working = false
    }
  }

  /** What is to be done first, and when. */
  private next(): Due | undefined {
    const { usage, gate, now } = this.options
    let first: (Due & { readonly due: number }) | undefined
    const time = now()
    const end = (wait: Wait | undefined): number => endOf(wait, time) ?? 0
    // After a waking that is still to come, nothing would count as found since.
    const wokeAt = wasSetBack(this.wokeAt, time) ? 0 : this.wokeAt
    for (const entry of this.options.accounts()) {
      const known = usage.outcome(entry.id)
      const rest = Math.max(
        end(this.start),
        end(this.serverRests.get(entry.server)),
        gate.closedUntil(entry.server) ?? 0,
      )
      const offer = (deed: Due['deed'], due: number | undefined, pause: number): void => {
        if (due === undefined) return
        const at = Math.max(due, rest, pause)
        // Of those that wait for the same moment, the one that has waited longest.
        const sooner = !first || at < first.at || (at === first.at && due < first.due)
        if (sooner) first = { account: entry.id, deed, at, due }
      }
      const tried = this.tried.get(entry.id)
      if (tried === undefined || tried !== entry.tokenExpiresAt) {
        const since = known && known.checkedAt >= wokeAt ? known : undefined
        offer('refresh', refreshDueAt(entry, since, time), 0)
      }
      const rested = end(this.accountRests.get(entry.id))
      offer('check', checkDueAt(entry, known, time), Math.max(end(this.betweenChecks), rested))
    }
    return first
  }

  /** How long to wait between two checks, so that many overdue accounts trickle instead of pouring. */
  private gap(): number {
    const count = Math.max(1, this.options.accounts().length)
    return Math.min(periodMs / 2 / count, longestGapMs) * this.jitter()
  }

  private wait(ms: number): Wait {
    const since = this.options.now()
    return { since, until: since + ms }
  }

  private jitter(): number {
    const { random = Math.random } = this.options
    return 0.5 + random()
  }
}
