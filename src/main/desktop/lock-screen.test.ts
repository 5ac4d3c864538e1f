import { beforeEach, describe, expect, it } from 'vitest'
import type { Place, WindowKind } from '../../shared/contract'
import type { LockView } from '../../shared/lock'
import { Observed } from '../observed'
import { LockScreen, type GuardedWindows } from './lock-screen'
import { clearedWindows, type ClearedWindows, type Manner } from './window-manner'

const over = { x: 10, y: 20, width: 1_080, height: 720 }

/** Windows that are only remembered; `log` is what was done to them. */
class MadeUpWindows implements GuardedWindows {
  readonly shown = new Map<WindowKind, { focused: boolean; minimized: boolean }>()
  readonly log: string[] = []

  get anyShown(): boolean {
    return this.shown.size > 0
  }
  get inSight(): boolean {
    return [...this.shown.values()].some(({ minimized }) => !minimized)
  }
  isShown(kind: WindowKind): boolean {
    return this.shown.has(kind)
  }
  open(kind: WindowKind, place?: Place): void {
    for (const one of this.shown.values()) one.focused = false
    this.shown.set(kind, { focused: true, minimized: false })
    this.log.push(place ? `${kind} ${place.kind}` : kind)
  }
  openUnlock(manner: Manner): void {
    this.shown.set('unlock', { focused: false, minimized: manner === 'minimized' })
    this.log.push(`unlock ${manner}`)
  }
  clear(): ClearedWindows | undefined {
    const all = [...this.shown].map(([kind, how]) => ({ kind, ...how, bounds: over }))
    this.shown.clear()
    this.log.push('clear')
    return clearedWindows(all)
  }
  close(kind: WindowKind): void {
    this.shown.delete(kind)
  }
}

describe('the lock screen', () => {
  let view: Observed<LockView>
  let windows: MadeUpWindows
  let screen: LockScreen

  const begin = (kind: 'open' | 'locked') => {
    view = new Observed<LockView>(kind === 'open' ? { kind } : { kind, failedTries: 0 })
    windows = new MadeUpWindows()
    const lock = {
      view,
      get isLocked() {
        return view.value.kind === 'locked'
      },
    }
    screen = new LockScreen({ lock, windows })
  }
  const lock = (failedTries = 0) => view.set({ kind: 'locked', failedTries })
  const unlock = () => view.set({ kind: 'open' })
  const shown = () => [...windows.shown.keys()]

  beforeEach(() => begin('open'))

  it('lets windows open while Latchkey is open, but not the one that takes the passphrase', () => {
    screen.open('main', { kind: 'add' })
    screen.open('unlock')
    screen.unlock()
    expect(windows.log).toEqual(['main add'])
  })

  it('puts the unlock window in the place of all others, and them back after it', () => {
    screen.open('main')
    screen.open('settings')
    lock()
    expect(shown()).toEqual(['unlock'])
    unlock()
    expect(windows.log.slice(2)).toEqual([
      ...['clear', 'unlock in-front'],
      ...['clear', 'main', 'settings'],
    ])
  })

  it('takes the place of windows as they were', () => {
    screen.open('main')
    for (const one of windows.shown.values()) one.focused = false
    lock()
    expect(windows.log.at(-1)).toBe('unlock behind')
    unlock()
    for (const one of windows.shown.values()) one.minimized = true
    lock()
    expect(windows.log.at(-1)).toBe('unlock minimized')
  })

  it('shows nothing where nothing was shown, and removes what stands unseen', () => {
    lock()
    expect(windows.log).toEqual(['clear'])
    expect(shown()).toEqual([])
    unlock()
    expect(shown()).toEqual([])
  })

  it('asks for the passphrase in place of what is wanted, which then opens, the last wish only', () => {
    begin('locked')
    screen.open('main', { kind: 'add' })
    screen.open('settings')
    expect(windows.log).toEqual(['unlock', 'unlock'])
    unlock()
    expect(windows.log.slice(2)).toEqual(['clear', 'settings'])
  })

  it('is shown with the unlock window, but not at work; nor is it with what is out of sight', () => {
    screen.open('main')
    expect(screen).toMatchObject({ anyShown: true, atWork: true })
    for (const one of windows.shown.values()) one.minimized = true
    expect(screen).toMatchObject({ anyShown: true, atWork: false })
    lock()
    screen.unlock()
    expect(screen).toMatchObject({ anyShown: true, atWork: false })
    windows.close('unlock')
    expect(screen).toMatchObject({ anyShown: false, atWork: false })
  })

  it('opens the main window if nothing else was wanted', () => {
    begin('locked')
    screen.unlock()
    unlock()
    expect(shown()).toEqual(['main'])
  })

  it('does what is not a window after unlocking, too, and brings back what was there', () => {
    const done: string[] = []
    screen.whenUnlocked(() => done.push('at once'))
    screen.open('main')
    lock()
    screen.whenUnlocked(() => done.push('later'))
    expect(done).toEqual(['at once'])
    unlock()
    expect(done).toEqual(['at once', 'later'])
    expect(shown()).toEqual(['main'])
    lock()
    unlock()
    expect(done).toHaveLength(2)
  })

  it('is not moved by a wrong passphrase', () => {
    screen.open('main')
    lock()
    screen.open('settings')
    lock(1)
    expect(windows.log.filter((line) => line === 'clear')).toHaveLength(1)
    unlock()
    expect(shown()).toEqual(['main', 'settings'])
  })

  it('forgets what was wanted when the person closes the unlock window', () => {
    screen.open('settings')
    lock()
    screen.open('quick-login')
    windows.close('unlock')
    screen.unlock()
    unlock()
    expect(shown()).toEqual(['main'])
  })

  it('opens nothing if the person closed the unlock window while the passphrase was looked at', () => {
    screen.open('main')
    lock()
    windows.close('unlock')
    unlock()
    expect(shown()).toEqual([])
  })
})

describe('windows that make room', () => {
  const window = (kind: WindowKind, focused: boolean, minimized = false) => ({
    ...{ kind, focused, minimized },
    bounds: { ...over, x: focused ? 1 : minimized ? 3 : 2 },
  })

  it('leave their place to what takes it, the most visible one its own', () => {
    expect(clearedWindows([])).toBeUndefined()
    expect(clearedWindows([window('main', true), window('settings', false)])).toEqual({
      kinds: ['settings', 'main'],
      manner: 'in-front',
      over: { ...over, x: 1 },
    })
    expect(clearedWindows([window('main', false), window('settings', false, true)])).toEqual({
      kinds: ['settings', 'main'],
      manner: 'behind',
      over: { ...over, x: 2 },
    })
    expect(clearedWindows([window('main', false, true)])).toMatchObject({ manner: 'minimized' })
  })
})
