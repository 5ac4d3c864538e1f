import './accounts.css'
import '../../ui/chip.css'
import {
  memo,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type RefObject,
} from 'react'
import { useActions, useFollowedQuery, useText, useUi } from '../../stores/context'
import type { ListFilter } from '../../stores/shown-accounts'
import { IconButton } from '../../ui/button'
import { CloseIcon, SearchIcon } from '../../ui/icons'
import { Announcement } from '../../ui/small'
import { useEscape } from '../../ui/use-escape'
import type { ListHandle } from './use-list-focus'
import { useFilterName, useNoMatch, useShownAccounts } from './use-shown-accounts'

/**
 * The search above the list. Escape empties it, the arrow down goes into the list; the number of matches
 * is read out. What the list is narrowed to beside the search stands beneath it and is taken away there.
 */
export function AccountSearch({ list }: { list: RefObject<ListHandle | null> }) {
  const searches = useUi((state) => state.query !== '')
  const filter = useUi((state) => state.filter)
  const search = useRef<SearchHandle>(null)
  const actions = useActions()
  const whole = filter && (() => actions.filter(undefined))
  return (
    <div className="search" role="search">
      <SearchIcon className="search-icon" aria-hidden="true" />
      <SearchField
        list={list}
        search={search}
        onEscape={searches ? () => actions.search('') : whole}
      />
      {searches && <ClearSearch search={search} />}
      {filter && <FilterChip filter={filter} search={search} />}
      {(searches || filter) && <Matches />}
    </div>
  )
}

interface SearchHandle {
  readonly focus: () => void
}

/** What goes as soon as it is pressed leaves the focus to the search. */
interface BesideSearch {
  readonly search: RefObject<SearchHandle | null>
}

interface SearchFieldProps extends BesideSearch {
  readonly list: RefObject<ListHandle | null>
  /** Takes back what the list is narrowed to; left out where it is whole. */
  readonly onEscape: (() => void) | undefined
}

/**
 * Holds what is typed by itself, and hears it by itself: React would write the field's attributes anew with each
 * key, which costs more than looking through ten thousand accounts.
 */
function SearchField({ list, search, onEscape }: SearchFieldProps) {
  const text = useText().accounts
  const actions = useActions()
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle(search, () => ({ focus: () => field.current?.focus() }), [])
  useFollowedQuery((query) => {
    if (field.current && field.current.value !== query) field.current.value = query
  })
  useLayoutEffect(() => {
    const input = field.current
    const hear = (event: Event): void => {
      // React must not hear it: it writes name and type anew even where it does not hold the value.
      event.stopPropagation()
      if (input) actions.search(input.value)
    }
    input?.addEventListener('input', hear)
    return () => input?.removeEventListener('input', hear)
  }, [actions])
  useEscape(field, onEscape)
  return (
    <input
      ref={field}
      className="input search-input"
      type="search"
      aria-label={text.search}
      placeholder={text.searchHint}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        list.current?.enter()
      }}
    />
  )
}

const ClearSearch = memo(function ClearSearch({ search }: BesideSearch) {
  const { clearSearch } = useText().accounts
  const actions = useActions()
  return (
    <IconButton
      className="search-clear"
      label={clearSearch}
      icon={<CloseIcon />}
      onClick={() => {
        search.current?.focus()
        actions.search('')
      }}
    />
  )
})

function FilterChip({ filter, search }: BesideSearch & { filter: ListFilter }) {
  const text = useText().list
  const actions = useActions()
  const name = useFilterName()(filter)
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
      onClick={() => {
        search.current?.focus()
        actions.filter(undefined)
      }}
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
