/** Calls about Latchkey's windows. */
import { z } from 'zod'
import { accountId, serverId } from '../account'
import { attemptId } from '../flow'
import { none, nothing } from './shapes'

/** Where a window should go, when the tray or the system asks for it. */
export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('add') }),
  z.object({ kind: z.literal('account'), account: accountId }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
  /** The sheet of shortcuts, over the page that is open. */
  z.object({ kind: z.literal('shortcuts') }),
  /** The backups in the settings, where one begins at once. */
  z.object({ kind: z.literal('backup'), begin: z.enum(['export', 'import']) }),
])
export type Place = z.infer<typeof place>

/** Latchkey's windows; all draw the same state. `unlock` stands alone while Latchkey is locked. */
export const windowKinds = ['main', 'quick-login', 'settings', 'unlock'] as const
export type WindowKind = (typeof windowKinds)[number]

export const windowCalls = {
  /** Opens one of Latchkey's windows, or brings it to the front. */
  'window.open': {
    input: z.object({ window: z.enum(windowKinds), place: place.optional() }).strict(),
    output: nothing,
  },
  /** Closes the window that asks. */
  'window.close': { input: none, output: nothing },
  /** Whether something is typed or under way here: quick login then stays, shortcuts reach the settings. */
  'window.hold': { input: z.object({ held: z.boolean() }).strict(), output: nothing },
  /** Pastes from the clipboard into the focused field; the window itself cannot read it. */
  'window.paste': { input: none, output: nothing },
  /** Copies a secret that the person has typed or had made here, as every secret is copied. */
  'window.copySecret': {
    input: z.object({ secret: z.string().min(1).max(20_000) }).strict(),
    output: z.object({ clearsAt: z.number() }),
  },
  /** Opens the service's own page for a step, a server or the sandbox's mailbox in the browser. */
  'window.openSite': {
    input: z.discriminatedUnion('what', [
      z.object({ what: z.literal('attempt'), attempt: attemptId }).strict(),
      z.object({ what: z.literal('server'), server: serverId }).strict(),
      z.object({ what: z.literal('mailbox') }).strict(),
    ]),
    output: nothing,
  },
} as const
