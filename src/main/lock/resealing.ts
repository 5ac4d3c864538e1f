/** Brings every secret into the form that the lock asks for, one after another, with progress. */
import type { AccountId } from '../../shared/account'
import { ok, type Failure, type Result } from '../../shared/failure'
import type { AccountEntry, Book } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import type { SecretRef } from '../keychain/keychain'
import type { SealedKeychain } from './sealed-keychain'

export interface ResealingOptions {
  readonly book: Pick<Book, 'accounts' | 'account' | 'loaded'>
  readonly lanes: Lanes
  readonly keychain: Pick<SealedKeychain, 'reseal' | 'state'>
  readonly now: () => number
}

export type ResealEnd =
  | { readonly kind: 'done' }
  /** The person has stopped it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly account?: AccountId; readonly failure: Failure }

/** The form that secrets are brought into. */
export type Form = 'sealed' | 'clear'

export interface ResealRun {
  readonly to: Form
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

  /** Why some secrets are out of reach, whatever the keychain gives; undefined where none is. */
  get hindrance(): Failure | undefined {
    const { book, keychain } = this.options
    // What lies in the system's keychain cannot be reached while secrets are kept in memory.
    if (keychain.state.kind === 'memory') return { code: 'keychain-unavailable' }
    // The list that was read may lack accounts whose secrets lie there.
    switch (book.loaded.kind) {
      case 'newer':
        return { code: 'book-read-only' }
      case 'damaged':
        return { code: 'book-damaged' }
      case 'fine':
      case 'restored':
        return undefined
    }
  }

  /**
   * Writes anew each secret that is not as it should be. What is written meanwhile is in the new form
   * by itself, so that what the book lists now is all there is to do. Can be repeated at any time.
   */
  start({ to, onProgress, onEnd }: ResealRun): Promise<void> {
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
      const end = await this.all(to, tell, signal)
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
    to: Form,
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
      const turn = lanes.run(id, () => this.account(id, to, signal))
      const resealed = await Promise.race([turn, aborted])
      if (isStopped()) return { kind: 'stopped' }
      if (!resealed.ok) return { kind: 'failed', account: id, failure: resealed.failure }
    }
    const { hindrance } = this
    return hindrance ? { kind: 'failed', failure: hindrance } : { kind: 'done' }
  }

  private async account(id: AccountId, to: Form, signal: AbortSignal): Promise<Result<void>> {
    const { book, keychain } = this.options
    for (const kind of kinds) {
      const entry = book.account(id)
      if (!entry || signal.aborted) return ok(undefined)
      // What the book does not know of may have been on its way when a crash came.
      const expected = kind === 'password' ? entry.passwordRemembered : mayHaveSession(entry)
      if (!expected) continue
      const resealed = await keychain.reseal({ account: id, kind }, signal)
      if (resealed.ok) continue
      // Of what is not in this keychain, the keys may be needed where it does lie.
      const mayLack = to === 'sealed' || !hasForSure(entry, kind)
      if (resealed.failure.code !== 'secret-missing' || !mayLack) return resealed
    }
    return ok(undefined)
  }
}

const kinds: readonly SecretRef['kind'][] = ['session', 'password']

function mayHaveSession(entry: AccountEntry): boolean {
  const { hasSecret, storing, dropping, removing } = entry
  return hasSecret || storing !== undefined || dropping === true || removing === true
}

/** Whether the book says that the secret is there, and nothing that a crash cut short may have deleted it. */
function hasForSure(entry: AccountEntry, kind: SecretRef['kind']): boolean {
  const { hasSecret, passwordRemembered, dropping, removing } = entry
  if (removing) return false
  return kind === 'password' ? passwordRemembered : hasSecret && !dropping
}
