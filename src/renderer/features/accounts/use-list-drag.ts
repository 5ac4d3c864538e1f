import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import type { AccountId } from '../../../shared/account'
import { onceHere } from '../../ui/later'
import { dragging } from './dragging'
import type { ListShape, PlacedSection } from './list-shape'

/** A row on its way, and where it would land. */
export interface Drag {
  readonly account: AccountId
  /** Undefined while the pointer is where it cannot be dropped: outside its own group. */
  readonly line: { readonly section: string; readonly place: number } | undefined
}

type DragData = Record<string | symbol, unknown>

interface Dragged {
  readonly account: AccountId
  readonly section: PlacedSection
}

/**
 * Reordering with the mouse: the whole list takes the row, and the place is counted from the height of
 * the pointer. Gives what is being dragged; it stays until `onDrop` is done, so that the line does not go
 * before the row has come.
 */
export function useListDrag(
  scroller: RefObject<HTMLElement | null>,
  shape: ListShape,
  onDrop: (account: AccountId, to: number) => Promise<void>,
): Drag | undefined {
  const [drag, setDrag] = useState<Drag>()

  const lineAt = (found: Dragged, clientY: number): Drag['line'] => {
    const element = scroller.current
    if (!element) return undefined
    const y = clientY - element.getBoundingClientRect().top + element.scrollTop
    const place = shape.dropPlace(found.section, y)
    return place === undefined ? undefined : { section: found.section.key, place }
  }
  const follow = useEffectEvent((data: DragData, clientY: number) => {
    const found = dragged(shape, data)
    if (!found) return
    const { account } = found
    const line = lineAt(found, clientY)
    setDrag((before) => {
      const same = before?.account === account && before.line?.place === line?.place
      return same ? before : { account, line }
    })
  })
  // Where the pointer is now counts, not where the line was last drawn.
  const drop = useEffectEvent((data: DragData, clientY: number) => {
    const found = dragged(shape, data)
    const line = found && lineAt(found, clientY)
    if (!found || !line) return setDrag(undefined)
    const from = found.section.rows.findIndex(({ id }) => id === found.account)
    // Among the others: what stands behind it has moved up by one.
    const to = line.place > from ? line.place - 1 : line.place
    if (to === from) return setDrag(undefined)
    setDrag({ account: found.account, line })
    void onDrop(found.account, to).finally(() => setDrag(undefined))
  })

  const takes = useEffectEvent((data: DragData) => dragged(shape, data) !== undefined)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    return onceHere(dragging, ({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => takes(source.data),
        getDropEffect: () => 'move',
        onDrag: ({ source, location }) => follow(source.data, location.current.input.clientY),
        onDragLeave: () => setDrag(undefined),
        onDrop: ({ source, location }) => drop(source.data, location.current.input.clientY),
      }),
    )
  }, [scroller])
  return drag
}

function dragged(shape: ListShape, data: DragData): Dragged | undefined {
  for (const section of shape.sections) {
    if (section.kind === 'hidden') continue
    const account = section.rows.find(({ id }) => id === data['account'])
    if (account) return { account: account.id, section }
  }
  return undefined
}
