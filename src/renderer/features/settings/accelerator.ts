/** Shortcuts as Electron writes them ("Control+Shift+L"): read from key presses, and shown as keys. */
import type { Snapshot } from '../../../shared/contract'
import type { Text } from '../../../shared/text'

export type Platform = Snapshot['surroundings']['platform']

/** What of a key press decides which keys it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>

export type Recorded =
  /** Only modifiers so far. */
  | { readonly kind: 'more' }
  /** A key that everybody types with. */
  | { readonly kind: 'needs-modifier' }
  /** A key that Electron has no name for. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'keys'; readonly accelerator: string }

const modifierKeys = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS']

/** Names of keys that are not their own, by the code of the key (Electron: Accelerator). */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  PrintScreen: 'PrintScreen',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}

/** What a key press makes of a shortcut. Shift alone is no modifier: with it people write. */
export function recordedBy(press: KeyPress, platform: Platform): Recorded {
  if (modifierKeys.includes(press.key)) return { kind: 'more' }
  const key = keyOf(press)
  if (key === undefined) return { kind: 'unusable' }
  const functionKey = /^F\d+$/.test(key)
  if (!functionKey && !press.ctrlKey && !press.altKey && !press.metaKey) {
    return { kind: 'needs-modifier' }
  }
  const modifiers = [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    ...(press.metaKey ? [platform === 'mac' ? 'Command' : 'Super'] : []),
  ]
  return { kind: 'keys', accelerator: [...modifiers, key].join('+') }
}

/** A letter is what stands on the key; with ⌥ macOS would type something else by it. */
function keyOf({ key, code }: KeyPress): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const plain = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4])))$/.exec(code)
  const numpad = /^Numpad\d$/.test(code)
  // With Num Lock off the keys of the number pad are those of the cursor, to Electron too.
  const other = numpad && /^\d$/.test(key) ? `num${key}` : named[numpad ? key : code]
  return plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? other
}

/** What stands on the keys of a shortcut, in the order in which they are pressed. */
export function keysOf(accelerator: string, platform: Platform, text: Text): string[] {
  const labels = text.keyLabels[platform]
  return accelerator.split('+').map((key) => labels[key] ?? key)
}

/** The same in one line, as it is written on this system. */
export function keysInWords(accelerator: string, platform: Platform, text: Text): string {
  return keysOf(accelerator, platform, text).join(platform === 'mac' ? '' : '+')
}

/** The keys that make a shortcut of another one. */
export function modifiersInWords(platform: Platform, text: Text): string {
  const names = platform === 'mac' ? ['Command', 'Control', 'Alt'] : ['Control', 'Alt', 'Super']
  return names.map((name) => text.keyLabels[platform][name] ?? name).join(', ')
}
