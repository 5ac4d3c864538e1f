/**
 * What a person walks at IPCola. Registering and resetting need a code from a mail first; a reset
 * gives no token and a registration may give none, and both then go on into the login.
 */
import type { FlowId } from '../../../shared/account'
import type { Answer, FlowDefinition } from '../adapter'
import type { IpcolaMemory, IpcolaStep } from './step'
import { addressStep } from './steps/address'
import { loginStep } from './steps/login'
import { tokenStep } from './steps/token'
import { vcodeStep } from './steps/vcode'
import type { IpcolaWords } from './text/en'

type Flow = FlowDefinition<IpcolaStep, IpcolaMemory, IpcolaWords>

/** A flow that begins with the given step and asks the service nothing to get there. */
function beginsWith(first: (email: string | undefined) => IpcolaStep): Flow {
  return {
    available: true,
    start: ({ email }) => {
      const answer: Answer<IpcolaStep, IpcolaMemory> = { kind: 'step', step: first(email) }
      return Promise.resolve(answer)
    },
  }
}

export const flows: Readonly<Record<FlowId, Flow>> = {
  register: beginsWith((email) => ({ step: 'address', flow: 'register', email })),
  login: beginsWith((email) => ({ step: 'login', email })),
  verify: { available: false, instead: 'register' },
  reset: beginsWith((email) =>
    email === undefined
      ? { step: 'address', flow: 'reset' }
      : { step: 'vcode', flow: 'reset', email, referenceKey: '' },
  ),
  token: beginsWith((email) => ({ step: 'token', email })),
}

export const steps = {
  address: addressStep,
  vcode: vcodeStep,
  login: loginStep,
  token: tokenStep,
}
