/**
 * A connection to the D-Bus session bus, for whoever asks a Linux desktop something: the keychain
 * process, and the watch for a tray. It never leaves a caller waiting: every call ends with a reply, an
 * error, the end of the connection, or its time limit. What is asked stands with whoever asks.
 */
import { connect as connectSocket, type Socket } from 'node:net'
import { createClient, type DBusClient, type DBusMessage } from '@httptoolkit/dbus-native'

// What the library has and its declarations leave out. `invoke` with a callback is used because
// the promise that it gives otherwise drops all results but the first.
declare module '@httptoolkit/dbus-native' {
  interface DBusMessage {
    type?: number
    flags?: number
    path?: string
    interface?: string
    member?: string
    destination?: string
    signature?: string
    body?: readonly unknown[]
  }
  /** What a callback of `invoke` has as its `this`. */
  interface DBusAnswer {
    readonly message: { readonly sender?: string }
  }
  interface DBusClient {
    readonly connection: {
      on(event: 'message', listener: (message: DBusMessage) => void): unknown
      on(event: 'error', listener: (error: unknown) => void): unknown
    }
    invoke(
      message: DBusMessage,
      callback: (this: DBusAnswer, error: unknown, ...body: unknown[]) => void,
    ): void
  }
}

const signalType = 4
const noAutoStart = 2

export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

/**
 * `sender` is the own name of who has answered, under whatever name it was asked. `error` is the D-Bus
 * name of the error, as in `org.freedesktop.DBus.Error.NameHasNoOwner`.
 */
export type BusReply =
  | {
      readonly kind: 'reply'
      readonly body: readonly unknown[]
      readonly sender: string | undefined
    }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent' }

export interface BusSignal {
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

export class SessionBus {
  #closed = false
  readonly #onClosed = new Set<() => void>()
  readonly #onSignal = new Set<(signal: BusSignal) => void>()
  readonly #client: DBusClient

  private constructor(
    private readonly socket: Socket,
    /** Where it listens, as a D-Bus address. */
    readonly address: string,
  ) {
    socket.once('close', () => this.close())
    this.#client = createClient({ stream: socket, direct: true, authMethods: ['EXTERNAL'] })
    this.#client.connection.on('error', () => this.close())
    this.#client.connection.on('message', (message) => this.#hear(message))
  }

  /**
   * Connects to the first address that answers. Gives nothing where no bus is to be had within
   * `limit` milliseconds for each address.
   */
  static async connect(
    addresses: readonly string[],
    limit: number,
  ): Promise<SessionBus | undefined> {
    for (const address of addresses) {
      const path = socketPath(address)
      const socket = path === undefined ? undefined : await openSocket(path, limit)
      if (socket === undefined) continue
      const bus = new SessionBus(socket, address)
      const hello = await bus.call({ ...theBus, member: 'Hello' }, limit)
      if (hello.kind === 'reply') return bus
      bus.close()
    }
    return undefined
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Calls a method, without starting a service that does not run. `limit` in milliseconds. */
  call(call: BusCall, limit: number): Promise<BusReply> {
    if (this.#closed) return Promise.resolve({ kind: 'closed' })
    return new Promise((resolve) => {
      const settle = (reply: BusReply) => {
        clearTimeout(timer)
        this.#onClosed.delete(closed)
        resolve(reply)
      }
      const closed = () => settle({ kind: 'closed' })
      const timer = setTimeout(() => settle({ kind: 'silent' }), limit)
      this.#onClosed.add(closed)
      this.#client.invoke({ ...call, flags: noAutoStart }, function (error, ...body) {
        settle(
          error === null
            ? { kind: 'reply', body, sender: this.message.sender }
            : { kind: 'error', error: errorName(error) },
        )
      })
    })
  }

  /** Calls back for each signal that a match rule of this connection lets through. */
  onSignal(listener: (signal: BusSignal) => void): () => void {
    this.#onSignal.add(listener)
    return () => this.#onSignal.delete(listener)
  }

  onClosed(listener: () => void): () => void {
    this.#onClosed.add(listener)
    return () => this.#onClosed.delete(listener)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.socket.destroy()
    for (const listener of [...this.#onClosed]) listener()
  }

  #hear(message: DBusMessage): void {
    const { type, path, interface: from, member, body = [] } = message
    if (type !== signalType) return
    if (path === undefined || from === undefined || member === undefined) return
    for (const listener of [...this.#onSignal]) listener({ path, interface: from, member, body })
  }
}

/** The bus itself, as the destination of a call. */
export const theBus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** The call that reads a property of an object; the reply's first value is a variant. */
export function readProperty(
  object: Pick<BusCall, 'destination' | 'path' | 'interface'>,
  name: string,
): BusCall {
  return {
    ...object,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [object.interface, name],
  }
}

/** What a variant holds; the library gives one as its parsed signature and its values. */
export function variantValue(variant: unknown): unknown {
  const values: unknown = Array.isArray(variant) ? variant[1] : undefined
  return Array.isArray(values) ? (values[0] as unknown) : undefined
}

/**
 * Where the session bus listens: the environment's address, else the user's own bus as libdbus and
 * GLib look for it (D-Bus specification: Standard system-wide and per-session buses).
 */
export function sessionBusAddresses(environment: NodeJS.ProcessEnv): readonly string[] {
  const given = environment['DBUS_SESSION_BUS_ADDRESS']
  return given !== undefined && given !== '' ? given.split(';') : userBusAddresses(environment)
}

/** Where the user's own bus listens on every desktop of today, whatever the environment says. */
export function userBusAddresses(environment: NodeJS.ProcessEnv): readonly string[] {
  const runtime = environment['XDG_RUNTIME_DIR']
  return runtime === undefined || runtime === '' ? [] : [`unix:path=${runtime}/bus`]
}

/** The socket that a `unix:` address names; an abstract one starts with NUL, as Node wants it. */
export function socketPath(address: string): string | undefined {
  if (!address.startsWith('unix:')) return undefined
  const pairs = address.slice('unix:'.length).split(',')
  for (const pair of pairs) {
    const [key, value = ''] = pair.split('=', 2)
    if (key === 'path') return unescapeValue(value)
    if (key === 'abstract') return `\0${unescapeValue(value)}`
  }
  return undefined
}

function unescapeValue(value: string): string {
  return value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function openSocket(path: string, limit: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connectSocket({ path })
    const give = (result: Socket | undefined) => {
      socket.setTimeout(0)
      if (result === undefined) socket.destroy()
      resolve(result)
    }
    socket.setTimeout(limit, () => give(undefined))
    // The listener stays: a socket that breaks later closes, and `close` is what is acted upon.
    socket.on('error', () => give(undefined))
    socket.once('connect', () => give(socket))
  })
}

/** The library puts the name of the error in front of its text. */
function errorName(error: unknown): string {
  const text = error instanceof Error ? error.message : ''
  return text.split(':', 1)[0] ?? ''
}
