/**
 * The health of all accounts: the check of all of them on demand, the look at each in the background,
 * and who has to be told. The parts stand beside this file, from `health-check.ts` on.
 */
import type { AccountId } from '../../shared/account'
import { isOutOfSight } from '../../shared/account-need'
import type { CheckAll } from '../../shared/health'
import type { Settings } from '../../shared/settings'
import type { Keychain } from '../keychain/keychain'
import type { Observed } from '../observed'
import type { Book } from './book'
import type { Expiry } from './expiry'
import type { ExpiryNotices } from './expiry-notices'
import type { Gate } from './gate'
import { HealthBackground } from './health-background'
import { HealthCheck } from './health-check'
import { HealthRun } from './health-run'
import type { Sessions } from './sessions'
import { startTimer, type StartTimer } from './timer'
import type { Usage } from './usage'
import type { Views } from './views'

export interface HealthOptions {
  readonly book: Book
  readonly usage: Usage
  readonly gate: Gate
  readonly sessions: Sessions
  readonly views: Views
  readonly keychain: Keychain
  readonly settings: Pick<Observed<Settings>, 'value' | 'onChange'>
  readonly progress: Observed<CheckAll>
  readonly expiries: ExpiryNotices
  readonly ends: Pick<Expiry, 'woke'>
  readonly now: () => number
  readonly timer?: StartTimer
  readonly random?: () => number
  readonly closing: AbortSignal
}

/** Accounts that the person should know about, and why. */
export interface Attention {
  /** `expires`: the token ends within a day and cannot be renewed. */
  readonly why: 'needs' | 'expires'
  readonly accounts: readonly AccountId[]
  /** The person began what has found this, and may be looking at it. */
  readonly asked: boolean
}

/** How long changes of the book are gathered, because each look at what is due looks at all accounts. */
const gatherMs = 1_000

export class Health {
  private readonly run: HealthRun
  private readonly background: HealthBackground
  private stopGathering: (() => void) | undefined
  private readonly listeners = new Set<(attention: Attention) => void>()

  constructor(private readonly options: HealthOptions) {
    const { book, usage, gate, sessions, views, keychain, settings, closing } = options
    const { progress, now, timer, random } = options
    const check = new HealthCheck({ book, gate, sessions, state: (id) => views.account(id)?.state })
    const timing = { now, ...(timer && { timer }), closing }
    this.run = new HealthRun({
      ...{ book, gate, check, keychain, progress, ...timing },
      isInSight: (id) => this.isInSight(id),
      ended: (accounts) => {
        this.tell({ why: 'needs', accounts, asked: true })
        this.background.watch()
      },
    })
    this.background = new HealthBackground({
      ...{ usage, gate, check, keychain, ...timing, ...(random && { random }) },
      accounts: () => book.accounts,
      allowed: () => settings.value.backgroundChecks && !this.run.running,
      newlyNeeds: (account) => this.tell({ why: 'needs', accounts: [account], asked: false }),
    })
    settings.onChange(() => this.background.watch())
    keychain.onState(() => this.background.watch())
    closing.addEventListener('abort', () => this.background.stop())
  }

  /** Calls back when the person should know about accounts; gives its own unsubscribe. */
  onAttention(listener: (attention: Attention) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  checkAll(): void {
    this.run.start()
    this.background.stop()
  }

  cancel(): void {
    this.run.cancel()
  }

  /** Accounts have changed: what is due is looked at anew soon, once for all changes until then. */
  watchSoon(): void {
    const { timer = startTimer, closing } = this.options
    if (closing.aborted) return
    this.stopGathering ??= timer(gatherMs, () => {
      this.stopGathering = undefined
      this.watch()
    })
  }

  /** Looks anew at what is due; called at the start. */
  watch(): void {
    this.stopGathering?.()
    this.stopGathering = undefined
    this.background.watch()
    this.expiring()
  }

  /** Tells of tokens that end soon; called when the clock has come that far. */
  expiring(): void {
    const { expiries, book, now, closing } = this.options
    // What is taken counts as told, so it is left while there is nobody to tell.
    if (this.listeners.size === 0 || closing.aborted) return
    const accounts = expiries.take(book.accounts, now(), (id) => this.isInSight(id))
    this.tell({ why: 'expires', accounts, asked: false })
  }

  /** The computer has woken from sleep. */
  woke(): void {
    this.options.ends.woke()
    this.background.woke()
    this.expiring()
  }

  /** Resolves when what the person was told is on disk. */
  idle(): Promise<void> {
    return this.options.expiries.idle()
  }

  /** Who has hidden an account does not want to hear of it, and nobody does while the program ends. */
  private tell({ accounts: found, ...about }: Attention): void {
    const { closing } = this.options
    const accounts = found.filter((id) => this.isInSight(id))
    if (accounts.length === 0 || closing.aborted) return
    for (const listener of this.listeners) listener({ ...about, accounts })
  }

  private isInSight(account: AccountId): boolean {
    const view = this.options.views.account(account)
    return view !== undefined && !isOutOfSight(view)
  }
}
