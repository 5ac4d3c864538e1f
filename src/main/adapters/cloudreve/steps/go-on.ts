/**
 * From a flow that ends without a token into login, with what is already known. If the password is
 * known and the site asks for nothing else, the login is done in the same breath.
 */
import type { NoticeView } from '../../../../shared/flow'
import { widgetOf } from '../gates'
import { wireOf } from '../operations/call'
import { signIn, type CaptchaAnswer, type SignedIn } from '../operations/session'
import { factsOf } from '../sessions'
import { afterRefusal, gatesOf, spent } from './guard'
import type { CloudreveAnswer, CloudreveContext, CloudreveMemory, StepOf } from './step'

/** The end of every flow. The service's spelling of the address wins: it is the one it keeps. */
export function signedInAnswer(
  { user, session }: SignedIn,
  email: string,
  context: CloudreveContext,
  notice?: NoticeView,
): CloudreveAnswer {
  const facts = factsOf(user, context.words)
  return { kind: 'signed-in', email: user.email ?? email, session, facts, notice }
}

interface Attempted extends CaptchaAnswer {
  readonly email: string
  readonly password: string
}

/**
 * Logs in. Whatever the outcome, the answer names the step to stand on: a login that failed must
 * never leave anybody on the step that came before it, whose request would then be sent again.
 */
export async function logInWith(
  input: Attempted,
  from: StepOf<'login'>,
  memory: CloudreveMemory,
  context: CloudreveContext,
  notice?: NoticeView,
): Promise<CloudreveAnswer> {
  const { email, password } = input
  const outcome = await signIn(wireOf(context), input)
  if (!outcome.ok) {
    const refused = await afterRefusal('login', outcome.failure, memory, context)
    const { failure, memory: after, widget } = refused
    if (widget) {
      const step = { step: 'token', email: from.email, because: widget } as const
      return { kind: 'failure', failure, step, memory: after }
    }
    if (failure.code === 'email-unconfirmed') {
      // The service looks at the password first, so this one is right.
      const step = { step: 'activate', email, mail: 'earlier' } as const
      return { kind: 'failure', failure, step, memory: { ...after, password } }
    }
    const wrong = failure.code === 'wrong-credentials'
    const known = wrong ? { ...after, password: undefined, tried: email } : after
    return { kind: 'failure', failure, step: from, memory: known }
  }
  if (outcome.value.kind === 'signed-in') {
    return signedInAnswer(outcome.value, email, context, notice)
  }
  const { sessionId } = outcome.value
  return {
    kind: 'step',
    step: { step: 'second-factor', email },
    memory: { ...spent(memory), password, secondFactor: sessionId },
    notice,
  }
}

/**
 * Goes on into login for an address: at once if nothing is missing, else on the login step, or on
 * the token step where only a browser can pass the site's captcha.
 */
export async function goOnToLogin(
  email: string | undefined,
  memory: CloudreveMemory,
  context: CloudreveContext,
  notice?: NoticeView,
): Promise<CloudreveAnswer> {
  const login = { step: 'login', email } as const
  const read = await gatesOf(memory, context)
  // The login step reads the settings again when it is entered, and says why it cannot.
  if (!read.ok) return { kind: 'step', step: login, memory, notice }
  const gates = read.value
  const known = { ...memory, gates, captcha: undefined }
  const widget = widgetOf(gates.login)
  if (widget) {
    return { kind: 'step', step: { step: 'token', email, because: widget }, memory: known, notice }
  }
  const { password } = memory
  if (gates.login === 'none' && email !== undefined && password !== undefined) {
    const input = { email, password, captcha: '', ticket: '' }
    const answer = await logInWith(input, login, known, context, notice)
    return answer.kind === 'failure' ? { ...answer, done: true } : answer
  }
  return { kind: 'step', step: login, memory: known, notice }
}
