import {
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react'
import { useSnapshot } from '../../stores/context'
import { isShortcut, type KeyPress } from '../shortcuts/shortcuts'
import { isAccount, keyTarget, rowHeight, type ListShape, type ListStop } from './list-shape'

/** What the search does with the list beneath it. */
export interface ListHandle {
  /** Puts the focus on the first row. */
  enter(): void
}

export interface ListFocusOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly shape: ListShape
  /** The account whose page is open. */
  readonly current: ListStop | undefined
  readonly handle: Ref<ListHandle> | undefined
  /** Moves the focused account in the order; by more than there are to the end. */
  readonly onMove: (account: ListStop, step: number) => void
}

/**
 * The focus in the list. The list is one stop for the Tab key; arrows, pages and ends go on from there. The
 * focus belongs to an account: wherever its row goes, the focus goes with it, and when it leaves the
 * list, the row that took its place has the focus.
 */
export function useListFocus({ scroller, shape, current, handle, onMove }: ListFocusOptions) {
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  const [cursor, setCursor] = useState<{ stop: ListStop; index: number }>()
  const index = tabStop(shape, cursor, current)
  // Kept up with the list, so that the neighbour is known when the account goes.
  if (cursor && cursor.index !== index && shape.indexOf(cursor.stop) === index) {
    setCursor({ stop: cursor.stop, index })
  }
  const held = useRef(false)
  const wanted = useRef(false)
  const byKey = useRef(false)
  const seen = useRef<ListStop>(undefined)

  function go(to: number): void {
    const stop = shape.stopAt(to)
    if (stop === undefined) return
    wanted.current = true
    setCursor({ stop, index: to })
  }

  useImperativeHandle(handle, () => ({ enter: () => go(shape.nearest(0, 1)) }))

  const element = useEffectEvent(() =>
    scroller.current?.querySelector<HTMLElement>(`[data-stop="${index}"]`),
  )
  // After each drawing, because only then the row is there.
  useLayoutEffect(() => {
    const lost = held.current && document.activeElement === document.body
    if (!wanted.current && !lost) return
    wanted.current = false
    element()?.focus({ preventScroll: true })
    element()?.scrollIntoView({ block: 'nearest' })
  })
  // The row that has the focus stays in sight when it moves; what was clicked must not move away.
  useLayoutEffect(() => {
    if (held.current && byKey.current) element()?.scrollIntoView({ block: 'nearest' })
  }, [index])
  // The open account comes into sight once; after that the person scrolls as they like.
  useLayoutEffect(() => {
    if (seen.current === current) return
    const row = scroller.current?.querySelector('[aria-current]')
    if (current !== undefined && !row) return
    seen.current = current
    row?.scrollIntoView({ block: 'nearest' })
  })

  return {
    index,
    onPointerDown() {
      byKey.current = false
    },
    onFocus({ target }: FocusEvent) {
      const at = stopIndex(target)
      const stop = at === undefined ? undefined : shape.stopAt(at)
      if (at === undefined || stop === undefined) return
      held.current = true
      setCursor({ stop, index: at })
    },
    onBlur() {
      held.current = false
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const from = stopIndex(event.target)
      if (from === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
      byKey.current = true
      const stop = shape.stopAt(from)
      const step = moveStep(event.nativeEvent, mac, shape.count)
      if (step !== undefined && stop !== undefined && isAccount(stop)) {
        event.preventDefault()
        onMove(stop, step)
      }
      if (event.altKey) return
      const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1)
      const to = keyTarget(shape, event.key, from, page)
      if (to === undefined) return
      event.preventDefault()
      go(to)
    },
  }
}

/** The one item that the Tab key reaches: where the focus was, else the open account, else the first. */
function tabStop(
  shape: ListShape,
  cursor: { stop: ListStop; index: number } | undefined,
  current: ListStop | undefined,
): number {
  const kept = cursor ? shape.indexOf(cursor.stop) : -1
  if (kept !== -1) return kept
  if (cursor) {
    const near = Math.min(cursor.index, shape.count - 1)
    const found = shape.nearest(near, 1)
    return found === -1 ? shape.nearest(near, -1) : found
  }
  const open = current === undefined ? -1 : shape.indexOf(current)
  return open === -1 ? shape.nearest(0, 1) : open
}

function stopIndex(target: EventTarget): number | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  const at = target.dataset['stop']
  return at === undefined ? undefined : Number(at)
}

/** How far a press moves the focused account in the order; undefined if it does not. */
function moveStep(press: KeyPress, mac: boolean, all: number): number | undefined {
  if (isShortcut('move', press, mac)) return press.key === 'ArrowUp' ? -1 : 1
  if (isShortcut('moveToEnds', press, mac)) return press.key === 'Home' ? -all : all
  return undefined
}
