/**
 * The book: which accounts there are, without their secrets. This folder holds what is known of
 * accounts and the rules for changing it; it knows adapters and the keychain by their interfaces and
 * nothing of Electron.
 */
import { z } from 'zod'
import { accountColour } from '../../shared/account-parts'
import { accountId, adapterId, flowId, serverId, type AccountId } from '../../shared/ids'
import { keptInstant, knownInstant } from '../../shared/instant'
import { factValue } from './fact-value'
import { fail, ok, type Result } from '../../shared/failure'
import { siteTrust } from '../../shared/site-trust'
import { sameEmail } from '../adapters/same-email'
import type { SecretKind, SecretMemory, SecretRef } from '../keychain/keychain'
import type { DurableFile, Loaded } from './durable-file'
import { afterRestart, mayLieInKeychain, withBeneath } from './in-memory'

const pending = z.object({
  flow: flowId,
  /** The adapter's own step; it reads it back itself. */
  step: z.unknown(),
  since: keptInstant,
})
export type Pending = z.infer<typeof pending>

const accountEntry = z.object({
  id: accountId,
  adapter: adapterId,
  server: serverId,
  email: z.string(),
  label: z.string(),
  position: z.number(),
  createdAt: keptInstant,
  colour: accountColour.optional().catch(undefined),
  tags: z.array(z.string()).default([]),
  hidden: z.boolean().default(false),
  hasSecret: z.boolean(),
  passwordRemembered: z.boolean(),
  tokenExpiresAt: knownInstant,
  /** The session holds a refresh token that lasts until then, as far as is known. */
  refreshUntil: knownInstant,
  refreshable: z.boolean().default(false),
  pending: pending.optional(),
  /**
   * A session is about to be, or has just been, put into the keychain; a start after a crash looks.
   * After a login nothing is pending any more, nor after the import of a backup; after a refresh
   * everything is as it was. `held`: the keychain surely took nothing, and the session of a login waits
   * in memory for another try.
   */
  storing: z.enum(['login', 'refresh', 'import', 'held']).optional(),
  /** The mark that the session bears which is being put there; an earlier one has another. */
  storingMark: z.string().optional(),
  /** Its session is being deleted, after a log-out; a start after a crash finishes that. */
  dropping: z.boolean().optional(),
  /** Its secret is being deleted; a start after a crash finishes that. */
  removing: z.boolean().optional(),
})
export type AccountEntry = z.infer<typeof accountEntry>

/** What the book says of an account's secrets. */
const secretClaims = accountEntry.pick({
  ...{ hasSecret: true, passwordRemembered: true, tokenExpiresAt: true, refreshUntil: true },
  ...{ refreshable: true, storing: true, storingMark: true, dropping: true },
})
export type SecretClaims = z.infer<typeof secretClaims>

const siteEntry = z.object({
  id: serverId,
  adapter: adapterId,
  baseUrl: z.string(),
  name: z.string(),
  facts: z.array(factValue),
  addedAt: keptInstant,
  /** What the person has allowed there; what cannot be read allows nothing. */
  trust: siteTrust.optional().catch(undefined),
})
export type SiteEntry = z.infer<typeof siteEntry>

const bookContent = z.object({
  accounts: z.array(accountEntry),
  sites: z.array(siteEntry),
  settings: z.record(serverId, z.record(z.string(), z.string())),
  /**
   * There while secrets are kept in memory, and until the next start: what may lie in the keychain all the
   * same. An account that is not in it has nothing there.
   */
  beneath: z.record(accountId, secretClaims).optional(),
})
export type BookContent = z.infer<typeof bookContent>

const emptyBook: BookContent = { accounts: [], sites: [], settings: {} }

export const bookFormat = {
  version: 1,
  empty: emptyBook,
  read: (content: unknown): BookContent | undefined => bookContent.safeParse(content).data,
}

/** What changed in one update: the ids of accounts that are new or different, and those gone. */
export interface BookChange {
  readonly accounts: readonly AccountId[]
  readonly goneAccounts: readonly AccountId[]
  readonly sites: boolean
}

export class Book {
  private content: BookContent
  private readonly byId: Map<AccountId, AccountEntry>
  private queue: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<(change: BookChange) => void>()
  /** Accounts that are off the list while their removal can be undone; the file knows nothing of it. */
  private readonly aside = new Set<AccountId>()
  private memory: SecretMemory | undefined

  constructor(
    private readonly file: DurableFile<BookContent>,
    readonly loaded: Loaded<BookContent>,
  ) {
    this.content = afterRestart(loaded.value)
    this.byId = new Map(this.content.accounts.map((entry) => [entry.id, entry]))
  }

  get accounts(): readonly AccountEntry[] {
    return this.content.accounts
  }

  get sites(): readonly SiteEntry[] {
    return this.content.sites
  }

  account(id: AccountId): AccountEntry | undefined {
    return this.byId.get(id)
  }

  settings(server: z.infer<typeof serverId>): Readonly<Record<string, string>> {
    return this.content.settings[server] ?? {}
  }

  /** The account for an address at a server, however the address is spelled. */
  find(server: string, email: string): AccountEntry | undefined {
    return this.content.accounts.find((entry) => isFor(entry, server, email))
  }

  /** Whether the account is off the list: being removed, or about to be. */
  isLeaving(id: AccountId): boolean {
    return this.aside.has(id) || this.byId.get(id)?.removing === true
  }

  /** Takes an account off the list without writing anything; `putBack` is the way back. */
  setAside(id: AccountId): void {
    this.aside.add(id)
    this.announce({ accounts: [id], goneAccounts: [], sites: false })
  }

  putBack(id: AccountId): void {
    if (!this.aside.delete(id) || !this.byId.has(id)) return
    this.announce({ accounts: [id], goneAccounts: [], sites: false })
  }

  /** From here on what changes may be about secrets in memory. Written with the next change. */
  noteMemory(memory: SecretMemory): void {
    this.memory = memory
  }

  /** Whether an account's session, or its password, is in memory, and not in the keychain. */
  isInMemory(account: AccountId, kind: SecretKind = 'session'): boolean {
    return this.memory?.has({ account, kind }) === true
  }

  /** Whether the keychain may hold a secret, which while secrets are kept in memory is out of reach. */
  mayLieInKeychain(ref: SecretRef): boolean {
    return mayLieInKeychain(this.content, ref)
  }

  /** Fails with `keychain-out-of-reach` if any of these may lie where it cannot be deleted now. */
  inReach(account: AccountId, kinds: readonly SecretKind[]): Result<void> {
    const isOut = kinds.some((kind) => this.mayLieInKeychain({ account, kind }))
    return this.memory && isOut ? fail('keychain-out-of-reach') : ok(undefined)
  }

  onChange(listener: (change: BookChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Changes the book and writes it. Updates queue behind each other; readers see the old content
   * until the new one is safely on disk. Fails with `disk-failed`, `file-changed` or `book-read-only`,
   * and then nothing has changed.
   */
  update(change: (content: BookContent) => BookContent): Promise<Result<void>> {
    const turn = this.queue.then(async () => {
      const before = this.content
      const changed = change(before)
      if (changed === before) return ok(undefined)
      const after = this.memory ? withBeneath(before, changed) : changed
      const saved = await this.file.save(after)
      if (!saved.ok) return saved
      this.content = after
      this.tell(before, after)
      return ok(undefined)
    })
    this.queue = turn.catch(() => undefined)
    return turn
  }

  /**
   * For what is done at a service before the book tells of it: fails where the book could not, as when
   * another program has changed it.
   */
  checkSavable(): Promise<Result<void>> {
    const turn = this.queue.then(() => this.file.checkSavable())
    this.queue = turn.catch(() => undefined)
    return turn
  }

  private tell(before: BookContent, after: BookContent): void {
    const { changed, gone } = compare(before.accounts, after.accounts)
    for (const entry of changed) this.byId.set(entry.id, entry)
    for (const id of gone) {
      this.byId.delete(id)
      this.aside.delete(id)
    }
    const sites = before.sites !== after.sites || before.settings !== after.settings
    const accounts = changed.map(({ id }) => id)
    this.announce({ accounts, goneAccounts: gone, sites })
  }

  private announce(change: BookChange): void {
    for (const listener of this.listeners) listener(change)
  }

  /** Resolves when all updates so far are on disk. */
  async idle(): Promise<void> {
    await this.queue
  }

  /** Changes one account; `not-found` if it is gone. */
  async change(
    id: AccountId,
    change: (entry: AccountEntry) => AccountEntry,
  ): Promise<Result<AccountEntry>> {
    let changed: AccountEntry | undefined
    const saved = await this.update((content) => {
      const index = content.accounts.findIndex((entry) => entry.id === id)
      const entry = content.accounts[index]
      if (entry === undefined) return content
      changed = change(entry)
      return { ...content, accounts: content.accounts.with(index, changed) }
    })
    if (!saved.ok) return saved
    return changed === undefined ? fail('not-found') : ok(changed)
  }
}

/** Whether this is the account for an address at a server. */
export function isFor(entry: AccountEntry, server: string, email: string): boolean {
  return entry.server === server && sameEmail(entry.email, email)
}

/** Most updates change one account where it stands; only others are worth a look at every id. */
function compare(
  before: readonly AccountEntry[],
  after: readonly AccountEntry[],
): { readonly changed: readonly AccountEntry[]; readonly gone: readonly AccountId[] } {
  const inPlace =
    before.length === after.length && before.every(({ id }, at) => id === after[at]?.id)
  if (inPlace) return { changed: after.filter((entry, at) => entry !== before[at]), gone: [] }
  const old = new Set(before)
  const kept = new Set(after.map(({ id }) => id))
  return {
    changed: after.filter((entry) => !old.has(entry)),
    gone: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  }
}
