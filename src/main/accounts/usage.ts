/**
 * What changes often and may be lost without costing an account: which account is active at each
 * server and which were used last (written at once, because a switch must hold), and what checks
 * found (written in batches). What a check found goes into the account's history too, if it is news.
 */
import { z } from 'zod'
import { failureShape } from '../../shared/account-parts'
import { accountId, serverId, type AccountId, type ServerId } from '../../shared/ids'
import { keptInstant, knownInstant } from '../../shared/instant'
import { ok, type Result } from '../../shared/failure'
import { BatchedFile } from './batched-file'
import type { DurableFile } from './durable-file'
import { factValue } from './fact-value'
import type { Happening, History } from './history'
import { isLost } from './state'

const activity = z.object({
  active: z.record(serverId, accountId),
  recent: z.array(z.object({ account: accountId, at: keptInstant })),
})
export type Activity = z.infer<typeof activity>

/** The same in memory, where every use since the start is known; the latest comes last. */
interface Uses {
  readonly active: Activity['active']
  readonly usedAt: ReadonlyMap<AccountId, number>
}

export const activityFormat = {
  version: 1,
  lastSaveWins: true,
  empty: { active: {}, recent: [] } as Activity,
  read: (content: unknown): Activity | undefined => activity.safeParse(content).data,
}

const outcome = z.object({
  /** When the service was last asked, whatever it said; 0 where that is not known. */
  checkedAt: keptInstant,
  /** When the service last confirmed the token. */
  verifiedAt: knownInstant,
  failure: failureShape.optional(),
  facts: z.array(factValue),
  /** It is about a token in memory, which is gone with the next start. */
  inMemory: z.boolean().optional(),
})
export type Outcome = z.infer<typeof outcome>

const outcomes = z.object({ outcomes: z.record(accountId, outcome) })
export type Outcomes = z.infer<typeof outcomes>

export const outcomesFormat = {
  version: 1,
  lastSaveWins: true,
  empty: { outcomes: {} },
  read: (content: unknown): Outcomes | undefined => outcomes.safeParse(content).data,
}

/** How many uses outlast a restart: the tray shows nine, the palette a few more. */
const recentLimit = 24

export class Usage {
  private saving: Promise<unknown> = Promise.resolve()
  private uses: Uses
  /** What is on disk, and so what holds when the disk refuses what came after it. */
  private saved: Uses
  private readonly outcomes: Map<AccountId, Outcome>
  private readonly outcomesFile: BatchedFile<Outcomes>

  constructor(
    private readonly activityFile: DurableFile<Activity>,
    outcomesFile: DurableFile<Outcomes>,
    activity: Activity,
    outcomes: Outcomes,
    readonly history: History,
    batchMs?: number,
  ) {
    const used = activity.recent.toReversed().map(({ account, at }) => [account, at] as const)
    this.uses = { active: activity.active, usedAt: new Map(used) }
    this.saved = this.uses
    this.outcomes = mapOf(outcomes.outcomes)
    for (const [id, found] of this.outcomes) this.outcomes.set(id, afterRestart(found))
    this.outcomesFile = new BatchedFile(
      outcomesFile,
      () => ({ outcomes: Object.fromEntries(this.outcomes) }),
      batchMs,
    )
  }

  activeAt(server: ServerId): AccountId | undefined {
    return this.uses.active[server]
  }

  lastUsed(account: AccountId): number | undefined {
    return this.uses.usedAt.get(account)
  }

  outcome(account: AccountId): Outcome | undefined {
    return this.outcomes.get(account)
  }

  /** Makes an account the active one of its server. One small write. */
  async activate(server: ServerId, account: AccountId, at: number): Promise<Result<void>> {
    return this.saveUses({
      active: { ...this.uses.active, [server]: account },
      usedAt: this.withUse(account, at),
    })
  }

  /** Notes that an account was used, without making it the active one. */
  async use(account: AccountId, at: number): Promise<Result<void>> {
    return this.saveUses({ ...this.uses, usedAt: this.withUse(account, at) })
  }

  record(account: AccountId, found: Outcome): void {
    const news = newsOf(this.outcomes.get(account), found)
    if (news) this.history.add(account, news, found.checkedAt)
    this.outcomes.set(account, found)
    this.outcomesFile.touch()
  }

  /** Another token has come than the one that was looked at: what was found then says nothing of it. */
  outdate(account: AccountId): void {
    const found = this.outcomes.get(account)
    if (found) this.record(account, outdated(found))
  }

  /** A token that was not to be had is: what was known before holds, and is to be looked at. Gives whether that is news. */
  noteFound(account: AccountId): boolean {
    const known = this.outcomes.get(account)
    if (!known?.failure || !isLost(known.failure.code)) return false
    this.record(account, { ...known, checkedAt: 0, failure: undefined })
    return true
  }

  async forget(account: AccountId): Promise<void> {
    if (this.outcomes.delete(account)) this.outcomesFile.touch()
    this.history.forget(account)
    const usedAt = new Map(this.uses.usedAt)
    usedAt.delete(account)
    const active = Object.entries(this.uses.active).filter(([, one]) => one !== account)
    await this.saveUses({ active: Object.fromEntries(active), usedAt })
    await this.flush()
  }

  /** Writes what waits to be written. What the disk refuses waits for the next flush. */
  async flush(): Promise<void> {
    await Promise.all([this.outcomesFile.flush(), this.history.flush()])
  }

  private withUse(account: AccountId, at: number): Uses['usedAt'] {
    const usedAt = new Map(this.uses.usedAt)
    usedAt.delete(account)
    return usedAt.set(account, at)
  }

  private async saveUses(next: Uses): Promise<Result<void>> {
    // Shown at once, because a switch must not wait for the disk; taken back if it cannot be kept.
    this.uses = next
    const turn = this.saving.then(async () => {
      const { uses } = this
      // Whoever came before has written this change along with its own.
      if (uses === this.saved) return ok(undefined)
      const written = await this.activityFile.save(activityOf(uses))
      if (written.ok) this.saved = uses
      return written
    })
    this.saving = turn
    const written = await turn
    if (!written.ok && this.uses === next) this.uses = this.saved
    return written
  }
}

/** The keys keep their type, so that what the schema has read need not be read again. */
function mapOf<K extends string, V>(record: Readonly<Record<K, V>>): Map<K, V> {
  const map = new Map<K, V>()
  for (const key in record) map.set(key, record[key])
  return map
}

function activityOf({ active, usedAt }: Uses): Activity {
  const latest = [...usedAt].slice(-recentLimit).reverse()
  return { active, recent: latest.map(([account, at]) => ({ account, at })) }
}

/** What was found of a token in memory says nothing of the one that the keychain holds. */
function afterRestart(found: Outcome): Outcome {
  return found.inMemory ? outdated(found) : found
}

/** What remains once it is about another token. */
function outdated({ facts }: Outcome): Outcome {
  return { checkedAt: 0, facts }
}

/** What a check tells that was not known before. */
function newsOf(before: Outcome | undefined, found: Outcome): Happening | undefined {
  const code = found.failure?.code
  if (code === 'token-rejected') return before?.failure?.code === code ? undefined : 'rejected'
  return before?.verifiedAt === undefined && found.verifiedAt !== undefined ? 'verified' : undefined
}
