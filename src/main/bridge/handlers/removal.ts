/** Calls about accounts that are on their way off the list. */
import { ok } from '../../../shared/failure'
import type { Removals } from '../../accounts/removals'
import type { Handlers } from '../dispatcher'

type RemovalCalls = Extract<keyof Handlers, `removal.${string}`>

export function removalHandlers(removals: Removals): Pick<Handlers, RemovalCalls> {
  return {
    'removal.begin': ({ account }) => removals.begin(account),
    'removal.undo': ({ account }) => removals.undo(account),
    'removal.extend': () => {
      removals.extend()
      return ok(null)
    },
    'removal.finish': ({ account, evenIfStillLoggedIn }) =>
      removals.finish(account, evenIfStillLoggedIn),
    'removal.putAway': ({ account }) => {
      removals.putAway(account)
      return ok(null)
    },
  }
}
