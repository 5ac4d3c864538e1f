/** Sending the activation mail again, which is a sign-up with the same address once more. */
import { sentences } from '../../../../shared/text/sentences'
import { nextMailAt } from '../../cool-down'
import { isUnclear } from '../../unclear'
import { wireOf } from '../operations/call'
import { signUp, type SignUpInput } from '../operations/user'
import { goOnToLogin } from './go-on'
import { afterRefusal, captchaActions, captchaAnswer, captchaFields, enterGuarded } from './guard'
import { newPasswordField } from './parts'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
} from './step'

/** Repeats the sign-up. The first password stays, so what is known of it is left alone. */
export async function sendAgain(
  input: SignUpInput,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const { email, password, language } = input
  const made = await signUp(wireOf(context), input)
  const after = { ...memory, captcha: undefined, signUp: { password, language } }
  const { words } = context
  if (made.ok) {
    const now = context.now()
    const sent = { step: 'activate', email, sentAt: now, resendAt: nextMailAt(now) } as const
    switch (made.value) {
      case 'mail-sent-again': {
        const text = words.resend.sent(email)
        const notice = { tone: 'good', text } as const
        return { kind: 'step', step: { ...sent, mail: 'sent' }, memory: after, notice }
      }
      // There was no such account; now there is one with this password.
      case 'needs-activation':
        return { kind: 'step', step: { ...sent, mail: 'sent' }, memory: { ...after, password } }
      case 'active': {
        const notice = { tone: 'good', text: words.login.accountMade } as const
        return goOnToLogin(email, { ...after, password }, context, notice)
      }
    }
  }
  const { failure } = made
  // An address that is taken is one that needs no activation any more.
  if (failure.code === 'email-taken') {
    return goOnToLogin(email, after, context, { tone: 'good', text: words.activate.already })
  }
  if (isUnclear(failure)) {
    const resendAt = nextMailAt(context.now())
    const step = { step: 'activate', email, mail: 'unsure', resendAt } as const
    return { kind: 'failure', failure, step, memory: after }
  }
  const refused = await afterRefusal('signUp', failure, memory, context)
  return { kind: 'failure', failure: refused.failure, memory: refused.memory }
}

export const resendStep: CloudreveStepDefinition<'resend', 'password' | 'captcha'> = {
  look(step, memory, { words, server }) {
    const text = words.resend.text(server.name, step.email)
    const asks = memory.signUp === undefined
    return {
      title: words.resend.title,
      text: sentences(text, asks ? words.resend.password : undefined),
      fields: [
        ...(asks ? [newPasswordField(words)] : []),
        ...captchaFields('signUp', memory, words),
      ],
      submit: words.resend.submit,
      actions: [
        ...captchaActions('signUp', memory, words),
        { id: 'back', kind: 'switch', label: words.actions.back },
      ],
    }
  },
  enter: enterGuarded('signUp'),
  submit({ email }, values, memory, context) {
    const typed = { password: values.password, language: context.words.siteLanguage }
    const captcha = captchaAnswer(memory, values.captcha)
    return sendAgain({ email, ...(memory.signUp ?? typed), ...captcha }, memory, context)
  },
  actions: {
    back: (step) => Promise.resolve({ kind: 'step', step: { ...step, step: 'activate' } }),
  },
  once: { unsure: ({ email }) => ({ step: 'activate', email, mail: 'unsure' }) },
  waiting: ({ email }, { words }) => words.activate.waiting(email),
}
