/**
 * The list of accounts as one column of items: a heading for each group, its rows beneath it, and at the
 * end the line that shows hidden accounts. Everything has a known height, so that where an item stands
 * is counted and never measured.
 */
import type { AccountId, AccountView } from '../../../shared/account'
import type { ServerGroup } from '../../stores/account-groups'
import type { ShownAccounts } from '../../stores/shown-accounts'

/** In pixels; the rows and headings are drawn just so high. */
export const rowHeight = 58
export const headingHeight = 40

export type ListSection =
  | { kind: 'server'; key: string; rows: readonly AccountView[]; group: ServerGroup }
  | { kind: 'hidden'; key: string; rows: readonly AccountView[]; count: number }

/** A section with the place of its heading: its number among all items, and where it begins. */
export type PlacedSection = ListSection & { readonly first: number; readonly top: number }

export const hiddenKey = 'hidden'
/** What can have the focus: an account's row, or the line that shows the hidden ones. */
export type ListStop = AccountId | typeof hiddenKey

export function isAccount(stop: ListStop): stop is AccountId {
  return stop !== hiddenKey
}

export class ListShape {
  readonly sections: readonly PlacedSection[]
  /** How many items there are, headings included. */
  readonly count: number
  /** In pixels. */
  readonly height: number

  constructor({ groups, hidden }: ShownAccounts, showHidden: boolean) {
    const sections: PlacedSection[] = []
    let first = 0
    let top = 0
    const add = (section: ListSection): void => {
      sections.push({ ...section, first, top })
      first += 1 + section.rows.length
      top += headingHeight + section.rows.length * rowHeight
    }
    for (const group of groups) {
      add({ kind: 'server', key: group.server.id, rows: group.accounts, group })
    }
    if (hidden.length > 0) {
      const rows = showHidden ? hidden : []
      add({ kind: 'hidden', key: hiddenKey, rows, count: hidden.length })
    }
    this.sections = sections
    this.count = first
    this.height = top
  }

  /** The section of an item, and which row it is there; -1 is the heading. */
  at(index: number): { section: PlacedSection; row: number } | undefined {
    if (index < 0 || index >= this.count) return undefined
    const section = this.lastSection(({ first }) => first <= index)
    return section && { section, row: index - section.first - 1 }
  }

  /** The item at a height in the list; the first one above it, the last one below; -1 if there is none. */
  itemAt(y: number): number {
    const section = this.lastSection(({ top }) => top <= y)
    if (!section) return -1
    const row = Math.floor((y - section.top - headingHeight) / rowHeight)
    return section.first + 1 + Math.min(Math.max(row, -1), section.rows.length - 1)
  }

  /** The last section that begins so early, or else the first; they begin one after the other. */
  private lastSection(early: (section: PlacedSection) => boolean): PlacedSection | undefined {
    let low = 0
    let high = this.sections.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      const section = this.sections[middle]
      if (section && early(section)) low = middle
      else high = middle - 1
    }
    return this.sections[low]
  }

  /** The number of an account's item; -1 if it is not in the list. */
  indexOf(stop: ListStop): number {
    for (const { kind, rows, first } of this.sections) {
      if (stop === hiddenKey && kind === 'hidden') return first
      const row = rows.findIndex(({ id }) => id === stop)
      if (row !== -1) return first + 1 + row
    }
    return -1
  }

  /** What stands at an item, if it can have the focus. */
  stopAt(index: number): ListStop | undefined {
    const found = this.at(index)
    if (!found) return undefined
    const account = found.section.rows[found.row]
    if (account) return account.id
    return found.section.kind === 'hidden' ? hiddenKey : undefined
  }

  /** The nearest item in a direction, beginning with `index` itself, that can have the focus. */
  nearest(index: number, direction: 1 | -1): number {
    for (let at = index; at >= 0 && at < this.count; at += direction) {
      if (this.stopAt(at) !== undefined) return at
    }
    return -1
  }

  /** The place among the rows of a section that is nearest to a height in the list; for dropping. */
  dropPlace(section: PlacedSection, y: number): number | undefined {
    const place = Math.round((y - section.top - headingHeight) / rowHeight)
    if (place < -1 || place > section.rows.length + 1) return undefined
    return Math.min(section.rows.length, Math.max(0, place))
  }
}

/**
 * Where a key goes from an item: up, down, by pages of so many rows, or to the ends. Undefined if the key
 * is not for the list.
 */
export function keyTarget(
  shape: ListShape,
  key: string,
  from: number,
  page: number,
): number | undefined {
  const last = shape.count - 1
  const near = (index: number, direction: 1 | -1): number => {
    const within = Math.min(last, Math.max(0, index))
    const found = shape.nearest(within, direction)
    return found === -1 ? shape.nearest(within, direction === 1 ? -1 : 1) : found
  }
  switch (key) {
    case 'ArrowDown':
      return near(from + 1, 1)
    case 'ArrowUp':
      return near(from - 1, -1)
    case 'PageDown':
      return near(from + page, 1)
    case 'PageUp':
      return near(from - page, -1)
    case 'Home':
      return near(0, 1)
    case 'End':
      return near(last, -1)
    default:
      return undefined
  }
}
