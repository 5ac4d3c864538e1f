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
