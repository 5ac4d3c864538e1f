/**
 * The end of a session on Windows: shutting down, restarting, logging off. Windows alone are told of it,
 * and `will-quit` does not come.
 */
import type { BrowserWindow } from 'electron'

/** Calls back when the session may end, and when it does; the system waits for neither to be done. */
export function whenSessionEnds(window: Pick<BrowserWindow, 'on'>, ending: () => void): void {
  window.on('query-session-end', () => ending())
  window.on('session-end', () => ending())
}
