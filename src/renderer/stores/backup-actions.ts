/** Backups. What belongs to a form, its passphrase above all, is given back instead of told. */
import type { BackupContents } from '../../shared/backup'
import type { ActionParts } from './action-parts'

export function backupActions({ bridge, orTell }: ActionParts) {
  return {
    exportBackup: (contents: BackupContents, passphrase: string) =>
      bridge.call('backup.export', { contents, passphrase }),
    goOnExporting: () => orTell(() => bridge.call('backup.goOn', {})),
    endExport: () => orTell(() => bridge.call('backup.endExport', {})),
    showBackup: () => orTell(() => bridge.call('backup.show', {})),
    chooseBackup: () => bridge.call('backup.choose', {}),
    openBackup: (passphrase: string) => bridge.call('backup.open', { passphrase }),
    previewBackup: () => bridge.call('backup.preview', {}),
    importBackup: (items: number[]) => orTell(() => bridge.call('backup.import', { items })),
    endImport: () => orTell(() => bridge.call('backup.endImport', {})),
  }
}
