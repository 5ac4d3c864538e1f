/** The steps of Ruuvi Cloud's flows, as they may be kept in the book: no code and no token. */
import { z } from 'zod'
import type { StepDefinition } from '../adapter'
import type { RuuviWords } from './text/en'

export const ruuviStep = z.lazy(() =>
  z.discriminatedUnion('step', [
    /** Asks where the code shall go; with `email` it is settled. */
    z.object({ step: z.literal('email'), email: z.string().optional() }),
    /** Waits for the code. */
    z.object({
      step: z.literal('code'),
      email: z.string().optional(),
      /** When a mail was sent, and when the next may be asked for. Milliseconds since the epoch. */
      sentAt: z.number().optional(),
      resendAt: z.number().optional(),
      /** A mail was asked for and no answer came; it stays so whatever becomes of a code. */
      asked: z.boolean().optional(),
      /** What is not known: whether the mail was sent, or whether the code was taken. */
      unsure: z.enum(['mail', 'code']).optional(),
      /** Host of the link that was pasted last, if it was none of Ruuvi's. */
      strangeHost: z.string().optional(),
    }),
    z.object({ step: z.literal('token'), email: z.string().optional() }),
  ]),
)
export type RuuviStep = z.infer<typeof ruuviStep>

/** Nothing is remembered between two steps: there are no passwords and no pictures here. */
export type RuuviMemory = Readonly<Record<string, never>>

export type RuuviStepDefinition<K extends RuuviStep['step'], F extends string> = StepDefinition<
  Extract<RuuviStep, { readonly step: K }>,
  RuuviStep,
  RuuviMemory,
  RuuviWords,
  F
>
