/** Packs accounts for a window, and unpacks them there; packed-accounts.ts is the shape between. */
import type { AccountView } from './account'
import type { Change, PackedChange, PackedSnapshot, Snapshot } from './contract'
import type { PackedAccounts } from './packed-accounts'

/** The bit of each flag in a row. */
const bit = { hidden: 1, active: 2, hasSecret: 4, passwordRemembered: 8, refreshable: 16 } as const

/** Packs accounts; `unpackAccounts` gives the same ones again. What is undefined does not travel. */
export function packAccounts(accounts: readonly AccountView[]): PackedAccounts {
  const places = new Map<string, number>()
  const servers: PackedAccounts['servers'] = []
  const rows = accounts.map((view): PackedAccounts['rows'][number] => {
    const { adapter, server, tags, label, email } = view
    const key = `${adapter} ${server}`
    const place = places.get(key) ?? servers.push([adapter, server]) - 1
    places.set(key, place)
    return [
      view.id,
      place,
      email,
      label === email ? '' : label,
      view.position,
      view.state,
      (view.hidden ? bit.hidden : 0) |
        (view.active ? bit.active : 0) |
        (view.hasSecret ? bit.hasSecret : 0) |
        (view.passwordRemembered ? bit.passwordRemembered : 0) |
        (view.refreshable ? bit.refreshable : 0),
      {
        colour: view.colour,
        failure: view.failure,
        inMemory: view.inMemory,
        tokenExpiresAt: view.tokenExpiresAt,
        lastUsedAt: view.lastUsedAt,
        busy: view.busy,
        waiting: view.waiting,
        tags: tags.length > 0 ? tags : undefined,
      },
    ]
  })
  return { servers, rows }
}

/**
 * Unpacks accounts. Throws on rows that no `packAccounts` has made: they come from main alone. All are of one
 * shape, with what they lack as undefined: ten thousand of them are looked through with each key stroke.
 */
export function unpackAccounts({ servers, rows }: PackedAccounts): AccountView[] {
  return rows.map(([id, place, email, label, position, state, bits, rest]) => {
    const server = servers[place]
    if (!server) throw new Error(`A packed account does not fit: ${id}`)
    return {
      id,
      adapter: server[0],
      server: server[1],
      email,
      label: label === '' ? email : label,
      position,
      state,
      hidden: (bits & bit.hidden) !== 0,
      active: (bits & bit.active) !== 0,
      hasSecret: (bits & bit.hasSecret) !== 0,
      passwordRemembered: (bits & bit.passwordRemembered) !== 0,
      refreshable: (bits & bit.refreshable) !== 0,
      colour: rest.colour,
      failure: rest.failure,
      inMemory: rest.inMemory,
      tokenExpiresAt: rest.tokenExpiresAt,
      lastUsedAt: rest.lastUsedAt,
      busy: rest.busy,
      waiting: rest.waiting,
      tags: rest.tags ?? [],
    }
  })
}

export function packSnapshot(snapshot: Snapshot): PackedSnapshot {
  return { ...snapshot, accounts: packAccounts(snapshot.accounts) }
}

export function unpackSnapshot(snapshot: PackedSnapshot): Snapshot {
  return { ...snapshot, accounts: unpackAccounts(snapshot.accounts) }
}

export function packChange({ accounts, ...others }: Change): PackedChange {
  return accounts ? { ...others, accounts: packAccounts(accounts) } : others
}

export function unpackChange({ accounts, ...others }: PackedChange): Change {
  return accounts ? { ...others, accounts: unpackAccounts(accounts) } : others
}
