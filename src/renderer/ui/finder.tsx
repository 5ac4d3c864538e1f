/**
 * A field to type into and a list of what it finds beneath it. The focus stays in the field; the arrows
 * move through the list, as the combobox pattern of WAI-ARIA has it. It knows nothing of what is listed.
 */
import './finder.css'
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Input } from './field'
import { SearchIcon } from './icons'
import { Announcement } from './small'

export interface FinderOption {
  /** Unique among all options of the list. */
  readonly id: string
  readonly content: ReactNode
}

export interface FinderGroup {
  readonly id: string
  readonly title?: string | undefined
  readonly options: readonly FinderOption[]
}

/** What of a press on an option matters. */
export interface Pick {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export interface FinderProps {
  /** Names the field. */
  readonly label: string
  /** Names the list. */
  readonly listLabel: string
  readonly placeholder: string
  readonly query: string
  readonly groups: readonly FinderGroup[]
  /** Stands in the place of an empty list. */
  readonly empty: ReactNode
  /** What is read out when the list has changed. */
  readonly announcement: string
  /** Stands above the list, such as what went wrong. */
  readonly notice?: ReactNode
  /** Stands under the list, such as how many more there are. */
  readonly more?: string | undefined
  /** Stands before the field in place of the magnifying glass. */
  readonly icon?: ReactNode
  /** While something runs, what was typed can be read but not changed. */
  readonly frozen?: boolean
  readonly onQuery: (query: string) => void
  readonly onPick: (id: string, pick: Pick) => void
  /** Further keys, before those of the list; a handled one has its default prevented. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>, active: string | undefined) => void
}

/** How far Page Up and Page Down go. */
const pageLength = 7

export function Finder(props: FinderProps) {
  const { groups, query, frozen = false } = props
  const list = useId()
  const [chosen, setChosen] = useState<string>()
  const options = groups.flatMap((group) => group.options)
  const found = options.findIndex((option) => option.id === chosen)
  const at = Math.max(found, 0)
  const active = options[at]?.id
  const nameOf = (id: string) => `${list}-${id}`

  /** Whether the list may stand elsewhere than at its top, where its first option is in sight. */
  const scrolled = useRef(false)
  const bringIntoSight = useEffectEvent((option: string) => {
    if (at === 0 && !scrolled.current) return
    scrolled.current = true
    document.getElementById(nameOf(option))?.scrollIntoView({ block: 'nearest' })
  })
  // With another query it is another list, even if the same option comes first in it.
  useEffect(() => {
    if (active !== undefined) bringIntoSight(active)
  }, [active, query])

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    props.onKeyDown?.(event, active)
    if (event.defaultPrevented || active === undefined) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!frozen && !event.repeat) props.onPick(active, event)
      return
    }
    const to = target(event, at, options.length - 1)
    if (to === undefined) return
    event.preventDefault()
    setChosen(options[to]?.id)
  }

  return (
    <div className="finder">
      <div className="finder-field">
        {props.icon ?? <SearchIcon className="finder-icon" aria-hidden="true" />}
        <Input
          className="finder-input"
          role="combobox"
          aria-label={props.label}
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : nameOf(active)}
          placeholder={props.placeholder}
          autoComplete="off"
          autoFocus
          readOnly={frozen}
          value={query}
          onChange={(event) => {
            setChosen(undefined)
            props.onQuery(event.target.value)
          }}
          onKeyDown={press}
        />
      </div>
      <div className="finder-notice">{props.notice}</div>
      {/* What scrolls would be a stop of the Tab key, from which nothing can be typed or picked. */}
      <div
        className="finder-list"
        id={list}
        role="listbox"
        aria-label={props.listLabel}
        tabIndex={-1}
        onScroll={({ currentTarget }) => {
          scrolled.current = currentTarget.scrollTop > 0
        }}
      >
        {groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            active={active}
            nameOf={nameOf}
            onMove={setChosen}
            onPick={(id, pick) => !frozen && props.onPick(id, pick)}
          />
        ))}
        {props.more !== undefined && <p className="finder-more">{props.more}</p>}
      </div>
      {options.length === 0 && <div className="finder-empty">{props.empty}</div>}
      <Announcement>{props.announcement}</Announcement>
    </div>
  )
}

interface GroupProps {
  readonly group: FinderGroup
  readonly active: string | undefined
  readonly nameOf: (id: string) => string
  readonly onMove: (id: string) => void
  readonly onPick: (id: string, pick: Pick) => void
}

function Group({ group, active, nameOf, onMove, onPick }: GroupProps) {
  const title = nameOf(`group-${group.id}`)
  const options = group.options.map((option) => (
    <div
      key={option.id}
      id={nameOf(option.id)}
      className="finder-option"
      role="option"
      aria-selected={option.id === active}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => option.id !== active && onMove(option.id)}
      onClick={(event) => onPick(option.id, event)}
    >
      {option.content}
    </div>
  ))
  if (group.title === undefined) return options
  return (
    <div role="group" aria-labelledby={title}>
      <div className="finder-title" id={title}>
        {group.title}
      </div>
      {options}
    </div>
  )
}

/** Where a key leads; with Shift, Ctrl and the like it is left to the field. */
function target(
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  at: number,
  last: number,
): number | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined
  switch (key) {
    case 'ArrowDown':
      return at === last ? 0 : at + 1
    case 'ArrowUp':
      return at === 0 ? last : at - 1
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return Math.min(at + pageLength, last)
    case 'PageUp':
      return Math.max(at - pageLength, 0)
    default:
      return undefined
  }
}
