/**
 * Every shortcut of Latchkey's windows, in one table that both its handler and its sheet read, so that
 * they cannot disagree. What is typed in a field is never a shortcut, unless Ctrl or ⌘ goes with it.
 */

/** A combination of keys. `mod` is ⌘ on a Mac and Ctrl elsewhere; `digit` is any of 1 to 9. */
export interface Keys {
  readonly mod?: true
  readonly alt?: true
  readonly shift?: true
  readonly key: string
}

export type ShortcutGroup = 'everywhere' | 'main' | 'list' | 'palette' | 'quickLogin'

interface Row {
  readonly id: string
  readonly group: ShortcutGroup
  /** Each of these does it. */
  readonly keys: readonly [Keys, ...Keys[]]
}

export const shortcuts = [
  { id: 'nth', group: 'everywhere', keys: [{ mod: true, key: 'digit' }] },
  { id: 'add', group: 'everywhere', keys: [{ mod: true, key: 'n' }] },
  { id: 'settings', group: 'everywhere', keys: [{ mod: true, key: ',' }] },
  { id: 'lock', group: 'everywhere', keys: [{ mod: true, shift: true, key: 'l' }] },
  { id: 'hideAddresses', group: 'everywhere', keys: [{ mod: true, shift: true, key: 'h' }] },
  // The application's menu hears these three in every window.
  { id: 'zoomIn', group: 'everywhere', keys: [{ mod: true, key: '+' }] },
  { id: 'zoomOut', group: 'everywhere', keys: [{ mod: true, key: '-' }] },
  { id: 'zoomReset', group: 'everywhere', keys: [{ mod: true, key: '0' }] },
  { id: 'palette', group: 'main', keys: [{ mod: true, key: 'k' }] },
  { id: 'search', group: 'main', keys: [{ key: '/' }, { mod: true, key: 'f' }] },
  { id: 'sheet', group: 'main', keys: [{ key: '?' }] },
  { id: 'messages', group: 'main', keys: [{ key: 'F8' }] },
  { id: 'walk', group: 'list', keys: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }] },
  { id: 'ends', group: 'list', keys: [{ key: 'Home' }, { key: 'End' }] },
  { id: 'open', group: 'list', keys: [{ key: 'Enter' }] },
  {
    id: 'move',
    group: 'list',
    keys: [
      { alt: true, key: 'ArrowUp' },
      { alt: true, key: 'ArrowDown' },
    ],
  },
  {
    id: 'moveToEnds',
    group: 'list',
    keys: [
      { alt: true, key: 'Home' },
      { alt: true, key: 'End' },
    ],
  },
  { id: 'paletteRun', group: 'palette', keys: [{ key: 'Enter' }] },
  { id: 'paletteOpen', group: 'palette', keys: [{ mod: true, key: 'Enter' }] },
  { id: 'paletteClose', group: 'palette', keys: [{ key: 'Escape' }, { mod: true, key: 'k' }] },
  { id: 'quickRun', group: 'quickLogin', keys: [{ key: 'Enter' }] },
  { id: 'quickCopy', group: 'quickLogin', keys: [{ mod: true, key: 'c' }] },
  { id: 'quickOpen', group: 'quickLogin', keys: [{ mod: true, key: 'Enter' }] },
  { id: 'quickBack', group: 'quickLogin', keys: [{ key: 'Escape' }] },
] as const satisfies readonly Row[]

export type ShortcutId = (typeof shortcuts)[number]['id']

/** What of a key press decides which shortcut it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>

/** The first keys of a shortcut, to be shown beside what they do. */
export function firstKeys(id: ShortcutId): Keys {
  return rowOf(id).keys[0]
}

/** A shortcut as `aria-keyshortcuts` wants it; for those without Ctrl or ⌘. */
export function ariaKeys(id: 'move' | 'moveToEnds'): string {
  return rowOf(id)
    .keys.map(({ alt, key }) => (alt ? `Alt+${key}` : key))
    .join(' ')
}

/** Whether this press is the shortcut. */
export function isShortcut(id: ShortcutId, press: KeyPress, mac: boolean): boolean {
  return rowOf(id).keys.some((keys) => fits(keys, press, mac))
}

/**
 * Which of 1 to 9 is pressed, wherever a keyboard has its digits; undefined for any other key. A key of the
 * numeric pad is a digit only where it types one: without Num Lock it is an arrow, or Home and the like.
 */
export function digitOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): number | undefined {
  const digit = /^[1-9]$/.exec(key)?.[0] ?? /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

function rowOf(id: ShortcutId): Row {
  const row = shortcuts.find((one) => one.id === id)
  if (!row) throw new Error(`There is no shortcut ${id}.`)
  return row
}

function fits(keys: Keys, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other || mod !== (keys.mod ?? false) || press.altKey !== (keys.alt ?? false)) return false
  // A character says itself how it is typed: “?” needs Shift on most keyboards, but not on all.
  const byCharacter = keys.key === 'digit' || /^[^a-z]$/i.test(keys.key)
  if (!byCharacter && press.shiftKey !== (keys.shift ?? false)) return false
  if (keys.key === 'digit') return digitOf(press) !== undefined
  return press.key.toLowerCase() === keys.key.toLowerCase()
}
