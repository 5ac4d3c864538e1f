import { useActions, useSnapshot, useText, useUi } from '../../stores/context'
import { groupAccounts } from '../../stores/selectors'
import { IconButton } from '../../ui/button'
import { CloseIcon, SearchIcon } from '../../ui/icons'
import { enterList } from './list-keys'
import { Announcement } from '../../ui/small'

/** The search above the list. Escape empties it; the number of matches is read out. */
export function AccountSearch() {
  const text = useText().accounts
  const actions = useActions()
  const query = useUi((state) => state.query)
  return (
    <div className="search" role="search">
      <SearchIcon className="search-icon" aria-hidden="true" />
      <input
        className="input search-input"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        spellCheck={false}
        value={query}
        onChange={(event) => actions.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') actions.search('')
          else enterList(event)
        }}
      />
      {query !== '' && (
        <>
          <IconButton
            className="search-clear"
            label={text.clearSearch}
            icon={<CloseIcon />}
            onClick={() => actions.search('')}
          />
          <Matches query={query} />
        </>
      )}
    </div>
  )
}

function Matches({ query }: { query: string }) {
  const text = useText().accounts
  const count = useSnapshot((snapshot) =>
    groupAccounts(snapshot, query, text).reduce((sum, group) => sum + group.accounts.length, 0),
  )
  return <Announcement>{count === 0 ? text.noMatch(query) : text.matches(count)}</Announcement>
}
