/** Carries calls and events over Electron's channels: two fixed names, JSON and nothing else. */
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { EventName, EventPayload } from '../../shared/contract'
import type { Caller, Dispatch } from './dispatcher'

/** A window as far as events need it. */
export type Receiver = Pick<BrowserWindow, 'isDestroyed' | 'webContents'>

export interface Bridge {
  /** Sends an event to every open window. */
  broadcast<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Sends an event to one window. */
  send<N extends EventName>(window: Receiver, name: N, payload: EventPayload<N>): void
}

/**
 * Opens the bridge. `isOwnPage` tells whether a URL is a page of Latchkey's own; a call is taken
 * only from the top frame of such a page in one of Latchkey's windows. `observe` sees everything
 * that goes to a window; the seam for tests uses it.
 */
export function openBridge(
  dispatch: Dispatch,
  isOwnPage: (url: string) => boolean,
  observe: (message: unknown) => void = () => undefined,
): Bridge {
  ipcMain.handle('latchkey:call', async (event, name: unknown, input: unknown) => {
    const result = await dispatch(name, input, callerOf(event, isOwnPage))
    observe(result)
    return result
  })
  const send: Bridge['send'] = (window, name, payload) => {
    if (window.isDestroyed()) return
    observe(payload)
    window.webContents.send('latchkey:event', name, payload)
  }
  return {
    send,
    broadcast(name, payload) {
      for (const window of BrowserWindow.getAllWindows()) send(window, name, payload)
    },
  }
}

function callerOf(
  event: IpcMainInvokeEvent,
  isOwnPage: (url: string) => boolean,
): Caller | undefined {
  const frame = event.senderFrame
  if (frame?.parent !== null || !isOwnPage(frame.url)) return undefined
  const window = BrowserWindow.fromWebContents(event.sender)
  if (window?.isDestroyed() !== false) return undefined
  return { windowId: window.id, paste: () => event.sender.paste() }
}
