/**
 * One computer with the whole program, without a window, in front of a service that may turn hostile.
 * Everything that is told to windows or written anywhere is gathered, to be searched for marks.
 */
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeCertificate } from '../../../src/main/adapters/certificate-look'
import { createHttpClient } from '../../../src/main/adapters/http'
import { adapters } from '../../../src/main/adapters/list'
import { createDispatcher, type Dispatch } from '../../../src/main/bridge/dispatcher'
import { createLog } from '../../../src/main/log'
import { Observed } from '../../../src/main/observed'
import { openProgram, type Program } from '../../../src/main/program'
import { accountId, type AccountView } from '../../../src/shared/account'
import type { CallInput, CallName } from '../../../src/shared/contract'
import { ok, type Failure, type Result } from '../../../src/shared/failure'
import { attempt, type AttemptView } from '../../../src/shared/flow'
import type { DesktopView } from '../../../src/shared/settings'
import { FakeBackupDesk } from '../../fakes/backup-desk'
import { FakeKeychain } from '../../fakes/keychain'
import type { Authority, KeyPair } from '../../integration/http/kit/certificates'
import type { Act, Service } from './acts'
import { Hostile } from './hostile'
import { marks } from './marks'
import { noDiagnostics } from '../../fakes/diagnostics'

export interface WorldOptions {
  readonly service: Service
  readonly authority: Authority
  /** Limits that a stalled request is to run into; long ones unless told. */
  readonly limitMs?: number
  /** The host that the program knows the service by. */
  readonly host?: 'latchkey-service.example'
  /** Certificates that the book says are trusted: for the service's own address, and for another one. */
  readonly trusted?: { readonly here: KeyPair; readonly elsewhere: KeyPair } | undefined
  /** What the system says about proxies, while there is harm and while there is none. */
  readonly proxy?: (harmed: boolean) => string
}

/** The account that is there from the start. */
export const steady = {
  id: accountId.parse('11111111-2222-4333-8444-555555555555'),
  email: 'steady@mail.example',
} as const

/** What came of an act: a failure, or nothing but success. */
export type Told = Failure | undefined

/** An act failed before the request that was to meet the fault. */
export class NotEvenThere extends Error {
  constructor(readonly failure: Failure) {
    super(`Not even there: ${JSON.stringify(failure)}`)
  }
}

/** What the service knows, which an act sets. */
interface Known {
  email: string
}

interface Opened {
  readonly program: Program
  readonly dispatch: Dispatch
}

const caller = { windowId: 1, paste: () => undefined }

export class World {
  private constructor(
    private readonly options: WorldOptions,
    private readonly folder: string,
    readonly hostile: Hostile,
    readonly keychain: FakeKeychain,
    /** All that was told to windows, and all that was logged. */
    readonly told: string[],
    private readonly known: Known,
    private opened: Opened,
  ) {}

  static async open(options: WorldOptions): Promise<World> {
    const { service, authority, host } = options
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-faults-'))
    const known: Known = { email: steady.email }
    const answers = (): ReadonlyMap<string, unknown> =>
      new Map(Object.entries(service.answers(known.email)))
    const hostile = await Hostile.start(authority, answers)
    const keychain = new FakeKeychain()
    await writeProfile(folder, keychain, hostile.url(host), options)
    const told: string[] = []
    const opened = await openIn({ folder, keychain, told, hostile, options })
    return new World(options, folder, hostile, keychain, told, known, opened)
  }

  /** How long a whole request may take in this world. */
  get limitMs(): number {
    return limitsOf(this.options).timeoutMs
  }

  get accounts(): readonly AccountView[] {
    return this.opened.program.views.accounts()
  }

  /**
   * Goes up to the request of an act as a person would, with a service that answers well, and gives the
   * function that sends it. `email` is who the flow is for.
   */
  async upTo(act: Act, email: string): Promise<() => Promise<Told>> {
    const { does } = act
    if (typeof does === 'string') {
      this.known.email = steady.email
      return async () => failureOf(await this.call(does, { account: steady.id }))
    }
    this.known.email = email
    const { flow, steps } = does(email)
    const server = this.opened.program.views.servers().find((one) => one.adapter === this.adapter)
    if (!server) throw new Error('The service has no server')
    const begin = async (): Promise<Result<AttemptView>> =>
      read(await this.call('flow.begin', { flow, server: server.id }))
    const last = steps.at(-1)
    if (last === undefined) return async () => attemptFailure(await begin())
    let view = good(await begin())
    for (const values of steps.slice(0, -1)) view = good(await this.submit(view, values))
    return async () => attemptFailure(await this.submit(view, last))
  }

  /** Ends the program, and starts it again on the same files and keychain. */
  async restart(): Promise<void> {
    await this.opened.program.close()
    const { folder, keychain, told, hostile, options } = this
    this.opened = await openIn({ folder, keychain, told, hostile, options })
    await this.opened.program.idle()
  }

  idle(): Promise<void> {
    return this.opened.program.idle()
  }

  /** Everything that lies in the profile. */
  async files(): Promise<string> {
    const names = await readdir(this.folder)
    const texts = names
      .filter((name) => name.includes('.json'))
      .map((name) => readFile(join(this.folder, name), 'utf8'))
    return (await Promise.all(texts)).join('\n')
  }

  async close(): Promise<void> {
    await this.opened.program.close()
    await this.hostile.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  private get adapter(): string {
    return this.options.service.adapter
  }

  private async submit(
    { id, phase }: AttemptView,
    values: Readonly<Record<string, string>>,
  ): Promise<Result<AttemptView>> {
    const step = phase.kind === 'step' ? phase.view.step : 'done'
    return read(await this.call('flow.submit', { attempt: id, step, values }))
  }

  private async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<unknown>> {
    const result = await this.opened.dispatch(name, input, caller)
    this.told.push(JSON.stringify(result))
    return result
  }
}

interface Parts {
  readonly folder: string
  readonly keychain: FakeKeychain
  readonly told: string[]
  readonly hostile: Hostile
  readonly options: WorldOptions
}

async function openIn({ folder, keychain, told, hostile, options }: Parts): Promise<Opened> {
  const { service, authority, proxy, host } = options
  const log = createLog((line) => told.push(line))
  const program = await openProgram({
    folder,
    adapters,
    overrides: { replace: { [service.adapter]: hostile.url(host) }, beside: {} },
    http: createHttpClient({
      userAgent: 'Latchkey/test',
      certificates: [authority.cert],
      wait: () => Promise.resolve(),
      ...limitsOf(options),
      ...(proxy && { resolveProxy: () => Promise.resolve(proxy(hostile.harmed)) }),
    }),
    keychain,
    surroundings: { host: 'chromium', platform: 'linux', version: '0' },
    systemLocale: 'en',
    now: Date.now,
    log,
    diagnostics: noDiagnostics,
    copySecret: () => Promise.resolve(0),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    backupDesk: new FakeBackupDesk(),
    linkOpener: () => () => Promise.resolve(ok(undefined)),
  })
  program.mirror.onChange((change) => told.push(JSON.stringify(change)))
  const { handlers } = program
  return {
    program,
    dispatch: createDispatcher({ handlers, log, checkOutputs: true, locked: () => false }),
  }
}

function limitsOf({ limitMs }: WorldOptions): { timeoutMs: number; connectTimeoutMs: number } {
  if (limitMs === undefined) return { timeoutMs: 20_000, connectTimeoutMs: 20_000 }
  return { timeoutMs: limitMs, connectTimeoutMs: limitMs }
}

async function writeProfile(
  folder: string,
  keychain: FakeKeychain,
  baseUrl: string,
  { service: { adapter }, trusted }: WorldOptions,
): Promise<void> {
  const account = {
    ...{ ...steady, adapter, server: `${adapter}+${baseUrl}`, label: 'Steady', position: 0 },
    ...{ createdAt: 1_790_000_000_000, hasSecret: true, passwordRemembered: false },
    refreshable: adapter === 'cloudreve',
  }
  const sites = trusted
    ? [
        siteTrusting(trusted.here, adapter, baseUrl),
        siteTrusting(trusted.elsewhere, adapter, 'https://elsewhere.example'),
      ]
    : []
  const book = { version: 1, accounts: [account], sites, settings: {} }
  await writeFile(join(folder, 'book.json'), JSON.stringify(book))
  const { access, refresh } = marks
  const session = { v: 1, access, ...(adapter === 'cloudreve' && { refresh }) }
  keychain.secrets.set(`${steady.id}/session`, JSON.stringify(session))
}

function siteTrusting({ cert }: KeyPair, adapter: string, baseUrl: string): object {
  const certificate = describeCertificate(new X509Certificate(cert))
  const trust = { kind: 'certificate', certificate, since: 1_790_000_000_000 }
  const id = `${adapter}+${baseUrl}`
  return { id, adapter, baseUrl, name: 'Site', facts: [], addedAt: 1_790_000_000_000, trust }
}

function read(result: Result<unknown>): Result<AttemptView> {
  return result.ok ? ok(attempt.parse(result.value)) : result
}

function good(result: Result<AttemptView>): AttemptView {
  const failure = attemptFailure(result)
  if (failure) throw new NotEvenThere(failure)
  if (!result.ok) throw new NotEvenThere(result.failure)
  return result.value
}

function attemptFailure(result: Result<AttemptView>): Told {
  return result.ok ? result.value.failure : result.failure
}

function failureOf(result: Result<unknown>): Told {
  return result.ok ? undefined : result.failure
}
