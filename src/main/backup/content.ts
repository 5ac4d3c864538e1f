/** What a backup holds once it is open: accounts by their address and server, and servers by theirs. */
import { z } from 'zod'
import { accountColour, tagLimit } from '../../shared/account-parts'
import { adapterId } from '../../shared/ids'
import { fail, ok, type Result } from '../../shared/failure'
import { knownInstant } from '../../shared/instant'
import { factValue } from '../accounts/fact-value'

const session = z.lazy(() =>
  z.object({
    access: z.string().min(1),
    refresh: z.string().optional(),
    accessExpiresAt: knownInstant,
    refreshExpiresAt: knownInstant,
  }),
)

const backedUpAccount = z.lazy(() =>
  z.object({
    adapter: adapterId,
    /** The server's base URL. */
    server: z.string().min(1).max(550),
    email: z.string().trim().min(1).max(320),
    label: z.string().trim().min(1).max(320).optional().catch(undefined),
    colour: accountColour.optional().catch(undefined),
    tags: z.array(z.string().trim().min(1).max(32)).max(tagLimit).catch([]),
    hidden: z.boolean().catch(false),
    active: z.boolean().catch(false),
    createdAt: knownInstant,
    session: session.optional(),
    password: z.string().min(1).optional(),
  }),
)
export type BackedUpAccount = z.infer<typeof backedUpAccount>

const backedUpServer = z.lazy(() =>
  z.object({
    adapter: adapterId,
    baseUrl: z.string().min(1).max(550),
    /** The person has added it by its address. */
    site: z.boolean().catch(false),
    name: z.string().trim().min(1).max(200).optional().catch(undefined),
    facts: z.array(factValue).max(50).catch([]),
    settings: z.record(z.string().max(64), z.string().max(4_000)).catch({}),
  }),
)
export type BackedUpServer = z.infer<typeof backedUpServer>

export interface BackupContent {
  readonly accounts: readonly BackedUpAccount[]
  readonly servers: readonly BackedUpServer[]
}

/** What this version cannot read of a backup is left out, and named as far as it can be. */
export interface ReadContent extends BackupContent {
  readonly unreadable: readonly string[]
}

const lists = z.lazy(() =>
  z.object({ accounts: z.array(z.unknown()), servers: z.array(z.unknown()) }),
)

/** How many accounts, and how many servers, are read and written. */
export const entryLimit = 100_000

/**
 * Reads what was sealed, each entry by itself, so that one that is not as it should be costs no other.
 * What is not known is ignored. Failures: `backup-damaged` for what is no backup's content at all, and
 * `backup-too-large`.
 */
export function readContent(content: unknown): Result<ReadContent> {
  const read = lists.safeParse(content)
  if (!read.success) return fail('backup-damaged')
  if (Math.max(read.data.accounts.length, read.data.servers.length) > entryLimit) {
    return fail('backup-too-large')
  }
  const unreadable: string[] = []
  const each = <T>(entries: readonly unknown[], shape: z.ZodType<T>): T[] =>
    entries.flatMap((entry) => {
      const one = shape.safeParse(entry)
      if (!one.success) unreadable.push(nameOf(entry))
      return one.success ? [one.data] : []
    })
  const accounts = each(read.data.accounts, backedUpAccount)
  const servers = each(read.data.servers, backedUpServer)
  return ok({ accounts, servers, unreadable })
}

const named = z.lazy(() =>
  z.object({
    email: z.string().max(320).optional().catch(undefined),
    baseUrl: z.string().max(550).optional().catch(undefined),
  }),
)

function nameOf(entry: unknown): string {
  const { data } = named.safeParse(entry)
  return data?.email ?? data?.baseUrl ?? ''
}
