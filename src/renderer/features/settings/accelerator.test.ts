import { describe, expect, it } from 'vitest'
import { textFor } from '../../../shared/text'
import { keysInWords, modifiersInWords, recordedBy, type KeyPress } from './accelerator'

const text = textFor('en')
const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...none,
  key,
  code,
  ...more,
})
const ctrl = { ctrlKey: true }

describe('a recorded shortcut', () => {
  it.each([
    [press('l', 'KeyL', ctrl), 'Control+L'],
    [press('L', 'KeyL', { ...ctrl, shiftKey: true }), 'Control+Shift+L'],
    [press('!', 'Digit1', { ...ctrl, shiftKey: true }), 'Control+Shift+1'],
    [press(' ', 'Space', { altKey: true }), 'Alt+Space'],
    [press('ArrowUp', 'ArrowUp', { metaKey: true }), 'Super+Up'],
    [press(',', 'Comma', ctrl), 'Control+,'],
    [press('7', 'Numpad7', ctrl), 'Control+num7'],
    [press('Home', 'Numpad7', ctrl), 'Control+Home'],
    [press('ArrowLeft', 'Numpad4', ctrl), 'Control+Left'],
    [press('F9', 'F9'), 'F9'],
    [press('F12', 'F12', { shiftKey: true }), 'Shift+F12'],
  ])('%o is %s', (pressed, accelerator) => {
    expect(recordedBy(pressed, 'linux')).toEqual({ kind: 'keys', accelerator })
  })

  it('is what stands on the keys, whatever they type', () => {
    const option = press('¬', 'KeyL', { altKey: true, metaKey: true })
    expect(recordedBy(option, 'mac')).toEqual({ kind: 'keys', accelerator: 'Alt+Command+L' })
    // On a French keyboard the key that is labelled A stands where others have Q.
    expect(recordedBy(press('a', 'KeyQ', ctrl), 'linux')).toMatchObject({
      accelerator: 'Control+A',
    })
  })

  it('needs a key that nobody writes with', () => {
    expect(recordedBy(press('l', 'KeyL'), 'linux').kind).toBe('needs-modifier')
    expect(recordedBy(press('L', 'KeyL', { shiftKey: true }), 'linux').kind).toBe('needs-modifier')
    expect(recordedBy(press('Control', 'ControlLeft', ctrl), 'linux').kind).toBe('more')
    expect(recordedBy(press('MediaPlay', 'MediaPlay', ctrl), 'linux').kind).toBe('unusable')
  })

  it('is shown as the keys are labelled', () => {
    expect(keysInWords('Control+Alt+Up', 'linux', text)).toBe('Ctrl+Alt+↑')
    expect(keysInWords('Super+L', 'windows', text)).toBe('Win+L')
    expect(keysInWords('Alt+Shift+Command+L', 'mac', text)).toBe('⌥⇧⌘L')
    expect(modifiersInWords('linux', text)).toBe('Ctrl, Alt, Super')
    expect(modifiersInWords('mac', text)).toBe('⌘, ⌃, ⌥')
  })
})
