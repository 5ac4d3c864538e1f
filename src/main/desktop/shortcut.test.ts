import { beforeEach, describe, expect, it } from 'vitest'
import { QuickLoginShortcut, type ShortcutRegistry } from './shortcut'

class Desktop implements ShortcutRegistry {
  readonly actions = new Map<string, () => void>([['Control+T', () => undefined]])
  suspended = false
  register(accelerator: string, action: () => void): boolean {
    if (accelerator.includes('?')) throw new TypeError('Error processing argument at index 0')
    if (this.suspended || this.actions.has(accelerator)) return false
    this.actions.set(accelerator, action)
    return true
  }
  unregister(accelerator: string): void {
    this.actions.delete(accelerator)
  }
  setSuspended(suspended: boolean): void {
    this.suspended = suspended
  }
}

describe('the quick-login shortcut', () => {
  let desktop: Desktop
  let pressed: number
  let shortcut: QuickLoginShortcut
  beforeEach(() => {
    desktop = new Desktop()
    pressed = 0
    shortcut = new QuickLoginShortcut(desktop, () => (pressed += 1))
  })

  it('is off until it is set, and then opens', () => {
    expect(shortcut.set('')).toBeUndefined()
    expect(desktop.actions.size).toBe(1)
    expect(shortcut.set('Control+L')).toBeUndefined()
    desktop.actions.get('Control+L')?.()
    expect(pressed).toBe(1)
  })

  it('says that another program has it, and leaves it to that program', () => {
    expect(shortcut.set('Control+T')).toBe('taken')
    shortcut.release()
    expect(desktop.actions.has('Control+T')).toBe(true)
  })

  it('says that keys are none', () => {
    expect(shortcut.set('Control+?')).toBe('invalid')
  })

  it('gives the old keys back when it changes, and all at the end', () => {
    shortcut.set('Control+L')
    shortcut.set('Control+M')
    expect([...desktop.actions.keys()]).toEqual(['Control+T', 'Control+M'])
    shortcut.release()
    expect([...desktop.actions.keys()]).toEqual(['Control+T'])
  })

  it('is taken also while it is recorded', () => {
    shortcut.suspend(true)
    expect(shortcut.set('Control+L')).toBeUndefined()
  })

  it('does not open by keys that the desktop keeps after they were given back or suspended', () => {
    shortcut.set('Control+L')
    const kept = desktop.actions.get('Control+L')
    shortcut.set('Control+M')
    kept?.()
    expect(pressed).toBe(0)
    shortcut.suspend(true)
    desktop.actions.get('Control+M')?.()
    expect(pressed).toBe(0)
    shortcut.suspend(false)
    desktop.actions.get('Control+M')?.()
    expect(pressed).toBe(1)
  })
})
