/** What stands on keys, the same in all languages that Latchkey speaks. */

/** By the names that the sheet of shortcuts gives them. */
export const shortcutKeys = {
  mod: 'Ctrl',
  modMac: '⌘',
  alt: 'Alt',
  altMac: '⌥',
  shift: 'Shift',
  shiftMac: '⇧',
  digit: '1 … 9',
  Enter: 'Enter',
  Escape: 'Esc',
  Home: 'Home',
  End: 'End',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** What stands on keys, by the name that Electron gives them; any other key stands for itself. */
const pcKeys: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}
export const keyLabels = {
  linux: pcKeys,
  windows: { ...pcKeys, Super: 'Win' } as Readonly<Record<string, string>>,
  mac: { ...pcKeys, Control: '⌃', Alt: '⌥', Shift: '⇧', Command: '⌘', Enter: '↩' } as Readonly<
    Record<string, string>
  >,
}
