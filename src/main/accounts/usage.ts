/**
 * What changes often and may be lost without costing an account: which account is active at each
 * server and which were used last (written at once, because a switch must hold), and what checks
 * found (written in batches). What a check found goes into the account's history too, if it is news.
 */
import { z } from 'zod'
import {
  accountId,
  failureShape,
  serverId,
  type AccountId,
  type ServerId,
} from '../../shared/account'
import type { Result } from '../../shared/failure'
import { BatchedFile } from './batched-file'
import type { DurableFile } from './durable-file'
import { factValue } from './fact-value'
import type { Happening, History } from './history'

const activity = z.object({
  active: z.record(serverId, accountId),
  recent: z.array(z.object({ account: accountId, at: z.number() })),
})
export type Activity = z.infer<typeof activity>

export const activityFormat = {
  version: 1,
  empty: { active: {}, recent: [] } as Activity,
  read: (content: unknown): Activity | undefined => activity.safeParse(content).data,
}

const outcome = z.object({
  /** When the service was last asked, whatever it said. */
  checkedAt: z.number(),
  /** When the service last confirmed the token. */
  verifiedAt: z.number().optional(),
  failure: failureShape.optional(),
  facts: z.array(factValue),
})
export type Outcome = z.infer<typeof outcome>

const outcomes = z.object({ outcomes: z.record(accountId, outcome) })
export type Outcomes = z.infer<typeof outcomes>

export const outcomesFormat = {
  version: 1,
  empty: { outcomes: {} },
  read: (content: unknown): Outcomes | undefined => outcomes.safeParse(content).data,
}

/** How many uses are remembered: the tray shows nine, the palette a few more. */
const recentLimit = 24

export class Usage {
  private saving: Promise<unknown> = Promise.resolve()
  private readonly outcomes: Map<AccountId, Outcome>
  private readonly outcomesFile: BatchedFile<Outcomes>

  constructor(
    private readonly activityFile: DurableFile<Activity>,
    outcomesFile: DurableFile<Outcomes>,
    private activity: Activity,
    outcomes: Outcomes,
    readonly history: History,
    batchMs?: number,
  ) {
    this.outcomes = new Map(
      Object.entries(outcomes.outcomes).map(([id, one]) => [accountId.parse(id), one]),
    )
    this.outcomesFile = new BatchedFile(
      outcomesFile,
      () => ({ outcomes: Object.fromEntries(this.outcomes) }),
      batchMs,
    )
  }

  activeAt(server: ServerId): AccountId | undefined {
    return this.activity.active[server]
  }

  lastUsed(account: AccountId): number | undefined {
    return this.activity.recent.find((use) => use.account === account)?.at
  }

  outcome(account: AccountId): Outcome | undefined {
    return this.outcomes.get(account)
  }

  /** Makes an account the active one of its server. One small write. */
  async activate(server: ServerId, account: AccountId, at: number): Promise<Result<void>> {
    return this.saveActivity({
      active: { ...this.activity.active, [server]: account },
      recent: this.withUse(account, at),
    })
  }

  /** Notes that an account was used, without making it the active one. */
  async use(account: AccountId, at: number): Promise<Result<void>> {
    return this.saveActivity({ ...this.activity, recent: this.withUse(account, at) })
  }

  record(account: AccountId, found: Outcome): void {
    const news = newsOf(this.outcomes.get(account), found)
    if (news) this.history.add(account, news, found.checkedAt)
    this.outcomes.set(account, found)
    this.outcomesFile.touch()
  }

  async forget(account: AccountId): Promise<void> {
    if (this.outcomes.delete(account)) this.outcomesFile.touch()
    this.history.forget(account)
    await this.saveActivity({
      active: Object.fromEntries(
        Object.entries(this.activity.active).filter(([, active]) => active !== account),
      ),
      recent: this.activity.recent.filter((use) => use.account !== account),
    })
    await this.flush()
  }

  /** Writes what waits to be written. What the disk refuses waits for the next flush. */
  async flush(): Promise<void> {
    await Promise.all([this.outcomesFile.flush(), this.history.flush()])
  }

  private withUse(account: AccountId, at: number): Activity['recent'] {
    const others = this.activity.recent.filter((use) => use.account !== account)
    return [{ account, at }, ...others].slice(0, recentLimit)
  }

  private async saveActivity(next: Activity): Promise<Result<void>> {
    const before = this.activity
    // Shown at once, because a switch must not wait for the disk; taken back if it cannot be kept.
    this.activity = next
    const turn = this.saving.then(() => this.activityFile.save(this.activity))
    this.saving = turn
    const saved = await turn
    if (!saved.ok && this.activity === next) this.activity = before
    return saved
  }
}

/** What a check tells that was not known before. */
function newsOf(before: Outcome | undefined, found: Outcome): Happening | undefined {
  const code = found.failure?.code
  if (code === 'token-rejected') return before?.failure?.code === code ? undefined : 'rejected'
  return before?.verifiedAt === undefined && found.verifiedAt !== undefined ? 'verified' : undefined
}
