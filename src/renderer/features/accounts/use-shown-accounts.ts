import { useFormats, useSnapshot, useText, useUi } from '../../stores/context'
import { groupAccounts } from '../../stores/account-groups'
import { shownAccounts, type ListFilter, type ShownAccounts } from '../../stores/shown-accounts'

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

/** Gives what the list is narrowed to by its name, which holds no address while they are hidden. */
export function useFilterName(): (filter: ListFilter) => string {
  const { filterName } = useText().list
  const formats = useFormats()
  return (filter) => formats.words(filterName(filter))
}

/** What to say when the list shows no account. */
export function useNoMatch(): string {
  const text = useText()
  const filterName = useFilterName()
  const query = useUi((state) => state.query)
  const filter = useUi((state) => state.filter)
  if (!filter) return text.accounts.noMatch(query)
  return text.list.noMatchWithin(query, filterName(filter))
}
