/** Calls about servers: sites added by their address, what is allowed for them, and their settings. */
import { z } from 'zod'
import { adapterId, server, serverId } from '../account'
import { certificateLook, trustWish } from '../site-trust'
import { nothing } from './shapes'

const address = z.string().trim().min(1).max(500)

export const serverCalls = {
  /** With `trust`, the site is asked under what it allows, and that is kept with it. */
  'servers.add': {
    input: z.object({ adapter: adapterId, address, trust: trustWish.optional() }).strict(),
    output: server,
  },
  /** What a site shows as its certificate: one that is in the list, or one that is about to be. */
  'servers.look': {
    input: z.union([
      z.object({ server: serverId }).strict(),
      z.object({ adapter: adapterId, address }).strict(),
    ]),
    output: certificateLook,
  },
  'servers.trust': {
    input: z.object({ server: serverId, trust: trustWish }).strict(),
    output: server,
  },
  'servers.distrust': { input: z.object({ server: serverId }).strict(), output: server },
  'servers.remove': { input: z.object({ server: serverId }).strict(), output: nothing },
  'servers.configure': {
    input: z
      .object({ server: serverId, values: z.record(z.string().max(64), z.string().max(4_000)) })
      .strict(),
    output: server,
  },
} as const
