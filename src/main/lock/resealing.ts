/** Brings every secret into the form that the lock asks for, one after another, with progress. */
import type { AccountId } from '../../shared/account'
import { ok, type Failure, type Result } from '../../shared/failure'
import type { Book } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import type { SecretRef } from '../keychain/keychain'
import type { SealedKeychain } from './sealed-keychain'

export interface ResealingOptions {
  readonly book: Pick<Book, 'accounts' | 'account'>
  readonly lanes: Lanes
  readonly keychain: Pick<SealedKeychain, 'reseal'>
  readonly now: () => number
}

export type ResealEnd =
  | { readonly kind: 'done' }
  /** The person has stopped it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly account: AccountId; readonly failure: Failure }

export interface ResealRun {
  /** Hears how far it has got; not more often than anybody could see. */
  readonly onProgress: (done: number, total: number) => void
  /** Hears how it ended, once, unless another run has begun or this one was dropped. */
  readonly onEnd: (end: ResealEnd) => Promise<void> | void
}

/** Milliseconds. */
const progressEvery = 100

/** One run at a time: a new one takes the place of the one before, which is heard of no more. */
export class Resealing {
  private current: { readonly stop: AbortController } | undefined
  private ended: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: ResealingOptions) {}

  /**
   * Writes anew each secret that is not as it should be. What is written meanwhile is in the new form
   * by itself, so that what the book lists now is all there is to do. Can be repeated at any time.
   */
  start({ onProgress, onEnd }: ResealRun): Promise<void> {
    this.drop()
    const run = { stop: new AbortController() }
    this.current = run
    const { signal } = run.stop
    const isCurrent = (): boolean => this.current === run
    let toldAt = 0
    const tell = (done: number, total: number): void => {
      const now = this.options.now()
      if (!isCurrent() || signal.aborted || now - toldAt < progressEvery) return
      toldAt = now
      onProgress(done, total)
    }
    const work = this.ended.then(async () => {
      const end = await this.all(tell, signal)
      if (isCurrent()) await onEnd(end)
    })
    this.ended = work.catch(() => undefined)
    return work
  }

  /** Stops the run after the secret under way; its end is told. */
  stop(): void {
    this.current?.stop.abort()
  }

  /** Stops the run, and nothing is heard of it any more. */
  drop(): void {
    this.stop()
    this.current = undefined
  }

  async idle(): Promise<void> {
    await this.ended
  }

  private async all(
    tell: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ResealEnd> {
    const { book, lanes } = this.options
    const accounts = book.accounts.map(({ id }) => id)
    // A lane may be busy for long; nobody who has stopped this waits for it.
    const aborted = new Promise<Result<void>>((resolve) => {
      signal.addEventListener('abort', () => resolve(ok(undefined)), { once: true })
    })
    const isStopped = (): boolean => signal.aborted
    for (const [done, id] of accounts.entries()) {
      if (isStopped()) return { kind: 'stopped' }
      tell(done, accounts.length)
      const turn = lanes.run(id, () => this.account(id, signal))
      const resealed = await Promise.race([turn, aborted])
      if (isStopped()) return { kind: 'stopped' }
      if (!resealed.ok) return { kind: 'failed', account: id, failure: resealed.failure }
    }
    return { kind: 'done' }
  }

  private async account(id: AccountId, signal: AbortSignal): Promise<Result<void>> {
    const { book, keychain } = this.options
    for (const kind of kinds) {
      const entry = book.account(id)
      if (!entry || signal.aborted) return ok(undefined)
      // What the book does not know of may have been on its way when a crash came.
      const expected = kind === 'password' ? entry.passwordRemembered : mayHaveSession(entry)
      if (!expected) continue
      const resealed = await keychain.reseal({ account: id, kind }, signal)
      if (!resealed.ok) return resealed
    }
    return ok(undefined)
  }
}

const kinds: readonly SecretRef['kind'][] = ['session', 'password']

function mayHaveSession(entry: Book['accounts'][number]): boolean {
  const { hasSecret, storing, dropping, removing } = entry
  return hasSecret || storing !== undefined || dropping === true || removing === true
}
