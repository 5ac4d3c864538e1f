/** Calls about servers: sites added by their address, and their settings. */
import { z } from 'zod'
import { adapterId, server, serverId } from '../account'
import { nothing } from './shapes'

export const serverCalls = {
  'servers.add': {
    input: z.object({ adapter: adapterId, address: z.string().trim().min(1).max(500) }).strict(),
    output: server,
  },
  'servers.remove': { input: z.object({ server: serverId }).strict(), output: nothing },
  'servers.configure': {
    input: z
      .object({ server: serverId, values: z.record(z.string().max(64), z.string().max(4_000)) })
      .strict(),
    output: server,
  },
} as const
