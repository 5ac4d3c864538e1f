/**
 * Finds accounts by a few letters, for the palette and for quick login: the best matches first, among
 * equals the latest used.
 */
import type { AccountView, ServerId, ServerView, ServiceView } from '../../shared/account'
import { byUse } from '../../shared/account-order'
import type { Snapshot } from '../../shared/contract'
import { hiddenAccounts, latestUsed } from './account-overview'
import { accountText, queryWords } from './account-text'
import { rankOf, ranks, type Rank } from './match-rank'
import { findServer, findService, unknownServer, unknownService, type UnknownNames } from './places'

export interface FoundAccounts {
  readonly accounts: readonly AccountView[]
  /** How well the first of them matches; undefined if there is none. */
  readonly best: Rank | undefined
  /** How many more match than are given. */
  readonly more: number
}

/** Finds what matches a query, `limit` accounts at most. */
export type AccountFinder = (query: string, limit: number) => FoundAccounts

/**
 * Prepares for finding in these accounts. They are sorted once, with the first word that is typed; a
 * query then takes one look at each. Hidden accounts are found only by what is typed, and come last.
 */
export function createAccountFinder(
  { accounts, servers, services }: Pick<Snapshot, 'accounts' | 'servers' | 'services'>,
  names: UnknownNames,
): AccountFinder {
  let entries: { account: AccountView; text: string }[] | undefined
  const prepare = () => {
    const textOf = createTextOf(servers, services, names)
    return [...accounts].sort(byUse).map((account) => ({ account, text: textOf(account) }))
  }
  return (query, limit) => {
    const words = queryWords(query)
    if (words.length === 0) return withoutWords(accounts, limit)
    entries ??= prepare()
    const shown: AccountView[][] = ranks.map(() => [])
    const hidden: AccountView[] = []
    let count = 0
    for (const { account, text } of entries) {
      const rank = rankOf(text, words)
      if (rank === undefined) continue
      count += 1
      const into = account.hidden ? hidden : shown[rank]
      if (into && into.length < limit) into.push(account)
    }
    const found = [...shown.flat(), ...hidden].slice(0, limit)
    // A hidden account is a weak match however well its text fits.
    const weakest = found.length === 0 ? undefined : ranks.at(-1)
    const best = ranks.find((rank) => shown[rank]?.length) ?? weakest
    return { accounts: found, best, more: count - found.length }
  }
}

/** What stands there before anything is typed. */
function withoutWords(accounts: readonly AccountView[], limit: number): FoundAccounts {
  const found = latestUsed(accounts, limit)
  const all = accounts.length - hiddenAccounts(accounts).length
  return { accounts: found, best: found.length === 0 ? undefined : 0, more: all - found.length }
}

interface FoundPlace {
  readonly server: ServerView
  readonly service: ServiceView
}

/** Gives the text of accounts at these servers; each server is looked up once. */
function createTextOf(
  servers: readonly ServerView[],
  services: readonly ServiceView[],
  names: UnknownNames,
): (account: AccountView) => string {
  const places = new Map<ServerId, FoundPlace>()
  return (account) => {
    const known = places.get(account.server)
    const place = known ?? {
      server: findServer(servers, account.server) ?? unknownServer(account, names),
      service: findService(services, account.adapter) ?? unknownService(account, names),
    }
    if (!known) places.set(account.server, place)
    return accountText(account, place.server, place.service)
  }
}
