/** Whether the program goes on when none of its windows is on the screen any more. */
import type { DesktopView, Settings } from '../../shared/settings'

/**
 * By itself it goes on only where a tray shows the way back: who closes the last window of a program
 * that is nowhere to be seen wants it to end. A person who has set something gets that.
 */
export function goesOnWithoutWindow(
  whenClosed: Settings['whenClosed'],
  tray: DesktopView['tray'],
): boolean {
  switch (whenClosed) {
    case 'keep-running':
      return true
    case 'quit':
      return false
    case 'automatic':
      return tray === 'there'
  }
}

/**
 * Whether a program that was started unseen has to show itself: nothing on the screen leads to it, and
 * the person has not asked for it to run like that.
 */
export function isNowhere(whenClosed: Settings['whenClosed'], tray: DesktopView['tray']): boolean {
  return tray !== 'there' && whenClosed !== 'keep-running'
}
