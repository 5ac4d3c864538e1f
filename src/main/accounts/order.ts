/**
 * The person's order of accounts, within each server's group. An account stands where its position
 * says; positions are numbers with room between them, so that a move changes one account and not all
 * that come after it.
 */
import type { AccountId } from '../../shared/account'
import { fail, ok, type Failure, type Result } from '../../shared/failure'
import type { AccountEntry, Book } from './book'

/** What the order knows of an account. */
export type Ordered = Pick<AccountEntry, 'id' | 'server' | 'position'>

/** Accounts closer together than this are spread out, long before numbers run out between them. */
const leastGap = 2 ** -20

/**
 * Moves an account within its server's group: before another account, or to the end with `null`. Gives
 * the new positions of those that have to change: none if it stands there already, one in the usual
 * case, and its nearest neighbours too where there is no room left. Fails with `not-found` for an
 * unknown account, and with `invalid-input` (field `before`) for one that is not in the same group.
 */
export function move(
  accounts: readonly Ordered[],
  id: AccountId,
  before: AccountId | null,
): Result<ReadonlyMap<AccountId, number>> {
  const moved = accounts.find((one) => one.id === id)
  if (!moved) return fail('not-found')
  if (before === id) return ok(new Map())
  const group = inOrder(accounts.filter((one) => one.server === moved.server))
  const others = group.filter((one) => one !== moved)
  const to = before === null ? others.length : others.findIndex((one) => one.id === before)
  if (to === -1) return fail('invalid-input', { field: 'before' })
  if (group.indexOf(moved) === to && isApart(others[to - 1], moved, others[to]))
    return ok(new Map())
  return ok(positions(others.toSpliced(to, 0, moved), to))
}

/** Moves an account in the book, in one write; nothing is written if it stands there already. */
export async function moveInBook(
  book: Book,
  id: AccountId,
  before: AccountId | null,
): Promise<Result<void>> {
  let refused: Failure | undefined
  const saved = await book.update((content) => {
    const moved = move(content.accounts, id, before)
    if (!moved.ok) refused = moved.failure
    if (!moved.ok || moved.value.size === 0) return content
    return {
      ...content,
      accounts: content.accounts.map((entry) => {
        const position = moved.value.get(entry.id)
        return position === undefined ? entry : { ...entry, position }
      }),
    }
  })
  if (!saved.ok) return saved
  return refused === undefined ? ok(undefined) : { ok: false, failure: refused }
}

/** Accounts as the person sees them; those that stand at the same place keep their order in the book. */
function inOrder(accounts: readonly Ordered[]): Ordered[] {
  return accounts.toSorted((one, other) => one.position - other.position)
}

function isApart(previous: Ordered | undefined, one: Ordered, next: Ordered | undefined): boolean {
  return (
    (previous === undefined || previous.position < one.position) &&
    (next === undefined || one.position < next.position)
  )
}

/**
 * The positions that put the account at `to` between its neighbours. Without room there, the smallest
 * neighbourhood that has room between its own neighbours is spread out evenly.
 */
function positions(wanted: readonly Ordered[], to: number): ReadonlyMap<AccountId, number> {
  for (let reach = 0; ; reach += 1) {
    const from = Math.max(0, to - reach)
    const end = Math.min(wanted.length, to + reach + 1)
    const spread = between(wanted[from - 1]?.position, wanted[end]?.position, end - from)
    if (!spread) continue
    return new Map(
      wanted.slice(from, end).flatMap((one, index) => {
        const position = spread(index)
        return position === one.position ? [] : [[one.id, position]]
      }),
    )
  }
}

/** Places `count` accounts between two positions; undefined where there is too little room. */
function between(
  low: number | undefined,
  high: number | undefined,
  count: number,
): ((index: number) => number) | undefined {
  if (low === undefined && high === undefined) return (index) => index
  if (low === undefined) return (index) => (high ?? 0) - count + index
  if (high === undefined) return (index) => low + index + 1
  const gap = (high - low) / (count + 1)
  return gap < leastGap ? undefined : (index) => low + gap * (index + 1)
}
