import type { Change, Snapshot } from '../../shared/contract'
import type { AttemptView } from '../../shared/flow'

/**
 * Gives the snapshot that follows from a change: replaced and new parts in, gone parts out. Parts that
 * did not change keep their identity. An attempt is never replaced by an older turn of itself.
 */
export function applyChange(snapshot: Snapshot, change: Change): Snapshot {
  return {
    ...snapshot,
    rev: change.rev,
    accounts: merge(snapshot.accounts, change.accounts, change.goneAccounts),
    servers: merge(snapshot.servers, change.servers, change.goneServers),
    attempts: merge(snapshot.attempts, change.attempts, change.goneAttempts, newerTurn),
    keychain: change.keychain ?? snapshot.keychain,
    settings: change.settings ?? snapshot.settings,
    desktop: change.desktop ?? snapshot.desktop,
    checkAll: change.checkAll ?? snapshot.checkAll,
    scriptQuestions: change.scriptQuestions ?? snapshot.scriptQuestions,
  }
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
