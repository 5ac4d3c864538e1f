/** The steps of IPCola's flows, as they may be kept in the book: no password, no code, no token. */
import { z } from 'zod'
import type { StepDefinition } from '../adapter'
import type { Captcha } from './operations'
import type { IpcolaWords } from './text/en'

const mailedFlow = z.enum(['register', 'reset'])
/** The flows that need a code from a mail. */
export type MailedFlow = z.infer<typeof mailedFlow>

export const ipcolaStep = z.lazy(() =>
  z.discriminatedUnion('step', [
    /** Asks for what is settled before the code: the address, and for a new account the reference key. */
    z.object({
      step: z.literal('address'),
      flow: mailedFlow,
      email: z.string().optional(),
    }),
    /** Waits for the code and takes the new password. */
    z.object({
      step: z.literal('vcode'),
      flow: mailedFlow,
      email: z.string(),
      /** Who recommended IPCola; '' for nobody. */
      referenceKey: z.string(),
      /** When a mail was asked for, and when the next may be. Milliseconds since the epoch. */
      sentAt: z.number().optional(),
      resendAt: z.number().optional(),
      /** It is not known whether the last request went through. */
      unsure: z.boolean().optional(),
    }),
    z.object({
      step: z.literal('login'),
      email: z.string().optional(),
      /** What this login finishes. */
      after: z.enum(['register', 'reset', 'unsure']).optional(),
    }),
    z.object({ step: z.literal('token'), email: z.string().optional() }),
  ]),
)
export type IpcolaStep = z.infer<typeof ipcolaStep>

/** What an attempt remembers only while the program runs. */
export interface IpcolaMemory {
  /** Chosen in an earlier step, so that the login after it need not ask again. */
  readonly password?: string | undefined
  /** The picture that is shown. It is good for one answer. */
  readonly captcha?: Captcha | undefined
}

export type IpcolaStepDefinition<K extends IpcolaStep['step'], F extends string> = StepDefinition<
  Extract<IpcolaStep, { readonly step: K }>,
  IpcolaStep,
  IpcolaMemory,
  IpcolaWords,
  F
>
