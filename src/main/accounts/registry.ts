/**
 * Entering accounts in the book and taking them out, in the order of writes that survives a crash:
 * account with `pending` -> secret -> `pending` cleared; removal: marked -> secret deleted -> gone.
 */
import { randomUUID } from 'node:crypto'
import { accountId, type AccountId } from '../../shared/account'
import { ok, type Result } from '../../shared/failure'
import type { FactValue, Server, Session } from '../adapters/adapter'
import type { AccountEntry, Book, Pending } from './book'
import type { Lanes } from './lanes'
import type { Usage } from './usage'
import type { Vault } from './vault'

export class Registry {
  constructor(
    private readonly book: Book,
    private readonly usage: Usage,
    private readonly vault: Vault,
    private readonly now: () => number,
  ) {}

  /**
   * Finds the account for an address at a server or enters a new one, and sets what it waits in.
   * Gives the entry and whether it is new.
   */
  async enter(
    server: Server,
    email: string,
    pending: Pending | undefined,
  ): Promise<Result<{ readonly entry: AccountEntry; readonly isNew: boolean }>> {
    const known = this.book.find(server.id, email)
    if (known) {
      const changed = await this.book.change(known.id, (entry) => ({ ...entry, pending }))
      return changed.ok ? ok({ entry: changed.value, isNew: false }) : changed
    }
    const entry: AccountEntry = {
      id: accountId.parse(randomUUID()),
      adapter: server.adapter,
      server: server.id,
      email,
      label: email,
      position: this.book.accounts.reduce((last, one) => Math.max(last, one.position + 1), 0),
      createdAt: this.now(),
      tags: [],
      hidden: false,
      hasSecret: false,
      passwordRemembered: false,
      refreshable: false,
      pending,
    }
    const saved = await this.book.update((content) => ({
      ...content,
      accounts: [...content.accounts, entry],
    }))
    return saved.ok ? ok({ entry, isNew: true }) : saved
  }

  /**
   * Stores a session for an account that is in the book. After a failure the account still says that
   * a secret is on its way, and the caller still holds the session.
   */
  async store(id: AccountId, session: Session): Promise<Result<void>> {
    const marked = await this.book.change(id, (entry) => ({
      ...entry,
      pending: {
        ...(entry.pending ?? { flow: 'login', step: null, since: this.now() }),
        storing: true,
      },
    }))
    if (!marked.ok) return marked
    const kept = await this.vault.keep(id, session)
    if (!kept.ok) return kept
    const done = await this.book.change(id, (entry) => withSession(entry, session))
    return done.ok ? ok(undefined) : done
  }

  /** Notes that the service has just confirmed the account. */
  confirm(id: AccountId, facts: readonly FactValue[] | undefined): void {
    const at = this.now()
    const known = this.usage.outcome(id)?.facts ?? []
    this.usage.record(id, { checkedAt: at, verifiedAt: at, facts: [...(facts ?? known)] })
  }

  /** Counts a login as a use; the first account of a server becomes its active one. */
  async noteLogin(entry: AccountEntry): Promise<void> {
    const active = this.usage.activeAt(entry.server)
    const another = active !== undefined && this.book.account(active) !== undefined
    if (another) await this.usage.use(entry.id, this.now())
    else await this.usage.activate(entry.server, entry.id, this.now())
  }

  /** Forgets the token and keeps the account. The book says so only after the keychain has done it. */
  async dropSession(id: AccountId): Promise<Result<void>> {
    const forgotten = await this.vault.forget(id, 'session')
    if (!forgotten.ok) return forgotten
    const changed = await this.book.change(id, (entry) => ({
      ...entry,
      hasSecret: false,
      refreshable: false,
      tokenExpiresAt: undefined,
      refreshUntil: undefined,
    }))
    return changed.ok ? ok(undefined) : changed
  }

  /**
   * Removes an account: marked, secret deleted, gone. If the keychain refuses, the account stays as
   * it was.
   */
  async remove(id: AccountId): Promise<Result<void>> {
    const marked = await this.book.change(id, (one) => ({ ...one, removing: true }))
    if (!marked.ok) return marked
    const removed = await this.finishRemoval(marked.value)
    if (!removed.ok) await this.book.change(id, (one) => ({ ...one, removing: undefined }))
    return removed
  }

  /**
   * Finishes what a crash cut short, from the book alone. Gives whether everything is finished; what
   * is not, because the keychain did not answer, stays marked for another try.
   */
  async finishInterrupted(lanes: Lanes): Promise<boolean> {
    const finish = (entry: AccountEntry): Promise<boolean> =>
      lanes.run(entry.id, async () => {
        const current = this.book.account(entry.id)
        if (current?.removing) return (await this.finishRemoval(current)).ok
        return current?.pending?.storing ? this.finishStoring(current) : true
      })
    const cut = this.book.accounts.filter((entry) => entry.removing ?? entry.pending?.storing)
    const finished = await Promise.all(cut.map(finish))
    return finished.every(Boolean)
  }

  private async finishRemoval(entry: AccountEntry): Promise<Result<void>> {
    const neverHadOne = !entry.hasSecret && !entry.passwordRemembered && !entry.pending?.storing
    const forgotten = neverHadOne ? ok(undefined) : await this.vault.forget(entry.id, 'all')
    if (!forgotten.ok) return forgotten
    const gone = await this.book.update((content) => ({
      ...content,
      accounts: content.accounts.filter((one) => one.id !== entry.id),
    }))
    if (gone.ok) await this.usage.forget(entry.id)
    return gone
  }

  private async finishStoring(entry: AccountEntry): Promise<boolean> {
    const session = await this.vault.session(entry.id, { unattended: true })
    if (session.ok) {
      return (await this.book.change(entry.id, (one) => withSession(one, session.value))).ok
    }
    if (session.failure.code !== 'secret-missing') return false
    const changed = await this.book.change(entry.id, (one) => ({
      ...one,
      // Without a step of its own there is nothing to go on from.
      pending: one.pending?.step ? { ...one.pending, storing: undefined } : undefined,
    }))
    return changed.ok
  }
}

function withSession(entry: AccountEntry, session: Session): AccountEntry {
  return {
    ...entry,
    pending: undefined,
    hasSecret: true,
    refreshable: session.refresh !== undefined,
    tokenExpiresAt: session.accessExpiresAt,
    refreshUntil: session.refreshExpiresAt,
  }
}
