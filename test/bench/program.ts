/** The program without a window on a crowd of accounts, as the rows measure it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noOverrides } from '../../src/main/accounts/servers'
import { createHttpClient } from '../../src/main/adapters/http'
import { ipcola } from '../../src/main/adapters/ipcola'
import { createLog } from '../../src/main/log'
import { Observed } from '../../src/main/observed'
import { openProgram, type Program } from '../../src/main/program'
import { ok } from '../../src/shared/failure'
import type { DesktopView } from '../../src/shared/settings'
import { FakeBackupDesk } from '../fakes/backup-desk'
import { crowdId, writeCrowd } from '../fakes/crowd'
import { FakeKeychain } from '../fakes/keychain'
import { noDiagnostics } from '../fakes/diagnostics'

/** The snapshot of `count` accounts as it travels to a window, in JSON. */
export async function packedSnapshot(count: number): Promise<string> {
  const crowd = await openCrowd(count)
  try {
    const answer = await crowd.program.handlers['state.snapshot']({}, caller)
    if (!answer.ok) throw new Error(answer.failure.code)
    return JSON.stringify(answer.value)
  } finally {
    await crowd.close()
  }
}

/** A window that calls. */
export const caller = { windowId: 0, paste: () => undefined }

export interface Crowd {
  readonly program: Program
  readonly folder: string
  readonly keychain: FakeKeychain
  close(): Promise<void>
}

/** Opens the program on `count` accounts at one server, each with a token in a keychain in memory. */
export async function openCrowd(count: number, baseUrl = 'http://127.0.0.1:9'): Promise<Crowd> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'))
  await writeCrowd(folder, count, [{ adapter: 'ipcola', baseUrl }])
  const keychain = new FakeKeychain()
  for (let index = 0; index < count; index += 1) {
    const secret = JSON.stringify({ v: 1, access: `token-${index}` })
    keychain.secrets.set(`${crowdId(index)}/session`, secret)
  }
  const program = await openProgram({
    folder,
    adapters: [ipcola],
    overrides: { ...noOverrides, replace: { ipcola: baseUrl } },
    http: createHttpClient({ userAgent: 'Latchkey/bench' }),
    keychain,
    surroundings: { host: 'chromium', platform: 'linux', version: '0' },
    systemLocale: 'en',
    now: Date.now,
    log: createLog(() => undefined),
    diagnostics: noDiagnostics,
    copySecret: () => Promise.resolve(0),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    backupDesk: new FakeBackupDesk(),
    linkOpener: () => () => Promise.resolve(ok(undefined)),
  })
  return {
    program,
    folder,
    keychain,
    async close() {
      await program.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
