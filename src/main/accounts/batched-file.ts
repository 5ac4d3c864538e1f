import type { DurableFile } from './durable-file'

/** The part of the time that may go into writing, at most: one in this many. */
const share = 20

/**
 * Writes a file a while after its content has changed, once for all changes made in that while. The
 * longer the last write took, the longer the next while, so that a big file is not written all the time.
 */
export class BatchedFile<T> {
  private saving: Promise<void> = Promise.resolve()
  private changed = false
  private timer: NodeJS.Timeout | undefined
  private lastTookMs = 0

  /** `content` gives what is to be written when its time has come. */
  constructor(
    private readonly file: Pick<DurableFile<T>, 'save'>,
    private readonly content: () => T,
    private readonly shortestMs = 2_000,
  ) {}

  /** Notes that the content has changed. */
  touch(): void {
    this.changed = true
    const waitMs = Math.max(this.shortestMs, this.lastTookMs * share)
    this.timer ??= setTimeout(() => void this.flush(), waitMs).unref()
  }

  /** Writes what waits to be written. What the disk refuses waits for the next change or flush. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const turn = this.saving.then(async () => {
      if (!this.changed) return
      this.changed = false
      const began = performance.now()
      const saved = await this.file.save(this.content())
      this.lastTookMs = performance.now() - began
      if (!saved.ok) this.changed = true
    })
    this.saving = turn
    await turn
  }
}
