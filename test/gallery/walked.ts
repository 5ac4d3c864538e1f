/**
 * Where a person can stand at each service: every step, in each state in which it looks different. Kept as
 * the book would keep it and typed by the adapters, so that a step that changes does not compile here.
 */
import type { FlowId } from '../../src/shared/account'
import type { CloudreveStep } from '../../src/main/adapters/cloudreve/steps/step'
import type { IpcolaStep } from '../../src/main/adapters/ipcola/step'
import type { RuuviStep } from '../../src/main/adapters/ruuvi/step'
import { moment } from './moment'

interface Stand<S> {
  readonly flow: FlowId
  readonly kept: S
  /** Tells it apart from the same step in another state. */
  readonly variant?: string
}

const email = 'work@example.org'
const now = moment.getTime()
const sent = { sentAt: now - 20_000, resendAt: now + 40_000 }
const strangeHost = 'elsewhere.example'

const ipcola: readonly Stand<IpcolaStep>[] = [
  { flow: 'register', kept: { step: 'address', flow: 'register' } },
  { flow: 'register', kept: { step: 'vcode', flow: 'register', email, referenceKey: '' } },
  {
    flow: 'register',
    variant: 'sent',
    kept: { step: 'vcode', flow: 'register', email, referenceKey: '', ...sent },
  },
  {
    flow: 'register',
    variant: 'unsure',
    kept: { step: 'vcode', flow: 'register', email, referenceKey: '', unsure: true },
  },
  { flow: 'register', variant: 'after', kept: { step: 'login', email, after: 'register' } },
  { flow: 'reset', kept: { step: 'address', flow: 'reset' } },
  { flow: 'reset', kept: { step: 'vcode', flow: 'reset', email, referenceKey: '', ...sent } },
  { flow: 'reset', variant: 'after', kept: { step: 'login', email, after: 'reset' } },
  { flow: 'login', kept: { step: 'login' } },
  { flow: 'login', variant: 'known', kept: { step: 'login', email } },
  { flow: 'login', variant: 'unsure', kept: { step: 'login', email, after: 'unsure' } },
  { flow: 'token', kept: { step: 'token' } },
]

const ruuvi: readonly Stand<RuuviStep>[] = [
  { flow: 'register', kept: { step: 'email' } },
  { flow: 'register', kept: { step: 'code', email, ...sent } },
  {
    flow: 'register',
    variant: 'mail-unsure',
    kept: { step: 'code', email, asked: true, unsure: 'mail' },
  },
  { flow: 'login', kept: { step: 'email' } },
  { flow: 'login', variant: 'known', kept: { step: 'email', email } },
  { flow: 'login', variant: 'code-unsure', kept: { step: 'code', email, unsure: 'code' } },
  { flow: 'login', variant: 'strange', kept: { step: 'code', email, ...sent, strangeHost } },
  { flow: 'verify', kept: { step: 'code' } },
  { flow: 'token', kept: { step: 'token' } },
]

const cloudreve: readonly Stand<CloudreveStep>[] = [
  { flow: 'register', kept: { step: 'sign-up' } },
  { flow: 'register', kept: { step: 'sign-up-unsure', email } },
  { flow: 'register', kept: { step: 'sign-up-in-browser', captcha: 'Turnstile' } },
  { flow: 'register', kept: { step: 'activate', email, mail: 'sent', ...sent } },
  {
    flow: 'register',
    variant: 'again',
    kept: { step: 'activate', email, mail: 'sent-again', ...sent },
  },
  { flow: 'register', variant: 'failed', kept: { step: 'activate', email, mail: 'failed' } },
  { flow: 'register', variant: 'unsure', kept: { step: 'activate', email, mail: 'unsure' } },
  { flow: 'register', kept: { step: 'resend', email, mail: 'unsure' } },
  { flow: 'verify', kept: { step: 'activate', mail: 'earlier' } },
  { flow: 'login', kept: { step: 'login' } },
  { flow: 'login', variant: 'known', kept: { step: 'login', email } },
  { flow: 'login', kept: { step: 'second-factor', email } },
  { flow: 'reset', kept: { step: 'ask-reset' } },
  { flow: 'reset', kept: { step: 'reset', email, mail: 'sent', ...sent } },
  { flow: 'reset', variant: 'strange', kept: { step: 'reset', email, mail: 'sent', strangeHost } },
  { flow: 'reset', variant: 'unsure', kept: { step: 'reset', email, mail: 'unsure' } },
  {
    flow: 'reset',
    variant: 'browser',
    kept: { step: 'reset', email, mail: 'by-browser', captcha: 'reCAPTCHA' },
  },
  { flow: 'token', kept: { step: 'token' } },
  { flow: 'token', variant: 'browser', kept: { step: 'token', email, because: 'Cap' } },
  { flow: 'token', kept: { step: 'name-account', nickname: 'Anna' } },
]

/** By the id of the adapter; a service without stands is missed by a test. */
export const stands: Readonly<Record<string, readonly Stand<unknown>[]>> = {
  ipcola,
  ruuvi,
  cloudreve,
}
