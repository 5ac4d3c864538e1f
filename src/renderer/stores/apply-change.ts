import type { AccountView } from '../../shared/account'
import type { Change, Snapshot } from '../../shared/contract'
import type { AttemptView } from '../../shared/flow'
import type { AccountUse } from '../../shared/packed-accounts'
import { veilSnapshot } from '../../shared/veil'
import { tellChanges, type AccountChange } from './account-changes'

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

/** Where each account stands in a list; a use changes no places, so the next list has the same ones. */
const places = new WeakMap<AccountView[], ReadonlyMap<AccountView['id'], number>>()

function placesIn(accounts: AccountView[]): ReadonlyMap<AccountView['id'], number> {
  return places.get(accounts) ?? new Map(accounts.map(({ id }, place) => [id, place]))
}

/**
 * The accounts, with what a switch or another use has changed in some of them. However many there are,
 * it looks at those alone.
 */
function withUses(known: AccountView[], uses: readonly AccountUse[] = []): AccountView[] {
  if (uses.length === 0) return known
  const found = placesIn(known)
  const next = [...known]
  const changed = new Map<number, AccountChange>()
  for (const { id, active, lastUsedAt } of uses) {
    const place = found.get(id)
    const was = place === undefined ? undefined : known[place]
    if (place === undefined || !was) continue
    // What is undefined does not cross the bridge, and so is named here.
    const is = { ...was, active, lastUsedAt }
    next[place] = is
    changed.set(place, { was, is })
  }
  places.set(next, found)
  tellChanges(known, next, [...changed.values()])
  return next
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
