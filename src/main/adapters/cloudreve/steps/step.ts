/**
 * The steps of all Cloudreve flows, and what an attempt remembers. A step is kept in the book while
 * something waits at the service, so it holds public data only; what was typed is in the memory and
 * gone when the program ends.
 */
import { z } from 'zod'
import type {
  Answer,
  Context,
  FactValue,
  Session,
  StepDefinition,
  ViewContext,
} from '../../adapter'
import type { Gates } from '../gates'
import type { Captcha } from '../operations/site'
import type { CloudreveWords } from '../text/en'

const email = z.string().optional()
const widget = z.enum(['reCAPTCHA', 'Turnstile', 'Cap', 'unknown'])
/** How the mail stands. `earlier`: it was not sent by this attempt. Times are milliseconds since the epoch. */
const mail = {
  sentAt: z.number().optional(),
  resendAt: z.number().optional(),
  /** The host of a pasted link that was not the site's own. */
  strangeHost: z.string().optional(),
  /** The last link was sent, and no answer came. */
  unsure: z.boolean().optional(),
}

const activationMail = z.enum(['sent', 'sent-again', 'failed', 'unsure', 'earlier'])

export const cloudreveStep = z.lazy(() =>
  z.discriminatedUnion('step', [
    z.object({ step: z.literal('sign-up'), email }),
    z.object({ step: z.literal('sign-up-unsure'), email }),
    z.object({ step: z.literal('sign-up-in-browser'), email, captcha: widget }),
    z.object({
      step: z.literal('activate'),
      email,
      mail: activationMail,
      ...mail,
    }),
    /** How the mail stands is kept for who goes back without sending another one. */
    z.object({
      step: z.literal('resend'),
      email: z.string(),
      mail: activationMail.default('earlier'),
      ...mail,
    }),
    z.object({ step: z.literal('login'), email }),
    z.object({ step: z.literal('second-factor'), email: z.string() }),
    z.object({ step: z.literal('ask-reset'), email, unsure: mail.unsure }),
    z.object({
      step: z.literal('reset'),
      email,
      mail: z.enum(['sent', 'unsure', 'by-browser']),
      captcha: widget.optional(),
      ...mail,
    }),
    z.object({ step: z.literal('token'), email, because: widget.optional() }),
    z.object({ step: z.literal('name-account'), email, nickname: z.string().optional() }),
  ]),
)
export type CloudreveStep = z.infer<typeof cloudreveStep>
export type StepOf<K extends CloudreveStep['step']> = Extract<CloudreveStep, { readonly step: K }>

export interface CloudreveMemory {
  /** The site's settings as last read. */
  readonly gates?: Gates | undefined
  readonly captcha?: Captcha | undefined
  /** The password of the step's address, as far as is known here. */
  readonly password?: string | undefined
  /** What to send when the sign-up has to be repeated for its mail. */
  readonly signUp?: { readonly password: string; readonly language: string } | undefined
  /** The address of the last refused login. */
  readonly tried?: string | undefined
  /** The session id of a login that waits for its second factor. */
  readonly secondFactor?: string | undefined
  /** A session whose address is not known yet. */
  readonly unnamed?: { readonly session: Session; readonly facts: readonly FactValue[] } | undefined
}

export type CloudreveAnswer = Answer<CloudreveStep, CloudreveMemory>
export type CloudreveContext = Context<CloudreveWords>
export type CloudreveView = ViewContext<CloudreveWords>
export type CloudreveStepDefinition<
  K extends CloudreveStep['step'],
  F extends string,
> = StepDefinition<StepOf<K>, CloudreveStep, CloudreveMemory, CloudreveWords, F>
