/**
 * What a window shows of the state while addresses are hidden. The mirror draws from here and nowhere
 * else, so that every screen, the palette and all messages are covered at once. The whole account or attempt
 * is given only to what needs its address without showing it: the search, what the list is narrowed to, the
 * fields for label and tags, and the flow that another one leads to.
 */
import type { AccountView } from '../../shared/account'
import { coverAccount, coverAttempt, coverRemoval } from '../../shared/cover'
import { coverExport, coverImport } from '../../shared/cover-backup'
import type { AttemptView } from '../../shared/flow'
import type { Removal } from '../../shared/removal'
import type { MirrorState } from './mirror'

/** Parts that have not changed keep their identity, covered as they are. */
const [accounts, wholeAccount] = once(coverAccount)
const [attempts, wholeAttempt] = once(coverAttempt)
export { wholeAccount, wholeAttempt }
const [lists] = once((list: AccountView[]) => list.map(accounts))
const [attemptLists] = once((list: AttemptView[]) => list.map(attempts))
const [removals] = once((list: Removal[]) => list.map(coverRemoval))
const [exports] = once(coverExport)
const [imports] = once(coverImport)

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

/** Covers each object once. Gives what does so, and what gives the whole one behind one that is shown. */
function once<T extends object>(cover: (real: T) => T): readonly [(real: T) => T, (shown: T) => T] {
  const made = new WeakMap<T, T>()
  const whole = new WeakMap<T, T>()
  const shownOf = (real: T): T => {
    const known = made.get(real)
    if (known) return known
    const shown = cover(real)
    made.set(real, shown)
    whole.set(shown, real)
    return shown
  }
  return [shownOf, (shown) => whole.get(shown) ?? shown]
}
