/** What a person can do about accounts that leave the list. */
import type { AccountId } from '../../shared/account'
import type { Failure, Result } from '../../shared/failure'
import type { Text } from '../../shared/text'
import type { Bridge } from '../bridge'
import type { Mirror } from './mirror'
import type { Place, UiStore } from './ui'

export interface RemovalActionsOptions {
  readonly bridge: Bridge
  readonly mirror: Mirror
  readonly ui: UiStore
  readonly text: () => Text
  readonly goTo: (place: Place) => void
  readonly tell: (title: string) => void
  readonly tellFailure: (failure: Failure) => void
  readonly tellAccountFailure: (id: AccountId, failure: Failure) => void
}

export function removalActions(options: RemovalActionsOptions) {
  const { bridge, mirror, ui, text, goTo, tell, tellFailure, tellAccountFailure } = options
  const told = (answer: Result<unknown>): void => {
    if (!answer.ok) tellFailure(answer.failure)
  }
  return {
    /** Takes an account off the list; for a while that can be undone. */
    async remove(id: AccountId) {
      const answer = await bridge.call('removal.begin', { account: id })
      if (!answer.ok) return tellAccountFailure(id, answer.failure)
      const { place } = ui.getState()
      if (place.kind === 'account' && place.account === id) goTo({ kind: 'home' })
    },
    /** Puts an account back as it was, and shows it. */
    async undoRemoval(id: AccountId) {
      const { removals = [] } = mirror.store.getState().snapshot ?? {}
      const label = removals.find(({ account }) => account === id)?.label ?? ''
      const answer = await bridge.call('removal.undo', { account: id })
      if (!answer.ok) return tellFailure(answer.failure)
      goTo({ kind: 'account', account: id })
      tell(text().accounts.removal.undone(label))
    },
    /** Somebody is looking at what can be undone, and needs their time. */
    extendRemovals: () => void bridge.call('removal.extend', {}),
    /** Removes now. How it ends is told by the state. */
    finishRemoval: (id: AccountId, evenIfStillLoggedIn: boolean) =>
      void bridge.call('removal.finish', { account: id, evenIfStillLoggedIn }),
    putAwayRemoval: async (id: AccountId) =>
      told(await bridge.call('removal.putAway', { account: id })),
  }
}
