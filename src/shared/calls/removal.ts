/** Calls about removing accounts. What waits and what failed is told by the state's `removals`. */
import { z } from 'zod'
import { accountId } from '../account'
import { none, nothing, oneAccount } from './shapes'

export const removalCalls = {
  /** Takes an account off the list. Nothing else happens until the time to undo it is over. */
  'removal.begin': { input: oneAccount, output: nothing },
  /** Puts it back as it was. Fails with `not-found` once it is too late. */
  'removal.undo': { input: oneAccount, output: nothing },
  /** Gives all that can be undone their full time again, because somebody is looking at them. */
  'removal.extend': { input: none, output: nothing },
  /** Removes what waits or has failed now: logs out, deletes the secret, then the account. */
  'removal.finish': {
    input: z
      .object({
        account: accountId,
        /** Remove although the service could not be told. */
        evenIfStillLoggedIn: z.boolean(),
      })
      .strict(),
    output: nothing,
  },
  /** Stops telling of one that failed. */
  'removal.putAway': { input: oneAccount, output: nothing },
} as const
