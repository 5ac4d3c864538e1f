/** An account that the person has taken off the list: for a while it can still be had back. */
import { z } from 'zod'
import { accountId, adapterId, failureShape } from './account'

const about = { account: accountId, adapter: adapterId, email: z.string(), label: z.string() }

/**
 * - `waiting`: nothing has been touched yet; it is removed at `endsAt` unless that is undone.
 * - `failed`: it could not be removed and is in the list again.
 */
export const removal = z.discriminatedUnion('kind', [
  z.object({ ...about, kind: z.literal('waiting'), hasToken: z.boolean(), endsAt: z.number() }),
  z.object({ ...about, kind: z.literal('failed'), failure: failureShape }),
])
export type Removal = z.infer<typeof removal>
