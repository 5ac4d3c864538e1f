/**
 * The lock's record on the disk. Each change is saved twice, so that the last good copy bears no earlier
 * passphrase. Where only the first save succeeds, the file itself says that the second is owed: it is made
 * up for by the next one, or by the next start. So is the file itself where only the copy was left.
 */
import { ok, type Result } from '../../shared/failure'
import type { DurableFile, Loaded } from '../accounts/durable-file'
import type { Log } from '../log'
import type { LockContent, LockRecord } from './lock-record'

export class RecordKeeper {
  private saving: Promise<unknown> = Promise.resolve()
  private content: LockContent
  /** What was read stands in the copy alone. */
  private owesFile: boolean

  constructor(
    private readonly file: Pick<DurableFile<LockContent>, 'save'>,
    loaded: Loaded<LockContent>,
    private readonly log: Log,
  ) {
    this.content = loaded.value
    this.owesFile = loaded.kind === 'restored'
  }

  get record(): LockRecord | undefined {
    return this.content.record
  }

  /** Whether the last good copy is still one from before the passphrase was set, changed or taken away. */
  get owesCopy(): boolean {
    return this.content.owesCopy === true
  }

  /** Changes the record, one change after another. */
  update(
    change: (record: LockRecord | undefined) => LockRecord | undefined,
  ): Promise<Result<void>> {
    return this.inOrder(async () => {
      const record = change(this.record)
      const content = record ? { record } : {}
      // What was saved last becomes the copy: that is the earlier passphrase, or the one there is.
      const owed = record?.keys === this.record?.keys ? content : { ...content, owesCopy: true }
      const saved = await this.file.save(owed)
      if (!saved.ok) return saved
      this.owesFile = false
      this.content = await this.saveAgain(owed, content)
      return saved
    })
  }

  /** Makes up for the second save, where it is owed, or for a file that was lost. */
  settle(): Promise<Result<void>> {
    return this.inOrder(async () => {
      const { owesCopy, ...content } = this.content
      if (!owesCopy && !this.owesFile) return ok(undefined)
      const saved = await this.saveAgain(this.content, content)
      this.owesFile &&= saved !== content
      this.content = saved
      return ok(undefined)
    })
  }

  /** Resolves when nothing is being saved. */
  async idle(): Promise<void> {
    await this.saving
  }

  /** Gives what the file holds afterwards. */
  private async saveAgain(owed: LockContent, content: LockContent): Promise<LockContent> {
    const again = await this.file.save(content)
    if (again.ok) return content
    const { code, detail = '' } = again.failure
    this.log.info(`the lock's record is not saved once more: ${code} ${detail}`)
    return owed
  }

  private inOrder(work: () => Promise<Result<void>>): Promise<Result<void>> {
    const turn = this.saving.then(work)
    this.saving = turn.catch(() => undefined)
    return turn
  }
}
