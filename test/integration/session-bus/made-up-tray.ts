/**
 * A desktop's tray as programs see it on Linux: a status-notifier watcher on a session bus, with or
 * without a host that draws icons. It draws none itself.
 */
import { startBusProgram } from './bus-program'

const name = 'org.kde.StatusNotifierWatcher'
const path = '/StatusNotifierWatcher'

export interface MadeUpTray {
  /** The program that draws the icons comes or goes; the watcher says so. */
  setHost(registered: boolean): void
  /** Ends the watcher: its name on the bus is free again. */
  close(): Promise<void>
}

/** Takes the watcher's name on the bus at `address`. */
export async function startMadeUpTray(address: string, host = true): Promise<MadeUpTray> {
  const { client, callBus, close } = await startBusProgram(address)
  const object = { IsStatusNotifierHostRegistered: host }
  client.exportInterface(object, path, {
    name,
    methods: {},
    signals: {},
    properties: { IsStatusNotifierHostRegistered: 'b' },
  })
  await callBus('RequestName', 'su', [name, 0])
  return {
    setHost(registered) {
      object.IsStatusNotifierHostRegistered = registered
      const signal = `StatusNotifierHost${registered ? 'Registered' : 'Unregistered'}`
      client.sendSignal(path, name, signal, '', [])
    },
    close,
  }
}
