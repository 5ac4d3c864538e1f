/**
 * Every call and event of the bridge: name -> input and output. Main derives its handlers from this
 * value, the renderer its client from its type; nobody types a channel name anywhere else. To add a
 * call, add a line here and its handler in src/main/bridge/handlers.
 */
import { z } from 'zod'
import { account, accountId, adapterId, flowId, server, serverId, service } from './account'
import { attempt, attemptId, stepValues } from './flow'
import { locales } from './text/locale'

export const keychainView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('asking') }),
  z.object({ kind: z.literal('denied') }),
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
  z.object({ kind: z.literal('memory') }),
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
export const snapshot = z.object({
  rev: z.number(),
  surroundings,
  services: z.array(service),
  servers: z.array(server),
  accounts: z.array(account),
  attempts: z.array(attempt),
  keychain: keychainView,
  book: bookNotice,
})
export type Snapshot = z.infer<typeof snapshot>

/** One change: what is new or different, and what is gone. `rev` is one more than the last. */
export const change = z.object({
  rev: z.number(),
  accounts: z.array(account).optional(),
  goneAccounts: z.array(accountId).optional(),
  servers: z.array(server).optional(),
  goneServers: z.array(serverId).optional(),
  attempts: z.array(attempt).optional(),
  goneAttempts: z.array(attemptId).optional(),
  keychain: keychainView.optional(),
})
export type Change = z.infer<typeof change>

/** Where a window should go, when the tray or the system asks for it. */
export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('add') }),
  z.object({ kind: z.literal('account'), account: accountId }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
])
export type Place = z.infer<typeof place>

/**
 * What a quick login came to: done at once, an attempt that waits for the person, or something the
 * account's own state says (blocked, keychain locked).
 */
export const quickLoginOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('active') }),
  z.object({ kind: z.literal('attempt'), attempt: attemptId }),
  z.object({ kind: z.literal('told') }),
])
export type QuickLoginOutcome = z.infer<typeof quickLoginOutcome>

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
    input: z.object({ attempt: attemptId, step: z.string().max(64), values: stepValues }).strict(),
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
  'accounts.rename': {
    input: z.object({ account: accountId, label: z.string().trim().min(1).max(80) }).strict(),
    output: nothing,
  },
  'accounts.copyToken': { input: oneAccount, output: z.object({ clearsAt: z.number() }) },
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
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = z.infer<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.infer<Calls[N]['output']>
export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.infer<Events[N]>
