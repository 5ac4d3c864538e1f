/** What a window shows while Latchkey is locked. */
import type { Snapshot } from './contract'

/** The snapshot without accounts, removals, attempts, servers and questions. */
export function veilSnapshot(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    servers: [],
    accounts: [],
    attempts: [],
    removals: [],
    checkAll: { kind: 'never' },
    scriptQuestions: [],
    backupExport: { kind: 'idle' },
    backupImport: { kind: 'idle' },
  }
}
