/**
 * Takes what the person has ticked into the book and the keychain. Each part is whole by itself: sites
 * and settings in one write, new accounts without secrets in one write, descriptions in one, then the
 * secrets batch by batch. Whatever ends it in between leaves accounts that say what they have, and the
 * same file can be imported again: what is there by then is found to be the same.
 */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { accountId, type AccountId, type ServerId } from '../../shared/ids'
import { ok, type Failure, type Result } from '../../shared/failure'
import { arrivalBatch, type Arrival, type Arrivals } from '../accounts/arrivals'
import type { AccountEntry, Book, BookContent } from '../accounts/book'
import { serverIdOf } from '../accounts/servers'
import type { Usage } from '../accounts/usage'
import { accountKey, describedIn, descriptionOf, type Taking } from './compare'

export interface ApplyOptions {
  readonly book: Book
  readonly usage: Usage
  readonly arrivals: Arrivals
  readonly now: () => number
}

/** What has been done. */
export interface Applied {
  accounts: number
  tokens: number
  passwords: number
  described: number
  sites: number
  settings: number
  changedMeanwhile: number
  readonly troubles: { readonly label: string; readonly failure: Failure }[]
  /** Why it ended before its end. */
  failure?: Failure
}

type Of<K extends Taking['item']['kind']> = Extract<Taking, { readonly item: { readonly kind: K } }>

export function nothingApplied(): Applied {
  return {
    ...{ accounts: 0, tokens: 0, passwords: 0, described: 0, sites: 0, settings: 0 },
    ...{ changedMeanwhile: 0, troubles: [] },
  }
}

/** Takes these. `onProgress` counts the accounts whose secrets are kept. */
export async function apply(
  takings: readonly Taking[],
  options: ApplyOptions,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Applied> {
  const applied = nothingApplied()
  const made = new Map<AccountId, Of<'account'>>()
  const steps = [
    () => addServers(takings, options, applied),
    () => enterAccounts(takings, options, applied, made),
    () => describeAccounts(takings, options, applied),
    () => activate(made, options),
    () => bringSecrets(secretsOf(takings, made), options, applied, onProgress, signal),
  ]
  for (const step of steps) {
    if (signal.aborted) return { ...applied, failure: { code: 'cancelled' } }
    const done = await step()
    if (!done.ok) return { ...applied, failure: done.failure }
  }
  return applied
}

/** Writes the book and counts, once it is written, what `change` says has changed. */
async function update<T>(
  book: Book,
  change: (content: BookContent) => { readonly content: BookContent; readonly counted: T },
  count: (counted: T) => void,
): Promise<Result<void>> {
  let counted: T | undefined
  const saved = await book.update((content) => {
    const changed = change(content)
    counted = changed.counted
    return changed.content
  })
  if (saved.ok && counted !== undefined) count(counted)
  return saved
}

function addServers(
  takings: readonly Taking[],
  { book, now }: ApplyOptions,
  applied: Applied,
): Promise<Result<void>> {
  const addedAt = now()
  return update(
    book,
    (content) => {
      const known = new Set(content.sites.map(({ id }) => id))
      const sites = only(takings, 'site').flatMap(({ item, server }) => {
        const id = serverIdOf(server.adapter, server.baseUrl)
        const { adapter, baseUrl, name } = item
        return known.has(id) ? [] : [{ id, adapter, baseUrl, name, facts: server.facts, addedAt }]
      })
      const offered = only(takings, 'settings')
      const current = offered.filter(({ id, before }) =>
        isDeepStrictEqual(content.settings[id] ?? {}, before),
      )
      const settings = current.map(({ id, before, settings }) => [id, { ...before, ...settings }])
      const counted = {
        ...{ sites: sites.length, settings: current.length },
        changed: offered.length - current.length,
      }
      if (counted.sites + counted.settings === 0) return { content, counted }
      return {
        counted,
        content: {
          ...content,
          sites: [...content.sites, ...sites],
          settings: {
            ...content.settings,
            ...(Object.fromEntries(settings) as BookContent['settings']),
          },
        },
      }
    },
    ({ sites, settings, changed }) => {
      applied.sites = sites
      applied.settings = settings
      applied.changedMeanwhile += changed
    },
  )
}

/** Enters accounts at the end of the list, in the order of the backup. None says that it has a secret. */
function enterAccounts(
  takings: readonly Taking[],
  { book, now }: ApplyOptions,
  applied: Applied,
  made: Map<AccountId, Of<'account'>>,
): Promise<Result<void>> {
  const wanted = only(takings, 'account')
  const sites = new Set(only(takings, 'site').map(({ item }) => item.id))
  const possible = wanted.filter(({ item }) => item.site === undefined || sites.has(item.site))
  return update(
    book,
    (content) => {
      const known = new Set(content.accounts.map((entry) => accountKey(entry.server, entry.email)))
      const missing = possible.filter(
        ({ id, account }) => !known.has(accountKey(id, account.email)),
      )
      const end = content.accounts.reduce((last, one) => Math.max(last, one.position + 1), 0)
      const entered = missing.map((taking, index) => ({
        taking,
        entry: entryOf(taking, end + index, now()),
      }))
      const counted = { entered, changed: wanted.length - missing.length }
      if (entered.length === 0) return { content, counted }
      const entries = entered.map(({ entry }) => entry)
      return { counted, content: { ...content, accounts: [...content.accounts, ...entries] } }
    },
    ({ entered, changed }) => {
      for (const { entry, taking } of entered) made.set(entry.id, taking)
      applied.accounts = entered.length
      applied.changedMeanwhile += changed
    },
  )
}

function entryOf({ id, account }: Of<'account'>, position: number, now: number): AccountEntry {
  const { adapter, email, createdAt = now } = account
  return {
    ...{ id: accountId.parse(randomUUID()), adapter, server: id, email, position },
    ...describedIn(account),
    createdAt: Math.min(createdAt, now),
    ...{ hasSecret: false, passwordRemembered: false, refreshable: false },
  }
}

function describeAccounts(
  takings: readonly Taking[],
  { book }: ApplyOptions,
  applied: Applied,
): Promise<Result<void>> {
  const wanted = new Map(only(takings, 'description').map((one) => [one.item.account, one]))
  return update(
    book,
    (content) => {
      let described = 0
      const accounts = content.accounts.map((entry) => {
        const taking = wanted.get(entry.id)
        // What the person has seen is what is changed, and nothing else.
        if (!taking || !isDeepStrictEqual(descriptionOf(entry), taking.before)) return entry
        described += 1
        return { ...entry, ...taking.description }
      })
      const counted = { described, changed: wanted.size - described }
      return { counted, content: described === 0 ? content : { ...content, accounts } }
    },
    ({ described, changed }) => {
      applied.described = described
      applied.changedMeanwhile += changed
    },
  )
}

/** A server that has no active account gets the one that it has in the backup. */
async function activate(
  made: ReadonlyMap<AccountId, Of<'account'>>,
  { book, usage, now }: ApplyOptions,
): Promise<Result<void>> {
  const active = new Map<ServerId, AccountId>()
  for (const [id, taking] of made) if (taking.account.active) active.set(taking.id, id)
  for (const [server, id] of active) {
    const known = usage.activeAt(server)
    if (known !== undefined && book.account(known) && !book.isLeaving(known)) continue
    const saved = await usage.activate(server, id, now())
    if (!saved.ok) return saved
  }
  return ok(undefined)
}

function secretsOf(
  takings: readonly Taking[],
  made: ReadonlyMap<AccountId, Of<'account'>>,
): readonly Arrival[] {
  const arrivals = new Map<AccountId, Arrival>()
  const add = (arrival: Arrival): void => {
    arrivals.set(arrival.account, { ...arrivals.get(arrival.account), ...arrival })
  }
  for (const [id, { account }] of made) {
    const session = account.session && { value: account.session, over: 'nothing' }
    const password =
      account.password === undefined ? undefined : { value: account.password, over: 'nothing' }
    if (session ?? password) add({ account: id, session, password })
  }
  for (const { item, session, over } of only(takings, 'token')) {
    add({ account: item.account, session: { value: session, over } })
  }
  for (const { item, password, over } of only(takings, 'password')) {
    add({ account: item.account, password: { value: password, over } })
  }
  return [...arrivals.values()]
}

async function bringSecrets(
  arrivals: readonly Arrival[],
  { book, arrivals: keeper }: ApplyOptions,
  applied: Applied,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Result<void>> {
  let done = 0
  onProgress(done, arrivals.length)
  for (let from = 0; from < arrivals.length; from += arrivalBatch) {
    const batch = arrivals.slice(from, from + arrivalBatch)
    const { arrived, stopped } = await keeper.keep(batch, signal, () => {
      done += 1
      onProgress(done, arrivals.length)
    })
    const how = new Map(arrived.map((one) => [one.account, one]))
    for (const { account, session, password } of batch) {
      const came = how.get(account)
      const label = book.account(account)?.label ?? ''
      applied.tokens += count(came?.session)
      applied.passwords += count(came?.password)
      for (const one of [came?.session, came?.password]) {
        if (one?.ok !== false || one.failure === stopped) continue
        applied.troubles.push({ label, failure: one.failure })
      }
      const absent = (session && !came?.session) === true || (password && !came?.password) === true
      if (absent && stopped === undefined) applied.changedMeanwhile += 1
    }
    if (stopped !== undefined) return { ok: false, failure: stopped }
  }
  return ok(undefined)
}

function count(result: Result<void> | undefined): number {
  return result?.ok === true ? 1 : 0
}

function only<K extends Taking['item']['kind']>(takings: readonly Taking[], kind: K): Of<K>[] {
  return takings.filter((taking): taking is Of<K> => taking.item.kind === kind)
}
