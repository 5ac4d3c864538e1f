/**
 * What the tray shows of all accounts, kept up to date row by row: whoever has ten thousand accounts
 * must not have them all drawn and sorted because one of them was switched to.
 */
import type { AccountId, AccountView, ServerId, ServerView } from '../../shared/account'
import { isOutOfSight, needOf } from '../../shared/account-need'
import { byUse, mostUsedLimit } from '../../shared/account-order'
import type { Change } from '../../shared/contract'

export interface OverviewSource {
  accounts(): readonly AccountView[]
  servers(): readonly ServerView[]
}

/** How many rows are known to come first; what leaves the first nine seldom needs a look at all others. */
const spare = 64

export class Overview {
  private readonly rows = new Map<AccountId, AccountView>()
  private readonly activeIds = new Set<AccountId>()
  private readonly waitingIds = new Set<AccountId>()
  private needing = 0
  private shut = 0
  /** The listed rows that come first, in order; all of them if there are no more than that. */
  private first: AccountView[] = []
  private firstIsAll = true
  private names: ReadonlyMap<ServerId, string> = new Map()

  constructor(source: OverviewSource) {
    this.nameServers(source.servers())
    for (const account of source.accounts()) this.add(account)
    this.rank()
  }

  /** Takes over what a change of the state says; the same changes that go to windows. */
  apply(change: Pick<Change, 'accounts' | 'uses' | 'goneAccounts' | 'servers'>): void {
    if (change.servers) this.nameServers(change.servers)
    for (const id of change.goneAccounts ?? []) this.remove(id)
    const used = (change.uses ?? []).flatMap((use) => {
      const row = this.rows.get(use.id)
      return row ? { ...row, ...use } : []
    })
    for (const account of [...used, ...(change.accounts ?? [])]) {
      this.remove(account.id)
      this.add(account)
      this.place(account)
    }
    if (this.first.length < mostUsedLimit && !this.firstIsAll) this.rank()
  }

  get total(): number {
    return this.rows.size
  }

  /** The accounts that are offered first, in the order that windows use as well. */
  get recent(): readonly AccountView[] {
    return this.first.slice(0, mostUsedLimit)
  }

  /** The active account of each server, hidden or not, the latest used first. */
  get active(): readonly AccountView[] {
    return this.rowsOf(this.activeIds).sort(byUse)
  }

  /** The accounts that wait in an attempt, hidden or not; what began to wait last comes first. */
  get waiting(): readonly AccountView[] {
    const since = (account: AccountView): number => account.waiting?.since ?? 0
    return this.rowsOf(this.waitingIds).sort((one, other) => since(other) - since(one))
  }

  /**
   * How many accounts need the person, and whether a locked keychain does. Who hides an account does
   * not want to hear of it, unless it is in use or half done.
   */
  get needs(): { readonly accounts: number; readonly keychain: boolean } {
    return { accounts: this.needing, keychain: this.shut > 0 }
  }

  serverName(server: ServerId): string {
    return this.names.get(server) ?? server
  }

  private add(account: AccountView): void {
    this.rows.set(account.id, account)
    if (account.active) this.activeIds.add(account.id)
    if (account.waiting) this.waitingIds.add(account.id)
    this.count(account, 1)
  }

  private remove(id: AccountId): void {
    const account = this.rows.get(id)
    if (!account) return
    this.rows.delete(id)
    this.activeIds.delete(id)
    this.waitingIds.delete(id)
    this.count(account, -1)
    const at = this.first.indexOf(account)
    if (at !== -1) this.first.splice(at, 1)
  }

  private count(account: AccountView, by: 1 | -1): void {
    if (isOutOfSight(account)) return
    const need = needOf(account.state)
    if (need === 'account') this.needing += by
    if (need === 'keychain') this.shut += by
  }

  /** Puts a row where it belongs among the first, unless rows that are not among them come before it. */
  private place(account: AccountView): void {
    if (account.hidden) return
    const last = this.first.at(-1)
    const beyond = last === undefined || byUse(account, last) >= 0
    if (beyond && !this.firstIsAll) return
    const at = this.first.findIndex((other) => byUse(account, other) < 0)
    this.first.splice(beyond ? this.first.length : at, 0, account)
    if (this.first.length <= spare) return
    this.first.pop()
    this.firstIsAll = false
  }

  /** Looks at every row once; needed at the start and when too many of the first are gone. */
  private rank(): void {
    this.first = []
    this.firstIsAll = true
    for (const account of this.rows.values()) this.place(account)
  }

  private nameServers(servers: readonly ServerView[]): void {
    this.names = new Map(servers.map(({ id, name }) => [id, name]))
  }

  private rowsOf(ids: ReadonlySet<AccountId>): AccountView[] {
    return [...ids].flatMap((id) => this.rows.get(id) ?? [])
  }
}
