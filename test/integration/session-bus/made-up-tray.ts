/**
 * A desktop's tray as programs see it on Linux: a status-notifier watcher on a session bus, with or
 * without a host that draws icons. It draws none itself.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { createClient } from '@httptoolkit/dbus-native'
import { socketPath } from '../../../src/main/session-bus/session-bus'

// What the library has and its declarations leave out.
declare module '@httptoolkit/dbus-native' {
  interface DBusClient {
    exportInterface(
      object: object,
      path: string,
      description: {
        readonly name: string
        readonly methods: object
        readonly signals: object
        readonly properties: Readonly<Record<string, string>>
      },
    ): void
    sendSignal(
      path: string,
      from: string,
      name: string,
      signature: string,
      body: readonly unknown[],
    ): void
  }
}

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
  const socket = socketPath(address)
  if (socket === undefined) throw new Error(`Not a socket: ${address}`)
  const stream = connect({ path: socket })
  await once(stream, 'connect')
  stream.on('error', () => stream.destroy())
  const client = createClient({ stream, direct: true, authMethods: ['EXTERNAL'] })
  client.connection.on('error', () => stream.destroy())
  const object = { IsStatusNotifierHostRegistered: host }
  client.exportInterface(object, path, {
    name,
    methods: {},
    signals: {},
    properties: { IsStatusNotifierHostRegistered: 'b' },
  })
  const callBus = (member: string, signature?: string, body: readonly unknown[] = []) =>
    new Promise<void>((resolve, reject) => {
      const bus = 'org.freedesktop.DBus'
      const call = { destination: bus, path: '/org/freedesktop/DBus', interface: bus, member }
      client.invoke(signature === undefined ? call : { ...call, signature, body }, (error) => {
        if (error === null) resolve()
        else reject(error instanceof Error ? error : new Error(member))
      })
    })
  await callBus('Hello')
  await callBus('RequestName', 'su', [name, 0])
  return {
    setHost(registered) {
      object.IsStatusNotifierHostRegistered = registered
      const signal = `StatusNotifierHost${registered ? 'Registered' : 'Unregistered'}`
      client.sendSignal(path, name, signal, '', [])
    },
    async close() {
      if (stream.closed) return
      const closed = once(stream, 'close')
      stream.destroy()
      await closed
    },
  }
}
