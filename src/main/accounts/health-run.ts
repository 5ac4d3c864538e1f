/** The check of all accounts: what `health.checkAll` begins and every window shows. */
import type { AccountId, AccountState, ServerId } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import type { CheckAll } from '../../shared/health'
import type { Keychain } from '../keychain/keychain'
import type { Observed } from '../observed'
import type { Book } from './book'
import { gateWidth, type Gate } from './gate'
import type { HealthCheck } from './health-check'
import { startTimer, type StartTimer } from './timer'

export interface HealthRunOptions {
  readonly book: Pick<Book, 'accounts' | 'isLeaving'>
  readonly gate: Gate
  readonly check: HealthCheck
  readonly isInSight: (account: AccountId) => boolean
  readonly keychain: Pick<Keychain, 'state' | 'retry'>
  readonly progress: Observed<CheckAll>
  readonly now: () => number
  readonly timer?: StartTimer
  /** Aborted when the program closes. */
  readonly closing: AbortSignal
  /** Called at the end with the accounts that need the person since this run. */
  readonly ended: (newlyNeed: readonly AccountId[]) => void
}

/** How often the progress is told, at most. */
const tellEveryMs = 100
/** Beside those at the gate as many are made ready, so that the gate never waits for the keychain. */
const workersPerServer = 2 * gateWidth

/** What is counted while a run goes on. */
interface Tally {
  readonly startedAt: number
  readonly total: number
  done: number
  readonly found: Partial<Record<AccountState, number>>
  readonly newlyNeed: AccountId[]
}

export class HealthRun {
  private stopper: AbortController | undefined
  private stopTelling: (() => void) | undefined

  constructor(private readonly options: HealthRunOptions) {}

  get running(): boolean {
    return this.stopper !== undefined
  }

  /** Begins a run over every account that has a secret; does nothing while one goes on. */
  start(): void {
    if (this.stopper) return
    const stopper = new AbortController()
    this.stopper = stopper
    const signal = AbortSignal.any([stopper.signal, this.options.closing])
    const queues = this.queues()
    const total = [...queues.values()].reduce((sum, queue) => sum + queue.length, 0)
    const tally: Tally = {
      ...{ startedAt: this.options.now(), total, done: 0 },
      ...{ found: {}, newlyNeed: [] },
    }
    const servers = [...queues.keys()]
    this.tell(tally, servers)
    const unsubscribe = this.options.gate.onClose(() => this.tellSoon(tally, servers))
    void this.run(queues, tally, signal).finally(() => {
      unsubscribe()
      this.stopper = undefined
      this.end(tally, signal.aborted && tally.done < tally.total)
    })
  }

  /** Stops the run: no further request begins, and those on their way are aborted. */
  cancel(): void {
    this.stopper?.abort()
  }

  private async run(
    queues: ReadonlyMap<ServerId, AccountId[]>,
    tally: Tally,
    signal: AbortSignal,
  ): Promise<void> {
    const { keychain, check, isInSight } = this.options
    // The person has asked, so the system may ask him back: once, not once for each account.
    const shut = !['ready', 'memory'].includes(keychain.state.kind)
    if (shut) await keychain.retry({ signal })
    const servers = [...queues.keys()]
    const worker = async (queue: AccountId[]): Promise<void> => {
      for (let id = queue.shift(); id !== undefined && !signal.aborted; id = queue.shift()) {
        const looked = await check.look(id, signal, { patient: true })
        if (looked.kind === 'cancelled') return
        tally.done += 1
        if (looked.kind === 'looked') {
          const needs = needOf(looked.state) === 'account'
          // Those that need the person are led to in a list, which leaves out what was put out of sight.
          if (!needs || isInSight(id)) {
            tally.found[looked.state] = (tally.found[looked.state] ?? 0) + 1
          }
          if (looked.newlyNeeds) tally.newlyNeed.push(id)
        }
        this.tellSoon(tally, servers)
      }
    }
    await Promise.all(
      [...queues.values()].flatMap((queue) =>
        Array.from({ length: workersPerServer }, () => worker(queue)),
      ),
    )
  }

  /** The accounts by server, in the order of the book. */
  private queues(): Map<ServerId, AccountId[]> {
    const queues = new Map<ServerId, AccountId[]>()
    const { book } = this.options
    for (const { id, server, hasSecret } of book.accounts) {
      if (!hasSecret || book.isLeaving(id)) continue
      const queue = queues.get(server)
      if (queue) queue.push(id)
      else queues.set(server, [id])
    }
    return queues
  }

  private tellSoon(tally: Tally, servers: readonly ServerId[]): void {
    const { timer = startTimer } = this.options
    this.stopTelling ??= timer(tellEveryMs, () => this.tell(tally, servers))
  }

  private tell(tally: Tally, servers: readonly ServerId[]): void {
    const { gate, progress } = this.options
    this.stopTelling?.()
    this.stopTelling = undefined
    const pauses = servers.flatMap((server) => {
      const until = gate.closedUntil(server)
      return until === undefined ? [] : [{ server, until }]
    })
    progress.set({ kind: 'running', ...counts(tally), pauses })
  }

  private end(tally: Tally, cancelled: boolean): void {
    const { progress, now, ended } = this.options
    this.stopTelling?.()
    this.stopTelling = undefined
    progress.set({ kind: 'ended', ...counts(tally), cancelled, endedAt: now() })
    ended(tally.newlyNeed)
  }
}

function counts({ startedAt, total, done, found }: Tally) {
  return { startedAt, total, done, found: { ...found } }
}
