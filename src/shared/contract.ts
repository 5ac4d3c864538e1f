/**
 * Every call and event of the bridge: name -> input and output. Main derives its handlers from this
 * value, the renderer its client from its type; nobody types a channel name anywhere else. To add a
 * call, add a line here and its handler in src/main/bridge/handlers.
 */
import { z } from 'zod'
import {
  accountColour,
  accountDetails,
  accountId,
  adapterId,
  failureShape,
  flowId,
  otherSession,
  server,
  serverId,
  service,
  tag,
  tagLimit,
  type AccountView,
} from './account'
import { attempt, attemptId, stepValues } from './flow'
import { checkAll } from './health'
import { accountUses, packedAccounts } from './packed-accounts'
import { desktopView, settings } from './settings'
import { scriptQuestion, scriptQuestionId } from './scripts'
import { locales } from './text/locale'

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

/** What the person must know about the book: nothing, or why it is not as usual. */
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
  locale: z.enum(locales),
  /** Address of the sandbox's mailbox, in a source checkout that runs with the sandbox. */
  mailbox: z.string().optional(),
})

/** Everything a window draws, at one `rev`. */
const snapshot = z.object({
  rev: z.number(),
  surroundings,
  services: z.array(service),
  servers: z.array(server),
  accounts: packedAccounts,
  attempts: z.array(attempt),
  keychain: keychainView,
  book: bookNotice,
  settings,
  desktop: desktopView,
  checkAll,
  /** Programs that wait for the person to allow them a token. */
  scriptQuestions: z.array(scriptQuestion),
})
export type PackedSnapshot = z.infer<typeof snapshot>
export type Snapshot = Omit<PackedSnapshot, 'accounts'> & { readonly accounts: AccountView[] }

/** One change: what is new or different, and what is gone. `rev` is one more than the last. */
const change = z.object({
  rev: z.number(),
  accounts: packedAccounts.optional(),
  uses: accountUses.optional(),
  goneAccounts: z.array(accountId).optional(),
  servers: z.array(server).optional(),
  goneServers: z.array(serverId).optional(),
  attempts: z.array(attempt).optional(),
  goneAttempts: z.array(attemptId).optional(),
  keychain: keychainView.optional(),
  settings: settings.optional(),
  desktop: desktopView.optional(),
  checkAll: checkAll.optional(),
  scriptQuestions: z.array(scriptQuestion).optional(),
})
export type PackedChange = z.infer<typeof change>
export type Change = Omit<PackedChange, 'accounts'> & { readonly accounts?: AccountView[] }

/** Where a window should go, when the tray or the system asks for it. */
export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('add') }),
  z.object({ kind: z.literal('account'), account: accountId }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
  /** The sheet of shortcuts, over the page that is open. */
  z.object({ kind: z.literal('shortcuts') }),
])
export type Place = z.infer<typeof place>

/**
 * What a quick login came to: done at once, an attempt that waits for the person, or something the
 * account's own state says (blocked, keychain locked).
 */
export const quickLoginOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('active'),
    /** What the account has needed beside that; how a refresh ends is told by an event. */
    also: z.enum(['logged-in', 'refreshing']).optional(),
  }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
  /** `failure` where the account's state does not say it. */
  z.object({ kind: z.literal('told'), failure: failureShape.optional() }),
])
export type QuickLoginOutcome = z.infer<typeof quickLoginOutcome>

/** What a token can be copied as. */
export const tokenForms = ['token', 'header', 'curl'] as const
export type TokenForm = (typeof tokenForms)[number]

/** Latchkey's windows; all draw the same state. */
export const windowKinds = ['main', 'quick-login', 'settings'] as const
export type WindowKind = (typeof windowKinds)[number]

const none = z.object({}).strict()
const oneAccount = z.object({ account: accountId }).strict()
const oneAttempt = z.object({ attempt: attemptId }).strict()
const nothing = z.null()

export const calls = {
  'state.snapshot': { input: none, output: snapshot },

  'flow.begin': {
    input: z.object({ flow: flowId, server: serverId, account: accountId.optional() }).strict(),
    output: attempt,
  },
  /** Goes on with the attempt that an account waits in. */
  'flow.resume': { input: oneAccount, output: attempt },
  'flow.submit': {
    input: z
      .object({
        attempt: attemptId,
        step: z.string().max(64),
        values: stepValues,
        /** Keep the password of this login for quick login, if the login succeeds. */
        rememberPassword: z.boolean().optional(),
      })
      .strict(),
    output: attempt,
  },
  'flow.act': {
    input: z.object({ attempt: attemptId, action: z.string().max(64) }).strict(),
    output: attempt,
  },
  /** Aborts the running request; the person stays on the step. */
  'flow.stop': { input: oneAttempt, output: nothing },
  /** Leaves the attempt. What waits at the service stays in the list of accounts. */
  'flow.leave': { input: oneAttempt, output: nothing },

  'accounts.activate': { input: oneAccount, output: nothing },
  'accounts.quickLogin': { input: oneAccount, output: quickLoginOutcome },
  'accounts.check': { input: oneAccount, output: nothing },
  'accounts.refresh': { input: oneAccount, output: nothing },
  /** What only the account's own page shows. */
  'accounts.details': { input: oneAccount, output: accountDetails },
  /** Changes what the person calls an account and how it is marked; what is left out stays. */
  'accounts.describe': {
    input: z
      .object({
        account: accountId,
        label: z.string().trim().min(1).max(80).optional(),
        /** `null` takes the colour away. */
        colour: accountColour.nullable().optional(),
        tags: z.array(tag).max(tagLimit).optional(),
      })
      .strict(),
    output: nothing,
  },
  /** Leaves an account out of lists, or brings it back. Nothing is deleted. */
  'accounts.hide': {
    input: z.object({ account: accountId, hidden: z.boolean() }).strict(),
    output: nothing,
  },
  /** Moves an account within its server's group: before another one, or to the end with `null`. */
  'accounts.move': {
    input: z.object({ account: accountId, before: accountId.nullable() }).strict(),
    output: nothing,
  },
  /** Copies the token, or something that holds it: an Authorization header, a curl command. */
  'accounts.copyToken': {
    input: z.object({ account: accountId, form: z.enum(tokenForms) }).strict(),
    output: z.object({ clearsAt: z.number() }),
  },
  'accounts.forgetPassword': { input: oneAccount, output: nothing },
  /** Where the account is logged in, as the service lists it; asked anew each time. */
  'accounts.sessions': { input: oneAccount, output: z.array(otherSession) },
  /** Ends another session of the account at the service; never the one that Latchkey holds. */
  'accounts.endSession': {
    input: z.object({ account: accountId, session: z.string().max(200) }).strict(),
    output: nothing,
  },
  /** Ends the session at the service and forgets the token; the account stays. */
  'accounts.logOut': { input: oneAccount, output: nothing },
  /** Logs out where the service can, deletes the secret, then the account. */
  'accounts.remove': {
    input: z
      .object({
        account: accountId,
        /** Remove although the service could not be told. */
        evenIfStillLoggedIn: z.boolean(),
      })
      .strict(),
    output: nothing,
  },

  /** Begins to check every account that has a token; how it goes is told by `checkAll`. */
  'health.checkAll': { input: none, output: nothing },
  'health.cancel': { input: none, output: nothing },

  'settings.change': { input: settings.partial().strict(), output: nothing },

  /** Answers a program that asked for a token. */
  'scripts.answer': {
    input: z
      .object({ question: scriptQuestionId, answer: z.enum(['once', 'always', 'no']) })
      .strict(),
    output: nothing,
  },

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

  'keychain.retry': { input: none, output: keychainView },
  /** Stops waiting for the person's answer to the system's question. */
  'keychain.stopAsking': { input: none, output: nothing },
  'keychain.useMemory': { input: none, output: keychainView },

  /** Opens one of Latchkey's windows, or brings it to the front. */
  'window.open': {
    input: z.object({ window: z.enum(windowKinds), place: place.optional() }).strict(),
    output: nothing,
  },
  /** Closes the window that asks. */
  'window.close': { input: none, output: nothing },
  /** Whether something is typed here: quick login then stays, shortcuts reach the settings. */
  'window.hold': { input: z.object({ held: z.boolean() }).strict(), output: nothing },
  /** Pastes from the clipboard into the focused field; the window itself cannot read it. */
  'window.paste': { input: none, output: nothing },
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
