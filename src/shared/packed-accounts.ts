/**
 * How accounts travel to a window. Ten thousand of them have to fit into one message of two megabytes,
 * so each is a row without names, servers are named once, and what is usual is left out. pack.ts packs.
 */
import { z } from 'zod'
import { account, accountId, accountStates, adapterId, serverId } from './account'

const more = account
  .pick({
    colour: true,
    failure: true,
    inMemory: true,
    tokenExpiresAt: true,
    lastUsedAt: true,
    busy: true,
    waiting: true,
  })
  .extend({ tags: z.array(z.string()).optional() })

const row = z.tuple([
  accountId,
  /** Which of `servers`. */
  z.number(),
  /** The e-mail. */
  z.string(),
  /** The label; '' where it is the e-mail. */
  z.string(),
  /** The position. */
  z.number(),
  z.enum(accountStates),
  /** One bit for each of the flags in pack.ts. */
  z.number(),
  more,
])

/**
 * Accounts that another one was switched to, or that were used: only what that changes, so that a
 * switch is one small message whatever an account bears.
 */
export const accountUses = z.array(account.pick({ id: true, active: true, lastUsedAt: true }))
export type AccountUse = z.infer<typeof accountUses>[number]

export const packedAccounts = z.object({
  servers: z.array(z.tuple([adapterId, serverId])),
  rows: z.array(row),
})
export type PackedAccounts = z.infer<typeof packedAccounts>
