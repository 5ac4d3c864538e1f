import type { AccountView } from '../../shared/account'
import type { Change, Snapshot } from '../../shared/contract'
import type { AttemptView } from '../../shared/flow'
import type { AccountUse } from '../../shared/packed-accounts'
import { veilSnapshot } from '../../shared/veil'

/**
 * Gives the snapshot that follows from a change: replaced and new parts in, gone parts out. Parts that
 * did not change keep their identity. An attempt is never replaced by an older turn of itself. A change
 * that locks takes everything about accounts with it.
 */
export function applyChange(before: Snapshot, change: Change): Snapshot {
  const snapshot = change.lock?.kind === 'locked' ? veilSnapshot(before) : before
  return {
    ...snapshot,
    rev: change.rev,
    accounts: merge(withUses(snapshot.accounts, change.uses), change.accounts, change.goneAccounts),
    servers: merge(snapshot.servers, change.servers, change.goneServers),
    attempts: merge(snapshot.attempts, change.attempts, change.goneAttempts, newerTurn),
    keychain: change.keychain ?? snapshot.keychain,
    lock: change.lock ?? snapshot.lock,
    settings: change.settings ?? snapshot.settings,
    desktop: change.desktop ?? snapshot.desktop,
    checkAll: change.checkAll ?? snapshot.checkAll,
    removals: change.removals ?? snapshot.removals,
    scriptQuestions: change.scriptQuestions ?? snapshot.scriptQuestions,
    backupExport: change.backupExport ?? snapshot.backupExport,
    backupImport: change.backupImport ?? snapshot.backupImport,
  }
}

/** The accounts, with what a switch or another use has changed in some of them. */
function withUses(known: AccountView[], uses: readonly AccountUse[] = []): AccountView[] {
  if (uses.length === 0) return known
  const used = new Map(uses.map((use) => [use.id, use]))
  return known.map((account) => {
    const use = used.get(account.id)
    // What is undefined does not cross the bridge, and so is named here.
    return use ? { ...account, active: use.active, lastUsedAt: use.lastUsedAt } : account
  })
}

/** The one of two views of an attempt that has come further. */
export function newerTurn(known: AttemptView, arrived: AttemptView): AttemptView {
  return arrived.turn >= known.turn ? arrived : known
}

function merge<I extends string, T extends { id: I }>(
  known: T[],
  arrived: T[] | undefined,
  gone: I[] | undefined,
  choose: (known: T, arrived: T) => T = (_, newer) => newer,
): T[] {
  if (!arrived?.length && !gone?.length) return known
  const fresh = new Map(arrived?.map((part) => [part.id, part]))
  const away = new Set(gone)
  const kept = known
    .filter((part) => !away.has(part.id))
    .map((part) => {
      const newer = fresh.get(part.id)
      fresh.delete(part.id)
      return newer ? choose(part, newer) : part
    })
  return [...kept, ...[...fresh.values()].filter((part) => !away.has(part.id))]
}
