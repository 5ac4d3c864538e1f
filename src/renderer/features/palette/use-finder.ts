import { useMemo } from 'react'
import type { AccountId } from '../../../shared/account'
import { mostUsed } from '../../../shared/account-order'
import { createAccountFinder, type AccountFinder } from '../../stores/account-finder'
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

/** The digit of each account that has one: the tray's order. */
export function useDigits(): ReadonlyMap<AccountId, number> {
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  return useMemo(
    () => new Map(mostUsed(accounts).map((account, index) => [account.id, index + 1])),
    [accounts],
  )
}
