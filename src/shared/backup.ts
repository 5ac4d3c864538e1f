/**
 * Backups as windows see them: how far an export or an import is, and what an import would change.
 * None of these shapes has room for a secret, nor for the path of a file.
 */
import { z } from 'zod'
import { accountColour, failureShape } from './account-parts'
import { accountId, adapterId } from './ids'
import { namedLimit } from './named-limit'

/** What goes into a backup beside accounts and sites. */
export const backupContents = ['accounts', 'tokens', 'passwords'] as const
export type BackupContents = (typeof backupContents)[number]

const progress = { done: z.number(), total: z.number() }
const counts = { accounts: z.number(), tokens: z.number(), passwords: z.number() }

/** Accounts that something went wrong for, the first of them by name. */
const troubles = z.object({
  count: z.number(),
  named: z.array(z.object({ label: z.string(), failure: failureShape })).max(namedLimit),
})
export type Troubles = z.infer<typeof troubles>

export const backupExport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('reading'), ...progress }),
  /** Some secrets cannot be read; the person says whether to go on without them. */
  z.object({ kind: z.literal('unreadable'), troubles }),
  z.object({ kind: z.literal('writing') }),
  z.object({ kind: z.literal('done'), file: z.string(), ...counts, without: z.number() }),
  z.object({ kind: z.literal('failed'), failure: failureShape }),
])
export type BackupExport = z.infer<typeof backupExport>

/** The name of the file, and when the backup was made. */
const chosen = { file: z.string(), created: z.number() }

export const backupImport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  /** A file that looks whole; nothing in it has been read. */
  z.object({ kind: z.literal('chosen'), ...chosen }),
  z.object({ kind: z.literal('opening'), ...chosen, ...progress }),
  /** The preview is there to be asked for. */
  z.object({ kind: z.literal('opened'), ...chosen }),
  z.object({ kind: z.literal('importing'), ...chosen, ...progress }),
  z.object({
    kind: z.literal('done'),
    ...chosen,
    ...counts,
    /** Accounts that were here and are described as in the backup now. */
    described: z.number(),
    sites: z.number(),
    settings: z.number(),
    /** What was no longer as the preview had shown it, and so was left alone. */
    changedMeanwhile: z.number(),
    troubles,
    /** Why it ended before its end; `cancelled` on the person's word, `latchkey-locked` by the lock. */
    failure: failureShape.optional(),
  }),
])
export type BackupImport = z.infer<typeof backupImport>

/** Something that an account is called or marked with, here and in the backup. */
export const descriptionChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('label'), here: z.string(), there: z.string() }),
  z.object({
    field: z.literal('colour'),
    here: accountColour.optional(),
    there: accountColour.optional(),
  }),
  z.object({ field: z.literal('tags'), here: z.array(z.string()), there: z.array(z.string()) }),
  z.object({ field: z.literal('hidden'), here: z.boolean(), there: z.boolean() }),
])
export type DescriptionChange = z.infer<typeof descriptionChange>

/** Where something in the backup is. */
const where = { adapter: adapterId, baseUrl: z.string() }
/** `ticked`: it is taken unless the person says otherwise. Only what overwrites nothing is. */
const item = { id: z.number().int().nonnegative(), ticked: z.boolean() }
const here = { ...item, account: accountId, label: z.string(), email: z.string(), ...where }
/** When tokens run out, where that is known. */
const ends = { here: z.number().optional(), there: z.number().optional() }

/** One thing that may be taken from a backup. */
export const backupItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('site'),
    ...item,
    ...where,
    name: z.string(),
    /** What is sent there can be read on the way. */
    plainHttp: z.boolean(),
  }),
  z.object({
    kind: z.literal('settings'),
    ...item,
    ...where,
    changes: z.array(z.object({ label: z.string(), here: z.string(), there: z.string() })),
  }),
  z.object({
    kind: z.literal('account'),
    ...item,
    ...where,
    email: z.string(),
    label: z.string(),
    token: z.boolean(),
    password: z.boolean(),
    tags: z.array(z.string()),
    hidden: z.boolean(),
    /** It becomes its server's active account if there is none by then. */
    active: z.boolean(),
    /** The item of its site, without which it cannot be taken. */
    site: z.number().optional(),
  }),
  z.object({ kind: z.literal('description'), ...here, changes: z.array(descriptionChange) }),
  z.object({ kind: z.literal('token'), ...here, replaces: z.boolean(), ends: z.object(ends) }),
  z.object({ kind: z.literal('password'), ...here, replaces: z.boolean() }),
])
export type BackupItem = z.infer<typeof backupItem>

/** Why something in a backup cannot be taken. */
export const leftOutReasons = [
  'unknown-service',
  'unknown-server',
  'unreadable',
  'twice',
  'being-removed',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export const backupPreview = z.object({
  items: z.array(backupItem),
  /** Accounts that are here exactly as in the backup. */
  same: z.number(),
  /** The first of them by name. */
  leftOut: z.object({
    count: z.number(),
    named: z.array(z.object({ why: z.enum(leftOutReasons), name: z.string() })).max(namedLimit),
  }),
})
export type BackupPreview = z.infer<typeof backupPreview>
