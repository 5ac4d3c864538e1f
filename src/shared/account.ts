/**
 * The shapes of accounts, servers and services that cross the bridge. None has room for a secret:
 * a window that is read by somebody else shows who has accounts where, and nothing to enter with.
 */
import { z } from 'zod'
import { accountStates } from './account-states'
import { failureCodes, type Failure } from './failure'
import { siteTrust } from './site-trust'

export const failureShape: z.ZodType<Failure> = z.object({
  code: z.enum(failureCodes),
  field: z.string().optional(),
  detail: z.string().optional(),
  retryAt: z.number().optional(),
  serviceCode: z.string().optional(),
  correlationId: z.string().optional(),
})

export const accountId = z.string().min(8).max(64).brand<'AccountId'>()
export type AccountId = z.infer<typeof accountId>

/** Which adapter: `ipcola`, `ruuvi`, `cloudreve`, or whatever else stands in the list of adapters. */
export const adapterId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/)
  .brand<'AdapterId'>()
export type AdapterId = z.infer<typeof adapterId>

/** A server is named by its adapter and its base URL without a trailing slash. */
export const serverId = z.string().min(3).max(600).brand<'ServerId'>()
export type ServerId = z.infer<typeof serverId>

export const flowIds = ['register', 'login', 'verify', 'reset', 'token'] as const
export const flowId = z.enum(flowIds)
export type FlowId = z.infer<typeof flowId>

export { accountStates, type AccountState } from './account-states'

/** Something the service told about an account, ready to be shown. */
export const fact = z.object({
  key: z.string(),
  label: z.string(),
  value: z.union([
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('date'), at: z.number() }),
    z.object({ kind: z.literal('bytes'), bytes: z.number() }),
    z.object({ kind: z.literal('number'), number: z.number() }),
  ]),
})
export type Fact = z.infer<typeof fact>

/** The flow an account waits in, as the list and the tray show it. */
export const waiting = z.object({
  flow: flowId,
  step: z.string(),
  /** One sentence: what the account waits for. */
  text: z.string(),
  since: z.number(),
})

/** The colours that a person may give to an account, by the name of their token in the style sheets. */
export const accountColours = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const
export const accountColour = z.enum(accountColours)
export type AccountColour = z.infer<typeof accountColour>

/** A word that a person gives to accounts that belong together. */
export const tag = z.string().trim().min(1).max(32)
/** How many tags one account may bear. */
export const tagLimit = 8

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
  /** Why the last check did not succeed, if it did not. */
  failure: failureShape.optional(),
  active: z.boolean(),
  hasSecret: z.boolean(),
  passwordRemembered: z.boolean(),
  tokenExpiresAt: z.number().optional(),
  refreshable: z.boolean(),
  lastUsedAt: z.number().optional(),
  /** What runs for this account right now. */
  busy: accountWork.optional(),
  waiting: waiting.optional(),
})
export type AccountView = z.infer<typeof account>

/** What happened to an account, as its history tells it. None of it holds a secret. */
export const historyKinds = [
  'created',
  'verified',
  'logged-in',
  'refreshed',
  'imported',
  'rejected',
  'logged-out',
] as const
export const historyEntry = z.object({ kind: z.enum(historyKinds), at: z.number() })
export type HistoryEntry = z.infer<typeof historyEntry>

/** What only an account's own page shows; it is asked for there and not part of a snapshot. */
export const accountDetails = z.object({
  account: accountId,
  createdAt: z.number(),
  checkedAt: z.number().optional(),
  verifiedAt: z.number().optional(),
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
