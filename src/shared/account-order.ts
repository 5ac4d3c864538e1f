/** The order in which the tray and the keys 1 to 9 offer accounts: the same in main and in windows. */
import type { AccountView } from './account'

/** How many accounts the tray offers at once, and how many digits there are to press. */
export const mostUsedLimit = 9

/** Compares for sorting: the latest used first; what was never used follows in the person's order. */
export function byUse(one: AccountView, other: AccountView): number {
  return (
    (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0) ||
    one.position - other.position ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  )
}

/** The accounts that are offered first, nine at most and none that is hidden: the latest used first. */
export function mostUsed(accounts: readonly AccountView[]): AccountView[] {
  return firstByUse(accounts, mostUsedLimit)
}

/**
 * The accounts that come first by use, `limit` at most and none that is hidden. It looks at each account
 * once, so that ten thousand cost no sorting.
 */
export function firstByUse(accounts: readonly AccountView[], limit: number): AccountView[] {
  const first: AccountView[] = []
  for (const account of accounts) {
    if (account.hidden) continue
    const last = first.at(-1)
    if (first.length === limit && last && byUse(account, last) >= 0) continue
    first.splice(placeByUse(first, account), 0, account)
    if (first.length > limit) first.pop()
  }
  return first
}

/** Where an account belongs among others that stand in the order of their use. */
function placeByUse(ordered: readonly AccountView[], account: AccountView): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = ordered[middle]
    if (other && byUse(account, other) < 0) high = middle
    else low = middle + 1
  }
  return low
}
