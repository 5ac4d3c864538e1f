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

/**
 * The accounts that are offered first, nine at most and none that is hidden: the latest used first. It
 * looks at each account once, so that ten thousand cost no sorting.
 */
export function mostUsed(accounts: readonly AccountView[]): AccountView[] {
  const first: AccountView[] = []
  for (const account of accounts) {
    if (account.hidden) continue
    const last = first.at(-1)
    const full = first.length === mostUsedLimit
    if (full && last && byUse(account, last) >= 0) continue
    if (full) first.pop()
    const behind = first.findIndex((other) => byUse(account, other) < 0)
    first.splice(behind === -1 ? first.length : behind, 0, account)
  }
  return first
}
