import { memo, useEffect, useRef, type MouseEvent } from 'react'
import type { AccountView } from '../../../shared/account'
import { useActions, usePlace, useText } from '../../stores/context'
import { wholeAccount } from '../../stores/covered'
import { stateTone } from '../../stores/selectors'
import { onceHere } from '../../ui/later'
import { Dot } from '../../ui/small'
import { Spinner } from '../../ui/spinner'
import { usePatience } from '../../ui/use-time'
import { DigitMark } from '../palette/digit-mark'
import { ariaKeys } from '../shortcuts/shortcuts'
import { ActiveMark } from './active-mark'
import { ColourMark } from './colour-mark'
import { dragging } from './dragging'
import { rowHeight } from './list-shape'

export interface AccountRowProps {
  readonly account: AccountView
  /** Its number among all items of the list. */
  readonly index: number
  /** Its place among the rows of its section, from 0, and how many they are. */
  readonly place: number
  readonly of: number
  /** From the top of its section, in pixels. */
  readonly top: number
  readonly current: boolean
  readonly tabStop: boolean
  readonly dragged: boolean
  /** Stands among the hidden ones, apart from its group: it names its place and has no order there. */
  readonly apart: boolean
}

const movingKeys = `${ariaKeys('move')} ${ariaKeys('moveToEnds')}`

/** One account in the list. It can be dragged; a click on one of its tags narrows the list to that. */
export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { account, index, place, of, top, current, tabStop, dragged, apart } = props
  const actions = useActions()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = item.current
    if (!element || apart) return
    return onceHere(dragging, ({ draggable }) =>
      draggable({ element, getInitialData: () => ({ account: account.id }) }),
    )
  }, [account.id, apart])
  function open({ target }: MouseEvent): void {
    const place = target instanceof HTMLElement ? target.dataset['tag'] : undefined
    const tag = place === undefined ? undefined : wholeAccount(account).tags[Number(place)]
    if (tag === undefined) actions.goTo({ kind: 'account', account: account.id })
    else actions.filter({ kind: 'tag', tag })
  }
  const look = [account.hidden ? 'row-hidden' : '', dragged ? 'row-dragged' : '']
  return (
    <li
      ref={item}
      className="row-item"
      style={{ top, height: rowHeight }}
      aria-posinset={place + 1}
      aria-setsize={of}
    >
      <button
        type="button"
        className={`row ${look.join(' ')}`}
        data-stop={index}
        tabIndex={tabStop ? 0 : -1}
        aria-current={current ? 'page' : undefined}
        aria-keyshortcuts={apart ? undefined : movingKeys}
        onClick={open}
      >
        <RowContent account={account} apart={apart} />
      </button>
    </li>
  )
})

function RowContent({ account, apart }: { account: AccountView; apart: boolean }) {
  const text = useText()
  const busy = usePatience(account.busy !== undefined)
  const state = account.busy
    ? text.accountBusy[account.busy]
    : (account.waiting?.text ?? text.accountStates[account.state].short)
  // What an account waits for names its address already.
  const named = account.label === account.email || account.waiting !== undefined
  return (
    <>
      {busy ? <Spinner /> : <Dot tone={stateTone(account.state)} />}
      <span className="row-body">
        <span className="row-title">
          <ColourMark colour={account.colour} />
          <span className="row-label">{account.label}</span>
          <RowTags tags={account.tags} />
        </span>
        <span className="row-line">
          {!named && <span className="row-part row-email">{account.email}</span>}
          <span className={account.waiting ? 'row-part row-waiting' : 'row-part'}>{state}</span>
          {apart && <RowPlace account={account} />}
          {account.hidden && !apart && <span className="row-part">{text.list.hiddenMark}</span>}
        </span>
      </span>
      {account.active && <ActiveMark />}
      <DigitMark account={account.id} />
    </>
  )
}

function RowPlace({ account }: { account: AccountView }) {
  const { server, service } = usePlace(account)
  return <span className="row-part">{server.kind === 'site' ? server.name : service.name}</span>
}

/** As many tags as fit beside most labels. */
const tagsInRow = 2

function RowTags({ tags }: { tags: readonly string[] }) {
  const { prose } = useText()
  if (tags.length === 0) return null
  const more = tags.length - tagsInRow
  return (
    <span className="row-tags">
      {tags.slice(0, tagsInRow).map((tag, place) => (
        <span key={place} className="row-tag" data-tag={place}>
          {tag}
        </span>
      ))}
      {more > 0 && <span title={prose.list(tags.slice(tagsInRow))}>+{more}</span>}
    </span>
  )
}
