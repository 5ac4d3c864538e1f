/** A session bus for tests: its own dbus-daemon, which starts nothing but what it is told of. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SessionBus, theBus, type BusCall } from '../../../src/main/session-bus/session-bus'

const limit = 15_000

export interface TestBusOptions {
  /** A folder of its own, with a path short enough for a socket. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Service files, by what is to be in them. */
  readonly services: readonly string[]
}

export function busAddress(folder: string): string {
  return `unix:path=${join(folder, 'bus')}`
}

export class TestBus {
  private constructor(
    private readonly daemon: ChildProcess,
    private readonly connection: SessionBus,
  ) {}

  static async start({ folder, env, services }: TestBusOptions): Promise<TestBus> {
    const serviceFolder = join(folder, 'services')
    await mkdir(serviceFolder, { recursive: true })
    // A bus that was killed leaves its socket behind, and another one would not take its place.
    await rm(join(folder, 'bus'), { force: true })
    for (const [index, service] of services.entries()) {
      await writeFile(join(serviceFolder, `${index}.service`), service)
    }
    const config = join(folder, 'bus.conf')
    await writeFile(config, busConfig(busAddress(folder), serviceFolder))
    const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1']
    const daemon = startChild('dbus-daemon', args, env)
    try {
      if (daemon.stdout === null) throw new Error('dbus-daemon has no output.')
      // It prints its address once it listens.
      await once(createInterface(daemon.stdout), 'line', { signal: AbortSignal.timeout(limit) })
      const connection = await SessionBus.connect([busAddress(folder)], limit)
      if (connection === undefined) throw new Error('The session bus refused the test.')
      const bus = new TestBus(daemon, connection)
      const rule = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"
      await bus.call({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] })
      return bus
    } catch (error) {
      await endChild(daemon)
      throw error
    }
  }

  get closed(): boolean {
    return this.connection.closed
  }

  /** Calls a method and gives what it returns; throws if it does not. */
  async call(call: BusCall): Promise<readonly unknown[]> {
    const reply = await this.connection.call(call, limit)
    if (reply.kind === 'reply') return reply.body
    throw new Error(`${call.member}: ${reply.kind === 'error' ? reply.error : reply.kind}`)
  }

  async property(target: Omit<BusCall, 'member'>, name: string): Promise<unknown> {
    const [variant] = await this.call({
      ...target,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [target.interface, name],
    })
    const [, [value]] = variant as [unknown, readonly unknown[]]
    return value
  }

  /** The process that owns a name, if one does. */
  async pidOf(name: string): Promise<number | undefined> {
    const call = { ...theBus, member: 'GetConnectionUnixProcessID', signature: 's', body: [name] }
    const reply = await this.connection.call(call, limit)
    const pid = reply.kind === 'reply' ? reply.body[0] : undefined
    return typeof pid === 'number' ? pid : undefined
  }

  /** Resolves when the name is next taken, or given up. */
  nameChange(name: string, wanted: 'taken' | 'given-up'): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.connection.onSignal(({ member, body }) => {
        if (member !== 'NameOwnerChanged' || body[0] !== name) return
        if ((body[2] === '') === (wanted === 'given-up')) settle(resolve)
      })
      const timer = setTimeout(() => {
        settle(() => reject(new Error(`${name} was not ${wanted} in time.`)))
      }, limit)
      const settle = (how: () => void) => {
        clearTimeout(timer)
        stop()
        how()
      }
    })
  }

  async close(): Promise<void> {
    this.connection.close()
    await endChild(this.daemon)
  }
}

/** Children of this test, so that none is left behind when it ends in the middle. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

export function startChild(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  // A command that is not installed shows by its not being there in time, with its name.
  child.once('error', () => children.delete(child))
  return child
}

export async function endChild(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || !children.has(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function busConfig(address: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}
