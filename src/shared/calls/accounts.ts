/** Calls about accounts that are in the list, and about the check of all of them. */
import { z } from 'zod'
import {
  accountColour,
  accountDetails,
  accountId,
  failureShape,
  otherSession,
  tag,
  tagLimit,
} from '../account'
import { attemptId } from '../flow'
import { none, nothing, oneAccount } from './shapes'

/**
 * What a quick login came to: done at once, an attempt that waits for the person, or something the
 * account's own state says (blocked, keychain locked).
 */
export const quickLoginOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('active'),
    /** What the account has needed beside that; how a refresh ends is told by an event. */
    also: z.enum(['logged-in', 'refreshing']).optional(),
  }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
  /** `failure` where the account's state does not say it. */
  z.object({ kind: z.literal('told'), failure: failureShape.optional() }),
])
export type QuickLoginOutcome = z.infer<typeof quickLoginOutcome>

/** What a token can be copied as. */
export const tokenForms = ['token', 'header', 'curl'] as const
export type TokenForm = (typeof tokenForms)[number]

export const accountCalls = {
  'accounts.activate': { input: oneAccount, output: nothing },
  'accounts.quickLogin': { input: oneAccount, output: quickLoginOutcome },
  'accounts.check': { input: oneAccount, output: nothing },
  'accounts.refresh': { input: oneAccount, output: nothing },
  /** What only the account's own page shows. */
  'accounts.details': { input: oneAccount, output: accountDetails },
  /** Changes what the person calls an account and how it is marked; what is left out stays. */
  'accounts.describe': {
    input: z
      .object({
        account: accountId,
        label: z.string().trim().min(1).max(80).optional(),
        /** `null` takes the colour away. */
        colour: accountColour.nullable().optional(),
        tags: z.array(tag).max(tagLimit).optional(),
      })
      .strict(),
    output: nothing,
  },
  /** Leaves an account out of lists, or brings it back. Nothing is deleted. */
  'accounts.hide': {
    input: z.object({ account: accountId, hidden: z.boolean() }).strict(),
    output: nothing,
  },
  /** Moves an account within its server's group: before another one, or to the end with `null`. */
  'accounts.move': {
    input: z.object({ account: accountId, before: accountId.nullable() }).strict(),
    output: nothing,
  },
  /** Copies the token, or something that holds it: an Authorization header, a curl command. */
  'accounts.copyToken': {
    input: z.object({ account: accountId, form: z.enum(tokenForms) }).strict(),
    output: z.object({ clearsAt: z.number() }),
  },
  'accounts.forgetPassword': { input: oneAccount, output: nothing },
  /** Where the account is logged in, as the service lists it; asked anew each time. */
  'accounts.sessions': { input: oneAccount, output: z.array(otherSession) },
  /** Ends another session of the account at the service; never the one that Latchkey holds. */
  'accounts.endSession': {
    input: z.object({ account: accountId, session: z.string().max(200) }).strict(),
    output: nothing,
  },
  /** Ends the session at the service and forgets the token; the account stays. */
  'accounts.logOut': { input: oneAccount, output: nothing },

  /** Begins to check every account that has a token; how it goes is told by `checkAll`. */
  'health.checkAll': { input: none, output: nothing },
  'health.cancel': { input: none, output: nothing },
} as const
