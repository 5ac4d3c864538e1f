import './accounts.css'
import '../../ui/chip.css'
import { memo, useEffect, useRef, type RefObject } from 'react'
import { useActions, useText, useUi } from '../../stores/context'
import type { ListFilter } from '../../stores/shown-accounts'
import { IconButton } from '../../ui/button'
import { CloseIcon, SearchIcon } from '../../ui/icons'
import { Announcement } from '../../ui/small'
import type { ListHandle } from './use-list-focus'
import { useNoMatch, useShownAccounts } from './use-shown-accounts'

/**
 * The search above the list. Escape empties it, the arrow down goes into the list; the number of matches
 * is read out. What the list is narrowed to beside the search stands beneath it and is taken away there.
 */
export function AccountSearch({ list }: { list: RefObject<ListHandle | null> }) {
  const text = useText().accounts
  const actions = useActions()
  const query = useUi((state) => state.query)
  const filter = useUi((state) => state.filter)
  function escape(): void {
    if (query === '') actions.filter(undefined)
    else actions.search('')
  }
  return (
    <div className="search" role="search">
      {magnifier}
      <input
        className="input search-input"
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => actions.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') escape()
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.enter()
        }}
      />
      {query !== '' && <ClearSearch />}
      {filter && <FilterChip filter={filter} />}
      {(query !== '' || filter) && <Matches />}
    </div>
  )
}

/** Made once, so that a key draws the field alone anew. */
const magnifier = <SearchIcon className="search-icon" aria-hidden="true" />

const ClearSearch = memo(function ClearSearch() {
  const { clearSearch } = useText().accounts
  const actions = useActions()
  return (
    <IconButton
      className="search-clear"
      label={clearSearch}
      icon={<CloseIcon />}
      onClick={() => actions.search('')}
    />
  )
})

function FilterChip({ filter }: { filter: ListFilter }) {
  const text = useText().list
  const actions = useActions()
  const name = text.filterName(filter)
  const chip = useRef<HTMLButtonElement>(null)
  // In a narrow window the list is above the page that has narrowed it.
  useEffect(() => {
    chip.current?.scrollIntoView({ block: 'nearest' })
  }, [filter])
  return (
    <button
      ref={chip}
      type="button"
      className="chip search-filter"
      aria-label={text.clearFilter(name)}
      onClick={() => actions.filter(undefined)}
    >
      <span className="chip-text">{name}</span>
      <CloseIcon aria-hidden="true" />
    </button>
  )
}

/** How many match; a key that takes none away changes nothing here. */
const Matches = memo(function Matches() {
  const text = useText().accounts
  const { count } = useShownAccounts()
  return <Announcement>{count === 0 ? <NoMatch /> : text.matches(count)}</Announcement>
})

function NoMatch() {
  return useNoMatch()
}
