import { useMemo } from 'react'
import type { AccountId, AccountView } from '../../../shared/account'
import { mostUsedLimit } from '../../../shared/account-order'
import { createAccountFinder, type AccountFinder } from '../../stores/account-finder'
import { latestUsed } from '../../stores/account-overview'
import { useSnapshot, useText } from '../../stores/context'

/** Finds accounts of this window's snapshot. */
export function useAccountFinder(): AccountFinder {
  const names = useText().accounts
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const servers = useSnapshot((snapshot) => snapshot.servers)
  const services = useSnapshot((snapshot) => snapshot.services)
  return useMemo(
    () => createAccountFinder({ accounts, servers, services }, names),
    [accounts, servers, services, names],
  )
}

/** One answer for all who ask about the same accounts; changed accounts are another list. */
const digits = new WeakMap<readonly AccountView[], ReadonlyMap<AccountId, number>>()

/** The digit of each account that has one: the tray's order. */
function digitsOf(accounts: readonly AccountView[]): ReadonlyMap<AccountId, number> {
  const known = digits.get(accounts)
  if (known) return known
  const first = latestUsed(accounts, mostUsedLimit)
  const found = new Map(first.map((account, index) => [account.id, index + 1]))
  digits.set(accounts, found)
  return found
}

/** The digit that logs an account in quickly, if it has one. */
export function useDigit(account: AccountId): number | undefined {
  return useSnapshot(({ accounts }) => digitsOf(accounts).get(account))
}
