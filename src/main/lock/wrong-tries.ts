/**
 * Wrong passphrases, and how long to wait after them. They are counted on disk before each look, so
 * that neither a restart nor a kill gives more tries.
 */
import { z } from 'zod'
import type { DurableFile } from '../accounts/durable-file'

const triesContent = z.object({ failed: z.number().int().min(0), lastAt: z.number() })
export type TriesContent = z.infer<typeof triesContent>

const noTries: TriesContent = { failed: 0, lastAt: 0 }

export const triesFormat = {
  version: 1,
  lastSaveWins: true,
  empty: noTries,
  read: (content: unknown): TriesContent | undefined => triesContent.safeParse(content).data,
}

/** Everybody mistypes once or twice. */
const free = 2
const firstWaitMs = 2_000
const longestWaitMs = 15 * 60_000

/** How long to wait after so many wrong passphrases in a row. Milliseconds. */
export function waitAfter(failed: number): number {
  if (failed <= free) return 0
  return Math.min(firstWaitMs * 2 ** Math.min(failed - free - 1, 20), longestWaitMs)
}

export class WrongTries {
  constructor(
    private readonly file: Pick<DurableFile<TriesContent>, 'save'>,
    private tries: TriesContent,
    private readonly now: () => number,
  ) {}

  get failed(): number {
    return this.tries.failed
  }

  /** When the next passphrase is looked at, if not now. */
  retryAt(): number | undefined {
    const now = this.now()
    // A clock that was set back makes nobody wait longer than the wait itself.
    if (this.tries.lastAt > now) this.tries = { ...this.tries, lastAt: now }
    const end = this.tries.lastAt + waitAfter(this.tries.failed)
    return end > now ? end : undefined
  }

  /**
   * Looks at a passphrase, which counts as wrong until `look` has found it right. A look that fails says
   * nothing of it, and is not counted. A disk that refuses keeps nobody out.
   */
  async count<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    const before = this.tries
    await this.set({ failed: before.failed + 1, lastAt: this.now() })
    try {
      const found = await look()
      if (found !== undefined) await this.set(noTries)
      return found
    } catch (error) {
      await this.set(before)
      throw error
    }
  }

  private async set(tries: TriesContent): Promise<void> {
    this.tries = tries
    await this.file.save(tries)
  }
}
