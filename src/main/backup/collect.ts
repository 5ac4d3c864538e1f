/** Gathers what goes into a backup: from the book as it is now, and each secret in its account's lane. */
import type { AccountId } from '../../shared/account'
import type { BackupContents } from '../../shared/backup'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { Session } from '../adapters/adapter'
import type { AccountEntry, Book } from '../accounts/book'
import type { Lanes } from '../accounts/lanes'
import { isCut } from '../accounts/on-the-way'
import type { Servers } from '../accounts/servers'
import type { Usage } from '../accounts/usage'
import type { Vault } from '../accounts/vault'
import type { Keychain } from '../keychain/keychain'
import {
  entryLimit,
  type BackedUpAccount,
  type BackedUpServer,
  type BackupContent,
} from './content'

export interface CollectOptions {
  readonly book: Book
  readonly servers: Servers
  readonly usage: Usage
  readonly vault: Vault
  readonly lanes: Lanes
  readonly keychain: Pick<Keychain, 'state' | 'retry'>
}

/** A secret that is there, or may be, and that could not be read. */
export interface Unreadable {
  readonly label: string
  readonly failure: Failure
}

export interface Collected {
  readonly content: BackupContent
  readonly unreadable: readonly Unreadable[]
}

/**
 * Reads everything, one account after another. The person has asked, so the system may ask them.
 * Failures: the keychain's where it would refuse every other secret too, `backup-too-large` for more than is
 * read again, and `cancelled`.
 */
export async function collect(
  options: CollectOptions,
  contents: BackupContents,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Result<Collected>> {
  const { book, lanes, keychain } = options
  const listed = book.accounts.toSorted((one, other) => one.position - other.position)
  const servers = serversOf(options)
  if (Math.max(listed.length, servers.length) > entryLimit) return fail('backup-too-large')
  const shut = !['ready', 'memory'].includes(keychain.state.kind)
  if (shut && contents !== 'accounts') await keychain.retry({ signal })
  const accounts: BackedUpAccount[] = []
  const unreadable: Unreadable[] = []
  for (const [done, { id }] of listed.entries()) {
    onProgress(done, listed.length)
    const read = await lanes.run(id, () => readAccount(options, id, contents, signal))
    if (signal.aborted) return fail('cancelled')
    if (!read.ok) return read
    if (read.value === undefined) continue
    accounts.push(read.value.account)
    unreadable.push(...read.value.unreadable)
  }
  onProgress(listed.length, listed.length)
  return ok({ content: { accounts, servers }, unreadable })
}

interface ReadAccount {
  readonly account: BackedUpAccount
  readonly unreadable: readonly Unreadable[]
}

/** Undefined for an account that has gone, or is about to. */
async function readAccount(
  { book, servers, usage, vault, keychain }: CollectOptions,
  id: AccountId,
  contents: BackupContents,
  signal: AbortSignal,
): Promise<Result<ReadAccount | undefined>> {
  const entry = book.account(id)
  const server = entry && servers.find(entry.server)
  if (!entry || !server || book.isLeaving(id)) return ok(undefined)
  const account = { ...described(entry), server: server.baseUrl }
  const active = usage.activeAt(entry.server) === id
  const session = contents === 'accounts' ? undefined : await readSession(entry, vault, signal)
  const password =
    entry.passwordRemembered && contents === 'passwords'
      ? await vault.password(id, { signal })
      : undefined
  const unreadable: Unreadable[] = []
  for (const read of [session, password]) {
    if (read?.ok !== false) continue
    if (!isAboutOne(read.failure, keychain.state.kind === 'memory')) return read
    unreadable.push({ label: entry.label, failure: read.failure })
  }
  return ok({
    account: {
      ...account,
      active,
      ...(session?.ok && { session: withoutMark(session.value) }),
      ...(password?.ok && { password: password.value }),
    },
    unreadable,
  })
}

/**
 * Undefined for an account that surely has none. A session that waits for the keychain in an attempt is in
 * nobody's reach here; of one that may have arrived only the keychain knows.
 */
async function readSession(
  entry: AccountEntry,
  vault: Vault,
  signal: AbortSignal,
): Promise<Result<Session> | undefined> {
  if (entry.hasSecret || isCut(entry.storing)) return vault.session(entry.id, { signal })
  return entry.storing === 'held' ? fail('secret-missing') : undefined
}

/** Whether a failure is about one secret, so that others may well be read. */
function isAboutOne({ code }: Failure, inMemory: boolean): boolean {
  if (code === 'secret-missing' || code === 'secret-sealed') return true
  // What memory was never given lies in a keychain that cannot be reached.
  return inMemory && code === 'keychain-unavailable'
}

function withoutMark({
  access,
  refresh,
  accessExpiresAt,
  refreshExpiresAt,
}: NonNullable<BackedUpAccount['session']>): BackedUpAccount['session'] {
  return { access, refresh, accessExpiresAt, refreshExpiresAt }
}

function described(entry: AccountEntry) {
  const { adapter, email, label, colour, tags, hidden, createdAt } = entry
  return { adapter, email, label, colour, tags, hidden, createdAt }
}

/** Sites that the person has added, and whatever else they have set something for. */
function serversOf({ book, servers }: CollectOptions): BackedUpServer[] {
  return servers.list().flatMap(({ id, adapter, baseUrl, name, facts, settings }) => {
    const site = servers.isRemovable(id)
    const set = book.settings(id)
    if (!site && Object.values(set).every((value) => value === '')) return []
    return [{ adapter, baseUrl, name, site, facts: [...facts], settings: { ...settings } }]
  })
}
