/**
 * Entering accounts in the book and taking them out, in the order of writes that survives a crash:
 * account with `pending` -> secret -> `pending` cleared; removal: marked -> secret deleted -> gone.
 */
import { randomUUID } from 'node:crypto'
import { accountId, type AccountId } from '../../shared/ids'
import { fail, ok, type Result } from '../../shared/failure'
import type { FactValue, Server, Session } from '../adapters/adapter'
import {
  fitsNoKeychain,
  wroteNothing,
  type CallOptions,
  type SecretKind,
} from '../keychain/keychain'
import { isFor, type AccountEntry, type Book, type Pending } from './book'
import type { Lanes } from './lanes'
import { happenings, isCut, waysOf, withSession, type Arrival } from './on-the-way'
import type { Usage } from './usage'
import { everySecret, type Vault } from './vault'

export class Registry {
  constructor(
    private readonly book: Book,
    private readonly usage: Usage,
    private readonly vault: Vault,
    private readonly now: () => number,
  ) {}

  /**
   * Finds the account for an address at a server or enters a new one, and sets what it waits in: one
   * update, so that of two who come at once the second finds what the first has entered. Fails with
   * `not-found` for an account that is being removed, and where it `isWanted` no more at its turn.
   */
  async enter(
    server: Server,
    email: string,
    pending: Pending,
    isWanted: () => boolean,
  ): Promise<Result<Entered>> {
    let entered: Entered | undefined
    const saved = await this.book.update((content) => {
      const { accounts } = content
      const at = accounts.findIndex((one) => isFor(one, server.id, email))
      const known = accounts[at]
      // Whoever removes an account does not want it back because an answer came late.
      if (known?.removing || !isWanted()) return content
      if (known) {
        const wrote = { ...pending, since: known.pending?.since ?? pending.since }
        const { id: account, pending: before } = known
        entered = { account, madeAccount: false, before, wrote }
        return { ...content, accounts: accounts.with(at, { ...known, pending: wrote }) }
      }
      const entry: AccountEntry = {
        id: accountId.parse(randomUUID()),
        adapter: server.adapter,
        server: server.id,
        email,
        label: email,
        position: accounts.reduce((last, one) => Math.max(last, one.position + 1), 0),
        createdAt: this.now(),
        tags: [],
        hidden: false,
        hasSecret: false,
        passwordRemembered: false,
        refreshable: false,
        pending,
      }
      entered = { account: entry.id, madeAccount: true, before: undefined, wrote: pending }
      return { ...content, accounts: [...accounts, entry] }
    })
    if (!saved.ok) return saved
    return entered === undefined ? fail('not-found') : ok(entered)
  }

  /**
   * Takes back what was entered, unless somebody else has written over it since: the account waits in
   * what it waited in before, or is gone if it was made for this and nothing has come to it. One update,
   * so that whoever enters the same address meanwhile finds the account as it stays, or none.
   */
  async takeBack({ account, madeAccount, before, wrote }: Entered): Promise<Result<void>> {
    const saved = await this.book.update((content) => {
      const { accounts } = content
      const at = accounts.findIndex(({ id }) => id === account)
      const entry = accounts[at]
      if (entry?.pending !== wrote || entry.removing) return content
      const hasNothing = !entry.hasSecret && !entry.passwordRemembered && !entry.storing
      if (madeAccount && hasNothing) return { ...content, accounts: accounts.toSpliced(at, 1) }
      return { ...content, accounts: accounts.with(at, { ...entry, pending: before }) }
    })
    if (saved.ok && !this.book.account(account)) await this.usage.forget(account)
    return saved
  }

  /**
   * Stores a session under a mark for an account that is in the book. After a failure the account still
   * says that a secret is on its way, and the caller still holds the session.
   */
  async store(
    id: AccountId,
    session: Session,
    after: Arrival,
    mark: string,
    options?: CallOptions,
  ): Promise<Result<void>> {
    const before = this.book.account(id)
    const storing = { storing: after, storingMark: mark, dropping: undefined }
    const marked = await this.book.change(id, (entry) => ({ ...entry, ...storing }))
    if (!marked.ok) return marked
    const kept = await this.vault.keep(id, session, mark, options)
    if (!kept.ok) {
      if (before && wroteNothing(kept.failure)) {
        const earlier = waysOf(before)
        const waits = after === 'login' && !fitsNoKeychain(kept.failure)
        const held = waits && !isCut(before.storing)
        const ways = held ? { ...earlier, storing: 'held' as const } : earlier
        await this.book.change(id, (entry) => ({ ...entry, ...ways }))
      }
      return kept
    }
    const done = await this.book.change(id, (entry) => withSession(entry, session))
    if (!done.ok) return done
    this.noteStored(id, after)
    return ok(undefined)
  }

  /** Whether the session that an account has is the one that was to be stored under this mark. */
  async hasArrived(id: AccountId, mark: string): Promise<boolean> {
    const { hasSecret = false, storing } = this.book.account(id) ?? {}
    if (!hasSecret || storing !== undefined) return false
    const session = await this.vault.session(id, unattended)
    return session.ok && session.value.mark === mark
  }

  /** Notes that the service has just confirmed the account. */
  confirm(id: AccountId, facts: readonly FactValue[] | undefined): void {
    const at = this.now()
    const known = this.usage.outcome(id)?.facts ?? []
    this.usage.record(id, {
      ...{ checkedAt: at, verifiedAt: at, facts: [...(facts ?? known)] },
      inMemory: this.book.isInMemory(id) || undefined,
    })
  }

  /**
   * Counts a login as a use; the first account of a server becomes its active one, and so does one that
   * comes while the active one is leaving.
   */
  async noteLogin(id: AccountId): Promise<void> {
    const entry = this.book.account(id)
    if (!entry) return
    const active = this.usage.activeAt(entry.server)
    const stays = active !== undefined && this.book.account(active) && !this.book.isLeaving(active)
    if (stays) await this.usage.use(entry.id, this.now())
    else await this.usage.activate(entry.server, entry.id, this.now())
  }

  /**
   * For whoever ends a session at the service before it is forgotten here: unlocks what that takes, and
   * fails if these secrets cannot be deleted, or the book could not tell of it.
   */
  async prepareForget(
    id: AccountId,
    kinds: readonly SecretKind[],
    options: CallOptions,
  ): Promise<Result<void>> {
    const reached = this.book.inReach(id, kinds)
    if (!reached.ok || !this.book.account(id)?.hasSecret) return reached
    const savable = await this.book.checkSavable()
    if (!savable.ok) return savable
    return this.vault.prepareForget(id, kinds, options)
  }

  /**
   * Forgets the token and keeps the account: marked, secret deleted, then the account says so. If the
   * keychain refuses, nothing changes; where it may have done it all the same, the mark stays.
   */
  async dropSession(id: AccountId, options?: CallOptions): Promise<Result<void>> {
    const marked = await this.book.change(id, (entry) => ({ ...entry, dropping: true }))
    if (!marked.ok) return marked
    const forgotten = await this.vault.forget(id, 'session', options)
    if (!forgotten.ok) {
      const undone = wroteNothing(forgotten.failure)
      if (undone) await this.book.change(id, (entry) => ({ ...entry, dropping: undefined }))
      return forgotten
    }
    const changed = await this.book.change(id, (entry) => ({
      ...entry,
      storing: undefined,
      dropping: undefined,
      hasSecret: false,
      refreshable: false,
      tokenExpiresAt: undefined,
      refreshUntil: undefined,
    }))
    if (!changed.ok) return changed
    this.usage.history.add(id, 'logged-out', this.now())
    return ok(undefined)
  }

  /**
   * Removes an account: marked, secret deleted, gone. If the keychain refuses, the account stays as
   * it was.
   */
  async remove(id: AccountId): Promise<Result<void>> {
    const reached = this.book.inReach(id, everySecret)
    if (!reached.ok) return reached
    const marked = await this.book.change(id, (one) => ({ ...one, removing: true }))
    if (!marked.ok) return marked
    const removed = await this.finishRemoval(marked.value)
    if (!removed.ok) await this.bringBack(id)
    return removed
  }

  /**
   * Finishes what a crash cut short, from the book alone. Gives whether everything is finished; what
   * is not, because the keychain did not answer, stays marked for another try. Where a person has to
   * unlock another keyring first, no try would end otherwise: the account comes back.
   */
  async finishInterrupted(lanes: Lanes): Promise<boolean> {
    const finish = (entry: AccountEntry): Promise<boolean> =>
      lanes.run(entry.id, async () => {
        const current = this.book.account(entry.id)
        if (current?.removing) {
          const removed = await this.finishRemoval(current, unattended)
          if (removed.ok || removed.failure.code !== 'keychain-copy-locked') return removed.ok
          return (await this.bringBack(current.id)).ok
        }
        if (current?.dropping) return (await this.dropSession(current.id, unattended)).ok
        return current && isCut(current.storing) ? this.finishStoring(current) : true
      })
    const cut = this.book.accounts.filter(
      ({ removing, dropping, storing }) => removing ?? dropping ?? isCut(storing),
    )
    const finished = await Promise.all(cut.map(finish))
    return finished.every(Boolean)
  }

  private bringBack(id: AccountId): Promise<Result<AccountEntry>> {
    return this.book.change(id, (one) => ({ ...one, removing: undefined }))
  }

  private async finishRemoval(entry: AccountEntry, options?: CallOptions): Promise<Result<void>> {
    const untouched = entry.storing === undefined || entry.storing === 'held'
    const neverHadOne = !entry.hasSecret && !entry.passwordRemembered && untouched
    const forgotten = neverHadOne
      ? ok(undefined)
      : await this.vault.forget(entry.id, 'all', options)
    if (!forgotten.ok) return forgotten
    const gone = await this.book.update((content) => ({
      ...content,
      accounts: content.accounts.filter((one) => one.id !== entry.id),
    }))
    if (gone.ok) await this.usage.forget(entry.id)
    return gone
  }

  /**
   * Looks whether the session that was on its way has arrived. Where an earlier one lies there still,
   * the account has that one, and goes on waiting in what it waited in.
   */
  private async finishStoring(entry: AccountEntry): Promise<boolean> {
    const session = await this.vault.session(entry.id, unattended)
    if (session.ok) {
      const { value } = session
      const arrived = entry.storingMark === undefined || entry.storingMark === value.mark
      if (arrived) this.usage.outdate(entry.id)
      const done = await this.book.change(entry.id, (one) => {
        const found = withSession(one, value)
        return arrived ? found : { ...found, pending: one.pending }
      })
      if (done.ok && arrived && isCut(entry.storing)) this.noteStored(entry.id, entry.storing)
      return done.ok
    }
    if (session.failure.code !== 'secret-missing') return false
    return (await this.book.change(entry.id, (one) => ({ ...one, storing: undefined }))).ok
  }

  private noteStored(id: AccountId, after: Arrival): void {
    this.usage.history.add(id, happenings[after], this.now())
  }
}

/** What entering an account has changed, so that it can be taken back. */
export interface Entered {
  readonly account: AccountId
  readonly madeAccount: boolean
  /** What the account waited in before. */
  readonly before: Pending | undefined
  /** What was written, to see whether it still stands there. */
  readonly wrote: Pending
}

/** Nobody has asked for what is finished after a crash, so it must not raise a prompt. */
const unattended: CallOptions = { unattended: true }
