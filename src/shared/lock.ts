/** The lock: an optional passphrase without which no secret can be read. */
import { z } from 'zod'
import { accountId, failureShape } from './account'

/** Which way the secrets are being changed. */
const resealing = z.object({
  to: z.enum(['sealed', 'clear']),
  /** Secrets that are as they should be, of all there are. */
  done: z.number(),
  total: z.number(),
})

export const lockView = z.discriminatedUnion('kind', [
  /** There is no passphrase. */
  z.object({ kind: z.literal('off') }),
  /** There is a passphrase, and it was given. */
  z.object({
    kind: z.literal('open'),
    /** The disk has refused to renew the record's copy, which still opens with the passphrase before. */
    oldCopy: z.boolean().optional(),
  }),
  /** Every secret is being sealed, or put back in clear. */
  z.object({ kind: z.literal('resealing'), ...resealing.shape }),
  /** That has stopped before its end: on the person's word, or because of a failure. */
  z.object({
    kind: z.literal('stopped'),
    ...resealing.shape,
    failure: failureShape.optional(),
    /** Whose secret it was. */
    account: accountId.optional(),
  }),
  z.object({
    kind: z.literal('locked'),
    /** Wrong passphrases since the last right one. */
    failedTries: z.number(),
    /** No passphrase is looked at before then. */
    retryAt: z.number().optional(),
  }),
])
export type LockView = z.infer<typeof lockView>
