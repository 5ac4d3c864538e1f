/**
 * A real keyring for tests: gnome-keyring on a session bus of its own, with its own home, so that any
 * number can run beside each other and beside the person's own. Plain Node, for every kind of test.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SessionBus, theBus, type BusReply } from '../../../src/main/keychain/session-bus'
import { startPrompter, type Prompter } from './prompter'

const secretsName = 'org.freedesktop.secrets'
const limit = 15_000

export interface KeyringOptions {
  /**
   * `running` (default): unlocked and ready. `locked`: running, its login keyring exists and is
   * locked. `activatable`: not running, but the bus can start it, locked. `none`: a bus that knows no
   * Secret Service.
   */
  readonly daemon?: 'running' | 'locked' | 'activatable' | 'none'
  readonly password?: string
}

export interface KeyringItem {
  readonly label: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Keyring {
  /** For a process that shall use this keyring: the bus address, HOME and the XDG folders. */
  readonly env: Readonly<Record<string, string>>
  readonly password: string
  /** Reads with secret-tool, a client that shares no code with keytar's wrapper. */
  lookup(attributes: Readonly<Record<string, string>>): Promise<string | undefined>
  /** Everything in the keyring, locked or not, without its secrets. */
  items(): Promise<readonly KeyringItem[]>
  lock(): Promise<void>
  /** Unlocks with the password, as signing in to the desktop would. */
  unlock(): Promise<void>
  isLocked(): Promise<boolean>
  /** Ends the daemon at once, as a crash would. */
  killDaemon(): Promise<void>
  /** Starts it again, by default unlocked. */
  restartDaemon(options?: { readonly locked?: boolean }): Promise<void>
  /** Stops the daemon without ending it: it keeps its name and answers nothing until resumed. */
  pauseDaemon(): void
  resumeDaemon(): void
  /** Answers the prompts of this keyring in the person's place, from here on. */
  prompter(): Promise<Prompter>
  close(): Promise<void>
}

export async function startKeyring(options: KeyringOptions = {}): Promise<Keyring> {
  const keyring = new TestKeyring(await mkdtemp(join(tmpdir(), 'keyring-')), options)
  try {
    await keyring.start()
  } catch (error) {
    await keyring.close()
    throw error
  }
  return keyring
}

class TestKeyring implements Keyring {
  readonly password: string
  readonly #folder: string
  readonly #mode: NonNullable<KeyringOptions['daemon']>
  #busDaemon: ChildProcess | undefined
  #daemon: ChildProcess | undefined
  #openBus: SessionBus | undefined
  #prompter: Prompter | undefined

  constructor(folder: string, { daemon = 'running', password = 'pass word' }: KeyringOptions) {
    this.#folder = folder
    this.#mode = daemon
    this.password = password
  }

  get env(): Readonly<Record<string, string>> {
    const home = join(this.#folder, 'home')
    return {
      DBUS_SESSION_BUS_ADDRESS: this.#address,
      HOME: home,
      XDG_RUNTIME_DIR: join(this.#folder, 'run'),
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      XDG_CACHE_HOME: join(home, '.cache'),
      GNOME_KEYRING_CONTROL: this.#control,
    }
  }

  async start(): Promise<void> {
    const { HOME: home = '', XDG_RUNTIME_DIR: run = '', XDG_DATA_HOME: data = '' } = this.env
    for (const folder of [home, run, data, this.#control]) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
    }
    await this.#startBus()
    if (this.#mode === 'running') await this.restartDaemon()
    if (this.#mode === 'locked') {
      // The first start makes the login keyring, so that there is something to be locked.
      await this.restartDaemon()
      await this.lock()
    }
  }

  lookup(attributes: Readonly<Record<string, string>>): Promise<string | undefined> {
    const args = ['lookup', ...Object.entries(attributes).flat()]
    const options = { env: this.#fullEnv, timeout: limit }
    return new Promise((resolve) => {
      execFile('secret-tool', args, options, (error, stdout) => {
        resolve(error === null ? stdout : undefined)
      })
    })
  }

  async items(): Promise<readonly KeyringItem[]> {
    const found = bodyOf(await this.#secrets('SearchItems', 'a{ss}', [[]]))
    const paths = found.flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []))
    return Promise.all(paths.map((path) => this.#item(String(path))))
  }

  async lock(): Promise<void> {
    const collection = await this.#collection()
    bodyOf(await this.#secrets('Lock', 'ao', [[collection]]))
  }

  async unlock(): Promise<void> {
    const [, session] = bodyOf(await this.#secrets('OpenSession', 'sv', ['plain', ['s', '']]))
    const secret = [session, Buffer.alloc(0), Buffer.from(this.password), 'text/plain']
    const call = {
      destination: secretsName,
      path: '/org/freedesktop/secrets',
      // The daemon's own interface, through which PAM's helper unlocks it at sign-in.
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
      member: 'UnlockWithMasterPassword',
      signature: 'o(oayays)',
      body: [await this.#collection(), secret],
    }
    bodyOf(await this.#bus.call(call, limit))
  }

  async isLocked(): Promise<boolean> {
    const path = await this.#collection()
    const [variant] = await this.#property(path, 'org.freedesktop.Secret.Collection', 'Locked')
    return variant === true
  }

  async killDaemon(): Promise<void> {
    const pid = await this.#daemonPid()
    if (pid === undefined) return
    const gone = this.#nameOwner((owner) => owner === '')
    process.kill(pid, 'SIGKILL')
    await gone
  }

  async restartDaemon({ locked = false }: { readonly locked?: boolean } = {}): Promise<void> {
    await this.killDaemon()
    const ready = this.#nameOwner((owner) => owner !== '')
    const args = ['--foreground', '--components=secrets', `--control-directory=${this.#control}`]
    this.#daemon = spawn('gnome-keyring-daemon', locked ? args : [...args, '--unlock'], {
      env: this.#fullEnv,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    this.#daemon.stdin?.end(locked ? '' : this.password)
    await ready
  }

  pauseDaemon(): void {
    this.#daemon?.kill('SIGSTOP')
  }

  resumeDaemon(): void {
    this.#daemon?.kill('SIGCONT')
  }

  async prompter(): Promise<Prompter> {
    this.#prompter ??= await startPrompter(this.#address)
    return this.#prompter
  }

  async close(): Promise<void> {
    this.resumeDaemon()
    this.#prompter?.close()
    if (this.#openBus?.closed === false) await this.killDaemon()
    this.#openBus?.close()
    await end(this.#daemon)
    await end(this.#busDaemon)
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  get #address(): string {
    return `unix:path=${join(this.#folder, 'bus')}`
  }

  get #control(): string {
    return join(this.#folder, 'control')
  }

  get #fullEnv(): NodeJS.ProcessEnv {
    // Without a display, so that no test prompts the person who runs it.
    return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...this.env }
  }

  async #startBus(): Promise<void> {
    const services = join(this.#folder, 'services')
    await mkdir(services)
    if (this.#mode === 'activatable') await writeFile(join(services, 'secrets.service'), this.#unit)
    const config = join(this.#folder, 'bus.conf')
    await writeFile(config, busConfig(this.#address, services))
    this.#busDaemon = spawn(
      'dbus-daemon',
      [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1'],
      { env: this.#fullEnv, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const { stdout } = this.#busDaemon
    if (stdout === null) throw new Error('dbus-daemon has no output.')
    // It prints its address once it listens.
    await once(createInterface(stdout), 'line', { signal: AbortSignal.timeout(limit) })
    this.#openBus = await SessionBus.connect([this.#address], limit)
    await this.#bus.call(
      {
        ...theBus,
        member: 'AddMatch',
        signature: 's',
        body: [`type='signal',member='NameOwnerChanged',arg0='${secretsName}'`],
      },
      limit,
    )
  }

  get #unit(): string {
    const exec = `gnome-keyring-daemon --foreground --components=secrets`
    return `[D-BUS Service]\nName=${secretsName}\nExec=/usr/bin/${exec} --control-directory=${this.#control}\n`
  }

  get #bus(): SessionBus {
    if (this.#openBus === undefined) throw new Error('The session bus did not start.')
    return this.#openBus
  }

  /** Resolves when the daemon's name on the bus changes to what is wanted. */
  #nameOwner(wanted: (owner: string) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.#bus.onSignal(({ member, body }) => {
        if (member !== 'NameOwnerChanged' || body[0] !== secretsName) return
        if (typeof body[2] === 'string' && wanted(body[2])) settle(resolve)
      })
      const timer = setTimeout(() => {
        settle(() => reject(new Error('gnome-keyring-daemon did not start or end in time.')))
      }, limit)
      const settle = (how: () => void) => {
        clearTimeout(timer)
        stop()
        how()
      }
    })
  }

  async #daemonPid(): Promise<number | undefined> {
    const reply = await this.#bus.call(
      {
        ...theBus,
        member: 'GetConnectionUnixProcessID',
        signature: 's',
        body: [secretsName],
      },
      limit,
    )
    const pid = reply.kind === 'reply' ? reply.body[0] : undefined
    return typeof pid === 'number' ? pid : undefined
  }

  async #collection(): Promise<string> {
    const [path] = bodyOf(await this.#secrets('ReadAlias', 's', ['default']))
    return String(path)
  }

  async #item(path: string): Promise<KeyringItem> {
    const item = 'org.freedesktop.Secret.Item'
    const [label] = await this.#property(path, item, 'Label')
    const [attributes] = await this.#property(path, item, 'Attributes')
    return {
      label: String(label),
      attributes: Object.fromEntries(attributes as [string, string][]),
    }
  }

  #secrets(member: string, signature: string, body: readonly unknown[]): Promise<BusReply> {
    return this.#bus.call(
      {
        destination: secretsName,
        path: '/org/freedesktop/secrets',
        interface: 'org.freedesktop.Secret.Service',
        member,
        signature,
        body,
      },
      limit,
    )
  }

  async #property(path: string, from: string, name: string): Promise<readonly unknown[]> {
    const properties = { destination: secretsName, interface: 'org.freedesktop.DBus.Properties' }
    const call = { ...properties, path, member: 'Get', signature: 'ss', body: [from, name] }
    const [variant] = bodyOf(await this.#bus.call(call, limit))
    return (variant as [unknown, readonly unknown[]])[1]
  }
}

/** A bus of the session kind that starts nothing but what lies in `services`. */
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

function bodyOf(reply: BusReply): readonly unknown[] {
  if (reply.kind !== 'reply') throw new Error(`D-Bus: ${JSON.stringify(reply)}`)
  return reply.body
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
