import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileSteps } from '../../src/main/accounts/file-steps'
import { noOverrides, type ServerOverrides } from '../../src/main/accounts/servers'
import type { HttpClient, RootHttpClient } from '../../src/main/adapters/http'
import type { Keychain } from '../../src/main/keychain/keychain'
import { createLog } from '../../src/main/log'
import { Observed } from '../../src/main/observed'
import { openProgram, type Program } from '../../src/main/program'
import type { Adapter } from '../../src/main/adapters/walk'
import { serverId, type AccountView, type ServerId } from '../../src/shared/account'
import { fail, ok, type Result } from '../../src/shared/failure'
import type { DesktopView } from '../../src/shared/settings'
import type { AttemptView } from '../../src/shared/flow'
import { FakeBackupDesk } from './backup-desk'
import { FakeKeychain } from './keychain'
import { madeUpService, script, type Script } from './service'
import { noDiagnostics } from './diagnostics'

export const madeUpServer: ServerId = serverId.parse('made-up+https://api.made-up.example')

export interface Rig {
  readonly program: Program
  readonly keychain: FakeKeychain
  readonly script: Script
  readonly folder: string
  /** Answers the questions for the file of a backup. */
  readonly desk: FakeBackupDesk
  /** How many requests were sent over HTTP. */
  sent(): number
  /** The pages that were opened in the browser. */
  readonly opened: readonly string[]
  /** What stands in the log. */
  logged(): string
  /** Ends the program and starts it again on the same files and keychain. */
  restart(): Promise<Rig>
}

/** The program without a window, on real files in a folder of its own and a made-up service. */
export async function rig(
  given: {
    folder?: string
    keychain?: FakeKeychain
    /** A real keychain, which the program has in place of the made-up one. */
    realKeychain?: Keychain
    script?: Script
    fileSteps?: FileSteps
    /** Services beside the made-up one. */
    adapters?: readonly Adapter[]
    /** Servers in place of those that the services name. */
    overrides?: ServerOverrides
    /** What a passphrase costs. */
    passphraseLog2N?: number
  } = {},
): Promise<Rig> {
  const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'latchkey-unit-')))
  const keychain = given.keychain ?? new FakeKeychain()
  const play = given.script ?? script()
  const desk = new FakeBackupDesk()
  let requests = 0
  const lines: string[] = []
  const opened: string[] = []
  const program = await openProgram({
    folder,
    adapters: [madeUpService(play), ...(given.adapters ?? [])],
    overrides: given.overrides ?? noOverrides,
    http: nowhere(() => (requests += 1)),
    keychain: given.realKeychain ?? keychain,
    surroundings: { host: 'chromium', platform: 'linux', version: '0' },
    systemLocale: 'en',
    now: Date.now,
    log: createLog((line) => void lines.push(line)),
    passphraseLog2N: given.passphraseLog2N ?? 10,
    diagnostics: noDiagnostics,
    copySecret: () => Promise.resolve(0),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    backupDesk: desk,
    linkOpener: () => (url) => {
      opened.push(url)
      return Promise.resolve(ok(undefined))
    },
    ...(given.fileSteps && { fileSteps: given.fileSteps }),
  })
  return {
    program,
    keychain,
    script: play,
    folder,
    desk,
    opened,
    sent: () => requests,
    logged: () => lines.join('\n'),
    restart: async () => {
      await program.close()
      return rig({ ...given, folder, keychain, script: play })
    },
  }
}

/** A client that reaches nobody. */
export function nowhere(note: () => void): RootHttpClient {
  const client: HttpClient = {
    send: () => {
      note()
      return Promise.resolve(fail('offline'))
    },
  }
  return { ...client, allowing: () => client, look: () => Promise.resolve(fail('offline')) }
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Failed: ${result.failure.code}`)
  return result.value
}

/** Walks the made-up service from its first step to a code that was sent. */
export async function sendCode({ program }: Rig, email: string): Promise<AttemptView> {
  const begun = must(await program.runner.begin('login', madeUpServer, undefined))
  return must(await program.runner.submit(begun.id, 'email', { email }))
}

/** Logs in at the made-up service; the account is then in the list. */
export async function logIn(it: Rig, email: string, code = 'abcd'): Promise<AttemptView> {
  const sent = await sendCode(it, email)
  return must(await it.program.runner.submit(sent.id, 'code', { code }))
}

/** A promise that the test settles. */
export function settled<T>(): { readonly promise: Promise<T>; settle: (value: T) => void } {
  let settle: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    settle = resolve
  })
  return { promise, settle: (value) => settle(value) }
}

/** The id of an account that must be there. */
export function theId(account: AccountView | undefined): AccountView['id'] {
  if (!account) throw new Error('Expected an account')
  return account.id
}
