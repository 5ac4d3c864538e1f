/**
 * What a window shows of the state while addresses are hidden. The mirror draws from here and nowhere
 * else, so that every screen, the palette and all messages are covered at once. The whole account is
 * given only to what needs its address without showing it: the search, and the field for a label.
 */
import type { AccountView } from '../../shared/account'
import { coverAccount, coverAttempt, coverRemoval } from '../../shared/cover'
import { coverExport, coverImport } from '../../shared/cover-backup'
import type { AttemptView } from '../../shared/flow'
import type { Removal } from '../../shared/removal'
import type { MirrorState } from './mirror'

/** Parts that have not changed keep their identity, covered as they are. */
const accounts = once((account: AccountView) => {
  const shown = coverAccount(account)
  whole.set(shown, account)
  return shown
})
const attempts = once(coverAttempt)
const lists = once((list: AccountView[]) => list.map(accounts))
const attemptLists = once((list: AttemptView[]) => list.map(attempts))
const removals = once((list: Removal[]) => list.map(coverRemoval))
const exports = once(coverExport)
const imports = once(coverImport)
const whole = new WeakMap<AccountView, AccountView>()

/** The state as it is shown: as it is, or with every address masked. */
export function covered(state: MirrorState): MirrorState {
  const { snapshot, shown } = state
  if (!snapshot?.settings.hideAddresses) return state
  return {
    ...state,
    snapshot: {
      ...snapshot,
      accounts: lists(snapshot.accounts),
      attempts: attemptLists(snapshot.attempts),
      removals: removals(snapshot.removals),
      backupExport: exports(snapshot.backupExport),
      backupImport: imports(snapshot.backupImport),
    },
    shown: shown && { ...shown, attempt: attempts(shown.attempt) },
  }
}

/** The account behind one that is shown. */
export function wholeAccount(account: AccountView): AccountView {
  return whole.get(account) ?? account
}

/** Covers each object once. */
function once<T extends object>(cover: (real: T) => T): (real: T) => T {
  const made = new WeakMap<T, T>()
  return (real) => {
    const known = made.get(real)
    if (known) return known
    const shown = cover(real)
    made.set(real, shown)
    return shown
  }
}
