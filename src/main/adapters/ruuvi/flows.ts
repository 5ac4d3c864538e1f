/**
 * What a person walks at Ruuvi Cloud. Register and log in are the same two calls: a code is mailed,
 * then exchanged for a token; whether the user is new is told only then (seed: Register User).
 */
import type { FlowId } from '../../../shared/account'
import type { Answer, FlowDefinition } from '../adapter'
import type { RuuviMemory, RuuviStep } from './step'
import { codeStep } from './steps/code'
import { emailStep } from './steps/email'
import { tokenStep } from './steps/token'
import type { RuuviWords } from './text/en'

type Flow = FlowDefinition<RuuviStep, RuuviMemory, RuuviWords>

/** A flow that begins with the given step and asks the service nothing to get there. */
function beginsWith(first: (email: string | undefined) => RuuviStep): Flow {
  return {
    available: true,
    start: ({ email }) => {
      const answer: Answer<RuuviStep, RuuviMemory> = { kind: 'step', step: first(email) }
      return Promise.resolve(answer)
    },
  }
}

export const flows: Readonly<Record<FlowId, Flow>> = {
  register: beginsWith((email) => ({ step: 'email', email })),
  login: beginsWith((email) => ({ step: 'email', email })),
  verify: beginsWith((email) => ({ step: 'code', email })),
  reset: { available: false, instead: 'login' },
  token: beginsWith((email) => ({ step: 'token', email })),
}

export const steps = { email: emailStep, code: codeStep, token: tokenStep }
