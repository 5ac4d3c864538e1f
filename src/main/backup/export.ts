/** An export from the first question to the file: what `backup.export` begins and every window shows. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { namedLimit } from '../../shared/named-limit'
import type { BackupContents, BackupExport } from '../../shared/backup'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { FileSteps } from '../accounts/file-steps'
import type { Log } from '../log'
import type { Observed } from '../observed'
import { checkNewPassphrase } from '../sealing/passphrase-rules'
import { collect, type Collected, type CollectOptions } from './collect'
import type { BackupDesk } from './desk'
import { writeBackupFile } from './file'
import { sealBackup } from './format'
import { OneQuestion } from './one-question'
import { sometimes } from './sometimes'

export interface BackupExportOptions extends CollectOptions {
  readonly view: Observed<BackupExport>
  readonly desk: BackupDesk
  readonly steps: FileSteps
  readonly now: () => number
  readonly log: Log
  readonly passphraseLog2N: number | undefined
}

/** One export under way: where it goes, and under which passphrase. */
interface Job {
  readonly stopper: AbortController
  readonly path: string
  readonly passphrase: string
  /** What waits for the person's word, where not everything could be read. */
  collected?: Collected | undefined
}

/** What ends a job that nobody has put away. */
const locked: Failure = { code: 'latchkey-locked' }

export class BackupExporter {
  private job: Job | undefined
  private written: string | undefined
  private readonly question = new OneQuestion()
  private running: Promise<void> = Promise.resolve()

  constructor(private readonly options: BackupExportOptions) {}

  /**
   * Asks where to, and begins. Gives whether it has; while another export goes on, or its question is
   * on the screen, it does not. Fails with `invalid-input` for a passphrase that will not do.
   */
  async begin(
    contents: BackupContents,
    passphrase: string,
    windowId: number,
  ): Promise<Result<boolean>> {
    const { desk, now } = this.options
    if (this.job) return ok(false)
    const answer = await this.question.ask(async (isWanted) => {
      const checked = await checkNewPassphrase(passphrase, 'passphrase')
      if (!checked.ok) return checked
      // Locked by now: nothing opens before somebody who may not be the same.
      if (!isWanted()) return undefined
      const path = await desk.whereTo(windowId, proposedName(now()))
      return path === undefined ? undefined : ok(path)
    })
    if (answer === undefined) return ok(false)
    if (!answer.ok) return answer
    const job = { stopper: new AbortController(), path: answer.value, passphrase }
    this.job = job
    this.running = this.ending(job, this.run(job, contents))
    return ok(true)
  }

  /** Writes what could be read. Fails with `not-found` if nothing waits for that. */
  goOn(): Result<void> {
    const { job } = this
    if (!job?.collected || this.options.view.value.kind !== 'unreadable') return fail('not-found')
    this.running = this.ending(job, this.write(job, job.collected))
    return ok(undefined)
  }

  /** Stops what is under way and forgets what was gathered, or puts the outcome away. */
  end(): void {
    this.job?.stopper.abort()
    this.job = undefined
    this.question.drop()
    this.options.view.set({ kind: 'idle' })
  }

  /**
   * Forgets what was gathered, because Latchkey is locked, and leaves said what has come of it. What a file
   * that is being written comes to is known at its end.
   */
  forget(): void {
    const { job } = this
    this.question.drop()
    if (!job) return
    job.stopper.abort()
    job.collected = undefined
    if (this.options.view.value.kind !== 'writing') this.fail(job, locked)
  }

  /** Shows what was written last. Fails with `not-found` if nothing was. */
  show(): Result<void> {
    if (this.written === undefined) return fail('not-found')
    this.options.desk.show(this.written)
    return ok(undefined)
  }

  idle(): Promise<void> {
    return this.running
  }

  private async run(job: Job, contents: BackupContents): Promise<void> {
    const { signal } = job.stopper
    const tell = sometimes((done, total) => this.tell(job, { kind: 'reading', done, total }))
    const collected = await collect(this.options, contents, tell, signal)
    if (!collected.ok) return this.fail(job, collected.failure)
    const { unreadable } = collected.value
    if (unreadable.length === 0) return this.write(job, collected.value)
    job.collected = collected.value
    const troubles = { count: unreadable.length, named: unreadable.slice(0, namedLimit) }
    this.tell(job, { kind: 'unreadable', troubles })
  }

  private async write(job: Job, { content, unreadable }: Collected): Promise<void> {
    const { steps, now, passphraseLog2N } = this.options
    this.tell(job, { kind: 'writing' })
    const text = await sealBackup(content, job.passphrase, now(), passphraseLog2N)
    const { signal } = job.stopper
    if (signal.aborted) return this.fail(job, locked)
    const written = text.ok ? await writeBackupFile(job.path, text.value, steps, signal) : text
    if (!written.ok) {
      return this.fail(job, written.failure.code === 'cancelled' ? locked : written.failure)
    }
    this.written = job.path
    const { accounts } = content
    this.tell(job, {
      ...{ kind: 'done', file: basename(job.path), accounts: accounts.length },
      tokens: accounts.filter(({ session }) => session !== undefined).length,
      passwords: accounts.filter(({ password }) => password !== undefined).length,
      without: unreadable.length,
    })
    if (this.job === job) this.job = undefined
  }

  /** Work that ends its job however it ends, as where the system has no memory left for the key. */
  private ending(job: Job, work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      const correlationId = randomUUID()
      this.options.log.bug('an export', error, correlationId)
      this.fail(job, { code: 'internal', correlationId })
    })
  }

  private fail(job: Job, failure: Failure): void {
    this.tell(job, { kind: 'failed', failure })
    if (this.job === job) this.job = undefined
  }

  /** What a job that was ended still has to say is for nobody. */
  private tell(job: Job, view: BackupExport): void {
    if (this.job === job) this.options.view.set(view)
  }
}

/** Bears the day that it is where the person is. */
function proposedName(now: number): string {
  const day = new Date(now)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  const date = parts.map((part) => String(part).padStart(2, '0')).join('-')
  return `Latchkey ${date}.latchkey`
}
