/** The first step of each flow. What follows is told by the steps themselves. */
import type { FlowId } from '../../../shared/account'
import type { FlowDefinition, Known } from '../adapter'
import { readGates, widgetOf } from './gates'
import { wireOf } from './operations/call'
import { goOnToLogin } from './steps/go-on'
import { beginReset } from './steps/reset'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStep,
} from './steps/step'
import type { CloudreveWords } from './text/en'

type Flow = FlowDefinition<CloudreveStep, CloudreveMemory, CloudreveWords>

/** Reads the site's settings first: they say whether it takes accounts, and what it guards. */
async function startSignUp(known: Known, context: CloudreveContext): Promise<CloudreveAnswer> {
  const read = await readGates(wireOf(context))
  if (!read.ok) return { kind: 'failure', failure: read.failure }
  const gates = read.value
  const { email } = known
  if (!gates.signUpOpen) return { kind: 'failure', failure: { code: 'sign-up-closed' } }
  const widget = widgetOf(gates.signUp)
  if (widget) {
    return {
      kind: 'step',
      step: { step: 'sign-up-in-browser', email, captcha: widget },
      memory: { gates },
    }
  }
  return { kind: 'step', step: { step: 'sign-up', email }, memory: { gates } }
}

export const flows: Readonly<Record<FlowId, Flow>> = {
  register: { available: true, start: startSignUp },
  login: { available: true, start: (known, context) => goOnToLogin(known.email, {}, context) },
  verify: {
    available: true,
    start: ({ email }) =>
      Promise.resolve({ kind: 'step', step: { step: 'activate', email, mail: 'earlier' } }),
  },
  reset: {
    available: true,
    start: (known, context) => beginReset({ email: known.email }, {}, context),
  },
  token: {
    available: true,
    start: ({ email }) => Promise.resolve({ kind: 'step', step: { step: 'token', email } }),
  },
}
