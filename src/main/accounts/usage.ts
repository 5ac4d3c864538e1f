/**
 * What changes often and may be lost without costing an account: which account is active at each
 * server and which were used last (written at once, because a switch must hold), and what checks
 * found (written in batches).
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
import type { DurableFile } from './durable-file'
import { factValue } from './fact-value'

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
  private dirty = false
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly activityFile: DurableFile<Activity>,
    private readonly outcomesFile: DurableFile<Outcomes>,
    private activity: Activity,
    private outcomes: Outcomes,
    private readonly batchMs = 2_000,
  ) {}

  activeAt(server: ServerId): AccountId | undefined {
    return this.activity.active[server]
  }

  lastUsed(account: AccountId): number | undefined {
    return this.activity.recent.find((use) => use.account === account)?.at
  }

  outcome(account: AccountId): Outcome | undefined {
    return this.outcomes.outcomes[account]
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
    this.outcomes = { outcomes: { ...this.outcomes.outcomes, [account]: found } }
    this.dirty = true
    this.timer ??= setTimeout(() => void this.flush(), this.batchMs).unref()
  }

  async forget(account: AccountId): Promise<void> {
    const outcomesLeft = { ...this.outcomes.outcomes }
    Reflect.deleteProperty(outcomesLeft, account)
    this.outcomes = { outcomes: outcomesLeft }
    this.dirty = true
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
    clearTimeout(this.timer)
    this.timer = undefined
    const turn = this.saving.then(async () => {
      if (!this.dirty) return
      this.dirty = false
      const saved = await this.outcomesFile.save(this.outcomes)
      if (!saved.ok) this.dirty = true
    })
    this.saving = turn
    await turn
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
