import { describe, expect, it } from 'vitest'
import { textFor } from '../../../shared/text'
import { keyNames } from './key-names'
import {
  digitOf,
  firstKeys,
  isShortcut,
  shortcuts,
  type KeyPress,
  type ShortcutId,
} from './shortcuts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const ctrl = { ctrlKey: true }
const command = { metaKey: true }

describe('a shortcut', () => {
  it.each<[ShortcutId, KeyPress, boolean]>([
    ['palette', press('k', ctrl), true],
    ['palette', press('K', ctrl), true],
    ['palette', press('k', command), false],
    ['palette', press('k', { ...ctrl, shiftKey: true }), false],
    ['palette', press('k'), false],
    ['sheet', press('?', { shiftKey: true }), true],
    ['sheet', press('?'), true],
    ['search', press('/', { shiftKey: true }), true],
    ['search', press('f', ctrl), true],
    ['search', press('f'), false],
    ['nth', press('3', ctrl), true],
    ['nth', press('"', { ...ctrl, code: 'Digit3' }), true],
    ['nth', press('0', ctrl), false],
    // AltGr comes as Ctrl and Alt together, and types a character.
    ['nth', press('3', { ...ctrl, altKey: true }), false],
    ['move', press('ArrowUp', { altKey: true }), true],
    ['walk', press('ArrowUp', { altKey: true }), false],
    ['moveToEnds', press('End', { altKey: true }), true],
    ['move', press('ArrowUp', { altKey: true, shiftKey: true }), false],
  ])('%s, pressed as %o: %o', (id, event, expected) => {
    expect(isShortcut(id, event, false)).toBe(expected)
  })

  it('goes with the Command key on a Mac, and not with Control', () => {
    expect(isShortcut('palette', press('k', command), true)).toBe(true)
    expect(isShortcut('palette', press('k', ctrl), true)).toBe(false)
  })

  it('is told with the names of the system’s own keys', () => {
    const text = textFor('en')
    expect(keyNames(firstKeys('palette'), false, text)).toEqual(['Ctrl', 'K'])
    expect(keyNames(firstKeys('palette'), true, text)).toEqual(['⌘', 'K'])
    expect(keyNames(firstKeys('nth'), true, text)).toEqual(['⌘', '1 … 9'])
    expect(keyNames(firstKeys('move'), false, text)).toEqual(['Alt', '↑'])
  })

  it('never stands twice for the same place', () => {
    for (const group of ['everywhere', 'main', 'list', 'palette', 'quickLogin']) {
      const near = shortcuts.filter((one) => one.group === group || one.group === 'everywhere')
      const all = near.flatMap((one) => one.keys.map((keys) => JSON.stringify(keys)))
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe('the digit of a key', () => {
  it.each([
    [press('4'), 4],
    [press('&', { code: 'Digit1' }), 1],
    [press('9', { code: 'Numpad9' }), 9],
    [press('ArrowLeft', { code: 'Numpad4' }), undefined],
    [press('Home', { code: 'Numpad7' }), undefined],
    [press('a', { code: 'KeyA' }), undefined],
  ])('%o is %o', (event, digit) => {
    expect(digitOf(event)).toBe(digit)
  })
})
