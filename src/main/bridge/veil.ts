/** What windows may know while Latchkey is locked: how the lock stands, and nothing of any account. */
import type { Change, Snapshot } from '../../shared/contract'

/** The snapshot without accounts, attempts, servers and questions. */
export function veilSnapshot(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    servers: [],
    accounts: [],
    attempts: [],
    checkAll: { kind: 'never' },
    scriptQuestions: [],
    backupExport: { kind: 'idle' },
    backupImport: { kind: 'idle' },
  }
}

/** The same of a change. */
export function veilChange({ rev, keychain, lock, settings, desktop }: Change): Change {
  return {
    rev,
    ...(keychain && { keychain }),
    ...(lock && { lock }),
    ...(settings && { settings }),
    ...(desktop && { desktop }),
  }
}
