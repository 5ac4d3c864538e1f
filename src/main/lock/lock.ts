/**
 * The lock: whether there is a passphrase, whether it was given, and the way from one to the other.
 * Nothing is lost in between: the record is on disk before the first secret is sealed, and it stays
 * until the last one is in clear again.
 */
import type { LockView } from '../../shared/lock'
import type { AccountId } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { Log } from '../log'
import { Observed } from '../observed'
import { checkNewPassphrase } from '../sealing/passphrase-rules'
import {
  freshKeys,
  makeRecord,
  openRecord,
  wipe,
  type LockKeys,
  type LockPhase,
  type LockRecord,
} from './lock-record'
import type { RecordKeeper } from './record-keeper'
import { Resealing, type ResealEnd, type ResealingOptions } from './resealing'
import { lockedState } from './seal'
import type { SealedKeychain } from './sealed-keychain'
import type { WrongTries } from './wrong-tries'

export interface LockOptions extends ResealingOptions {
  readonly keychain: SealedKeychain
  readonly records: RecordKeeper
  readonly tries: WrongTries
  readonly log: Log
  /** What a passphrase costs, if not as for a person's. */
  readonly log2N?: number | undefined
}

export class Lock {
  /** How the lock stands, for windows and tray. */
  readonly view: Observed<LockView>
  private keys: LockKeys | undefined
  private readonly resealing: Resealing
  private queue: Promise<unknown> = Promise.resolve()
  /** Counts the times Latchkey was locked, so that a late answer opens nothing. */
  private locks = 0
  /** The last secret is in clear, and the record is going: there is nothing to lock any more. */
  private leaving = false

  constructor(private readonly options: LockOptions) {
    this.resealing = new Resealing(options)
    this.view = new Observed<LockView>(this.record ? this.lockedView() : { kind: 'off' })
    void options.records.settle()
  }

  private get record(): LockRecord | undefined {
    return this.options.records.record
  }

  get isLocked(): boolean {
    return this.record !== undefined && this.keys === undefined
  }

  /** Whether there is a passphrase to lock with. */
  get isOn(): boolean {
    return this.record !== undefined
  }

  /** Sets a passphrase and begins to seal every secret. Failures: see `lock.turnOn`. */
  turnOn(passphrase: string): Promise<Result<void>> {
    return this.inOrder(async () => {
      if (this.record) return fail('unsupported')
      const { hindrance } = this.resealing
      if (hindrance) return { ok: false, failure: hindrance }
      const { locks } = this
      const checked = await checkNewPassphrase(passphrase, 'passphrase')
      if (!checked.ok) return checked
      const keys = freshKeys()
      const record = await makeRecord(keys, passphrase, 'turning-on', this.options.log2N)
      const saved = await this.update(() => record)
      if (!saved.ok) return saved
      this.open(keys)
      // The screen was locked, or the computer went to sleep, while this was made.
      if (locks !== this.locks) this.lock()
      return ok(undefined)
    })
  }

  /** Takes the passphrase away and begins to put every secret back in clear. Failures: see `lock.turnOff`. */
  turnOff(passphrase: string): Promise<Result<void>> {
    return this.inOrder(async () => {
      const { record } = this
      if (!record || this.isLocked) return fail(record ? 'latchkey-locked' : 'unsupported')
      const known = await this.tryPassphrase(record, passphrase)
      if (!known.ok) return known
      wipe(known.value)
      const { hindrance } = this.resealing
      if (hindrance) return { ok: false, failure: hindrance }
      this.resealing.drop()
      await this.resealing.idle()
      if (!this.keys) return fail('latchkey-locked')
      const saved = await this.update((one) => one && { ...one, phase: 'turning-off' })
      this.openAgain()
      return saved
    })
  }

  /** Sets another passphrase; the data key stays, so no secret is written anew. */
  change(passphrase: string, next: string): Promise<Result<void>> {
    return this.inOrder(async () => {
      const { record } = this
      if (!record || this.isLocked) return fail(record ? 'latchkey-locked' : 'unsupported')
      const known = await this.tryPassphrase(record, passphrase)
      if (!known.ok) return known
      const { log2N } = this.options
      const made = await checkNewPassphrase(next, 'next')
        .then(async (checked) =>
          checked.ok ? ok(await makeRecord(known.value, next, record.phase, log2N)) : checked,
        )
        // Also where there is no memory left to make a key of the next passphrase.
        .finally(() => wipe(known.value))
      if (!made.ok) return made
      // The phase may have gone on meanwhile, and the record with it.
      const saved = await this.update((one) => one && { ...made.value, phase: one.phase })
      return saved.ok && !this.record ? fail('unsupported') : saved
    })
  }

  /** Opens with the passphrase; goes on with sealing or unsealing that was cut short. */
  unlock(passphrase: string): Promise<Result<void>> {
    return this.inOrder(async () => {
      const { record, locks } = this
      if (!record || !this.isLocked) return ok(undefined)
      const known = await this.tryPassphrase(record, passphrase)
      if (!known.ok) {
        this.view.set(this.lockedView())
        return known
      }
      if (locks !== this.locks) {
        wipe(known.value)
        return fail('cancelled')
      }
      this.open(known.value)
      void this.options.records.settle().then(() => this.tellCopy())
      return ok(undefined)
    })
  }

  /** Forgets the keys, at once. Does nothing where there is no passphrase. */
  lock(): void {
    this.locks += 1
    const { record } = this
    if (!record || this.isLocked || this.leaving) return
    this.resealing.drop()
    this.keys = undefined
    this.options.keychain.become(lockedState(record))
    this.view.set(this.lockedView())
  }

  /** Goes on with what has stopped. */
  goOn(): Promise<Result<void>> {
    return this.inOrder(() => {
      if (!this.keys) return Promise.resolve(fail('latchkey-locked'))
      if (this.view.value.kind === 'stopped') this.openAgain()
      return Promise.resolve(ok(undefined))
    })
  }

  /** Stops sealing or unsealing after the secret under way. */
  stop(): void {
    this.resealing.stop()
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.queue
    await this.resealing.idle()
    await this.options.records.idle()
  }

  /** Forgets the keys for good; what is under way ends after the secret it is at. */
  async close(): Promise<void> {
    this.resealing.drop()
    await this.idle()
    this.lock()
  }

  private async tryPassphrase(record: LockRecord, passphrase: string): Promise<Result<LockKeys>> {
    const { tries } = this.options
    const field = 'passphrase'
    const early = tries.retryAt()
    if (early !== undefined) return fail('too-many-tries', { field, retryAt: early })
    const keys = await tries.count(() => openRecord(record, passphrase))
    return keys ? ok(keys) : fail('wrong-passphrase', { field, retryAt: tries.retryAt() })
  }

  /** Takes up what the record now says; locked meanwhile, that waits for the passphrase. */
  private openAgain(): void {
    if (this.keys) this.open(this.keys)
  }

  /** From here on secrets can be read; what is not in its form yet is brought into it. */
  private open(keys: LockKeys): void {
    const { record } = this
    if (!record) return
    this.keys = keys
    const writes = record.phase === 'turning-off' ? 'clear' : 'sealed'
    this.options.keychain.become({ kind: 'open', keys, writes })
    if (record.phase === 'on') this.view.set(this.openView())
    else this.reseal(record.phase)
  }

  private reseal(phase: Exclude<LockPhase, 'on'>): void {
    const { options, view } = this
    const to = phase === 'turning-on' ? 'sealed' : 'clear'
    let progress: Progress = { to, done: 0, total: options.book.accounts.length }
    const stopped = (failure?: Failure, account?: AccountId): void =>
      view.set({ kind: 'stopped', ...progress, failure, account })
    view.set({ kind: 'resealing', ...progress })
    const onEnd = (end: ResealEnd): Promise<void> | void => {
      switch (end.kind) {
        case 'done':
          return this.settle(phase, stopped)
        case 'stopped':
          return stopped()
        case 'failed':
          return stopped(end.failure, end.account)
      }
    }
    const onProgress = (done: number, total: number): void => {
      progress = { to, done, total }
      view.set({ kind: 'resealing', ...progress })
    }
    this.resealing.start({ to, onProgress, onEnd }).catch((error: unknown) => {
      options.log.bug('sealing', error, 'lock')
      stopped({ code: 'internal' })
    })
  }

  /** Every secret is in its form: the record says so, or goes. */
  private async settle(
    phase: Exclude<LockPhase, 'on'>,
    stopped: (failure: Failure) => void,
  ): Promise<void> {
    const { options, view, locks } = this
    const on = phase === 'turning-on'
    this.leaving = !on
    const saved = await this.update((one) => {
      if (one?.phase !== phase) return one
      return on ? { ...one, phase: 'on' } : undefined
    })
    this.leaving = false
    if (!saved.ok) {
      if (!this.isLocked) stopped(saved.failure)
      if (locks !== this.locks) this.lock()
      return
    }
    if (on) {
      if (!this.isLocked) view.set(this.openView())
      return
    }
    this.keys = undefined
    options.keychain.become({ kind: 'off' })
    view.set({ kind: 'off' })
  }

  private async update(change: Parameters<RecordKeeper['update']>[0]): Promise<Result<void>> {
    const saved = await this.options.records.update(change)
    this.tellCopy()
    return saved
  }

  /** Whether the copy is an earlier one may have changed since the view was set. */
  private tellCopy(): void {
    const { value } = this.view
    const { owesCopy } = this.options.records
    if (value.kind === 'open' && (value.oldCopy ?? false) !== owesCopy) {
      this.view.set(this.openView())
    }
  }

  private openView(): LockView {
    return this.options.records.owesCopy ? { kind: 'open', oldCopy: true } : { kind: 'open' }
  }

  private lockedView(): LockView {
    const { tries } = this.options
    return { kind: 'locked', failedTries: tries.failed, retryAt: tries.retryAt() }
  }

  private inOrder<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.queue.then(work)
    this.queue = turn.catch(() => undefined)
    return turn
  }
}

type Progress = Pick<Extract<LockView, { kind: 'resealing' }>, 'to' | 'done' | 'total'>
