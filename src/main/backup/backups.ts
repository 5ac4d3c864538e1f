/** Export and import put together, for the program around them. */
import type { BackupExport, BackupImport } from '../../shared/backup'
import { Arrivals } from '../accounts/arrivals'
import { fileSteps, type FileSteps } from '../accounts/file-steps'
import type { Passwords } from '../accounts/passwords'
import type { Language } from '../language'
import type { Log } from '../log'
import { Observed } from '../observed'
import type { CollectOptions } from './collect'
import type { BackupDesk } from './desk'
import { BackupExporter } from './export'
import { BackupImporter } from './import'

export interface BackupsOptions extends CollectOptions {
  readonly views: BackupViews
  readonly passwords: Passwords
  readonly desk: BackupDesk
  readonly language: Language
  readonly now: () => number
  readonly log: Log
  readonly fileSteps: FileSteps | undefined
  readonly passphraseLog2N: number | undefined
}

/** How far both are, as the state tells it. */
export interface BackupViews {
  readonly backupExport: Observed<BackupExport>
  readonly backupImport: Observed<BackupImport>
}

export function backupViews(): BackupViews {
  return {
    backupExport: new Observed<BackupExport>({ kind: 'idle' }),
    backupImport: new Observed<BackupImport>({ kind: 'idle' }),
  }
}

export class Backups {
  readonly exporter: BackupExporter
  readonly importer: BackupImporter

  constructor({ views, fileSteps: steps = fileSteps, ...options }: BackupsOptions) {
    this.exporter = new BackupExporter({ ...options, steps, view: views.backupExport })
    const arrivals = new Arrivals(options)
    this.importer = new BackupImporter({ ...options, arrivals, view: views.backupImport })
  }

  /** Stops both and forgets every secret that was read for them; what came of them stays said. */
  forget(): void {
    this.exporter.forget()
    this.importer.forget()
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all([this.exporter.idle(), this.importer.idle()])
  }
}
