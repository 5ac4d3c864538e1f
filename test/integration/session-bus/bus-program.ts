/** A program of a made-up desktop on a session bus: it takes names, and sends signals. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { createClient, type DBusClient } from '@httptoolkit/dbus-native'
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

export interface BusProgram {
  readonly client: DBusClient
  /** Calls the bus itself; resolves when it has answered. */
  readonly callBus: (member: string, signature?: string, body?: readonly unknown[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Connects to the bus at `address`. */
export async function startBusProgram(address: string): Promise<BusProgram> {
  const socket = socketPath(address)
  if (socket === undefined) throw new Error(`Not a socket: ${address}`)
  const stream = connect({ path: socket })
  await once(stream, 'connect')
  stream.on('error', () => stream.destroy())
  const client = createClient({ stream, direct: true, authMethods: ['EXTERNAL'] })
  client.connection.on('error', () => stream.destroy())
  const callBus: BusProgram['callBus'] = (member, signature, body = []) =>
    new Promise<void>((resolve, reject) => {
      const bus = 'org.freedesktop.DBus'
      const call = { destination: bus, path: '/org/freedesktop/DBus', interface: bus, member }
      client.invoke(signature === undefined ? call : { ...call, signature, body }, (error) => {
        if (error === null) resolve()
        else reject(error instanceof Error ? error : new Error(member))
      })
    })
  await callBus('Hello')
  return {
    client,
    callBus,
    async close() {
      if (stream.closed) return
      const closed = once(stream, 'close')
      stream.destroy()
      await closed
    },
  }
}
