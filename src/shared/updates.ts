/** What a person is told of newer versions of the program. */
import { z } from 'zod'

export const updatesView = z.discriminatedUnion('kind', [
  /** Nobody has looked yet. */
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('up-to-date') }),
  /** There is a newer version that this kind of package does not fetch by itself. */
  z.object({ kind: z.literal('available'), version: z.string().max(100) }),
  z.object({ kind: z.literal('fetching'), version: z.string().max(100) }),
  /** It is here and its signature is right; it takes over at the next start. */
  z.object({ kind: z.literal('ready'), version: z.string().max(100) }),
  /** This copy can ask nobody, such as an AppImage that was unpacked. */
  z.object({ kind: z.literal('cannot') }),
  z.object({ kind: z.literal('failed'), reason: z.string().max(1_000) }),
])
export type UpdatesView = z.infer<typeof updatesView>
