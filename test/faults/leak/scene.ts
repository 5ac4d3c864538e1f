/**
 * One computer that is searched for secrets: everything that the program, its keychain process and its
 * Chromium write lies in one folder, and every secret that is typed or handed out is known to the canary.
 */
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { launchApp, type RunningApp } from '../../e2e/launch'
import { startKeyring, type Keyring } from '../../integration/keychain/keyring'
import type { ServiceName } from '../../sandbox/kit/names'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'
import { passwords } from '../../walks/passwords'
import { Person } from '../../walks/person'
import type { Findings } from '../fault'
import { Canary, tellHit, type Hit, type Place } from './canary'
import { deskPlaces, readDesk } from './desk'
import { crashPlaces, filePlaces } from './files'
import { shownPlaces, windowPlaces } from './pages'
import { processPlaces } from './processes'
import { strayInRequests } from './requests'

/** What every run must have searched: a search that looks nowhere must not pass. */
const kindsOfEveryRun = [
  ...['message to a page', 'message from a page', 'page', 'store', 'storage', 'title', 'field'],
  ...['window', 'tray', 'output', 'process', 'file', 'file name', 'keychain label'],
] as const

/** The only call of a page that carries what the person has typed. */
const typedCall = '{"channel":"latchkey:call","args":["flow.submit",'

/** The name that secrets bear in the keyring while the seam is open. */
const keychainService = 'Latchkey (test)'

export class Scene {
  readonly canary = new Canary()
  private readonly found = new Map<string, Hit>()
  private readonly searched = new Map<string, number>()
  private running: RunningApp | undefined
  private told = { sent: 0, heard: 0 }
  private submitted = 0

  private constructor(
    /** Holds all that the program writes. */
    readonly folder: string,
    readonly sandbox: Sandbox,
    readonly keyring: Keyring,
    /** A host that nobody is to send anything to, though links name it. */
    private readonly stranger: Server,
    private readonly strangerHeard: readonly string[],
  ) {}

  static async open(): Promise<Scene> {
    // Short, because the path of a socket in it may have 103 bytes.
    const folder = await mkdtemp(join(tmpdir(), 'lk-'))
    for (const name of ['profile', 'tmp']) await mkdir(join(folder, name), { mode: 0o700 })
    const heard: string[] = []
    const stranger = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end()
    })
    stranger.listen(0, '127.0.0.1')
    let hear: Canary['hear'] = () => undefined
    const [sandbox, keyring] = await Promise.all([
      startSandbox({ handsOut: (secret) => hear(secret) }),
      startKeyring(),
      once(stranger, 'listening'),
    ])
    const scene = new Scene(folder, sandbox, keyring, stranger, heard)
    hear = scene.canary.hear
    // Long codes and captchas can be told from chance; the rules of the services allow them.
    Object.assign(sandbox.ipcola.switches, { captchaStyle: 'characters', captchaLength: 14 })
    Object.assign(sandbox.cloudreve.settings, { captchaLength: 14 })
    Object.assign(sandbox.ruuvi.switches, { codeLength: 16 })
    scene.types('ipcola', passwords.ipcola)
    scene.types('cloudreve', passwords.cloudreve)
    return scene
  }

  /** The folder of the book. */
  get profile(): string {
    return join(this.folder, 'profile')
  }

  /** Where Chromium keeps its own profile, and everybody what they need for a while. */
  get temporary(): string {
    return join(this.folder, 'tmp')
  }

  get strangerOrigin(): string {
    return `http://127.0.0.1:${(this.stranger.address() as AddressInfo).port}`
  }

  get app(): RunningApp {
    if (!this.running) throw new Error('The program was not started.')
    return this.running
  }

  /** Notes a password, or something else that the person types on purpose; gives it back. */
  types(service: ServiceName, text: string, kind: Hit['secret']['kind'] = 'password'): string {
    this.canary.add({ service, kind, text })
    return text
  }

  /** Starts the program on the same files and keyring. */
  async start(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<Person> {
    const { mailbox, ...servers } = this.sandbox.urls
    const app = await launchApp({
      profile: this.profile,
      args,
      env: {
        ...this.keyring.env,
        TMPDIR: this.temporary,
        LATCHKEY_SERVERS: JSON.stringify(servers),
        LATCHKEY_MAILBOX: mailbox,
        ...env,
      },
    })
    this.running = app
    this.told = { sent: 0, heard: 0 }
    await app.desktop?.recordCalls()
    const picture = async (): Promise<void> => this.search(await this.shown())
    return new Person({ app, sandbox: this.sandbox, picture })
  }

  /** Does something as the person and searches afterwards, when nothing is being typed. */
  async afterwards(what: string, work: () => Promise<unknown>, findings: Findings): Promise<void> {
    await this.before(what, work, findings)
    await this.look()
  }

  /** Does something as the person, before something happens to the program. */
  async before(what: string, work: () => Promise<unknown>, findings: Findings): Promise<void> {
    try {
      await work()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      findings.check(false, `${what} did not come about: ${why}`)
    }
  }

  /** Another page stands in the main window now. */
  opened(app: RunningApp): void {
    this.running = app
  }

  /** What the main window shows, whatever is being typed into it. */
  shown(): Promise<readonly Place[]> {
    return shownPlaces(this.app.page)
  }

  /** Whether a text holds a token of that service. */
  holdsTokenOf(service: ServiceName, content: string): boolean {
    const hits = this.canary.search({ kind: 'clipboard or output', where: service, content })
    return hits.some(({ secret }) => secret.service === service && secret.kind === 'access-token')
  }

  /** Searches the running program: its windows and all it tells anybody. */
  async look(): Promise<void> {
    const { app } = this
    this.search(await windowPlaces(app))
    this.search(await this.messages(app))
    this.search(deskPlaces(await readDesk(app)))
    this.search(await processPlaces(app.pid, this.folder))
  }

  /** Ends the program as a person would, and searches all that it has left. */
  async quit(): Promise<void> {
    const { app } = this
    await this.look()
    await this.lookAtFiles()
    await app.close()
    this.search([{ kind: 'output', where: 'all of it', content: app.output() }])
    this.running = undefined
    await this.lookAtFiles()
  }

  /** Kills the program, and searches all that it has left. */
  async kill(): Promise<void> {
    const { app } = this
    this.search(await processPlaces(app.pid, this.folder))
    await app.kill()
    this.search([{ kind: 'output', where: 'all of it', content: app.output() }])
    this.running = undefined
    await this.lookAtFiles()
  }

  async lookAtFiles(): Promise<void> {
    this.search(await filePlaces(this.folder))
    this.search(await filePlaces(dirname(this.keyring.env['HOME'] ?? ''), 'file of the keyring'))
    this.search(await crashPlaces(process.cwd()))
    const items = await this.keyring.items()
    this.search(
      items.map((item) => ({
        kind: 'keychain label',
        where: item.label,
        content: JSON.stringify(item),
      })),
    )
  }

  /** Looks for secrets in what the services were asked, where they have no business. */
  lookAtRequests(): void {
    for (const hit of strayInRequests(this.canary, this.sandbox.requests.list())) this.note(hit)
  }

  search(places: readonly Place[]): void {
    for (const place of places) {
      this.searched.set(place.kind, (this.searched.get(place.kind) ?? 0) + 1)
      for (const hit of this.canary.search(place)) this.note(hit)
    }
  }

  private note(hit: Hit): void {
    const { secret, place } = hit
    this.found.set(`${secret.text} ${place.kind} ${place.where}`, hit)
  }

  /** What has gone between the pages and the program since the last look. */
  private async messages(app: RunningApp): Promise<readonly Place[]> {
    const sent = await app.seam('sentToWindows')
    const heard = (await app.desktop?.recordedCalls()) ?? []
    const fresh = { sent: sent.slice(this.told.sent), heard: heard.slice(this.told.heard) }
    this.told = { sent: sent.length, heard: heard.length }
    const submitted = fresh.heard.filter((text) => text.startsWith(typedCall))
    this.submitted += submitted.length
    return [
      ...fresh.sent.map((content) => ({
        kind: 'message to a page',
        where: head(content),
        content,
      })),
      ...fresh.heard
        .filter((text) => !submitted.includes(text))
        .map((content) => ({ kind: 'message from a page', where: head(content), content })),
    ]
  }

  /** The accounts and passwords that the keychain holds, by a client that is not Latchkey's. */
  async kept(): Promise<readonly string[]> {
    const items = await this.keyring.items()
    const own = items.filter(({ attributes }) => attributes['service'] === keychainService)
    const all = own.map(({ attributes: { account = '' } }) =>
      this.keyring.lookup({ service: keychainService, account }),
    )
    return (await Promise.all(all)).filter((one) => one !== undefined)
  }

  /** What was found so far. */
  get hits(): readonly Hit[] {
    return [...this.found.values()]
  }

  /** Counts what was found, and sees to it that the search could have found it. */
  async settle(findings: Findings): Promise<string> {
    this.lookAtRequests()
    for (const hit of this.hits) findings.count({ leaks: 1 }, tellHit(hit))
    for (const kind of kindsOfEveryRun) {
      findings.check(
        (this.searched.get(kind) ?? 0) > 0,
        `Nothing was searched of this kind: ${kind}`,
      )
    }
    findings.check(this.submitted > 0, 'No page has sent what was typed')
    const blind = this.canary.blind()
    findings.check(blind.length === 0, `${blind.length} secrets would not be found anywhere`)
    const kept = await this.kept()
    const known = kept.filter((content) => this.finds(content))
    findings.check(known.length > 0, 'The keychain holds no secret that the canary knows')
    const strange = this.strangerHeard.length
    findings.check(strange === 0, `A host of a pasted link was asked ${strange} times`)
    const places = [...this.searched.values()].reduce((sum, count) => sum + count, 0)
    return `${this.canary.count} secrets searched in ${places} places of ${this.searched.size} kinds and in ${this.sandbox.requests.list().length} requests; ${known.length} in the keychain`
  }

  private finds(content: string): boolean {
    return this.canary.search({ kind: 'keychain', where: '', content }).length > 0
  }

  async close(): Promise<void> {
    await this.running?.kill()
    await this.keyring.close()
    await this.sandbox.close()
    this.stranger.close()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Enough of a message to know it by, and too little to tell what it holds. */
function head(message: string): string {
  return message.replace(/^\{"channel":"[^"]*","args":/, '').slice(0, 24)
}
