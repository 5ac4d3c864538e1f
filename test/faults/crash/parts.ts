/** What the program is put together from, both where it is killed and where it starts again. */
import type { ChildProcess } from 'node:child_process'
import { adapters } from '../../../src/main/adapters/list'
import type { KeychainChild } from '../../../src/main/keychain/supervisor'
import { createLog } from '../../../src/main/log'
import { Observed } from '../../../src/main/observed'
import type { ProgramOptions } from '../../../src/main/program'
import { ok } from '../../../src/shared/failure'
import type { DesktopView } from '../../../src/shared/settings'
import { FakeBackupDesk } from '../../fakes/backup-desk'
import { backupPath } from './backups'
import type { Job } from './job'
import { cheapLog2N } from './locked'
import { noDiagnostics } from '../../fakes/diagnostics'

/** Built files, from the folder of package.json. */
export const crashChild = 'out/tools/fault-crash-child.mjs'
export const keychainChild = 'out/tools/bench-keychain-child.mjs'

/** Everything but the connections to the world, which each start has of its own. */
export function programOptions({
  profile,
  servers,
}: Pick<Job, 'profile' | 'servers'>): Omit<ProgramOptions, 'http' | 'keychain' | 'fileSteps'> {
  return {
    folder: profile,
    adapters,
    overrides: { replace: servers, beside: {} },
    surroundings: { host: 'chromium', platform: 'linux', version: '0' },
    systemLocale: 'en',
    now: Date.now,
    log: createLog(() => undefined),
    passphraseLog2N: cheapLog2N,
    diagnostics: noDiagnostics,
    copySecret: () => Promise.resolve(0),
    windows: { open: () => undefined, close: () => undefined, hold: () => undefined },
    desktop: new Observed<DesktopView>({ tray: 'unknown', canStartAtLogin: false }),
    backupDesk: new FakeBackupDesk(backupPath(profile)),
    linkOpener: () => () => Promise.resolve(ok(undefined)),
  }
}

/** What the keychain's client takes for a utility process. */
export function asKeychainChild(child: ChildProcess): KeychainChild {
  child.on('error', () => child.kill('SIGKILL'))
  return {
    pid: child.pid,
    postMessage: (message) => {
      child.send(message)
    },
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
      child.on(event, listener),
    kill: () => child.kill(),
  }
}
