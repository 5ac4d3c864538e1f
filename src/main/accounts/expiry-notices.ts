/** Remembers which ends of tokens the person was told about, so that each is told once. */
import { join } from 'node:path'
import { z } from 'zod'
import { accountId, type AccountId } from '../../shared/ids'
import { expiresSoon } from '../../shared/account-need'
import type { AccountEntry } from './book'
import { DurableFile } from './durable-file'
import type { FileSteps } from './file-steps'

/** By account, the end of the token that was told. */
const told = z.object({ told: z.record(accountId, z.number()) })
type Told = z.infer<typeof told>

const nothingTold: Told = { told: {} }

const toldFormat = {
  version: 1,
  empty: nothingTold,
  read: (content: unknown): Told | undefined => told.safeParse(content).data,
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

  /** The accounts whose token ends soon and of which the person was not told. They count as told then. */
  take(accounts: readonly AccountEntry[], now: number): readonly AccountId[] {
    const soon = accounts.filter((one) => !one.removing && expiresSoon(one, now))
    const fresh = soon.filter((one) => this.known.told[one.id] !== one.tokenExpiresAt)
    if (fresh.length === 0) return []
    // Only ends that are still to come are kept, so that the file stays small.
    const ends = new Map(soon.map((one) => [one.id, one.tokenExpiresAt]))
    this.known = told.parse({ told: Object.fromEntries(ends) })
    this.saving = this.saving.then(() => this.file.save(this.known))
    return fresh.map((one) => one.id)
  }

  /** Resolves when what was told is on disk. */
  async idle(): Promise<void> {
    await this.saving
  }
}
