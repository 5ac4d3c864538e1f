/** Remembers which ends of tokens the person was told about, so that each is told once. */
import { join } from 'node:path'
import { z } from 'zod'
import { accountId, type AccountId } from '../../shared/ids'
import { expiresSoon } from '../../shared/account-need'
import type { AccountEntry } from './book'
import { DurableFile } from './durable-file'
import type { FileSteps } from './file-steps'

/** By account, the end of the token that was told. */
const toldShape = z.object({ told: z.record(accountId, z.number()) })
type Told = z.infer<typeof toldShape>

const nothingTold: Told = { told: {} }

const toldFormat = {
  version: 1,
  lastSaveWins: true,
  empty: nothingTold,
  read: (content: unknown): Told | undefined => toldShape.safeParse(content).data,
}

export class ExpiryNotices {
  private saving: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: DurableFile<Told>,
    private known: Told,
  ) {}

  /** Reads what was told so far from its file in `folder`. */
  static async open(folder: string, now: () => number, steps?: FileSteps): Promise<ExpiryNotices> {
    const file = new DurableFile(join(folder, 'expiry-notices.json'), toldFormat, now, steps)
    return new ExpiryNotices(file, (await file.load()).value)
  }

  /**
   * The accounts whose token ends soon and of which the person was not told. They count as told then;
   * those out of sight are left for when they are shown.
   */
  take(
    accounts: readonly AccountEntry[],
    now: number,
    isInSight: (account: AccountId) => boolean,
  ): readonly AccountId[] {
    const soon = accounts.filter((one) => !one.removing && expiresSoon(one, now))
    const isTold = (one: AccountEntry): boolean => this.known.told[one.id] === one.tokenExpiresAt
    const fresh = soon.filter((one) => !isTold(one) && isInSight(one.id))
    if (fresh.length === 0) return []
    // Only ends that are still to come are kept, so that the file stays small.
    const told = soon.filter((one) => isTold(one) || isInSight(one.id))
    const ends = new Map(told.map((one) => [one.id, one.tokenExpiresAt]))
    this.known = toldShape.parse({ told: Object.fromEntries(ends) })
    this.saving = this.saving.then(() => this.file.save(this.known))
    return fresh.map((one) => one.id)
  }

  /** Resolves when what was told is on disk. */
  async idle(): Promise<void> {
    await this.saving
  }
}
