import './account-list.css'
import { useEffect, useId, useMemo, useRef, type Ref } from 'react'
import type { AccountId } from '../../../shared/account'
import { useActions, useText, useUi } from '../../stores/context'
import { NextIcon } from '../../ui/icons'
import { Announcement, Badge } from '../../ui/small'
import { AccountRow } from './account-row'
import { headingHeight, isAccount, ListShape, rowHeight, type PlacedSection } from './list-shape'
import { ScrollMemory } from './scroll-memory'
import { useDrawnItems } from './use-drawn-items'
import { useListDrag, type Drag } from './use-list-drag'
import { useListFocus, type ListHandle } from './use-list-focus'
import { useNoMatch, useShownAccounts } from './use-shown-accounts'

/**
 * All accounts that match the search, grouped by server. Only what is in sight is in the page, however
 * many there are; each row says where it stands among how many.
 */
export function AccountList({ handle }: { handle?: Ref<ListHandle> }) {
  const text = useText()
  const actions = useActions()
  const shown = useShownAccounts()
  const showHidden = useUi((state) => state.showHidden)
  const news = useUi((state) => state.listNews)
  const current = useUi(({ place }) => (place.kind === 'account' ? place.account : undefined))
  const shape = useMemo(() => new ListShape(shown, showHidden), [shown, showHidden])
  const scroller = useRef<HTMLElement>(null)
  const drag = useListDrag(scroller, shape, actions.moveTo)
  const { index: stop, ...keys } = useListFocus({
    scroller,
    shape,
    current,
    handle,
    onMove: (account, step) => {
      if (isAccount(account)) void actions.moveBy(account, step)
    },
  })
  const pinned = useMemo(
    () => [stop, ...[current, drag?.account].map((id) => (id ? shape.indexOf(id) : -1))],
    [stop, current, drag?.account, shape],
  )
  const indexes = useDrawnItems(scroller, shape, pinned)
  return (
    <nav ref={scroller} className="sidebar-list" aria-label={text.accounts.title} {...keys}>
      <ScrollMemory scroller={scroller} />
      {shape.count === 0 && <NoMatch />}
      <div className="list-column" style={{ height: shape.height }}>
        {sections(shape, indexes).map(({ section, rows }) => (
          <Section key={section.key} section={section} rows={rows} {...{ stop, current, drag }} />
        ))}
      </div>
      <Announcement>{news}</Announcement>
    </nav>
  )
}

/** The sections of which something is drawn, each with its rows to draw. */
function sections(shape: ListShape, indexes: readonly number[]) {
  const drawn = new Map<string, { section: PlacedSection; rows: number[] }>()
  for (const index of indexes) {
    const found = shape.at(index)
    if (!found) continue
    const { section, row } = found
    const known = drawn.get(section.key) ?? { section, rows: [] }
    if (row !== -1) known.rows.push(row)
    drawn.set(section.key, known)
  }
  return [...drawn.values()]
}

interface SectionProps {
  readonly section: PlacedSection
  /** Which of its rows are drawn. */
  readonly rows: readonly number[]
  /** The item that the Tab key reaches. */
  readonly stop: number
  readonly current: AccountId | undefined
  readonly drag: Drag | undefined
}

function Section({ section, rows, stop, current, drag }: SectionProps) {
  const heading = useId()
  const line = drag?.line?.section === section.key ? drag.line : undefined
  const rowTop = (row: number): number => headingHeight + row * rowHeight
  return (
    <section className="group" style={{ top: section.top, height: rowTop(section.rows.length) }}>
      <h2 className="group-title" id={heading} style={{ height: headingHeight }}>
        {section.kind === 'server' ? (
          <GroupTitle section={section} />
        ) : (
          <HiddenLine
            count={section.count}
            index={section.first}
            tabStop={stop === section.first}
          />
        )}
      </h2>
      <ul aria-labelledby={heading}>
        {rows.map((row) => {
          const account = section.rows[row]
          const index = section.first + 1 + row
          return (
            account && (
              <AccountRow
                key={account.id}
                account={account}
                index={index}
                place={row}
                of={section.rows.length}
                top={rowTop(row)}
                current={account.id === current}
                tabStop={index === stop}
                dragged={account.id === drag?.account}
                apart={section.kind === 'hidden'}
              />
            )
          )
        })}
      </ul>
      {line && <div className="drop-line" style={{ top: rowTop(line.place) }} />}
    </section>
  )
}

/** A service is named first; its server only where that tells something. */
function GroupTitle({ section }: { section: Extract<PlacedSection, { kind: 'server' }> }) {
  const text = useText()
  const { server, service } = section.group
  return (
    <>
      <span className="group-name">
        {server.kind === 'site' ? server.name : service.name}
        {server.kind === 'site' && <span className="soft"> {service.name}</span>}
      </span>
      {(server.kind === 'sandbox' || server.kind === 'test') && (
        <Badge>{text.add.serverKinds[server.kind]}</Badge>
      )}
      <span className="group-count">{text.list.count(section.rows.length)}</span>
    </>
  )
}

function HiddenLine(props: { count: number; index: number; tabStop: boolean }) {
  const text = useText().list
  const actions = useActions()
  const shown = useUi((state) => state.showHidden)
  const line = useRef<HTMLButtonElement>(null)
  const pressed = useRef(false)
  // It stands at the end, so what it shows would be below the edge.
  useEffect(() => {
    if (shown && pressed.current) line.current?.closest('section')?.scrollIntoView()
    pressed.current = false
  }, [shown])
  function toggle(): void {
    pressed.current = true
    actions.showHidden(!shown)
  }
  return (
    <button
      ref={line}
      type="button"
      className="hidden-line"
      data-stop={props.index}
      tabIndex={props.tabStop ? 0 : -1}
      aria-expanded={shown}
      onClick={toggle}
    >
      <NextIcon aria-hidden="true" />
      {text.hidden(props.count)}
    </button>
  )
}

function NoMatch() {
  return <p className="list-empty">{useNoMatch()}</p>
}
