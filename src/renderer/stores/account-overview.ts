/** What is told of all accounts together: looked for in all of them once, and then followed from change to change. */
import type { AccountState, AccountView } from '../../shared/account'
import { needOf } from '../../shared/account-need'
import { byUse, firstByUse } from '../../shared/account-order'
import { filtered, followed, type AccountChange } from './account-changes'
import { waitsForPerson } from './selectors'

type Accounts = readonly AccountView[]

/** How many accounts there are in each state. */
export const stateCounts = followed(
  (accounts): ReadonlyMap<AccountState, number> => {
    const counts = new Map<AccountState, number>()
    for (const { state } of accounts) counts.set(state, (counts.get(state) ?? 0) + 1)
    return counts
  },
  (before, changed) =>
    changed.every(({ was, is }) => was.state === is.state) ? before : undefined,
)

/** Those that wait for the person, in the order of the list. */
export const waitingAccounts = filtered(waitsForPerson)

/** Those that wait for the keychain, in the order of the list. */
export const keychainLockedAccounts = filtered(({ state }) => needOf(state) === 'keychain')

/** The active ones, in the order of the tray: the latest used first, then as the person has placed them. */
export const activeAccounts = followed(
  (accounts): Accounts => accounts.filter(({ active }) => active).sort(byUse),
  (before, changed) =>
    [...without(before, changed), ...asTheyAre(changed)].filter(({ active }) => active).sort(byUse),
)

/** Those that are hidden, in the order of the list. */
export const hiddenAccounts = filtered(({ hidden }) => hidden)

const firstOnes = new Map<number, (accounts: Accounts) => Accounts>()

/** Those that come first by use, `limit` at most and none that is hidden. */
export function latestUsed(accounts: Accounts, limit: number): Accounts {
  const known = firstOnes.get(limit)
  if (known) return known(accounts)
  const find = followed(
    (all): Accounts => firstByUse(all, limit),
    (before, changed) => {
      // One that falls back or is hidden makes room for another, which is among all the others.
      const back = changed.some(({ was, is }) => was.hidden !== is.hidden || byUse(is, was) > 0)
      return back
        ? undefined
        : firstByUse([...without(before, changed), ...asTheyAre(changed)], limit)
    },
  )
  firstOnes.set(limit, find)
  return find(accounts)
}

function without(accounts: Accounts, changed: readonly AccountChange[]): Accounts {
  const old = new Set(changed.map(({ was }) => was))
  return accounts.filter((account) => !old.has(account))
}

function asTheyAre(changed: readonly AccountChange[]): Accounts {
  return changed.map(({ is }) => is)
}
