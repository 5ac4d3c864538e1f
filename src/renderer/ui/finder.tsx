/**
 * A field to type into and a list of what it finds beneath it. The focus stays in the field; the arrows
 * move through the list, as the combobox pattern of WAI-ARIA has it. It knows nothing of what is listed.
 */
import './finder.css'
import {
  memo,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { Input } from './field'
import { SearchIcon } from './icons'
import { Announcement } from './small'

export interface FinderGroup<Item> {
  readonly id: string
  readonly title?: string | undefined
  readonly items: readonly Item[]
}

/** What of a press on an option matters. */
export interface Pick {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export interface FinderProps<Item> {
  /** Names the field. */
  readonly label: string
  /** Names the list. */
  readonly listLabel: string
  readonly placeholder: string
  readonly query: string
  readonly groups: readonly FinderGroup<Item>[]
  /** Unique among all items of the list. */
  readonly idOf: (item: Item) => string
  /** The same function each time: an option is drawn anew when its item is another one. */
  readonly draw: (item: Item) => ReactNode
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
  readonly onPick: (item: Item, pick: Pick) => void
  /** Further keys, before those of the list; a handled one has its default prevented. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>, active: Item | undefined) => void
}

/** How far Page Up and Page Down go. */
const pageLength = 7

export function Finder<Item>(props: FinderProps<Item>) {
  const { groups, query, idOf, draw, frozen = false } = props
  const list = useId()
  const [chosen, setChosen] = useState<string>()
  const items = groups.flatMap((group) => group.items)
  const found = items.findIndex((item) => idOf(item) === chosen)
  const at = Math.max(found, 0)
  const activeItem = items[at]
  const nameOf = (id: string) => `${list}-${id}`
  const optionName = (item: Item) => nameOf(idOf(item))
  const active = activeItem === undefined ? undefined : optionName(activeItem)

  /** Whether the list may stand elsewhere than at its top, where its first option is in sight. */
  const scrolled = useRef(false)
  const bringIntoSight = useEffectEvent((option: string) => {
    if (at === 0 && !scrolled.current) return
    scrolled.current = true
    document.getElementById(option)?.scrollIntoView({ block: 'nearest' })
  })
  // With another query it is another list, even if the same option comes first in it.
  useEffect(() => {
    if (active !== undefined) bringIntoSight(active)
  }, [active, query])

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    props.onKeyDown?.(event, activeItem)
    if (event.defaultPrevented || activeItem === undefined) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!frozen && !event.repeat) props.onPick(activeItem, event)
      return
    }
    const to = items[target(event, at, items.length - 1) ?? -1]
    if (to === undefined) return
    event.preventDefault()
    setChosen(idOf(to))
  }

  /** The item whose option was pressed or pointed at: the list hears for all of them. */
  function itemAt({ target: element }: MouseEvent): Item | undefined {
    const option = element instanceof Element ? element.closest('[role=option]') : null
    return items.find((item) => optionName(item) === option?.id)
  }

  function point(event: MouseEvent): void {
    const item = itemAt(event)
    if (item !== undefined && item !== activeItem) setChosen(idOf(item))
  }

  function click(event: MouseEvent): void {
    const item = itemAt(event)
    if (item !== undefined && !frozen) props.onPick(item, event)
  }

  return (
    <div className="finder">
      <div className="finder-field">
        {props.icon ?? <SearchIcon className="finder-icon" aria-hidden="true" />}
        <Input
          className="finder-input"
          role="combobox"
          aria-label={props.label}
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active}
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
        onPointerDown={(event) => {
          // The focus stays in the field.
          if (itemAt(event) !== undefined) event.preventDefault()
        }}
        onPointerMove={point}
        onClick={click}
        onScroll={({ currentTarget }) => {
          scrolled.current = currentTarget.scrollTop > 0
        }}
      >
        {groups.map((group) => (
          <Group key={group.id} title={group.title} name={nameOf(`group-${group.id}`)}>
            {group.items.map((item) => (
              <Option
                key={idOf(item)}
                name={optionName(item)}
                selected={item === activeItem}
                item={item}
                draw={draw}
              />
            ))}
          </Group>
        ))}
        {props.more !== undefined && <p className="finder-more">{props.more}</p>}
      </div>
      {items.length === 0 && <div className="finder-empty">{props.empty}</div>}
      <Announcement>{props.announcement}</Announcement>
    </div>
  )
}

interface GroupProps {
  readonly title: string | undefined
  readonly name: string
  readonly children: ReactNode
}

function Group({ title, name, children }: GroupProps) {
  if (title === undefined) return children
  return (
    <div role="group" aria-labelledby={name}>
      <div className="finder-title" id={name}>
        {title}
      </div>
      {children}
    </div>
  )
}

interface OptionProps<Item> {
  readonly name: string
  readonly selected: boolean
  readonly item: Item
  // A method, since `memo` knows no generics: only what is given as the item is drawn.
  draw(item: Item): ReactNode
}

const Option = memo(function Option(option: OptionProps<unknown>) {
  const { name, selected, item } = option
  return (
    <div id={name} className="finder-option" role="option" aria-selected={selected}>
      {option.draw(item)}
    </div>
  )
})

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
