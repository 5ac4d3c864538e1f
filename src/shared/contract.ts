/**
 * Every call and event of the bridge: name -> input and output. Main derives its handlers from this
 * value, the renderer its client from its type; nobody types a channel name anywhere else. To add a
 * call, add a line to its topic under calls/ and its handler in src/main/bridge/handlers.
 */
import { z } from 'zod'
import { accountId, failureShape, server, serverId, service, type AccountView } from './account'
import { backupExport, backupImport } from './backup'
import { accountCalls } from './calls/accounts'
import { diagnosticsCalls } from './calls/diagnostics'
import { backupCalls } from './calls/backup'
import { flowCalls } from './calls/flow'
import { lockCalls } from './calls/lock'
import { removalCalls } from './calls/removal'
import { serverCalls } from './calls/servers'
import { none, nothing } from './calls/shapes'
import { place, windowCalls } from './calls/windows'
import { attempt, attemptId } from './flow'
import { desktopView } from './desktop-view'
import { checkAll } from './health'
import { lockView } from './lock'
import { accountUses, packedAccounts } from './packed-accounts'
import { removal } from './removal'
import { settings } from './settings'
import { scriptQuestion, scriptQuestionId } from './scripts'
import { locales } from './text/locale'

export {
  quickLoginOutcome,
  tokenForms,
  type QuickLoginOutcome,
  type TokenForm,
} from './calls/accounts'
export { place, windowKinds, type Place, type WindowKind } from './calls/windows'

export const keychainView = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['starting', 'ready', 'locked', 'asking', 'denied', 'memory']) }),
  z.object({
    kind: z.literal('unavailable'),
    reason: z.enum([
      'no-session-bus',
      'no-secret-service',
      'no-keychain-library',
      'not-answering',
      'process-failed',
      'unknown',
    ]),
  }),
])
export type KeychainView = z.infer<typeof keychainView>

/** What the person must know about the book, or another file: nothing, or why it is not as usual. */
export const bookNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fine') }),
  z.object({ kind: z.literal('restored'), setAside: z.string() }),
  z.object({ kind: z.literal('damaged'), setAside: z.string() }),
  z.object({ kind: z.literal('newer') }),
])
export type BookNotice = z.infer<typeof bookNotice>

/** Which program runs the window, and on what. */
export const surroundings = z.object({
  host: z.enum(['electron', 'chromium']),
  platform: z.enum(['linux', 'mac', 'windows']),
  version: z.string(),
  /** Address of the sandbox's mailbox, in a source checkout that runs with the sandbox. */
  mailbox: z.string().optional(),
})

/** Everything a window draws, at one `rev`. */
const snapshot = z.object({
  rev: z.number(),
  surroundings,
  /** The language that everything in words is in. */
  locale: z.enum(locales),
  services: z.array(service),
  servers: z.array(server),
  accounts: packedAccounts,
  attempts: z.array(attempt),
  keychain: keychainView,
  lock: lockView,
  book: bookNotice,
  settingsFile: bookNotice,
  lockFile: bookNotice,
  settings,
  desktop: desktopView,
  checkAll,
  /** Removals that can be undone, and those that failed; in the order in which they were asked for. */
  removals: z.array(removal),
  /** Programs that wait for the person to allow them a token. */
  scriptQuestions: z.array(scriptQuestion),
  backupExport,
  backupImport,
})
export type PackedSnapshot = z.infer<typeof snapshot>
export type Snapshot = Omit<PackedSnapshot, 'accounts'> & { readonly accounts: AccountView[] }

/** One change: what is new or different, and what is gone. `rev` is one more than the last. */
const change = z.object({
  rev: z.number(),
  /** Words stand in every part: a window asks for all of them anew. */
  locale: z.enum(locales).optional(),
  accounts: packedAccounts.optional(),
  uses: accountUses.optional(),
  goneAccounts: z.array(accountId).optional(),
  servers: z.array(server).optional(),
  goneServers: z.array(serverId).optional(),
  attempts: z.array(attempt).optional(),
  goneAttempts: z.array(attemptId).optional(),
  keychain: keychainView.optional(),
  lock: lockView.optional(),
  settings: settings.optional(),
  desktop: desktopView.optional(),
  checkAll: checkAll.optional(),
  removals: z.array(removal).optional(),
  scriptQuestions: z.array(scriptQuestion).optional(),
  backupExport: backupExport.optional(),
  backupImport: backupImport.optional(),
})
export type PackedChange = z.infer<typeof change>
export type Change = Omit<PackedChange, 'accounts'> & { readonly accounts?: AccountView[] }

export const calls = {
  'state.snapshot': { input: none, output: snapshot },
  ...flowCalls,
  ...accountCalls,
  ...removalCalls,
  ...serverCalls,
  ...lockCalls,
  ...backupCalls,
  ...windowCalls,
  ...diagnosticsCalls,

  /** Looks for a newer version of the program; what comes of it stands in `desktop.updates`. */
  'updates.check': { input: none, output: nothing },
  /** Programs are allowed and removed one at a time: a list as a window knows it may be an old one. */
  'settings.change': {
    input: settings.omit({ allowedPrograms: true }).partial().strict(),
    output: nothing,
  },

  /** Answers a program that asked for a token. */
  'scripts.answer': {
    input: z
      .object({ question: scriptQuestionId, answer: z.enum(['once', 'always', 'no']) })
      .strict(),
    output: nothing,
  },
  /** Takes back that a program is always allowed. */
  'scripts.removeProgram': {
    input: z.object({ program: settings.shape.allowedPrograms.element }).strict(),
    output: nothing,
  },

  'keychain.retry': { input: none, output: keychainView },
  /** Stops waiting for the person's answer to the system's question. */
  'keychain.stopAsking': { input: none, output: nothing },
  'keychain.useMemory': { input: none, output: keychainView },
} as const

export const events = {
  'state.changed': change,
  'window.goTo': place,
  /** How the refresh ended that a quick login of this window or another had left to go on. */
  'accounts.refreshed': z.object({ account: accountId, failure: failureShape.optional() }),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.infer<Calls[N]['output']>
export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.infer<Events[N]>
