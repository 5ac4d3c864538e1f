/** A run over all accounts: how far it has come, and what it found. */
import { z } from 'zod'
import { accountStates, serverId } from './account'

const counts = {
  /** How many accounts the run is about. */
  total: z.number(),
  done: z.number(),
  startedAt: z.number(),
  /** How many were found in which state, without those that need the person and were put out of sight. */
  found: z.partialRecord(z.enum(accountStates), z.number()),
}

/** A server that wants to be left alone for a while; the run goes on with it then. */
const pause = z.object({ server: serverId, until: z.number() })

export const checkAll = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('running'), ...counts, pauses: z.array(pause) }),
  z.object({ kind: z.literal('ended'), ...counts, cancelled: z.boolean(), endedAt: z.number() }),
])
export type CheckAll = z.infer<typeof checkAll>
