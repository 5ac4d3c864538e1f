/**
 * What has changed in the list of accounts since the one before it. A switch changes two of ten thousand, so
 * what was found out about all of them mostly holds: `followed` looks at those two.
 */
import type { AccountView } from '../../shared/account'

type Accounts = readonly AccountView[]

/** An account that is another object than before, at the place where it stood. */
export interface AccountChange {
  readonly was: AccountView
  readonly is: AccountView
}

/** A list in which few accounts differ from the one before. */
export interface FewChanges {
  readonly before: Accounts
  readonly changed: readonly AccountChange[]
}

/** As many changes are followed one by one; of more, everything is found out anew. */
const few = 8

/** The list before is held weakly, because a lock takes all accounts out of memory. */
interface Noted {
  readonly before: WeakRef<Accounts> | undefined
  readonly changed: readonly AccountChange[] | undefined
}

const noted = new WeakMap<Accounts, Noted>()
/** What a list was made of, where that has been told. */
const origins = new WeakMap<Accounts, Noted>()
let latest: WeakRef<Accounts> | undefined

/**
 * What has changed since the list that was asked about before this one. Undefined where much has, and where
 * that list is no longer there.
 */
export function fewChanges(accounts: Accounts): FewChanges | undefined {
  const { before, changed } = noted.get(accounts) ?? note(accounts)
  const there = before?.deref()
  return there && changed && { before: there, changed }
}

function note(accounts: Accounts): Noted {
  const before = latest
  latest = new WeakRef(accounts)
  const there = before?.deref()
  const made = origins.get(accounts)
  const told = there !== undefined && made?.before?.deref() === there
  const found = { before, changed: told ? made.changed : there && compare(there, accounts) }
  noted.set(accounts, found)
  return found
}

/** Tells what a list was made of by who knows it, so that the two need not be compared. */
export function tellChanges(
  before: Accounts,
  accounts: Accounts,
  changed: readonly AccountChange[],
): void {
  if (changed.length <= few) origins.set(accounts, { before: new WeakRef(before), changed })
}

function compare(before: Accounts, accounts: Accounts): readonly AccountChange[] | undefined {
  if (before.length !== accounts.length) return undefined
  const changed: AccountChange[] = []
  for (let at = 0; at < accounts.length; at += 1) {
    const was = before[at]
    const is = accounts[at]
    if (was === is) continue
    if (!was || was.id !== is?.id || changed.length === few) return undefined
    changed.push({ was, is })
  }
  return changed
}

/** The accounts with what has changed among them; each stands where it stood. */
export function replaced(accounts: Accounts, changed: readonly AccountChange[]): Accounts {
  const next = [...accounts]
  for (const { was, is } of changed) {
    const at = next.indexOf(was)
    if (at !== -1) next[at] = is
  }
  return next
}

/**
 * Gives a function that finds something out about a list of accounts, once for each list. After a few changes
 * `follow` gives what it is now from what it was, or undefined where that takes a look at all accounts.
 */
export function followed<T extends object>(
  find: (accounts: Accounts) => T,
  follow: (before: T, changed: readonly AccountChange[]) => T | undefined,
): (accounts: Accounts) => T {
  const known = new WeakMap<Accounts, T>()
  return (accounts) => {
    const there = known.get(accounts)
    if (there) return there
    const since = fewChanges(accounts)
    const before = since && known.get(since.before)
    const found = (before && follow(before, since.changed)) ?? find(accounts)
    known.set(accounts, found)
    return found
  }
}

/** Gives a function that finds the accounts that pass a test, in the order of the list. */
export function filtered(
  test: (account: AccountView) => boolean,
): (accounts: Accounts) => Accounts {
  return followed(
    (accounts): Accounts => accounts.filter(test),
    (before, changed) => {
      if (changed.some(({ was, is }) => test(was) !== test(is))) return undefined
      const inside = changed.filter(({ was }) => test(was))
      return inside.length === 0 ? before : replaced(before, inside)
    },
  )
}
