/**
 * A real keyring for tests: gnome-keyring on a session bus of its own, with its own home, so that any
 * number can run beside each other and beside the person's own. Plain Node, for every kind of test.
 */
import { execFile, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrompter, type Prompter } from './prompter'
import { busAddress, endChild, startChild, TestBus } from './test-bus'

const secretsName = 'org.freedesktop.secrets'
const service = {
  destination: secretsName,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const

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
  /** Writes to the default keyring with secret-tool, which keytar does not take for its own. */
  store(attributes: Readonly<Record<string, string>>, secret: string): Promise<void>
  /** Everything in the keyring, locked or not, without its secrets. */
  items(): Promise<readonly KeyringItem[]>
  lock(): Promise<void>
  /** Unlocks with the password, as signing in to the desktop would. */
  unlock(): Promise<void>
  isLocked(): Promise<boolean>
  /**
   * Has new entries go to another keyring. `session` is never locked and gone with the daemon; `second`
   * is there once it was added, with the same password.
   */
  setDefault(keyring: 'login' | 'session' | 'second'): Promise<void>
  addSecond(): Promise<void>
  /** Ends the daemon at once, as a crash would. */
  killDaemon(): Promise<void>
  /** Starts it again, by default unlocked. */
  restartDaemon(options?: { readonly locked?: boolean }): Promise<void>
  /** Stops the daemon without ending it: it keeps its name and answers nothing until resumed. */
  pauseDaemon(): void
  resumeDaemon(): void
  /** Ends the session bus, and the daemon with it, as the end of a desktop session would. */
  stopBus(): Promise<void>
  /** Starts a bus again at the same address, and on it the daemon, unlocked. */
  startBus(): Promise<void>
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

const daemonArgs = ['--foreground', '--components=secrets']

class TestKeyring implements Keyring {
  readonly password: string
  readonly #folder: string
  readonly #mode: NonNullable<KeyringOptions['daemon']>
  #daemon: ChildProcess | undefined
  #startedBus: TestBus | undefined
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
    await this.#openBus()
    if (this.#mode === 'running') await this.restartDaemon()
    if (this.#mode === 'locked') {
      // The first start makes the login keyring, so that there is something to be locked.
      await this.restartDaemon()
      await this.lock()
    }
  }

  lookup(attributes: Readonly<Record<string, string>>): Promise<string | undefined> {
    const args = ['lookup', ...Object.entries(attributes).flat()]
    const options = { env: this.#fullEnv, timeout: 15_000 }
    return new Promise((resolve) => {
      execFile('secret-tool', args, options, (error, stdout) => {
        resolve(error === null ? stdout : undefined)
      })
    })
  }

  async store(attributes: Readonly<Record<string, string>>, secret: string): Promise<void> {
    const args = ['store', '--label=stored', ...Object.entries(attributes).flat()]
    const tool = startChild('secret-tool', args, this.#fullEnv)
    const ended = new Promise<number | null>((resolve) => tool.once('close', resolve))
    tool.stdin?.end(secret)
    const code = await ended
    if (code !== 0) throw new Error(`secret-tool store ended with ${String(code)}.`)
  }

  async items(): Promise<readonly KeyringItem[]> {
    const found = await this.#bus.call({
      ...service,
      member: 'SearchItems',
      signature: 'a{ss}',
      body: [[]],
    })
    return Promise.all(found.flat().map((path) => this.#item(String(path))))
  }

  async lock(): Promise<void> {
    const body = [[await this.#collection()]]
    await this.#bus.call({ ...service, member: 'Lock', signature: 'ao', body })
  }

  async unlock(): Promise<void> {
    await this.#callWithPassword('UnlockWithMasterPassword', 'o', await this.#collection())
  }

  async addSecond(): Promise<void> {
    // gnome-keyring makes the path of the label.
    const label = [['org.freedesktop.Secret.Collection.Label', ['s', 'second']]]
    await this.#callWithPassword('CreateWithMasterPassword', 'a{sv}', label)
  }

  async isLocked(): Promise<boolean> {
    const path = await this.#collection()
    const collection = { ...service, path, interface: 'org.freedesktop.Secret.Collection' }
    return (await this.#bus.property(collection, 'Locked')) === true
  }

  async setDefault(keyring: 'login' | 'session' | 'second'): Promise<void> {
    const body = ['default', `${service.path}/collection/${keyring}`]
    await this.#bus.call({ ...service, member: 'SetAlias', signature: 'so', body })
  }

  async killDaemon(): Promise<void> {
    const pid = await this.#bus.pidOf(secretsName)
    if (pid === undefined) return
    const gone = this.#bus.nameChange(secretsName, 'given-up')
    process.kill(pid, 'SIGKILL')
    await gone
  }

  async restartDaemon({ locked = false }: { readonly locked?: boolean } = {}): Promise<void> {
    await this.killDaemon()
    const ready = this.#bus.nameChange(secretsName, 'taken')
    const args = [...daemonArgs, this.#controlArg, ...(locked ? [] : ['--unlock'])]
    this.#daemon = startChild('gnome-keyring-daemon', args, this.#fullEnv)
    this.#daemon.stdin?.end(locked ? '' : this.password)
    await ready
  }

  pauseDaemon(): void {
    this.#daemon?.kill('SIGSTOP')
  }

  resumeDaemon(): void {
    this.#daemon?.kill('SIGCONT')
  }

  async stopBus(): Promise<void> {
    this.#prompter?.close()
    this.#prompter = undefined
    await this.killDaemon()
    await this.#bus.close()
  }

  async startBus(): Promise<void> {
    await this.#openBus()
    await this.restartDaemon()
  }

  async prompter(): Promise<Prompter> {
    this.#prompter ??= await startPrompter(this.#address)
    return this.#prompter
  }

  async close(): Promise<void> {
    this.resumeDaemon()
    this.#prompter?.close()
    if (this.#startedBus?.closed === false) await this.killDaemon()
    await endChild(this.#daemon)
    await this.#startedBus?.close()
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async #openBus(): Promise<void> {
    this.#startedBus = await TestBus.start({
      folder: this.#folder,
      env: this.#fullEnv,
      services: this.#mode === 'activatable' ? [this.#serviceFile] : [],
    })
  }

  get #address(): string {
    return busAddress(this.#folder)
  }

  get #control(): string {
    return join(this.#folder, 'control')
  }

  get #fullEnv(): NodeJS.ProcessEnv {
    // Without a display, so that no test prompts the person who runs it.
    return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...this.env }
  }

  get #controlArg(): string {
    return `--control-directory=${this.#control}`
  }

  get #serviceFile(): string {
    const exec = ['/usr/bin/gnome-keyring-daemon', ...daemonArgs, this.#controlArg].join(' ')
    return `[D-BUS Service]\nName=${secretsName}\nExec=${exec}\n`
  }

  get #bus(): TestBus {
    if (this.#startedBus === undefined) throw new Error('The session bus did not start.')
    return this.#startedBus
  }

  /** Calls the daemon's own interface, through which it is unlocked when somebody signs in. */
  async #callWithPassword(member: string, signature: string, what: unknown): Promise<void> {
    const plain = { member: 'OpenSession', signature: 'sv', body: ['plain', ['s', '']] }
    const [, session] = await this.#bus.call({ ...service, ...plain })
    const secret = [session, Buffer.alloc(0), Buffer.from(this.password), 'text/plain']
    await this.#bus.call({
      ...service,
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
      member,
      signature: `${signature}(oayays)`,
      body: [what, secret],
    })
  }

  async #collection(): Promise<string> {
    const alias = { ...service, member: 'ReadAlias', signature: 's', body: ['default'] }
    const [path] = await this.#bus.call(alias)
    return String(path)
  }

  async #item(path: string): Promise<KeyringItem> {
    const item = { ...service, path, interface: 'org.freedesktop.Secret.Item' }
    const label = await this.#bus.property(item, 'Label')
    const attributes = await this.#bus.property(item, 'Attributes')
    return {
      label: String(label),
      attributes: Object.fromEntries(attributes as [string, string][]),
    }
  }
}
