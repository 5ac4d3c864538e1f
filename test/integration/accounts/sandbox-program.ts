/** The program without a window against the sandbox: real files, real HTTP, a keychain in memory. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adapters } from '../../../src/main/adapters/list'
import { createHttpClient } from '../../../src/main/adapters/http'
import { createLog } from '../../../src/main/log'
import { Observed } from '../../../src/main/observed'
import { openProgram, type Program } from '../../../src/main/program'
import type { AccountId, AccountView } from '../../../src/shared/account'
import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract'
import type { Result } from '../../../src/shared/failure'
import { ok } from '../../../src/shared/failure'
import type { DesktopView } from '../../../src/shared/settings'
import { noDiagnostics } from '../../fakes/diagnostics'
import { FakeBackupDesk } from '../../fakes/backup-desk'
import { FakeKeychain } from '../../fakes/keychain'
import { must } from '../../fakes/program'
import { startSandbox, type Sandbox } from '../../sandbox/sandbox'

export interface SandboxProgram {
  readonly sandbox: Sandbox
  readonly program: Program
  /** What was copied, the latest last. */
  readonly copied: readonly string[]
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>
  /** Adds an account by an existing token. */
  addByToken(adapter: string, values: Readonly<Record<string, string>>): Promise<AccountId>
  close(): Promise<void>
}

/** What is there before the program starts, if not an empty profile and the sandbox as it is. */
export interface Prepared {
  /** Where a service is said to be. */
  readonly replace?: Readonly<Record<string, string>>
  /** The book's file. */
  readonly book?: object
}

export async function openAtSandbox(
  prepare: (sandbox: Sandbox) => Promise<Prepared> = () => Promise.resolve({}),
): Promise<SandboxProgram> {
  const sandbox = await startSandbox()
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sandbox-'))
  const { ipcola, ruuvi, cloudreve } = sandbox.urls
  const { replace, book } = await prepare(sandbox)
  if (book) await writeFile(join(folder, 'book.json'), JSON.stringify(book))
  const now = () => sandbox.clock.now()
  const copied: string[] = []
  const program = await openProgram({
    folder,
    adapters,
    overrides: { replace: { ipcola, ruuvi, cloudreve, ...replace }, beside: {} },
    http: createHttpClient({ userAgent: 'Latchkey/test', now, timeoutMs: 10_000 }),
    keychain: new FakeKeychain(),
    surroundings: { host: 'chromium', platform: 'linux', version: '0' },
    systemLocale: 'en',
    now,
    log: createLog(() => undefined),
    diagnostics: noDiagnostics,
    copySecret: (secret) => Promise.resolve(copied.push(secret)),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    backupDesk: new FakeBackupDesk(),
    linkOpener: () => () => Promise.resolve(ok(undefined)),
  })
  return {
    sandbox,
    program,
    copied,
    call: (name, input) =>
      Promise.resolve(program.handlers[name](input, { windowId: 1, paste: () => undefined })),
    async addByToken(adapter, values) {
      const server = program.views.servers().find((one) => one.adapter === adapter)
      if (!server) throw new Error(`no server of ${adapter}`)
      const begun = must(await program.runner.begin('token', server.id, undefined))
      const before = new Set(program.views.accounts().map(({ id }) => id))
      const shown = begun.phase.kind === 'step' ? begun.phase.view.step : ''
      must(await program.runner.submit(begun.id, shown, values))
      await program.idle()
      const added = program.views.accounts().find(({ id }) => !before.has(id))
      if (!added) throw new Error(`no account at ${adapter} was added`)
      return added.id
    },
    async close() {
      await program.close()
      await sandbox.close()
      await rm(folder, { recursive: true })
    },
  }
}

export function viewOf({ program }: SandboxProgram, id: AccountId): AccountView | undefined {
  return program.views.accounts().find((one) => one.id === id)
}
