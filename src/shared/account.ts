/**
 * The shapes of accounts, servers and services that cross the bridge. None has room for a secret:
 * a window that is read by somebody else shows who has accounts where, and nothing to enter with.
 */
import { z } from 'zod'
import { accountColour, fact, failureShape, historyEntry } from './account-parts'
import { accountStates } from './account-states'
import { accountId, adapterId, flowId, serverId } from './ids'
import { siteTrust } from './site-trust'

export * from './account-parts'
export {
  accountId,
  adapterId,
  flowId,
  flowIds,
  serverId,
  type AccountId,
  type AdapterId,
  type FlowId,
  type ServerId,
} from './ids'

export { accountStates, type AccountState } from './account-states'

/** The flow an account waits in, as the list and the tray show it. */
export const waiting = z.object({
  flow: flowId,
  step: z.string(),
  /** One sentence: what the account waits for. */
  text: z.string(),
  since: z.number(),
})

export const accountWork = z.enum([
  'checking',
  'refreshing',
  'logging-in',
  'logging-out',
  'removing',
])

/** An account as lists, menus and the tray show it: one row of many, so it is kept small. */
export const account = z.object({
  id: accountId,
  adapter: adapterId,
  server: serverId,
  email: z.string(),
  label: z.string(),
  colour: accountColour.optional(),
  tags: z.array(z.string()),
  /** Left out of lists until the person asks for hidden accounts; nothing else about it changes. */
  hidden: z.boolean(),
  position: z.number(),
  state: z.enum(accountStates),
  /** Why the last check of its token did not succeed, if it did not. */
  failure: failureShape.optional(),
  active: z.boolean(),
  hasSecret: z.boolean(),
  /** Its token is not in the keychain, but in memory until Latchkey quits. */
  inMemory: z.boolean().optional(),
  passwordRemembered: z.boolean(),
  tokenExpiresAt: z.number().optional(),
  refreshable: z.boolean(),
  lastUsedAt: z.number().optional(),
  /** What runs for this account right now. */
  busy: accountWork.optional(),
  waiting: waiting.optional(),
})
export type AccountView = z.infer<typeof account>

/** What only an account's own page shows; it is asked for there and not part of a snapshot. */
export const accountDetails = z.object({
  account: accountId,
  createdAt: z.number(),
  checkedAt: z.number().optional(),
  verifiedAt: z.number().optional(),
  /** The password that is remembered is not in the keychain, but in memory until Latchkey quits. */
  passwordInMemory: z.boolean().optional(),
  facts: z.array(fact),
  /** The latest first. */
  history: z.array(historyEntry),
})
export type AccountDetails = z.infer<typeof accountDetails>

/** One place where an account is logged in, as the service lists it. */
export const otherSession = z.object({
  id: z.string().max(200),
  current: z.boolean(),
  startedAt: z.number().optional(),
  lastUsedAt: z.number().optional(),
})
export type OtherSession = z.infer<typeof otherSession>

export const server = z.object({
  id: serverId,
  adapter: adapterId,
  baseUrl: z.string(),
  name: z.string(),
  kind: z.enum(['production', 'test', 'site', 'sandbox']),
  /** What a probe told: version, whether it takes new accounts, and so on. */
  facts: z.array(fact),
  /** Whether the person may take it off the list. */
  removable: z.boolean(),
  /** What the person has allowed for this site beyond what holds for every server. */
  trust: siteTrust.optional(),
  /** The settings this server offers, with what is set now. */
  settings: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      hint: z.string(),
      value: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
})
export type ServerView = z.infer<typeof server>

/** Whether a service has a flow; one that it does not have says why, and what to do instead. */
export const flowOffer = z.discriminatedUnion('available', [
  z.object({ available: z.literal(true), title: z.string(), text: z.string() }),
  z.object({ available: z.literal(false), title: z.string(), reason: z.string(), instead: flowId }),
])

/** The pictures that a service may stand under in lists of services. */
export const servicePictures = ['globe', 'sensor', 'cloud'] as const
export type ServicePicture = (typeof servicePictures)[number]

export const service = z.object({
  adapter: adapterId,
  name: z.string(),
  tagline: z.string(),
  picture: z.enum(servicePictures),
  /** What the service asks of a person, and why. */
  asks: z.array(z.object({ what: z.string(), why: z.string() })),
  site: z.string(),
  /** A service where people run their own servers: a site is added by its address. */
  ownSites: z.boolean(),
  flows: z.record(flowId, flowOffer),
  abilities: z.object({
    check: z.boolean(),
    refresh: z.boolean(),
    logOut: z.boolean(),
    /** The service lists where an account is logged in, and ends such a session when asked. */
    sessions: z.boolean(),
  }),
})
export type ServiceView = z.infer<typeof service>
