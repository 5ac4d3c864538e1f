/** Calls about backups. How far they are is told by the state's `backupExport` and `backupImport`. */
import { ok, type Result } from '../../../shared/failure'
import type { Backups } from '../../backup/backups'
import type { Handlers } from '../dispatcher'

type BackupCalls = Extract<keyof Handlers, `backup.${string}`>

export function backupHandlers({ exporter, importer }: Backups): Pick<Handlers, BackupCalls> {
  return {
    'backup.export': async ({ contents, passphrase }, { windowId }) => {
      const begun = await exporter.begin(contents, passphrase, windowId)
      return begun.ok ? ok({ begun: begun.value }) : begun
    },
    'backup.goOn': () => done(exporter.goOn()),
    'backup.endExport': () => {
      exporter.end()
      return ok(null)
    },
    'backup.show': () => done(exporter.show()),
    'backup.choose': async (_, { windowId }) => {
      const chosen = await importer.choose(windowId)
      return chosen.ok ? ok({ chosen: chosen.value }) : chosen
    },
    'backup.open': async ({ passphrase }) => done(await importer.open(passphrase)),
    'backup.preview': () => importer.preview(),
    'backup.import': ({ items }) => done(importer.begin(items)),
    'backup.endImport': () => {
      importer.end()
      return ok(null)
    },
  }
}

function done(result: Result<void>): Result<null> {
  return result.ok ? ok(null) : result
}
