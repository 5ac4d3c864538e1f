import { useSnapshot, useText, useUi } from '../../stores/context'
import { groupAccounts } from '../../stores/account-groups'
import { shownAccounts, type ShownAccounts } from '../../stores/shown-accounts'

/**
 * What the list shows now, together with the key stroke that it answers: looking through ten thousand
 * accounts takes a small part of a frame, and only the rows in sight are drawn. A key that takes nothing
 * away gives what was shown before.
 */
export function useShownAccounts(): ShownAccounts {
  const text = useText()
  const accounts = useSnapshot((snapshot) => snapshot.accounts)
  const servers = useSnapshot((snapshot) => snapshot.servers)
  const services = useSnapshot((snapshot) => snapshot.services)
  const groups = groupAccounts({ accounts, servers, services }, text.accounts)
  return useUi(({ query, filter }) => shownAccounts(groups, query, filter, text))
}

/** What to say when the list shows no account. */
export function useNoMatch(): string {
  const text = useText()
  const query = useUi((state) => state.query)
  const filter = useUi((state) => state.filter)
  if (!filter) return text.accounts.noMatch(query)
  return text.list.noMatchWithin(query, text.list.filterName(filter))
}
