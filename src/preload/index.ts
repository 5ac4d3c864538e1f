/**
 * What a window gets of the main process: two functions, and nothing of Electron. This file is not
 * edited when a call is added; the names and shapes live in src/shared/contract.ts. It is built into
 * one CommonJS file that requires nothing but Electron, because a sandboxed preload can load nothing
 * else.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { WindowBridge } from '../shared/window-bridge'

const bridge: WindowBridge = {
  call: (name, input) => ipcRenderer.invoke('latchkey:call', name, input),
  on(name, listener) {
    // The event object stays here: it would give the page a way back to ipcRenderer.
    const relay = (_event: unknown, event: string, payload: unknown): void => {
      if (event === name) listener(payload)
    }
    ipcRenderer.on('latchkey:event', relay)
    return () => {
      ipcRenderer.removeListener('latchkey:event', relay)
    }
  },
}

contextBridge.exposeInMainWorld('latchkey', bridge)
