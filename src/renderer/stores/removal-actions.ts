/** What a person can do about accounts that leave the list. */
import type { AccountId } from '../../shared/account'
import type { Removal } from '../../shared/removal'
import type { ActionParts } from './action-parts'

export function removalActions(parts: ActionParts) {
  const { bridge, mirror, ui, text, goTo, tell, tellFailure, orTell, orTellOf } = parts
  const undo = (id: AccountId) => bridge.call('removal.undo', { account: id })
  const waiting = (): readonly Removal[] =>
    mirror.store.getState().snapshot?.removals.filter(({ kind }) => kind === 'waiting') ?? []
  return {
    /** Takes an account off the list; for a while that can be undone. */
    remove: (id: AccountId) =>
      orTellOf(
        id,
        () => bridge.call('removal.begin', { account: id }),
        () => {
          const { place } = ui.getState()
          if (place.kind === 'account' && place.account === id) goTo({ kind: 'home' })
        },
      ),
    /** Puts an account back as it was, and shows it where nothing else is open that would be lost. */
    async undoRemoval(id: AccountId) {
      const label = waiting().find(({ account }) => account === id)?.label ?? ''
      await orTell(() => undo(id), {
        done: () => {
          if (ui.getState().place.kind === 'home') goTo({ kind: 'account', account: id })
          tell(text().accounts.removal.undone(label))
        },
      })
    },
    /** Puts every account back whose removal still waits. */
    async undoRemovals() {
      const answers = await Promise.all(waiting().map(({ account }) => undo(account)))
      const back = answers.filter(({ ok }) => ok).length
      if (back > 0) tell(text().accounts.removal.allUndone(back))
      // One that came too late is gone for good, and is told as such.
      const late = answers.find((answer) => !answer.ok)
      if (late) tellFailure(late.failure)
    },
    /** Somebody is looking at what can be undone, and needs their time. */
    extendRemovals: () => void bridge.call('removal.extend', {}),
    /** Removes now. How it ends is told by the state. */
    finishRemoval: (id: AccountId, evenIfStillLoggedIn: boolean) =>
      void bridge.call('removal.finish', { account: id, evenIfStillLoggedIn }),
    putAwayRemoval: (id: AccountId) =>
      orTell(() => bridge.call('removal.putAway', { account: id })),
  }
}
