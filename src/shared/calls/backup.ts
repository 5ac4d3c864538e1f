/**
 * Calls about backups. How far they are is told by the state's `backupExport` and `backupImport`. Which
 * file it is, the person says to the system; no page names a path.
 */
import { z } from 'zod'
import { backupContents, backupPreview } from '../backup'
import { none, nothing } from './shapes'

/** As typed; whether it will do is for main to say. */
const passphrase = z.string().max(2_000)

/** What the largest backup asks for: three things of each account and two of each server at most. */
const itemLimit = 500_000

export const backupCalls = {
  /**
   * Asks where to, and begins to write a backup there; `begun` is false if the person wants to nowhere.
   * Failures: `invalid-input` (field `passphrase`; detail `too-short`, `too-long` or `common`).
   */
  'backup.export': {
    input: z.object({ contents: z.enum(backupContents), passphrase }).strict(),
    output: z.object({ begun: z.boolean() }),
  },
  /** Goes on without the secrets that cannot be read. */
  'backup.goOn': { input: none, output: nothing },
  /** Stops the export, or puts away what it has come to. */
  'backup.endExport': { input: none, output: nothing },
  /** Shows the backup that was just written in the system's file manager. */
  'backup.show': { input: none, output: nothing },

  /**
   * Asks which file, and looks at it; `chosen` is false if the person wants none. Failures:
   * `not-a-backup`, `backup-damaged`, `backup-newer`, `backup-too-large`, `backup-not-read`.
   */
  'backup.choose': { input: none, output: z.object({ chosen: z.boolean() }) },
  /** Opens the file and compares it with what is here. Failures: `wrong-passphrase`, `backup-damaged`. */
  'backup.open': { input: z.object({ passphrase }).strict(), output: nothing },
  /** What the open backup would change. */
  'backup.preview': { input: none, output: backupPreview },
  /** Begins to take the items with these ids. */
  'backup.import': {
    input: z.object({ items: z.array(z.number().int().nonnegative()).max(itemLimit) }).strict(),
    output: nothing,
  },
  /** Stops the import after what is under way, or puts away what it has come to. */
  'backup.endImport': { input: none, output: nothing },
} as const
