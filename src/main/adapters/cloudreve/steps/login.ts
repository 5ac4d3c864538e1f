/** Logging in with a password, and with a second factor after it. */
import { sentences } from '../../../../shared/text/sentences'
import { wireOf } from '../operations/call'
import { finishSignIn, prepareSignIn } from '../operations/session'
import { emailFields, logInPage, passwordField, pointAt, siteActions } from './parts'
import { logInWith, signedInAnswer } from './go-on'
import { captchaActions, captchaAnswer, captchaFields, enterGuarded } from './guard'
import { beginReset } from './reset'
import type {
  CloudreveAnswer,
  CloudreveContext,
  CloudreveMemory,
  CloudreveStepDefinition,
  StepOf,
} from './step'

type LoginField = 'email' | 'password' | 'captcha'

export const loginStep: CloudreveStepDefinition<'login', LoginField> = {
  look(step, memory, view) {
    const { words, server } = view
    // The password need not be asked for while the one that was just chosen is still known.
    const known = memory.password !== undefined
    const { login } = words
    const intro =
      step.email === undefined ? login.text(server.name) : login.known(server.name, step.email)
    return {
      title: login.title,
      text: sentences(intro, known ? login.remembered : undefined),
      fields: [
        ...emailFields(step.email, words),
        ...(known ? [] : [passwordField(words)]),
        ...captchaFields('login', memory, words),
      ],
      submit: login.submit,
      actions: [
        ...captchaActions('login', memory, words),
        { id: 'forgot', kind: 'switch', label: words.actions.forgot },
        ...(memory.tried === undefined
          ? []
          : [{ id: 'ways', kind: 'continue' as const, label: words.actions.ways }]),
        ...siteActions(view),
      ],
    }
  },
  enter: enterGuarded('login'),
  async submit(step, values, memory, context) {
    const email = step.email ?? values.email
    const password = memory.password ?? values.password
    const input = { email, password, ...captchaAnswer(memory, values.captcha) }
    return logInWith(input, step, memory, context)
  },
  actions: {
    forgot: (step, memory, context) =>
      beginReset({ email: step.email ?? memory.tried }, memory, context),
    ways,
  },
  site: (_step, view) => logInPage(view),
}

/**
 * Asks how the address that was refused may log in. It tells whether an address has an account, so
 * it is asked only when the person wants to know.
 */
async function ways(
  step: StepOf<'login'>,
  memory: CloudreveMemory,
  context: CloudreveContext,
): Promise<CloudreveAnswer> {
  const email = step.email ?? memory.tried
  if (email === undefined) return { kind: 'step', step }
  const found = await prepareSignIn(wireOf(context), email)
  if (!found.ok) {
    const shown = emailFields(step.email, context.words)
    return { kind: 'failure', failure: pointAt(found.failure, shown) }
  }
  const { login } = context.words
  if (found.value.password) {
    return { kind: 'step', step, notice: { tone: 'info', text: login.hasPassword } }
  }
  return { kind: 'failure', failure: { code: 'unsupported', detail: login.noPassword } }
}

export const secondFactorStep: CloudreveStepDefinition<'second-factor', 'code'> = {
  look(step, _memory, { words, server }) {
    const { fields, secondFactor } = words
    return {
      title: secondFactor.title,
      text: secondFactor.text(server.name, step.email),
      fields: [
        {
          kind: 'code',
          name: 'code',
          label: fields.code,
          hint: fields.codeHint,
          required: true,
          length: 6,
          maxLength: 32,
        },
      ],
      submit: secondFactor.submit,
    }
  },
  async submit(step, values, memory, context) {
    const { email } = step
    const restart = { step: 'login', email } as const
    const sessionId = memory.secondFactor
    const over = { ...memory, secondFactor: undefined }
    if (sessionId === undefined) {
      return { kind: 'failure', failure: { code: 'attempt-expired' }, step: restart, memory: over }
    }
    // Authenticators show the code in two groups.
    const otp = values.code.replace(/\s/g, '')
    const finished = await finishSignIn(wireOf(context), { sessionId, otp })
    if (finished.ok) return signedInAnswer(finished.value, email, context)
    const { failure } = finished
    if (failure.code === 'attempt-expired') {
      return { kind: 'failure', failure, step: restart, memory: over }
    }
    return { kind: 'failure', failure }
  },
}
