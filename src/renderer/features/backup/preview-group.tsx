import { useEffect, useId, useRef, useState } from 'react'
import type { BackupItem } from '../../../shared/backup'
import { useText } from '../../stores/context'
import { Button } from '../../ui/button'
import { ItemChange, useItemName } from './preview-item'

export interface PreviewGroupProps {
  readonly kind: BackupItem['kind']
  readonly items: readonly BackupItem[]
  readonly ticked: ReadonlySet<number>
  /** Whether it can be taken as things are ticked. */
  readonly isPossible: (item: BackupItem) => boolean
  readonly onTick: (items: readonly BackupItem[], on: boolean) => void
}

/** How many rows stand at first, and come with each "more": thousands at once would take seconds. */
const rowsAtFirst = 12
const rowsMore = 200

/** Things of one kind, as a table: what, what changes, and whether it is taken. */
export function PreviewGroup({ kind, items, ticked, isPossible, onTick }: PreviewGroupProps) {
  const words = useText().backup.preview
  const { title, text } = words.groups[kind]
  const [shown, setShown] = useState(rowsAtFirst)
  const possible = items.filter(isPossible)
  const count = possible.filter(({ id }) => ticked.has(id)).length
  const rest = items.length - shown
  const id = useId()
  return (
    <div className="backup-group">
      <div className="backup-group-head">
        <AllBox
          label={words.takeAll(title)}
          ticked={count}
          total={possible.length}
          onChange={(on) => onTick(items, on)}
        />
        <h4 id={id}>{title}</h4>
        <span className="soft">{words.count(count, items.length)}</span>
      </div>
      <p className="soft">{text}</p>
      <table className="backup-table" aria-labelledby={id}>
        <colgroup>
          <col className="backup-take" />
          <col className="backup-what" />
          <col />
        </colgroup>
        <thead className="only-read">
          <tr>
            <th scope="col">{words.columns.take}</th>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.change}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shown).map((item) => (
            <Line
              key={item.id}
              item={item}
              on={ticked.has(item.id) && isPossible(item)}
              possible={isPossible(item)}
              onChange={(on) => onTick([item], on)}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button look="quiet" className="backup-more" onClick={() => setShown(shown + rowsMore)}>
          {words.more(Math.min(rest, rowsMore))}
        </Button>
      )}
    </div>
  )
}

interface AllBoxProps {
  readonly label: string
  readonly ticked: number
  readonly total: number
  readonly onChange: (on: boolean) => void
}

/** Ticks all that can be taken or none; between the two it is neither. */
function AllBox({ label, ticked, total, onChange }: AllBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && ticked < total
  }, [ticked, total])
  return (
    <input
      ref={box}
      type="checkbox"
      className="checkbox-box"
      aria-label={label}
      aria-disabled={total === 0 || undefined}
      checked={total > 0 && ticked === total}
      onChange={(event) => total > 0 && onChange(event.target.checked)}
    />
  )
}

interface LineProps {
  readonly item: BackupItem
  readonly on: boolean
  readonly possible: boolean
  readonly onChange: (on: boolean) => void
}

function Line({ item, on, possible, onChange }: LineProps) {
  const words = useText().backup.preview
  const { name, place } = useItemName(item)
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className="checkbox-box"
          aria-label={words.take(name)}
          aria-disabled={!possible || undefined}
          checked={on}
          onChange={(event) => possible && onChange(event.target.checked)}
        />
      </td>
      <th scope="row">
        {name}
        <span className="soft">{place}</span>
      </th>
      <td>{possible ? <ItemChange item={item} /> : words.needsSite}</td>
    </tr>
  )
}
