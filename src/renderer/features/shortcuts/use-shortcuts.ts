import { useLayoutEffect, useRef } from 'react'
import { useSnapshot } from '../../stores/context'
import { digitOf, isShortcut, shortcuts, type ShortcutId } from './shortcuts'

/** Those that a whole window listens for; the others belong to the list or the field that has the focus. */
type WindowShortcut = Extract<
  ShortcutId,
  'nth' | 'add' | 'settings' | 'lock' | 'hideAddresses' | 'palette' | 'search' | 'sheet'
>

/** What a window does at its shortcuts. What it leaves out does nothing there. */
export interface ShortcutHandlers extends Partial<
  Record<Exclude<WindowShortcut, 'nth'>, () => void>
> {
  readonly nth?: (digit: number) => void
}

/**
 * Listens for shortcuts wherever the focus is in this window. A question that has to be answered first
 * keeps all off but the lock, and a key that something has used already is none.
 */
export function useShortcuts(handlers: ShortcutHandlers): void {
  const mac = useSnapshot(({ surroundings }) => surroundings.platform === 'mac')
  const latest = useRef(handlers)
  // With the drawing itself: a key that is pressed as soon as the window is seen would go lost before an
  // effect that comes after it.
  useLayoutEffect(() => {
    latest.current = handlers
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat) return
      const found = shortcuts.find(({ id }) => isShortcut(id, event, mac))
      if (found?.id !== 'lock' && questionIsOpen()) return
      const run = found && handlerOf(found.id, latest.current, event)
      if (!run || (isTyped(event) && takesText(event.target))) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [mac])
}

function handlerOf(
  id: ShortcutId,
  handlers: ShortcutHandlers,
  event: KeyboardEvent,
): (() => void) | undefined {
  switch (id) {
    case 'nth': {
      const digit = digitOf(event)
      const { nth } = handlers
      return nth && digit !== undefined ? () => nth(digit) : undefined
    }
    case 'add':
    case 'settings':
    case 'lock':
    case 'hideAddresses':
    case 'palette':
    case 'search':
    case 'sheet':
      return handlers[id]
    case 'zoomIn':
    case 'zoomOut':
    case 'zoomReset':
    case 'messages':
    case 'walk':
    case 'ends':
    case 'open':
    case 'move':
    case 'moveToEnds':
    case 'paletteRun':
    case 'paletteOpen':
    case 'paletteClose':
    case 'quickRun':
    case 'quickCopy':
    case 'quickOpen':
    case 'quickBack':
      return undefined
  }
}

/** Whether a question, the palette or the sheet lies over the page: their own keys come first. */
export function questionIsOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}

/** Whether the key would write something. */
function isTyped({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey
}

/** Fields take text, and menus go to what begins with it. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable], [role=menu]') !== null
}
