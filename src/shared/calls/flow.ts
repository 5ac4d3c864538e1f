/** Calls that drive attempts. */
import { z } from 'zod'
import { accountId, flowId, serverId } from '../account'
import { attempt, attemptId, stepValues } from '../flow'
import { nothing, oneAccount, oneAttempt } from './shapes'

export const flowCalls = {
  'flow.begin': {
    input: z
      .object({
        flow: flowId,
        server: serverId,
        account: accountId.optional(),
        /** From its beginning, even where an attempt of the account stands on a step of this flow. */
        anew: z.boolean().optional(),
      })
      .strict(),
    output: attempt,
  },
  /** Goes on with the attempt that an account waits in. */
  'flow.resume': { input: oneAccount, output: attempt },
  'flow.submit': {
    input: z
      .object({
        attempt: attemptId,
        step: z.string().max(64),
        values: stepValues,
        /** Keep the password of this login for quick login, if the login succeeds. */
        rememberPassword: z.boolean().optional(),
      })
      .strict(),
    output: attempt,
  },
  'flow.act': {
    input: z.object({ attempt: attemptId, action: z.string().max(64) }).strict(),
    output: attempt,
  },
  /** Aborts the running request; the person stays on the step. */
  'flow.stop': { input: oneAttempt, output: nothing },
  /** Leaves the attempt. What waits at the service stays in the list of accounts. */
  'flow.leave': { input: oneAttempt, output: nothing },
} as const
