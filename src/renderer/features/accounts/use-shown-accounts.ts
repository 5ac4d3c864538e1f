import { useMemo } from 'react'
import { useSnapshot, useText, useUi } from '../../stores/context'
import { groupAccounts, shownAccounts, type ShownAccounts } from '../../stores/account-groups'

export interface ShownList {
  readonly shown: ShownAccounts
  readonly query: string
}

/**
 * What the list shows now, together with the key stroke that it answers: looking through ten thousand
 * accounts takes a small part of a frame, and only the rows in sight are drawn.
 */
export function useShownAccounts(): ShownList {
  const text = useText()
  const query = useUi((state) => state.query)
  const filter = useUi((state) => state.filter)
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const servers = useSnapshot((snapshot) => snapshot.servers)
  const services = useSnapshot((snapshot) => snapshot.services)
  return useMemo(() => {
    const groups = groupAccounts({ accounts, servers, services }, text.accounts)
    return { shown: shownAccounts(groups, query, filter, text), query }
  }, [accounts, servers, services, query, filter, text])
}

/** What to say when the list shows no account. */
export function useNoMatch(query: string): string {
  const text = useText()
  const filter = useUi((state) => state.filter)
  if (!filter) return text.accounts.noMatch(query)
  return text.list.noMatchWithin(query, text.list.filterName(filter))
}
