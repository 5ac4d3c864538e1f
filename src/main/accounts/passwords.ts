/**
 * Remembered passwords. One is kept only on the person's word, beside a session that it has just
 * opened, and deleted the moment the person no longer wants it. The book says that a password is
 * remembered before the keychain gets it and as long as the keychain may hold it, so that removing
 * the account always deletes it; a book that says so in vain is put right by the next read.
 */
import type { AccountId } from '../../shared/account'
import { fail, ok, type Result } from '../../shared/failure'
import { wroteNothing, type CallOptions } from '../keychain/keychain'
import type { Book } from './book'
import type { Lanes } from './lanes'
import type { Vault } from './vault'

export class Passwords {
  /** Passwords that a service has refused since the start; none of them is sent by itself again. */
  private readonly refused = new Set<AccountId>()

  constructor(
    private readonly book: Book,
    private readonly vault: Vault,
    private readonly lanes: Lanes,
  ) {}

  /** Whether the account has a password that may be used without asking. */
  isUsable(id: AccountId): boolean {
    return this.book.account(id)?.passwordRemembered === true && !this.refused.has(id)
  }

  /**
   * Reads a remembered password, or gives undefined where there is none after all. The person has
   * asked for the login, so the system may ask them. Failures: the keychain's.
   */
  read(id: AccountId, options?: CallOptions): Promise<Result<string | undefined>> {
    return this.lanes.run(id, async () => {
      if (!this.isUsable(id)) return ok(undefined)
      const read = await this.vault.password(id, options)
      if (read.ok || read.failure.code !== 'secret-missing') return read
      const healed = await this.say(id, false)
      return healed.ok ? ok(undefined) : healed
    })
  }

  /**
   * Keeps the password that has just opened a session. Only within the account's lane. Failures: the
   * keychain's and the book's; the account then has the password it had before, or none.
   */
  keep(id: AccountId, password: string, options?: CallOptions): Promise<Result<void>> {
    // If it fails, an older one may lie there still, and the service has just accepted another.
    return this.write(id, password, () => this.refused.add(id), options)
  }

  /** `keep`, for a password of which no service has said anything: if it fails, an older one is as good as before. */
  keepImported(id: AccountId, password: string): Promise<Result<void>> {
    return this.write(id, password, () => undefined)
  }

  private async write(
    id: AccountId,
    password: string,
    onRefused: () => void,
    options?: CallOptions,
  ): Promise<Result<void>> {
    const before = this.book.account(id)
    if (!before || before.removing) return fail('not-found')
    const marked = before.passwordRemembered ? ok(undefined) : await this.say(id, true)
    if (!marked.ok) return marked
    const kept = await this.vault.keepPassword(id, password, options)
    if (kept.ok) {
      this.refused.delete(id)
      return kept
    }
    onRefused()
    if (!before.passwordRemembered && wroteNothing(kept.failure)) await this.say(id, false)
    return kept
  }

  /** Deletes a remembered password, then the book says so. If the keychain refuses, nothing changes. */
  forget(id: AccountId): Promise<Result<void>> {
    return this.lanes.run(id, () => this.forgetNow(id))
  }

  /** `forget`, for whoever is in the account's lane already. */
  async forgetNow(id: AccountId, options?: CallOptions): Promise<Result<void>> {
    const entry = this.book.account(id)
    if (!entry) return fail('not-found')
    if (!entry.passwordRemembered) return ok(undefined)
    const gone = await this.vault.forgetPassword(id, options)
    if (!gone.ok) return gone
    const said = await this.say(id, false)
    if (said.ok) this.refused.delete(id)
    return said
  }

  /** The service refuses the remembered password: it is not tried by itself again. */
  refuse(id: AccountId): void {
    this.refused.add(id)
  }

  /** The account has another password by now, so the remembered one is of no use to anybody. */
  async outdated(id: AccountId): Promise<void> {
    if (this.book.account(id)?.passwordRemembered !== true) return
    this.refused.add(id)
    await this.lanes.run(id, () => this.forgetNow(id, { unattended: true }))
  }

  private async say(id: AccountId, passwordRemembered: boolean): Promise<Result<void>> {
    const said = await this.book.change(id, (entry) => ({ ...entry, passwordRemembered }))
    return said.ok ? ok(undefined) : said
  }
}
