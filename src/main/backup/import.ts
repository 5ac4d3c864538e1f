/** An import from the choice of a file to its outcome: what the calls drive and every window shows. */
import { basename } from 'node:path'
import { namedLimit } from '../../shared/named-limit'
import type { BackupImport, BackupPreview } from '../../shared/backup'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { AccountId } from '../../shared/account'
import type { Lanes } from '../accounts/lanes'
import { seenPassword, seenSession, type Seen } from '../accounts/secret-seen'
import type { Servers } from '../accounts/servers'
import { serverIdOf } from '../accounts/servers'
import type { Vault } from '../accounts/vault'
import type { Language } from '../language'
import type { Observed } from '../observed'
import { apply, nothingApplied, type Applied, type ApplyOptions } from './apply'
import { accountKey, compare, type Comparison } from './compare'
import { readContent, type BackedUpAccount, type ReadContent } from './content'
import type { BackupDesk } from './desk'
import { readBackupFile } from './file'
import { openBackup, readBackup, type SealedBackup } from './format'
import { OneQuestion } from './one-question'
import { sometimes } from './sometimes'

export interface BackupImportOptions extends ApplyOptions {
  readonly view: Observed<BackupImport>
  readonly desk: BackupDesk
  readonly servers: Servers
  readonly vault: Vault
  readonly lanes: Lanes
  readonly language: Language
}

/** One import: the file as it was read, and what has been found in it. */
interface Job {
  readonly stopper: AbortController
  readonly file: string
  readonly created: number
  readonly sealed: SealedBackup
  comparison?: Comparison | undefined
  busy: boolean
  /** Latchkey was locked, so that it was not the person who stopped it. */
  locked?: true
}

type Told = Pick<Job, 'file' | 'created'>

const locked: Failure = { code: 'latchkey-locked' }

export class BackupImporter {
  private job: Job | undefined
  private readonly question = new OneQuestion()
  private running: Promise<void> = Promise.resolve()

  constructor(private readonly options: BackupImportOptions) {}

  /**
   * Asks for a file and looks at it; it takes the place of one that was chosen before. Gives whether
   * one was chosen. Failures: those of `readBackupFile` and `readBackup`.
   */
  async choose(windowId: number): Promise<Result<boolean>> {
    if (this.isBusy()) return ok(false)
    // What was read for nobody, because Latchkey was locked meanwhile, is dropped with the question.
    const answer = await this.question.ask(() => this.askForFile(windowId))
    // What was open before may have begun to be imported while the question was on the screen.
    if (answer === undefined || this.isBusy()) return ok(false)
    if (!answer.ok) return answer
    const { told, sealed } = answer.value
    this.job = { stopper: new AbortController(), ...told, sealed, busy: false }
    this.options.view.set({ kind: 'chosen', ...told })
    return ok(true)
  }

  /**
   * Opens the chosen file and compares it; changes nothing. Failures: those of `openBackup`,
   * `not-found` if none is chosen, `cancelled`.
   */
  async open(passphrase: string): Promise<Result<void>> {
    const { job } = this
    if (!job || job.busy) return fail('not-found')
    job.busy = true
    const told = toldOf(job)
    this.tell(job, { kind: 'opening', ...told, done: 0, total: 0 })
    let compared: Result<Comparison> | undefined
    try {
      compared = await this.openAndCompare(job, passphrase)
    } finally {
      job.busy = false
      if (compared?.ok !== true) this.tell(job, { kind: 'chosen', ...told })
    }
    if (this.job !== job) return fail('cancelled')
    if (!compared.ok) return compared
    job.comparison = compared.value
    this.tell(job, { kind: 'opened', ...told })
    return ok(undefined)
  }

  /** What the open backup would change. Fails with `not-found` if nothing is open. */
  preview(): Result<BackupPreview> {
    const comparison = this.job?.comparison
    return comparison ? ok(comparison.preview) : fail('not-found')
  }

  /** Begins to take these items of the preview. Fails with `not-found` if there is none. */
  begin(items: readonly number[]): Result<void> {
    const { job } = this
    if (!job?.comparison || job.busy) return fail('not-found')
    job.busy = true
    const wanted = new Set(items)
    this.running = this.run(
      job,
      job.comparison.takings.filter(({ item }) => wanted.has(item.id)),
    )
    return ok(undefined)
  }

  /**
   * Stops what is under way; an import says then how far it has come. Otherwise puts everything away,
   * and forgets what was read.
   */
  end(): void {
    if (this.options.view.value.kind === 'importing') return this.job?.stopper.abort()
    this.putAway()
  }

  /**
   * Forgets what was read, because Latchkey is locked. An import that has begun ends after the secret that
   * is being kept, and what it has done by then stays said; of one that has not, that nothing was changed.
   */
  forget(): void {
    const { job } = this
    this.question.drop()
    if (!job) return
    job.locked = true
    job.stopper.abort()
    job.comparison = undefined
    if (this.options.view.value.kind === 'importing') return
    this.tell(job, outcomeOf(toldOf(job), { ...nothingApplied(), failure: locked }))
    this.job = undefined
  }

  idle(): Promise<void> {
    return this.running
  }

  /** Undefined where the person wants none. */
  private async askForFile(
    windowId: number,
  ): Promise<Result<{ readonly told: Told; readonly sealed: SealedBackup }> | undefined> {
    const path = await this.options.desk.which(windowId)
    if (path === undefined) return undefined
    const text = await readBackupFile(path)
    const sealed = text.ok ? readBackup(text.value) : text
    if (!sealed.ok) return sealed
    const told = { file: basename(path), created: Date.parse(sealed.value.created) }
    return ok({ told, sealed: sealed.value })
  }

  private putAway(): void {
    this.job?.stopper.abort()
    this.job = undefined
    this.question.drop()
    this.options.view.set({ kind: 'idle' })
  }

  private isBusy(): boolean {
    return this.job?.busy === true
  }

  private async openAndCompare(job: Job, passphrase: string): Promise<Result<Comparison>> {
    const opened = await openBackup(job.sealed, passphrase)
    const content = opened.ok ? readContent(opened.value) : opened
    return content.ok ? this.compare(job, content.value) : content
  }

  private async run(job: Job, takings: Comparison['takings']): Promise<void> {
    const told = toldOf(job)
    const tell = sometimes((done, total) =>
      this.tell(job, { kind: 'importing', ...told, done, total }),
    )
    tell(0, 0)
    try {
      const applied = await apply(takings, this.options, tell, job.stopper.signal)
      const cut = job.locked && applied.failure?.code === 'cancelled'
      if (cut) applied.failure = locked
      this.tell(job, outcomeOf(told, applied))
    } finally {
      job.busy = false
      if (this.job === job) this.job = undefined
    }
  }

  /** Secrets that are here and in the backup are looked at, without a prompt, to know whether they differ. */
  private async compare(job: Job, content: ReadContent): Promise<Result<Comparison>> {
    const { book, servers, language } = this.options
    const found = await this.lookAtSecrets(job, content)
    if (job.stopper.signal.aborted) return fail('cancelled')
    const seen = (account: AccountId, kind: 'session' | 'password'): Seen =>
      found.get(`${account}/${kind}`) ?? 'nothing'
    return ok(compare(content, { book, servers, locale: language.value, seen }))
  }

  private async lookAtSecrets(
    job: Job,
    { accounts }: ReadContent,
  ): Promise<ReadonlyMap<string, Seen>> {
    const { book, lanes } = this.options
    const known = new Map(
      book.accounts.map((entry) => [accountKey(entry.server, entry.email), entry.id]),
    )
    const pairs = accounts.flatMap((account) => {
      const id = known.get(accountKey(serverIdOf(account.adapter, account.server), account.email))
      return id === undefined ? [] : [{ id, account }]
    })
    const told = toldOf(job)
    const tell = sometimes((done, total) =>
      this.tell(job, { kind: 'opening', ...told, done, total }),
    )
    const found = new Map<string, Seen>()
    for (const [done, { id, account }] of pairs.entries()) {
      if (job.stopper.signal.aborted) break
      tell(done, pairs.length)
      await lanes.run(id, () => this.look(id, account, found))
    }
    return found
  }

  private async look(
    id: AccountId,
    { session, password }: BackedUpAccount,
    found: Map<string, Seen>,
  ): Promise<void> {
    const { book, vault } = this.options
    const entry = book.account(id)
    if (entry && session) found.set(`${id}/session`, await seenSession(vault, entry))
    if (entry && password !== undefined) {
      found.set(`${id}/password`, await seenPassword(vault, entry))
    }
  }

  /** What a job that was put away still has to say is for nobody. */
  private tell(job: Job, view: BackupImport): void {
    if (this.job === job) this.options.view.set(view)
  }
}

function toldOf({ file, created }: Told): Told {
  return { file, created }
}

function outcomeOf(told: Told, { troubles, ...applied }: Applied): BackupImport {
  const named = troubles.slice(0, namedLimit)
  return { kind: 'done', ...told, ...applied, troubles: { count: troubles.length, named } }
}
