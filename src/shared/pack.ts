/** Packs accounts for a window, and unpacks them there; packed-accounts.ts is the shape between. */
import type { AccountView } from './account'
import type { Change, PackedChange, PackedSnapshot, Snapshot } from './contract'
import type { PackedAccounts } from './packed-accounts'

const flags = ['hidden', 'active', 'hasSecret', 'passwordRemembered', 'refreshable'] as const

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
      flags.reduce((bits, flag, bit) => bits | (view[flag] ? 1 << bit : 0), 0),
      {
        colour: view.colour,
        failure: view.failure,
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

/** Unpacks accounts. Throws on rows that no `packAccounts` has made: they come from main alone. */
export function unpackAccounts({ servers, rows }: PackedAccounts): AccountView[] {
  return rows.map(([id, place, email, label, position, state, bits, rest]) => {
    const server = servers[place]
    if (!server) throw new Error(`A packed account does not fit: ${id}`)
    const has = (flag: (typeof flags)[number]): boolean => (bits & (1 << flags.indexOf(flag))) !== 0
    return {
      id,
      adapter: server[0],
      server: server[1],
      email,
      label: label === '' ? email : label,
      position,
      state,
      hidden: has('hidden'),
      active: has('active'),
      hasSecret: has('hasSecret'),
      passwordRemembered: has('passwordRemembered'),
      refreshable: has('refreshable'),
      ...rest,
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
