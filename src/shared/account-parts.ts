/** Parts of an account that both cross the bridge and stand in the program's files. */
import { z } from 'zod'
import { failureCodes, type Failure } from './failure'
import { keptInstant, knownInstant } from './instant'

export const failureShape: z.ZodType<Failure> = z.object({
  code: z.enum(failureCodes),
  field: z.string().optional(),
  detail: z.string().optional(),
  retryAt: knownInstant,
  serviceCode: z.string().optional(),
  correlationId: z.string().optional(),
  goesOn: z.literal(true).optional(),
})

/** Something the service told about an account, ready to be shown. */
export const fact = z.object({
  key: z.string(),
  label: z.string(),
  value: z.union([
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('date'), at: keptInstant }),
    z.object({ kind: z.literal('bytes'), bytes: z.number() }),
    z.object({ kind: z.literal('number'), number: z.number() }),
  ]),
})
export type Fact = z.infer<typeof fact>

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
export const historyEntry = z.object({ kind: z.enum(historyKinds), at: keptInstant })
export type HistoryEntry = z.infer<typeof historyEntry>
