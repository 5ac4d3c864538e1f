import type { Text } from '../../../shared/text'
import type { Keys } from './shortcuts'

/** What stands on the keys of a combination, in the order in which they are pressed. */
export function keyNames(keys: Keys, mac: boolean, text: Text): string[] {
  const words = text.shortcuts.keys
  return [
    ...(keys.mod ? [mac ? words.modMac : words.mod] : []),
    ...(keys.alt ? [mac ? words.altMac : words.alt] : []),
    ...(keys.shift ? [mac ? words.shiftMac : words.shift] : []),
    keyName(keys.key, words),
  ]
}

function keyName(key: string, words: Readonly<Record<string, string>>): string {
  return words[key] ?? key.toUpperCase()
}
